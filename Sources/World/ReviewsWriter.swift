import Tensors

/// How one person punctuates.
struct ReviewPunctuation: Sendable {
  let comma: String
  let stops: [String]
  let ends: [String]

  /// Drawn evenly, so the plain way stands here more than once.
  static let all: [ReviewPunctuation] = [
    ReviewPunctuation(comma: "，", stops: ["。"], ends: ["。"]),
    ReviewPunctuation(comma: "，", stops: ["。"], ends: ["。"]),
    ReviewPunctuation(comma: "，", stops: ["。"], ends: ["。", "！", ""]),
    ReviewPunctuation(comma: "，", stops: ["。", "，"], ends: ["", "。"]),
    ReviewPunctuation(comma: "，", stops: ["，"], ends: [""]),
    ReviewPunctuation(comma: "，", stops: ["！", "。"], ends: ["！", "！！"]),
    ReviewPunctuation(comma: "，", stops: ["～", "。"], ends: ["～", "~", ""]),
    ReviewPunctuation(comma: "，", stops: ["……", "。"], ends: ["……", "。", "..."]),
    ReviewPunctuation(comma: " ", stops: [" ", "。"], ends: [""]),
    ReviewPunctuation(comma: ",", stops: [".", "。", ","], ends: [".", ""]),
  ]
}

/// The connectives, read once.
struct ReviewConnectives: Sendable {
  let also: [String]
  let although: [String]
  let butGood: [String]
  let butBad: [String]
  let inShort: [String]

  init(_ shared: PhraseBank) {
    also = shared["also"]
    although = shared["although"]
    butGood = shared["but good"]
    butBad = shared["but bad"]
    inShort = shared["in short"]
  }
}

/// Composes one review: plans which phrases it holds, then writes them down.
struct ReviewWriter {
  private enum Link {
    case plain
    case although
    case but
    case inShort
  }

  private let kind: ReviewKind
  private let connectives: ReviewConnectives
  private let positive: Bool
  private let split: Split
  private let palette: ReviewPalette
  private var parts: [(frame: ReviewFrame, link: Link)] = []
  private var length = 0
  private var filled: [String?]
  private(set) var isHard = false

  private static let longest = 100
  private static let shortest = 6

  /// - Parameter name: the shop, film … that the review is about; nil draws one where needed.
  init(
    _ kind: ReviewKind, name: String? = nil, positive: Bool, _ split: Split,
    connectives: ReviewConnectives
  ) {
    self.kind = kind
    self.connectives = connectives
    self.positive = positive
    self.split = split
    palette = kind.palette(positive: positive, split)
    filled = [String?](repeating: nil, count: kind.slots.count)
    if let name, let index = kind.slots.firstIndex(where: { $0.name == "name" }) {
      filled[index] = name
    }
  }

  mutating func write(using random: inout SeededRandom) -> String {
    plan(using: &random)
    var text = ""
    text.reserveCapacity(3 * length + 40)
    render(into: &text, using: &random)
    return text
  }

  /// One to three whole sentences about different aspects, as the English bank has them.
  mutating func writeSentences(using random: inout SeededRandom) -> String {
    addAspects(1 + random.int(below: 2), using: &random)
    if random.chance(0.4) { add(palette.verdicts + palette.closings, using: &random) }
    return parts.map { write($0.frame, using: &random) }.joined(separator: " ")
  }

  /// The frame alone with its slots filled, as for the header of a document.
  mutating func write(_ frame: ReviewFrame, using random: inout SeededRandom) -> String {
    var text = ""
    append(frame, to: &text, using: &random)
    return text
  }

  // MARK: Plan

  private mutating func plan(using random: inout SeededRandom) {
    let draw = random.unit()
    if draw < 0.06, !palette.ironic.isEmpty {
      planIrony(using: &random)
    } else if draw < 0.10, !palette.faint.isEmpty {
      if random.chance(0.7) { add(kind.openings, using: &random) }
      add(palette.faint, using: &random)
    } else if draw < 0.32 {
      planConcession(using: &random)
    } else {
      planOneMood(using: &random)
    }
    if length < Self.shortest { addAspects(1, using: &random) }
  }

  private mutating func planIrony(using random: inout SeededRandom) {
    isHard = true
    if random.chance(0.4) { add(kind.openings, using: &random) }
    add(palette.ironic, using: &random)
    if random.chance(0.35) { add(palette.closings, using: &random) }
  }

