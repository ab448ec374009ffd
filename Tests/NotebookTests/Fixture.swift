import Foundation
import Testing
import Weaving

/// A course of its own for one test, with the fixture as its only lesson, which runs as a process.
final class Fixture {
  let root = FileManager.default.temporaryDirectory
    .appendingPathComponent("course-\(UUID().uuidString)", isDirectory: true)

  static let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/lesson-99-fixture/main.swift")

  /// The program lies where the tests' own binary lies.
  static let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appendingPathComponent("lesson-99-fixture")

  /// C99.6 has no rule yet.
  static let claims =
    zip(["C99.1", "C99.2", "C99.3", "C99.4", "C99.5"], ["X", "S", "S", "S", "N"]).map { id, kind in
      """
      - id: \(id)
        lesson: 99
        source: course
        kind: \(kind)
        statement: { en: One is one., zh: 一就是一。 }
        metric: { en: difference, zh: 差 }
        rule: { en: equality, zh: 相等 }
      \(kind == "S" ? "  margin: 0.5" : "")

      """
    }.joined()
      + """
      - { id: C99.6, lesson: 99, source: course, kind: X, statement: { en: Later., zh: 以后。 } }
      - { id: C98.1, lesson: 98, source: course, kind: X, statement: { en: Other., zh: 别的。 } }

      """

  struct Outcome {
    let status: Int32
    let signal: Bool
    let output: String
    let errors: String
  }

  var lesson: URL { root.appendingPathComponent("Lessons/99-fixture") }
  var report: URL { root.appendingPathComponent("Reports/smoke/99-fixture") }

  init() throws {
    try FileManager.default.createDirectory(at: lesson, withIntermediateDirectories: true)
    try write("", to: root.appendingPathComponent("Package.swift"))
    try write(Self.claims, to: root.appendingPathComponent("Lessons/claims.yaml"))
    try FileManager.default.copyItem(
      at: Self.source, to: lesson.appendingPathComponent("main.swift"))
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  func write(_ text: String, to file: URL) throws {
    try Data(text.utf8).write(to: file)
  }

  func edit(_ old: String, to new: String) throws {
    let file = lesson.appendingPathComponent("main.swift")
    let text = try String(contentsOf: file, encoding: .utf8)
    try #require(text.contains(old))
    try write(text.replacing(old, with: new), to: file)
  }

  /// The line of main.swift, from 1, that starts with a text.
  func line(of start: String) throws -> Int {
    let text = try String(
      contentsOf: lesson.appendingPathComponent("main.swift"), encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return try #require(lines.firstIndex { $0.hasPrefix(start) }) + 1
  }

  /// The text with `<id>` replaced by the line of the cell of that id.
  func naming(linesIn text: String) throws -> String {
    guard let match = text.firstMatch(of: /<([a-z]+)>/) else { return text }
    return text.replacing(match.0, with: String(try line(of: "cell(\"\(match.1)\")")))
  }

  func run(_ wish: String = "", _ arguments: [String] = ["--profile", "smoke"]) throws -> Outcome {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = arguments
    process.currentDirectoryURL = root
    var environment = ProcessInfo.processInfo.environment
    environment["COURSE_ROOT"] = root.path
    environment["FIXTURE"] = wish
    process.environment = environment
    let files = ["output", "errors"].map { root.appendingPathComponent("\($0)-\(UUID())") }
    for file in files { try write("", to: file) }
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, signal: process.terminationReason == .uncaughtSignal,
      output: try String(contentsOf: files[0], encoding: .utf8),
      errors: try String(contentsOf: files[1], encoding: .utf8))
  }

  func text(_ name: String) throws -> String {
    try String(contentsOf: report.appendingPathComponent(name), encoding: .utf8)
  }

  func results() throws -> Results {
    try fromJSON(Results.self, Data(contentsOf: report.appendingPathComponent("results.json")))
  }

  /// What lies beside the report, hidden folders included.
  func besideTheReport() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: report.deletingLastPathComponent().path)
  }
}
