import Foundation
import Weaving

/// One thing that `course verify` found wrong, with the place to mend it at.
struct Problem: Equatable, CustomStringConvertible {
  /// The file's path below the course's folder.
  let file: String
  let line: Int
  let message: String

  var description: String { "\(file):\(line): \(message)" }
}

extension Problem {
  init(_ issue: TranslationIssue) {
    self.init(file: issue.file, line: issue.line, message: issue.message)
  }

  /// What stops a file from being read at all.
  init(_ error: any Error, in file: String) {
    if let error = error as? WeavingError {
      self.init(file: error.file, line: error.line ?? 1, message: "\(error.reason): \(error.help)")
    } else {
      self.init(file: file, line: 1, message: error.localizedDescription)
    }
  }
}