  /// First the other side, then what decides; a verdict or closing makes plain which it is.
  private mutating func planConcession(using random: inout SeededRandom) {
    isHard = true
    if random.chance(0.4) { add(kind.openings, using: &random) }
    let other = kind.palette(positive: !positive, split).aspects.filter { $0.length <= 14 }
    let conceded = random.chance(0.25) ? 2 : 1
    let first = parts.count
    for _ in 0..<conceded { addUnused(other, using: &random) }
    if parts.count == first + 1, random.chance(0.3) { parts[first].link = .although }
    let decisive = parts.count
    addAspects(random.chance(0.4) ? 2 : 1, using: &random)
    if parts.count > decisive, parts.count > first { parts[decisive].link = .but }
    add(random.chance(0.6) ? palette.closings : palette.verdicts, .inShort, using: &random)
  }

  private mutating func planOneMood(using random: inout SeededRandom) {
    let size = Self.sizes[random.int(below: Self.sizes.count)]
    if size == 1 {
      add(random.chance(0.75) ? palette.aspects : palette.verdicts, using: &random)
      return
    }
    let lead = random.unit()
    if lead < 0.42 {
      add(kind.openings, using: &random)
    } else if lead < 0.54 {
      add(palette.again, using: &random)
    } else if lead < 0.72 {
      add(palette.verdicts, using: &random)
    }
    let tail = random.unit()
    let ends = tail < (size > 2 ? 0.6 : 0.25)
    addAspects(max(1, size - parts.count - (ends ? 1 : 0)), using: &random)
    if ends {
      // A verdict that stands first already is not said again.
      let closes = tail < 0.4 || (0.54..<0.72).contains(lead)
      add(closes ? palette.closings : palette.verdicts, .inShort, using: &random)
    }
  }

  private static let sizes = [1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 6]

  private mutating func addAspects(_ count: Int, using random: inout SeededRandom) {
    for _ in 0..<count { addUnused(palette.aspects, using: &random) }
  }

  /// A phrase about an aspect that the review has not spoken of yet.
  private mutating func addUnused(_ frames: [ReviewFrame], using random: inout SeededRandom) {
    guard !frames.isEmpty else { return }
    for _ in 0..<8 {
      let frame = frames[random.int(below: frames.count)]
      if parts.contains(where: { $0.frame.aspect == frame.aspect }) { continue }
      if length + frame.length > Self.longest { continue }
      parts.append((frame, .plain))
      length += frame.length + 1
      return
    }
  }

  private mutating func add(
    _ frames: [ReviewFrame], _ link: Link = .plain, using random: inout SeededRandom
  ) {
    guard !frames.isEmpty else { return }
    let frame = frames[random.int(below: frames.count)]
    parts.append((frame, link))
    length += frame.length + 1
  }

  // MARK: Render

  private mutating func render(into text: inout String, using random: inout SeededRandom) {
    let marks = ReviewPunctuation.all[random.int(below: ReviewPunctuation.all.count)]
    var clauses = 0
    for (index, (frame, link)) in parts.enumerated() {
      if index > 0 {
        let stops = parts[index - 1].link != .although && breaks(before: link, clauses, &random)
        if !parts[index - 1].frame.isClosed {
          text += stops ? marks.stops[random.int(below: marks.stops.count)] : marks.comma
        }
        clauses = stops ? 0 : clauses
      }
      switch link {
      case .plain:
        if index > 0, frame.aspect >= 0, parts[index - 1].frame.aspect >= 0, random.chance(0.13) {
          text += random.pick(connectives.also)
        }
      case .although: text += random.pick(connectives.although)
      case .but: text += random.pick(positive ? connectives.butGood : connectives.butBad)
      case .inShort: if random.chance(0.22) { text += random.pick(connectives.inShort) }
      }
      append(frame, to: &text, using: &random)
      clauses += 1
    }
    if parts.last?.frame.isClosed != true {
      text += marks.ends[random.int(below: marks.ends.count)]
    }
  }

  private func breaks(before link: Link, _ clauses: Int, _ random: inout SeededRandom) -> Bool {
    switch link {
    case .but: random.chance(0.25)
    case .inShort: random.chance(0.65)
    case .plain, .although: clauses >= 3 || random.chance(0.35)
    }
  }

  private mutating func append(
    _ frame: ReviewFrame, to text: inout String, using random: inout SeededRandom
  ) {
    for piece in frame.pieces {
      switch piece {
      case .text(let words): text += words
      case .slot(let index):
        let slot = kind.slots[index]
        if let word = filled[index] {
          text += word
        } else {
          let words = slot.words[split.position]
          let word = words[random.int(below: words.count)]
          if slot.isFixed { filled[index] = word }
          text += word
        }
      }
    }
  }
}
