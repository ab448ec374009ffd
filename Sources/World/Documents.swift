import Tensors

/// A text of the pre-training corpus.
public struct Document: Sendable {
  public let kind: DocumentKind
  public let text: String
  public let split: Split
}

public enum DocumentKind: String, CaseIterable, Sendable, Codable {
  case person, story, sum, dictionary, dialogue, explanation, talk, english, review, prose
}

extension ClosedWorld {
  /// What part of the characters each kind of document is given. Kinds without a writer are left
  /// out and their part goes to the others in proportion.
  package static let shares: [(kind: DocumentKind, share: Double)] = [
    (.person, 0.11), (.story, 0.08), (.sum, 0.055), (.dictionary, 0.055), (.dialogue, 0.06),
    (.explanation, 0.055), (.talk, 0.055), (.english, 0.03), (.review, 0.42), (.prose, 0.08),
  ]

  package typealias Writer = @Sendable (ClosedWorld, Split, inout SeededRandom) -> String

  /// Who writes documents of a kind.
  package static let writers: [DocumentKind: Writer] = [
    .person: { $0.life($1, using: &$2) },
    .story: { $0.story($1, using: &$2) },
    .sum: { $0.sums($1, using: &$2) },
    .dictionary: { $0.dictionaryPage($1, using: &$2) },
    .dialogue: { $0.dialogue($1, using: &$2) },
    .explanation: { $0.explanation($1, using: &$2) },
    .talk: { $0.everydayTalk($1, using: &$2) },
    .english: { $0.english($1, using: &$2) },
    .review: { $0.reviews.document($1, using: &$2) },
    .prose: { $2.pick($0.prose[$1]) },
  ]

  /// The documents of a split, mixed by `shares`, in an order fixed by the seed. The sequence does
  /// not end.
  public func documents(_ split: Split, seed: UInt64) -> some Sequence<Document> {
    Documents(world: self, split: split, seed: seed)
  }

  /// One document. Asking for a kind that has no writer is a programmer's error.
  public func document(
    _ kind: DocumentKind, _ split: Split, using random: inout SeededRandom
  ) -> Document {
    guard let write = Self.writers[kind] else {
      preconditionFailure("no writer of \(kind) documents is registered")
    }
    return Document(kind: kind, text: write(self, split, &random), split: split)
  }

  /// One frame of a group, in a scene with every part cast.
  func text(
    _ group: String, _ split: Split, using random: inout SeededRandom
  ) -> String {
    var scene = scene(split, using: &random)
    return text(group, in: &scene, using: &random)
  }

  func text(
    _ group: String, in scene: inout Scene, using random: inout SeededRandom
  ) -> String {
    var text = ""
    grammar.write(group, in: &scene, using: &random, to: &text)
    return text
  }

  func scene(_ split: Split, using random: inout SeededRandom) -> Scene {
    casts[split]!.scene(variableCount: grammar.variableCount, using: &random)
  }
}

/// Draws the next kind so that each kind's part of the characters approaches its share, with some
/// chance in it, so that the kinds do not follow in a fixed round.
private struct Documents: Sequence, IteratorProtocol {
  private let world: ClosedWorld
  private let split: Split
  private var random: SeededRandom
  private var balance: [(kind: DocumentKind, share: Double, written: Double)]

  init(world: ClosedWorld, split: Split, seed: UInt64) {
    self.world = world
    self.split = split
    random = SeededRandom(seed: seed, stream: "documents \(split.rawValue)")
    balance = ClosedWorld.shares
      .filter { ClosedWorld.writers[$0.kind] != nil }
      .filter { $0.kind != .prose || !world.prose[split].isEmpty }
      .map { ($0.kind, $0.share, 0) }
  }

  mutating func next() -> Document? {
    var best = 0
    var least = Double.infinity
    for index in balance.indices {
      let standing = (balance[index].written + 600 * random.unit()) / balance[index].share
      if standing < least { (best, least) = (index, standing) }
    }
    let document = world.document(balance[best].kind, split, using: &random)
    balance[best].written += Double(document.text.unicodeScalars.count)
    return document
  }
}
