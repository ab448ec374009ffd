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
    ReviewPunctuation(comma: "，", stops: ["，", "。"], ends: [""]),
    ReviewPunctuation(comma: "，", stops: ["！", "。"], ends: ["！", "！！"]),
    ReviewPunctuation(comma: "，", stops: ["～", "。"], ends: ["～", "~", ""]),
    ReviewPunctuation(comma: "，", stops: ["……", "。"], ends: ["……", "。", "..."]),
    ReviewPunctuation(comma: " ", stops: [" ", "。"], ends: [""]),
    ReviewPunctuation(comma: ",", stops: [".", ",", "!"], ends: [".", ""]),
  ]
}

/// The connectives, read once.
struct ReviewConnectives: Sendable {
  let also: [String]
  let although: [String]
  let butGood: [String]
  let butBad: [String]
  /// Before a verdict and before a closing.
  let overall: [String]
  let so: [String]

  init(_ shared: PhraseBank) {
    also = shared["also"]
    although = shared["although"]
    butGood = shared["but good"]
    butBad = shared["but bad"]
    overall = shared["overall"]
    so = shared["so"]
  }
}

/// How often which phrase is taken of a list that begins with those that come easily to mind.
enum PhraseDrawing {
  /// Each alike, as labelled reviews do, so that they test as many phrases as they can.
  case evenly
  /// The first more often, as texts of people do: of 300 phrases ten make up more than half of what is
  /// said.
  case asInTexts

  func pick(_ frames: [ReviewFrame], using random: inout SeededRandom) -> ReviewFrame {
    guard self == .asInTexts else { return frames[random.int(below: frames.count)] }
    let place = random.unit()
    let square = place * place
    return frames[Int(square * square * square * Double(frames.count))]
  }
}

/// Composes one review: plans which phrases it holds, then writes them down.
struct ReviewWriter {
  private enum Link {
    case plain
    case although
    case but
    case overall
    case so
  }

  private struct Part {
    let frame: ReviewFrame
    var link = Link.plain
    /// Whether the phrase itself praises; nil where it tells only what was visited, bought or read.
    var isPraise: Bool?
  }

  private let kind: ReviewKind
  private let connectives: ReviewConnectives
  private let positive: Bool
  private let split: Split
  private let palette: ReviewPalette
  private let remarks: ReviewRemarks?
  private let drawing: PhraseDrawing
  private var parts: [Part] = []
  private var length = 0
  private var filled: [String?]
  private(set) var isHard = false

  private static let longest = 100
  /// As `length` counts, which takes a slot for three characters: at least six come out.
  private static let shortest = 9

  /// - Parameters:
  ///   - name: the shop, film … that the review is about; nil draws one where needed.
  ///   - remarks: what may follow a phrase that praises or blames; nil leaves phrases alone.
  ///   - drawing: how often which phrase is taken.
  init(
    _ kind: ReviewKind, name: String? = nil, positive: Bool, _ split: Split,
    connectives: ReviewConnectives, remarks: ReviewRemarks? = nil, drawing: PhraseDrawing
  ) {
    self.kind = kind
    self.connectives = connectives
    self.positive = positive
    self.split = split
    self.remarks = remarks
    self.drawing = drawing
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
    if parts.isEmpty || random.chance(0.4) {
      add(palette.verdicts + palette.closings, praises: positive, using: &random)
    }
    return parts.map { write($0.frame, using: &random) }.joined(separator: " ")
  }

  /// What speaks for the thing and against it, a phrase each with its mark, as people weigh it up.
  mutating func writeProsAndCons(
    _ count: Int, marks: (praise: String, blame: String), using random: inout SeededRandom
  ) -> [String] {
    (0..<count).map { _ in
      let praises = random.chance(0.5)
      let palette = kind.palette(positive: praises, split)
      let plain = !palette.plain.isEmpty && random.chance(0.5)
      let phrase = drawing.pick(plain ? palette.plain : palette.aspects, using: &random)
      return write(phrase, using: &random) + (praises ? marks.praise : marks.blame)
    }
  }

