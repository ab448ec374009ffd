/// What a run has to say about a claim. What the claim is, and how it is decided, was written before
/// the run: see `ClaimEntry`.
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

    public var string: String {
      if let low, let high {
        "\(value.string) [\(low.string), \(high.string)]"
      } else {
        value.string
      }
    }
  }

  public let id: String
  public var evidence: [Evidence]
  /// nil in a run that decides nothing.
  public var verdict: Verdict?
  /// After Holm's correction over the claims of the lesson; nil where chance has no part in it.
  public var pValue: Double?

  public init(
    _ id: String, evidence: [Evidence], verdict: Verdict? = nil, pValue: Double? = nil
  ) {
    self.id = id
    self.evidence = evidence
    self.verdict = verdict
    self.pValue = pValue
  }
}
