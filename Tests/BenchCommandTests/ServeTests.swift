import Files
import Foundation
import ProgramRunning
import Testing
import Tokenizers

/// What dev/bench/compare.py relies on.
@Suite struct ServeTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The figures of each line that `bench … --serve` prints after `ready`, asked twice.
  private func serve(_ workload: String) throws -> [[String: Double]] {
    let bench = Program("bench").url.path
    let outcome = try Program(at: URL(fileURLWithPath: "/bin/sh")).run(
      ["-c", "printf '\\n\\n' | \(bench) \(workload) --serve"], in: folder.url)
    try #require(outcome.status == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.first == "ready")
    return try lines.dropFirst().map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
      return try #require(object as? [String: Double])
    }
  }

  @Test func aLineIsARunAndTheEndSaysWhatWasDone() throws {
    let small = "--layers 1 --width 16 --heads 2 --vocab 64"
    let figures = try serve("generate \(small) --prompt 3 --tokens 5")
    try #require(figures.count == 3)
    for run in figures.dropLast() {
      #expect(run.keys.elementsEqual(["ms"]))
      #expect(try #require(run["ms"]) > 0)
    }
    let end = try #require(figures.last)
    #expect(end["tokens"] == 5)
    #expect(try #require(end["peak_rss_mb"]) > 1)
  }

  /// transformers counts a label where it stands, and the first of a row has nothing before it.
  @Test(arguments: [
    ("--ragged 4,8 --batch 4", 24.0, 20.0), ("--ragged 4,8 --batch 4 --labelled 0.25", 24, 6),
    ("--length 8 --batch 3 --classes 2", 24, 3),
  ])
  func labelsAreCountedAsThePeerCountsThem(
    options: String, tokens: Double, labelled: Double
  ) throws {
    let end = try #require(
      try serve("step --layers 1 --width 16 --heads 2 --vocab 64 \(options)").last)
    #expect(end["tokens"] == tokens)
    #expect(end["labelled"] == labelled)
  }

  /// As peft counts them: A [8, 16] and B [48, 8] on c_attn of both blocks.
  @Test func onlyTheAdapterIsTrained() throws {
    let end = try #require(
      try serve("step --layers 2 --width 16 --heads 2 --vocab 64 --lora 8 --batch 1").last)
    #expect(end["trainable"] == 1024)
  }

  @Test func theCorpusIsHalfChineseAndItsIDsAreTheTokenizers() throws {
    let written = try Program("bench").run(
      ["corpus", "--megabytes", "1", "--output", "corpus.txt"], in: folder.url)
    try #require(written.status == 0, "\(written.errors)")
    let text = try folder.text("corpus.txt")
    #expect(1_000_000..<1_100_000 ~= text.utf8.count)
    let documents = text.split(separator: "\0")
    // A page of English tasks may ask for the translation of a Chinese sentence.
    let chinese = documents.filter { document in
      2 * document.utf8.count { $0 >= 0x80 } > document.utf8.count
    }
    let share = Double(chinese.reduce(0) { $0 + $1.utf8.count }) / Double(text.utf8.count)
    #expect(0.45...0.55 ~= share)

    let model = try CourseFolder.data().appendingPathComponent("models/nano")
    let outcome = try Program("bench").run(
      ["tokenize", model.path, "--corpus", "corpus.txt", "--ids", "ids", "--runs", "1"],
      in: folder.url)
    try #require(outcome.status == 0, "\(outcome.errors)")
    let tokenizer = try Tokenizer(folder: model)
    let ids = try Data(contentsOf: folder.path("ids")).withUnsafeBytes {
      Array($0.bindMemory(to: Int32.self))
    }
    #expect(ids == documents.flatMap { tokenizer.encode(String($0)) + [-1] })
  }

  @Test func aMissingCorpusIsReported() throws {
    let model = try CourseFolder.data().appendingPathComponent("models/nano")
    let outcome = try Program("bench").run(
      ["tokenize", model.path, "--corpus", "nowhere.txt"], in: folder.url)
    #expect(outcome.isReportedFailure, "\(outcome)")
    #expect(outcome.errors.contains("nowhere.txt"))
  }
}