  /// An answer to the review, about the same name, or nil where the bank has none.
  mutating func writeReply(using random: inout SeededRandom) -> String? {
    guard !palette.replies.isEmpty else { return nil }
    return write(random.pick(palette.replies), using: &random)
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
      if random.chance(0.7) { add(kind.openings, praises: nil, using: &random) }
      add(palette.faint, praises: positive, using: &random)
    } else if draw < 0.32 {
      planConcession(using: &random)
    } else {
      planOneMood(using: &random)
    }
    if length < Self.shortest { addAspects(1, using: &random) }
    if length < Self.shortest {
      add(palette.verdicts + palette.closings, praises: positive, using: &random)
    }
  }

  private mutating func planIrony(using random: inout SeededRandom) {
    isHard = true
    if random.chance(0.4) { add(kind.openings, praises: nil, using: &random) }
    add(palette.ironic, praises: positive, using: &random)
    if random.chance(0.35) { add(palette.closings, praises: positive, using: &random) }
  }

  /// First the other side, then what decides; a verdict or closing makes plain which it is.
  private mutating func planConcession(using random: inout SeededRandom) {
    if random.chance(0.4) { add(kind.openings, praises: nil, using: &random) }
    let first = parts.count
    let concessions = kind.palette(positive: !positive, split).concessions
    for _ in 0..<(random.chance(0.2) ? 2 : 1) {
      addUnused(concessions, praises: !positive, using: &random)
    }
    let decisive = parts.count
    isHard = decisive > first
    addAspects(random.chance(0.4) ? 2 : 1, using: &random)
    addEnd(closes: random.chance(0.6), using: &random)
    if isHard, parts.count > decisive { parts[decisive].link = .but }
    if decisive == first + 1, random.chance(0.3) { parts[first].link = .although }
  }

  private mutating func planOneMood(using random: inout SeededRandom) {
    let size = Self.sizes[random.int(below: Self.sizes.count)]
    if size == 1 {
      add(
        random.chance(0.75) ? palette.aspects : palette.verdicts, praises: positive, using: &random)
      return
    }
    let lead = random.unit()
    if lead < 0.42 {
      add(kind.openings, praises: nil, using: &random)
    } else if lead < 0.54 {
      add(palette.again, praises: positive, using: &random)
    } else if lead < 0.72 {
      add(palette.verdicts, praises: positive, using: &random)
    }
    let tail = random.unit()
    let ends = tail < (size > 2 ? 0.6 : 0.25)
    addAspects(max(1, size - parts.count - (ends ? 1 : 0)), using: &random)
    if ends {
      // A verdict that stands first already is not said again.
      addEnd(closes: tail < 0.4 || (0.54..<0.72).contains(lead), using: &random)
    }
  }

  private static let sizes = [1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 6]

  private mutating func addAspects(_ count: Int, using random: inout SeededRandom) {
    for _ in 0..<count {
      let plain = !palette.plain.isEmpty && random.chance(drawing == .asInTexts ? 0.5 : 0.3)
      addUnused(plain ? palette.plain : palette.aspects, praises: positive, using: &random)
    }
  }

  /// A phrase about an aspect that the review has not spoken of yet.
  private mutating func addUnused(
    _ frames: [ReviewFrame], praises: Bool, using random: inout SeededRandom
  ) {
    guard !frames.isEmpty else { return }
    for _ in 0..<8 {
      let frame = drawing.pick(frames, using: &random)
      if parts.contains(where: { $0.frame.aspect == frame.aspect }) { continue }
      if length + frame.length > Self.longest { continue }
      parts.append(Part(frame: frame, isPraise: praises))
      length += frame.length + 1
      return
    }
  }

  private mutating func addEnd(closes: Bool, using random: inout SeededRandom) {
    if closes {
      add(palette.closings, .so, praises: positive, using: &random)
    } else {
      add(palette.verdicts, .overall, praises: positive, using: &random)
    }
  }

  private mutating func add(
    _ frames: [ReviewFrame], _ link: Link = .plain, praises: Bool?,
    using random: inout SeededRandom
  ) {
    guard !frames.isEmpty else { return }
    let frame = drawing.pick(frames, using: &random)
    parts.append(Part(frame: frame, link: link, isPraise: praises))
    length += frame.length + 1
  }

  // MARK: Render

  private mutating func render(into text: inout String, using random: inout SeededRandom) {
    let marks = ReviewPunctuation.all[random.int(below: ReviewPunctuation.all.count)]
    var clauses = 0
    var mayAdd = true
    for (index, part) in parts.enumerated() {
      let (frame, link) = (part.frame, part.link)
      if index > 0 {
        let before = parts[index - 1]
        let stops =
          before.link != .although
          && random.chance(chanceOfStop(from: before.frame, to: frame, link, clauses))
        if !before.frame.isClosed {
          text += stops ? marks.stops[random.int(below: marks.stops.count)] : marks.comma
        }
        if stops { clauses = 0 }
      }
      switch link {
      case .plain:
        let follows = index > 0 && frame.aspect >= 0 && parts[index - 1].frame.aspect >= 0
        if follows, mayAdd, random.chance(0.15) {
          text += random.pick(connectives.also)
          mayAdd = false
        }
      case .although: text += random.pick(connectives.although)
      case .but: text += random.pick(positive ? connectives.butGood : connectives.butBad)
      case .overall: if random.chance(0.22) { text += random.pick(connectives.overall) }
      case .so: if random.chance(0.22) { text += random.pick(connectives.so) }
      }
      append(frame, to: &text, using: &random)
      if let remarks, let isPraise = part.isPraise, !frame.isClosed {
        text += remarks.remark(positive: isPraise, using: &random)
      }
      clauses += frame.hasComma ? 2 : 1
    }
    if parts.last?.frame.isClosed != true {
      text += marks.ends[random.int(below: marks.ends.count)]
    }
    if marks.comma != "，" { text = text.replacing("，", with: marks.comma) }
  }

  private func chanceOfStop(
    from before: ReviewFrame, to frame: ReviewFrame, _ link: Link, _ clauses: Int
  ) -> Double {
    switch link {
    case .but: 0.25
    case .overall, .so: 0.7
    case .plain, .although: clauses >= 3 ? 1 : before.hasComma || frame.hasComma ? 0.7 : 0.3
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
