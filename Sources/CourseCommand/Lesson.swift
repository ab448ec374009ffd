import Foundation
import Weaving

/// A folder below Lessons.
struct Lesson {
  /// Two digits, a hyphen and a word: `05-loss-mask`.
  let name: String
  let folder: URL

  var number: Int { Int(name.prefix(2))! }
  var program: String { "lesson-\(name)" }

  /// Every lesson of a course, in order.
  static func all(in root: URL) throws -> [Lesson] {
    let folder = root.appendingPathComponent("Lessons", isDirectory: true)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.wholeMatch(of: /[0-9]{2}-[a-z0-9-]+/) != nil }
      .map { Lesson(name: $0, folder: folder.appendingPathComponent($0, isDirectory: true)) }
  }

  /// The lessons that a reader names, as `5`, `05` or by their folders.
  static func named(_ names: [String], in root: URL) throws -> [Lesson] {
    let lessons = try all(in: root)
    return try names.map { name in
      guard let lesson = lessons.first(where: { $0.goes(by: name) }) else {
        throw UnknownLesson(name: name, known: lessons.map(\.name))
      }
      return lesson
    }
  }

  private func goes(by text: String) -> Bool {
    text == name || (text.count <= 2 && Int(text) == number)
  }

  /// The first heading of main.swift, or of zh.md.
  func title(_ language: Language) -> String? {
    let (file, mark) = language == .en ? ("main.swift", "//: # ") : ("zh.md", "# ")
    let text = try? String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
    return text?.split(whereSeparator: \.isNewline).first { $0.hasPrefix(mark) }
      .map { String($0.dropFirst(mark.count)) }
  }
}

struct UnknownLesson: LocalizedError {
  let name: String
  let known: [String]

  var errorDescription: String? { "there is no lesson \"\(name)\"" }
  var recoverySuggestion: String? {
    known.isEmpty ? "the course has no lessons" : "the course has \(known.joined(separator: ", "))"
  }
}
