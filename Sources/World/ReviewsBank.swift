import Foundation
import Tensors

/// What one mood of one kind has to say in one split, by the part that a phrase plays.
struct ReviewPalette: Sendable {
  var aspects: [ReviewFrame] = []
  /// Plain words about an aspect, as everybody says them: `味道{good}`.
  var plain: [ReviewFrame] = []
  var verdicts: [ReviewFrame] = []
  var closings: [ReviewFrame] = []
  /// What only a returning customer says, or one who says that it is the first time.
  var again: [ReviewFrame] = []
  /// Lukewarm verdicts; beside a warm phrase they would sound like another writer.
  var faint: [ReviewFrame] = []
  /// What the other mood may concede before it decides.
  var concessions: [ReviewFrame] = []
  /// Irony: the words say one thing and mean the other.
  var ironic: [ReviewFrame] = []
  /// What somebody answers: the shop, a friend, another reader.
  var replies: [ReviewFrame] = []
}

/// The words that fill a slot.
struct ReviewSlot: Sendable {
  let name: String
  /// By split; the same words in each where the slot is shared.
  let words: [[String]]
  /// A review uses one word throughout, as for the name of a dish; otherwise each use draws anew.
  let isFixed: Bool
}

/// The frames for one kind of thing within a domain, such as milk tea within dining.
struct ReviewKind: Sendable {
  let openings: [ReviewFrame]
  let headers: [ReviewFrame]
  let slots: [ReviewSlot]
  /// Positive and negative for each split.
  private let palettes: [ReviewPalette]

  /// Words of praise and blame, which every split shares.
  private static let moodSlots: Set = ["good", "bad", "praise", "fault"]

  func palette(positive: Bool, _ split: Split) -> ReviewPalette {
    palettes[split.position * 2 + (positive ? 0 : 1)]
  }

  /// - Parameters:
  ///   - kind: the kind's name in keys such as `taste/tea +`, or "" where the bank has no kinds.
  ///   - general: moods that fit anything, beside the bank's own.
  ///   - extraNames: names from outside by key, such as `dish/meal`.
  init(
    _ kind: String, of bank: PhraseBank, general: PhraseBank? = nil, shared: PhraseBank,
    extraNames: [String: [String]] = [:]
  ) throws {
    let ownKeys = Set(bank.keys)
    let sharedKeys = Set(shared.keys)
    var slots: [ReviewSlot] = []
    func slot(_ name: String, in phrase: String) throws -> Int {
      if let index = slots.firstIndex(where: { $0.name == name }) { return index }
      if let key = ["\(name)/\(kind)", name].first(where: ownKeys.contains) {
        let words = bank[key] + extraNames[key, default: []]
        let bySplit = Split.allCases.map { split in words.filter { Split(of: $0) == split } }
        for (split, words) in zip(Split.allCases, bySplit) where words.isEmpty {
          throw ReviewsError.noNames(slot: key, bank: bank.name, split)
        }
        slots.append(ReviewSlot(name: name, words: bySplit, isFixed: true))
      } else if sharedKeys.contains(name) {
        let words = Split.allCases.map { _ in shared[name] }
        slots.append(ReviewSlot(name: name, words: words, isFixed: false))
      } else {
        throw ReviewsError.unknownSlot(name, phrase: phrase, bank: bank.name)
      }
      return slots.count - 1
    }
    func frame(_ phrase: String, aspect: Int = -1) throws -> ReviewFrame {
      try ReviewFrame(phrase, aspect: aspect) { try slot($0, in: phrase) }
    }
    func neutral(_ group: String) throws -> [ReviewFrame] {
      try [group, "\(group)/\(kind)"].filter(ownKeys.contains).flatMap { bank[$0] }
        .map { try frame($0) }
    }

    openings = try neutral("opening")
    headers = try neutral("header")
    var palettes = [ReviewPalette](repeating: ReviewPalette(), count: 2 * Split.allCases.count)
    var aspects: [String] = []
    for source in [bank, general].compactMap(\.self) {
      for key in source.keys {
        guard let group = ReviewGroup(key), group.isFor(kind) else { continue }
        if !aspects.contains(group.aspect) { aspects.append(group.aspect) }
        let aspect = aspects.firstIndex(of: group.aspect)!
        for phrase in source[key] {
          let position = Split(of: phrase).position * 2 + (group.isPositive ? 0 : 1)
          let frame = try frame(phrase, aspect: aspect)
          palettes[position].add(
            frame, to: group, isGeneral: source.name == general?.name,
            isPlain: frame.slots.contains { Self.moodSlots.contains(slots[$0].name) })
        }
      }
    }
    for (position, palette) in palettes.enumerated()
    where Set((palette.aspects + palette.verdicts + palette.closings).map(\.aspect)).count < 2 {
      throw ReviewsError.tooFewAspects(
        bank: bank.name, kind: kind, positive: position % 2 == 0, Split.allCases[position / 2])
    }
    self.palettes = palettes.map(\.inOrderOfUse)
    self.slots = slots
  }

