import Foundation

/// A phrase whose slots were found once, so that writing it is a few appends.
struct ReviewFrame: Sendable {
  enum Piece: Sendable {
    case text(String)
    /// An index into `ReviewKind.slots`.
    case slot(Int)
  }

  let pieces: [Piece]
  /// Which aspect the phrase is about: a review takes each aspect once.
  let aspect: Int
  /// Characters, a slot counted as three.
  let length: Int
  /// The phrase brings its own mark (？ or ！) and takes no comma.
  let isClosed: Bool
  let hasComma: Bool

  var slots: [Int] {
    pieces.compactMap { if case .slot(let index) = $0 { index } else { nil } }
  }

  /// - Parameter slot: the index of a slot's name, or nil where the banks have no such group.
  init(_ phrase: String, aspect: Int, slot: (String) throws -> Int) throws {
    var pieces: [Piece] = []
    var length = 0
    var rest = Substring(phrase)
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else {
        throw ReviewsError.unclosedSlot(phrase: phrase)
      }
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      length += rest.distance(from: rest.startIndex, to: open) + 3
      pieces.append(.slot(try slot(String(rest[rest.index(after: open)..<close]))))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    self.pieces = pieces
    self.aspect = aspect
    self.length = length + rest.count
    hasComma = phrase.contains("，")
    isClosed = phrase.hasSuffix("？") || phrase.hasSuffix("！")
  }
}

/// A review bank that can be read but not used.
public enum ReviewsError: LocalizedError {
  case unclosedSlot(phrase: String)
  case unknownSlot(String, phrase: String, bank: String)
  case tooFewAspects(bank: String, kind: String, positive: Bool, Split)
  case noNames(slot: String, bank: String, Split)
  case unusedNames(String)

  public var errorDescription: String? {
    switch self {
    case .unclosedSlot(let phrase):
      "the phrase “\(phrase)” opens a slot and does not close it"
    case .unknownSlot(let slot, let phrase, let bank):
      "the phrase “\(phrase)” in \(bank).txt has the slot {\(slot)}, which no group fills"
    case .tooFewAspects(let bank, let kind, let positive, let split):
      "\(bank).txt has fewer than two aspects for \(positive ? "positive" : "negative") reviews "
        + "of the kind “\(kind)” in the split \(split.rawValue)"
    case .noNames(let slot, let bank, let split):
      "the group \(slot) of \(bank).txt has no name in the split \(split.rawValue)"
    case .unusedNames(let key):
      "names were given for \(key), but no review bank has a group of that key"
    }
  }

  public var recoverySuggestion: String? {
    switch self {
    case .unclosedSlot: "close it with } or remove the {"
    case .unknownSlot: "add the group to that bank or to reviews-shared.txt"
    case .tooFewAspects, .noNames: "add phrases; the split follows from a phrase's own text"
    case .unusedNames: "give names by domain and group, such as dining.dish/meal"
    }
  }
}
