import Files
import Foundation
import Tensors

/// Hand-written phrases, grouped by key.
///
/// A bank is a UTF-8 text file under Data/world: a line `# key` opens a group, every other line
/// that is not empty is one phrase, and `//` opens a comment line. A phrase may hold slots such as
/// `{dish}`, which the caller fills.
public struct PhraseBank: Sendable {
  public let name: String
  private let groups: [String: [String]]

  /// The bank `Data/world/<name>.txt`.
  public init(named name: String, in folder: URL) throws {
    let file = folder.appendingPathComponent(name + ".txt")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      throw PhraseBankError(file: file, line: 0, reason: "it is missing or not UTF-8")
    }
    var groups: [String: [String]] = [:]
    var key: String?
    for (index, rawLine) in text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      let line = rawLine.trimmingCharacters(in: .whitespaces)
      if line.isEmpty || line.hasPrefix("//") { continue }
      if line.hasPrefix("# ") {
        let newKey = String(line.dropFirst(2))
        guard groups[newKey] == nil else {
          throw PhraseBankError(
            file: file, line: index + 1, reason: "the group \(newKey) is opened twice")
        }
        groups[newKey] = []
        key = newKey
      } else if let key {
        groups[key, default: []].append(line)
      } else {
        throw PhraseBankError(
          file: file, line: index + 1, reason: "a phrase stands before the first `# key` line")
      }
    }
    self.name = name
    self.groups = groups
  }

  public var keys: [String] { groups.keys.sorted() }

  /// The number of phrases in all groups.
  public var count: Int { groups.values.reduce(0) { $0 + $1.count } }

  /// The phrases of a group; asking for one that the file does not have is a programmer's error.
  public subscript(key: String) -> [String] {
    guard let phrases = groups[key] else {
      preconditionFailure("the phrase bank \(name) has no group \(key)")
    }
    return phrases
  }

  /// The phrases of a group that belong to one split.
  public subscript(key: String, split: Split) -> [String] {
    self[key].filter { Split(of: $0) == split }
  }
}

/// Which part of the world a phrase, dish or person belongs to. It follows from the text alone, so
/// that adding a phrase moves no other.
public enum Split: String, Sendable, Codable, CaseIterable {
  case train
  case validation
  case heldOut

  /// Seven in ten go to `train`, one to `validation`, two to `heldOut`.
  public init(of text: String) {
    var random = SeededRandom(seed: 0, stream: text)
    switch random.int(below: 10) {
    case 0..<7: self = .train
    case 7: self = .validation
    default: self = .heldOut
    }
  }
}

/// A phrase bank that cannot be read.
public struct PhraseBankError: LocalizedError {
  public let file: URL
  public let line: Int
  public let reason: String

  public var errorDescription: String? {
    line == 0 ? "\(file.path): \(reason)" : "\(file.path):\(line): \(reason)"
  }
  public var recoverySuggestion: String? {
    "a bank holds `# key` lines, each followed by one phrase a line; restore it from the repository"
  }
}
