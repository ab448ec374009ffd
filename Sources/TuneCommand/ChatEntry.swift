import Foundation

/// What a line of a conversation says.
enum ChatEntry: Equatable {
  case question(String)
  case help
  case reset
  case quit
  /// Nil takes the system text away.
  case system(String?)
  case save(String)

  /// White space around a question is none of it, and so a line that begins with a space asks, even
  /// if a slash follows. Nil for a line with nothing on it.
  init?(_ line: [UInt8]) throws(ChatEntryError) {
    guard let text = String(validating: line, as: UTF8.self) else { throw .notUTF8 }
    let entry = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !entry.isEmpty else { return nil }
    guard text.hasPrefix("/") else {
      self = .question(entry)
      return
    }
    let command = entry.prefix { !$0.isWhitespace }
    let rest = entry.dropFirst(command.count).trimmingCharacters(in: .whitespacesAndNewlines)
    switch command {
    case "/help": self = .help
    case "/reset": self = .reset
    case "/quit": self = .quit
    case "/system": self = .system(rest.isEmpty ? nil : rest)
    case "/save":
      guard !rest.isEmpty else { throw .noFile }
      self = .save(rest)
    default: throw .unknownCommand(String(command))
    }
  }

  static let commands = """
    /reset        forget what was said
    /system TEXT  say TEXT before the first question; alone, say nothing
    /save FILE    keep the conversation as a row of messages (.json, .jsonl)
    /quit         end, as Ctrl-D does; Ctrl-C ends an answer
    /help         show this list
    """
}

enum ChatEntryError: LocalizedError, Equatable {
  case notUTF8
  case unknownCommand(String)
  case noFile

  var errorDescription: String? {
    switch self {
    case .notUTF8: "the line is not UTF-8"
    case .unknownCommand(let command): "there is no command \(command)"
    case .noFile: "/save needs the name of a file"
    }
  }

  var recoverySuggestion: String? {
    switch self {
    case .notUTF8: "write it as UTF-8 (from GBK: iconv -f GBK -t UTF-8)"
    case .unknownCommand:
      "the commands are /help, /reset, /system, /save and /quit; a space first makes it a question"
    case .noFile: "give one that ends in .json or .jsonl"
    }
  }
}
