import Tensors

/// What part of the tasks each family is given.
public struct InstructionMixture: Sendable, Equatable {
  public struct Part: Sendable, Equatable {
    public let family: InstructionFamily
    /// In relation to the other parts; the sum need not be 1.
    public let share: Double
  }

  public let parts: [Part]

  /// The families with their shares, each above zero.
  public init(_ shares: [(family: InstructionFamily, share: Double)]) {
    precondition(
      !shares.isEmpty && shares.allSatisfy { $0.share > 0 },
      "a mixture needs at least one family, and shares above zero")
    parts = shares.map { Part(family: $0.family, share: $0.share) }
  }

  /// Every family but those held out. What has more to learn in it is given more.
  public static let general = InstructionMixture([
    (.sentiment, 8), (.reviewDomain, 4), (.documentKind, 5), (.person, 10), (.relation, 5),
    (.refusal, 4), (.translation, 10), (.rewriting, 6), (.sum, 9), (.conversion, 3),
    (.calendar, 3), (.extraction, 6), (.reading, 7), (.counting, 4), (.ordering, 4),
    (.comparison, 5), (.reversal, 3), (.completion, 3), (.naming, 3), (.opposite, 2),
  ])

  /// The same without a task whose text is a review: for a model that has met neither the labels
  /// of sentiment nor reviews in its tuning.
  public static let withoutSentiment = InstructionMixture(
    general.parts.filter { !$0.family.asksAboutReviews }.map { ($0.family, $0.share) })
}

/// Tasks of a mixture without end.
struct MixedTasks: Sequence, IteratorProtocol {
  private var sources: [FamilyTasks]
  private let shares: [Double]
  private let whole: Double
  private var random: SeededRandom

  init(
    _ mixture: InstructionMixture, _ world: ClosedWorld, _ bank: InstructionBank, _ split: Split,
    _ wording: InstructionWording, seed: UInt64
  ) {
    sources = mixture.parts.map {
      FamilyTasks($0.family, world, bank, split, wording, seed: seed)
    }
    shares = mixture.parts.map(\.share)
    whole = shares.reduce(0, +)
    random = SeededRandom(seed: seed, stream: "mixture \(split.rawValue) \(wording.rawValue)")
  }

  mutating func next() -> InstructionTask? {
    var draw = random.unit() * whole
    var place = 0
    while place < shares.count - 1, draw >= shares[place] {
      draw -= shares[place]
      place += 1
    }
    if let task = sources[place].next() { return task }
    sources[place].forget()
    return sources[place].next()
  }
}
