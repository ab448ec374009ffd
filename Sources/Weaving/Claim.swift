/// A claim of the lectures with what a run has to say about it.
///
/// Statement, metric and rule are written before the run, in Lessons/claims.yaml; evidence and
/// verdict are the lesson's.
public struct Claim: Sendable, Equatable, Codable {
  /// How a claim is decided.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    case exact = "X"
    case superior = "S"
    case equivalent = "E"
    case variance = "V"
    case notTestable = "N"
  }

  public enum Verdict: String, Sendable, Codable, CaseIterable {
    case supported
    case notSupported = "not supported"
    case undecided
    case notTestable = "not testable"
  }

  /// One observed number, with its interval where it has one.
  public struct Evidence: Sendable, Equatable, Codable {
    /// A label: translated like a table's head.
    public let name: String
    public let value: Value
    public let low: Value?
    public let high: Value?

    public init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
      low = nil
      high = nil
    }

    /// An estimate and the ends of its interval, all in one format.
    public init(
      _ name: String, _ estimate: Double, interval: ClosedRange<Double>, _ format: ValueFormat
    ) {
      self.name = name
      value = .number(estimate, format)
      low = .number(interval.lowerBound, format)
      high = .number(interval.upperBound, format)
    }

    var string: String {
      if let low, let high {
        "\(value.string) [\(low.string), \(high.string)]"
      } else {
        value.string
      }
    }
  }

  public let id: String
  public let kind: Kind
  public let statement: Bilingual
  public let metric: String
  public let rule: String
  public var evidence: [Evidence]
  /// nil in a run that decides nothing.
  public var verdict: Verdict?

  public init(
    id: String, kind: Kind, statement: Bilingual, metric: String, rule: String,
    evidence: [Evidence], verdict: Verdict?
  ) {
    self.id = id
    self.kind = kind
    self.statement = statement
    self.metric = metric
    self.rule = rule
    self.evidence = evidence
    self.verdict = verdict
  }

  /// The digest of what was fixed before the run: kind, metric and rule.
  public var ruleDigest: String {
    var digest = Digest()
    for text in [id, kind.rawValue, metric, rule] { digest.add(text) }
    return digest.hex
  }
}
