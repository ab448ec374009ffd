import Foundation
import Testing

@Suite struct CachedTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  /// Marks every result that was kept since the last call, so that a run shows whether it read one.
  func mark() throws -> Int {
    let cache = fixture.root.appendingPathComponent(".cache")
    let files = try FileManager.default.subpathsOfDirectory(atPath: cache.path)
      .filter { $0.hasSuffix(".json") }
    var count = 0
    for file in files {
      let url = cache.appendingPathComponent(file)
      let text = try String(contentsOf: url, encoding: .utf8)
      guard text.contains("is computed") else { continue }
      try fixture.write(text.replacing("is computed", with: "was kept"), to: url)
      count += 1
    }
    return count
  }

  @Test func anEditOfProseKeepsAnArmAndAnEditOfCodeDoesNot() throws {
    #expect(try fixture.run().output.contains("the arm is computed"))
    #expect(try mark() == 1)
    #expect(try fixture.run().output.contains("the arm was kept\nlosses [0.1, 0.333"))

    try fixture.edit("//: The numbers.", to: "//: These are the numbers.")
    #expect(try fixture.run().output.contains("the arm was kept"))
    #expect(try fixture.text("report.en.md").contains("the arm was kept"))

    try fixture.edit("var table = Table(", to: "var table  = Table(")
    #expect(try fixture.run().output.contains("the arm is computed"))
    #expect(try mark() == 1)
  }

  @Test(arguments: [["--profile", "class"], ["--seed", "3"], ["--fresh"]])
  func profileSeedAndFreshDoNotReadIt(more: [String]) throws {
    _ = try fixture.run()
    #expect(try mark() == 1)
    let arguments = more.first == "--profile" ? more : ["--profile", "smoke"] + more
    #expect(try fixture.run("", arguments).output.contains("the arm is computed"))
  }

  @Test func anArmDependsOnTheDataThatWasRead() throws {
    let data = fixture.root.appendingPathComponent("Data")
    try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
    try fixture.write("some words", to: data.appendingPathComponent("words.txt"))
    #expect(try fixture.run("data").output.contains("some words\nthe arm is computed"))
    #expect(try mark() == 1)
    #expect(try fixture.run("data").output.contains("the arm was kept"))
    #expect(try fixture.results().digests.data.keys.sorted() == ["Data/words.txt"])

    try fixture.write("other words", to: data.appendingPathComponent("words.txt"))
    #expect(try fixture.run("data").output.contains("other words\nthe arm is computed"))
  }

  @Test func theModelOptionNamesAnotherFolder() throws {
    for name in ["Data/tiny", "mine"] {
      let folder = fixture.root.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try fixture.write(name, to: folder.appendingPathComponent("model.safetensors"))
    }
    #expect(try fixture.run("model").output.contains("tiny\nthe arm is computed"))
    #expect(try mark() == 1)
    let outcome = try fixture.run("model", ["--profile", "smoke", "--model", "mine"])
    #expect(outcome.output.contains("mine\nthe arm is computed"))
    #expect(try fixture.results().digests.data.keys.sorted() == ["--model"])
  }

  @Test func dataThatIsMissingIsNamed() throws {
    let outcome = try fixture.run("data")
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("error: Data/words.txt: it does not exist\nhelp: "))
  }

  @Test func aBrokenEntryIsComputedAgain() throws {
    _ = try fixture.run()
    let cache = fixture.root.appendingPathComponent(".cache")
    let file = try #require(
      try FileManager.default.subpathsOfDirectory(atPath: cache.path)
        .first { $0.hasSuffix(".json") })
    try fixture.write("{", to: cache.appendingPathComponent(file))
    let outcome = try fixture.run()
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("the arm is computed"))
  }
}
