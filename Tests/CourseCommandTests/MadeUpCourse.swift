import Foundation
import ProgramRunning
import Testing
import Weaving

/// A small course with nothing wrong in it, for `course` to look at.
final class MadeUpCourse {
  let folder: TemporaryFolder

  static let lesson = """
    //: # 01 · First
    //:
    //: There are {{count}} things.

    import Course

    cell("count")
    note("count", 3)
    check("three are three", true)
    claim("C01.1", .exact(true), evidence: [.init("things", .integer(3))])

    //: The end.

    """

  static let chinese = """
    ## count <!-- en: -->

    # 01 · 第一课

    有 {{count}} 样东西。

    ## end <!-- en: -->

    完。

    ## strings

    | en | zh |
    |---|---|
    | three are three | 三就是三 |
    | things | 东西 |

    """

  static let entry = """
    - id: C01.1
      lesson: 01
      source: 000:7
      kind: X
      statement: { en: One is one., zh: 一就是一。 }
      metric: { en: difference, zh: 差 }
      rule: { en: equality, zh: 相等 }

    """

  static func report(_ language: Language, claims: String = "C01") -> String {
    switch language {
    case .en:
      "# 01\n\n> **Claim \(claims).1**: One is one.\n>\n> **Verdict: supported**\n\n[data](loss.csv)\n"
    case .zh: "# 01\n\n> **论断 \(claims).1**：一就是一。\n>\n> **判定：得到支持**\n\n`[no](link)`\n"
    }
  }

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("", to: "Package.swift")
    try folder.write("some words", to: "Data/words.txt")
    try folder.write(
      "- { id: C40.1, lesson: 40, source: course, kind: S, statement: { en: Later., zh: 以后。 } }\n",
      to: "Lessons/claims.yaml")
    try add("01-first")
  }

  /// Adds a lesson in whose code and results C01 is replaced.
  func add(_ name: String, claims: String = "C01") throws {
    let lesson = Self.lesson.replacing("C01", with: claims)
    try folder.write(lesson, to: "Lessons/\(name)/main.swift")
    let source = try source(name)
    try folder.write(
      Translation.restamped(Self.chinese, of: source), to: "Lessons/\(name)/zh.md")
    try enter(claims)
    let report = "Lessons/\(name)/report"
    for language in Language.allCases {
      try folder.write(
        Self.report(language, claims: claims), to: "\(report)/report.\(language.rawValue).md")
    }
    try folder.write("1,2\n", to: "\(report)/loss.csv")
    try writeResults(name, profile: "full", claims: claims, to: "\(report)/results.json")
    try writeResults(name, profile: "smoke", claims: claims, to: "\(report)/smoke.json")
    #expect(try course("claims", "--write").status == 0)
  }

  /// Enters the claim of a lesson into the ledger, unless it is there.
  private func enter(_ claims: String) throws {
    let ledger = try folder.text("Lessons/claims.yaml")
    guard !ledger.contains("\(claims).1") else { return }
    let entry = Self.entry.replacing("C01", with: claims)
      .replacing("lesson: 01", with: "lesson: \(claims.dropFirst())")
    try folder.write(ledger + entry, to: "Lessons/claims.yaml")
  }

  func writeResults(
    _ name: String = "01-first", profile: String, claims: String = "C01",
    count: Int = 3, strings: [String] = ["things", "three are three"], to file: String
  ) throws {
    let id = "\(claims).1"
    let ledger = try ClaimLedger(root: folder.url)
    let results = try Results(
      lesson: name, profile: profile, seeds: [0], codeDigest: source(name).codeDigest,
      dataDigests: ["Data/words.txt": Digest.hex(ofFilesAt: folder.path("Data/words.txt"))],
      hardware: [:], notes: ["count": .integer(count)],
      checks: [Check(cell: "count", text: "three are three", holds: true, evidence: nil)],
      claims: [Claim(id, evidence: [.init("things", .integer(3))], verdict: .supported)],
      rules: [id: #require(ledger[id]).ruleDigest], strings: strings, timings: ["run": 2.5])
    try folder.write(String(decoding: json(results), as: UTF8.self), to: file)
  }

  func source(_ name: String = "01-first") throws -> LessonSource {
    try LessonSource(folder: folder.path("Lessons/\(name)"))
  }

  func edit(_ file: String, _ old: String, to new: String) throws {
    let text = try folder.text(file)
    try #require(text.contains(old))
    try folder.write(text.replacing(old, with: new), to: file)
  }

  func remove(_ file: String) throws {
    try FileManager.default.removeItem(at: folder.path(file))
  }

  /// Runs `course`, from a folder that is not the course's.
  func course(_ arguments: String..., program: Program = Program("course")) throws
    -> Program.Outcome
  {
    try program.run(
      arguments, in: FileManager.default.temporaryDirectory,
      environment: ["COURSE_ROOT": folder.url.path])
  }
}