  /// The name of something to review: the group `name`, which every bank's headers use.
  func name(_ split: Split, using random: inout SeededRandom) -> String? {
    slots.first { $0.name == "name" }.map { random.pick($0.words[split.position]) }
  }

  /// All kinds of a bank, in the order of their names.
  static func all(
    of bank: PhraseBank, general: PhraseBank, shared: PhraseBank, extraNames: [String: [String]]
  ) throws -> [ReviewKind] {
    let named = Set(bank.keys.compactMap(ReviewGroup.init).flatMap(\.kinds)).sorted()
    return try (named.isEmpty ? [""] : named).map {
      try ReviewKind($0, of: bank, general: general, shared: shared, extraNames: extraNames)
    }
  }
}

extension ReviewPalette {
  /// The same, with what is short and comes easily to mind first in each part.
  fileprivate var inOrderOfUse: ReviewPalette {
    var result = self
    let parts: [WritableKeyPath<ReviewPalette, [ReviewFrame]>] = [
      \.aspects, \.plain, \.verdicts, \.closings, \.again, \.faint, \.concessions, \.ironic,
      \.replies,
    ]
    for part in parts {
      let ranked = self[keyPath: part].enumerated().map { place, frame in
        var random = SeededRandom(seed: UInt64(place), stream: "order of use")
        return (rank: Double(frame.length) + 8 * random.unit(), frame: frame)
      }
      result[keyPath: part] = ranked.sorted { $0.rank < $1.rank }.map(\.frame)
    }
    return result
  }

  fileprivate mutating func add(
    _ frame: ReviewFrame, to group: ReviewGroup, isGeneral: Bool, isPlain: Bool
  ) {
    if group.isMild {
      concessions.append(frame)
      return
    }
    if isPlain, group.part == \.aspects {
      plain.append(frame)
      return
    }
    self[keyPath: group.part].append(frame)
    // A domain's own words come more often than those that fit anything.
    if group.part == \.verdicts || group.part == \.closings, !isGeneral {
      self[keyPath: group.part].append(frame)
    }
    // Short praise can be conceded by a complaint; a plain complaint is too grave to be waved away.
    if group.part == \.aspects, group.isPositive, frame.length <= 9, !frame.hasComma {
      concessions.append(frame)
    }
  }
}

/// A bank's key that carries a mood: `taste +`, `taste/tea -` for one kind only, `depth/novel,essay
/// +` for several, or `price mild -` for what is only conceded.
private struct ReviewGroup {
  let aspect: String
  let kinds: [String]
  let isMild: Bool
  let isPositive: Bool

  /// Nil for a neutral group.
  init?(_ key: String) {
    let words = key.split(separator: " ")
    guard let sign = words.last, sign == "+" || sign == "-", words.count > 1 else { return nil }
    isPositive = sign == "+"
    isMild = words.contains("mild")
    let name = words[0].split(separator: "/")
    aspect = String(name[0])
    kinds = name.count > 1 ? name[1].split(separator: ",").map(String.init) : []
  }

  func isFor(_ kind: String) -> Bool { kinds.isEmpty || kinds.contains(kind) }

  var part: WritableKeyPath<ReviewPalette, [ReviewFrame]> {
    switch aspect {
    case "verdict": \.verdicts
    case "closing": \.closings
    case "again": \.again
    case "faint": \.faint
    case "hard": \.ironic
    case "reply": \.replies
    default: \.aspects
    }
  }
}

extension Split {
  var position: Int {
    switch self {
    case .train: 0
    case .validation: 1
    case .heldOut: 2
    }
  }
}
