import Foundation
import Testing

@Suite struct ListTests {
  let made: MadeUpCourse

  init() throws { made = try MadeUpCourse() }

  @Test func lessonsAreListedWithTitlesAndTheStateOfTheirReports() throws {
    try made.add("02-second", claims: "C02")
    try made.edit("Lessons/02-second/main.swift", "note(\"count\", 3)", to: "note(\"count\", 4)")
    try made.remove("Lessons/02-second/zh.md")
    try made.add("10-tenth", claims: "C10")
    try made.remove("Lessons/10-tenth/report")
    try made.folder.write("no lesson", to: "Lessons/notes/README.md")
    let lessons = """
      [{"name":"01-first","number":1,"report":"current",\
      "title":{"en":"01 · First","zh":"01 · 第一课"}},\
      {"name":"02-second","number":2,"report":"stale","title":{"en":"01 · First"}},\
      {"name":"10-tenth","number":10,"report":"none",\
      "title":{"en":"01 · First","zh":"01 · 第一课"}}]

      """
    #expect(try made.course("list", "--json").output == lessons)
    #expect(
      try made.course("list").output == """
        01-first  01 · First  01 · 第一课  (report: current)
        02-second  01 · First  (report: stale)
        10-tenth  01 · First  01 · 第一课  (report: none)

        """)
  }

  @Test func aFolderThatIsNoCourseIsAnError() throws {
    try made.remove("Lessons")
    let outcome = try made.course("list", "--json")
    #expect(outcome.isReportedFailure)
    #expect(outcome.errors.contains("which has no Package.swift and Lessons"))
  }
}
