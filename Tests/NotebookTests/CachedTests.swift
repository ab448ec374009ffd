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
    for name in ["Data/models/tiny", "mine"] {
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

  @Test func theDataOptionNamesAFileAndItsColumns() throws {
    let file = fixture.root.appendingPathComponent("mine.csv")
    try fixture.write("text,label,mood\nfine,a,b\n", to: file)
    func run(_ arguments: String...) throws -> String {
      let outcome = try fixture.run("own data", ["--profile", "smoke"] + arguments)
      #expect(outcome.status == 0, "\(outcome.errors)")
      return outcome.output
    }
    #expect(try run().contains("no data: none\nthe arm is computed"))
    #expect(try fixture.results().digests.data.isEmpty)
    #expect(try run("--data", "mine.csv").contains("mine.csv: text, label\nthe arm is computed"))
    #expect(try fixture.results().digests.data.keys.sorted() == ["--data"])
    #expect(try mark() == 2)
    #expect(
      try run("--data", "mine.csv", "--text-column", "text").contains(
        "mine.csv: text, label\nthe arm was kept"))
    // Other columns of the same file are other data.
    #expect(
      try run("--data", "mine.csv", "--label-column", "mood").contains(
        "mine.csv: text, mood\nthe arm is computed"))
    try fixture.write("text,label,mood\nbad,a,b\n", to: file)
    #expect(try run("--data", "mine.csv").contains("mine.csv: text, label\nthe arm is computed"))
  }

  @Test func dataThatIsMissingIsNamed() throws {
    let outcome = try fixture.run("data")
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("error: Data/words.txt: it does not exist\nhelp: "))
    let own = try fixture.run("own data", ["--profile", "smoke", "--data", "/nowhere/mine.csv"])
    #expect(own.status == 1)
    #expect(
      own.errors.hasPrefix(
        "error: /nowhere/mine.csv: it does not exist\nhelp: name another file with --data FILE"))
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
