import Yams

/// What Yams has to say about a text that is no YAML.
public struct YAMLFault {
  public let reason: String
  /// From 1; nil where the fault has no place.
  public let line: Int?

  /// Any error that Yams threw.
  public init(_ error: any Error) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      reason = problem
      line = mark.line
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.map { "\"\($0)\"" }.joined(separator: ", ")
      reason = "the key \(keys) stands there twice"
      line = context.mark.line
    case .reader(let problem, _, _, _):
      reason = problem
      line = nil
    default:
      reason = "\(error)"
      line = nil
    }
  }
}
