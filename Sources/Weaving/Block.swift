/// What a cell leaves in the report below its source.
public enum Block: Sendable, Equatable {
  /// What was printed.
  case output(String)
  case table(Table)
  /// Names and values, one a line.
  case pairs([Pair])
  /// A prompt and what a model answered.
  case generation(prompt: String, answer: String)
  /// A chart whose files are `<name>.<language>.svg`, `.gp` and `.csv`; the summary is for those
  /// who cannot see it.
  case chart(name: String, summary: Bilingual)
  case check(Check)
  case claim(ClaimEntry, Claim, published: PublishedVerdict?)
  /// The box that says what is fixed, what varies, which seeds, which budget, which machine.
  case setup(Setup)

  public struct Pair: Sendable, Equatable {
    public let name: String
    public let value: Value

    public init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }

  /// The same with every label in another language.
  public func translated(by translate: (String) throws -> String) rethrows -> Block {
    switch self {
    case .output, .generation, .chart: self
    case .table(let table): .table(try table.translated(by: translate))
    case .pairs(let pairs):
      .pairs(
        try pairs.map { Pair(try translate($0.name), try $0.value.translated(by: translate)) })
    case .check(let check): .check(try check.translated(by: translate))
    case .claim(let entry, let claim, let published):
      .claim(entry, try claim.translated(by: translate), published: published)
    case .setup(let setup): .setup(try setup.translated(by: translate))
    }
  }
}

/// Something that must hold in every profile.
public struct Check: Sendable, Equatable, Codable {
  public let cell: String
  public let text: String
  public let holds: Bool
  public let evidence: Value?

  public init(cell: String, text: String, holds: Bool, evidence: Value?) {
    self.cell = cell
    self.text = text
    self.holds = holds
    self.evidence = evidence
  }

  func translated(by translate: (String) throws -> String) rethrows -> Check {
    Check(
      cell: cell, text: try translate(text), holds: holds,
      evidence: try evidence?.translated(by: translate))
  }
}

/// What the committed results say about a claim.
public struct PublishedVerdict: Sendable, Equatable {
  public let verdict: Claim.Verdict
  public let seeds: Int
  /// False when the rule was changed after the published run.
  public let hasSameRule: Bool

  public init(verdict: Claim.Verdict, seeds: Int, hasSameRule: Bool) {
    self.verdict = verdict
    self.seeds = seeds
    self.hasSameRule = hasSameRule
  }
}

extension Claim {
  /// The same with the names of its evidence in another language.
  public func translated(by translate: (String) throws -> String) rethrows -> Claim {
    var claim = self
    claim.evidence = try evidence.map { try $0.translated(by: translate) }
    return claim
  }
}

extension Claim.Evidence {
  func translated(by translate: (String) throws -> String) rethrows -> Self {
    Self(
      name: try translate(name), value: try value.translated(by: translate), low: low, high: high)
  }

  private init(name: String, value: Value, low: Value?, high: Value?) {
    self.name = name
    self.value = value
    self.low = low
    self.high = high
  }
}

/// The conditions of an experiment, as the reader must know them before believing a number.
public struct Setup: Sendable, Equatable {
  public let fixed: [Value]
  public let varies: [Value]
  public let budget: Value

  public init(fixed: [Value], varies: [Value], budget: Value) {
    self.fixed = fixed
    self.varies = varies
    self.budget = budget
  }

  func translated(by translate: (String) throws -> String) rethrows -> Setup {
    Setup(
      fixed: try fixed.map { try $0.translated(by: translate) },
      varies: try varies.map { try $0.translated(by: translate) },
      budget: try budget.translated(by: translate))
  }
}
