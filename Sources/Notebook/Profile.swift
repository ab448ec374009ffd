/// How much a run computes.
public enum Profile: String, Sendable, Codable, CaseIterable {
  /// At most 10 seconds a lesson: everything weaves and every check holds.
  case smoke
  /// One seed, at most 90 seconds on two cores; what a class runs.
  case `class`
  /// Seeds and intervals, at most 30 minutes; what is published. Only this profile decides claims.
  case full

  /// The value for this profile.
  public func choose<Choice>(smoke: Choice, class: Choice, full: Choice) -> Choice {
    switch self {
    case .smoke: smoke
    case .class: `class`
    case .full: full
    }
  }

  /// Whether claims get a verdict.
  public var decides: Bool { self == .full }
}
