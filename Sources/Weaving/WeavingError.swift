import Foundation

/// A lesson, a translation or a note that cannot be woven as it stands.
public struct WeavingError: LocalizedError, Equatable, Sendable {
  /// The file's name as a reader types it.
  public let file: String
  /// 1 for the first line; nil when the whole file is meant.
  public let line: Int?
  public let reason: String
  public let help: String

  public init(file: String, line: Int? = nil, reason: String, help: String) {
    self.file = file
    self.line = line
    self.reason = reason
    self.help = help
  }

  public var errorDescription: String? {
    if let line { "\(file):\(line): \(reason)" } else { "\(file): \(reason)" }
  }
  public var recoverySuggestion: String? { help }
}
