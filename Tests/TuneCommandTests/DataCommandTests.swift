import Foundation
import ProgramRunning
import Testing

@Suite struct DataCommandTests {
  let tiny: TinyModel

  init() throws {
    tiny = try TinyModel()
    try tiny.folder.write(
      """
      {"instruction": "say cat", "input": "", "output": "cat"}
      {"instruction": "say hat", "input": "", "output": ""}
      {"instruction": "say cat", "input": "", "output": "cat"}
      {"instruction": "say cat", "input": "", "output": "the mat."}
      {"prompt": "好", "completion": "坏"}

      """, to: "rows.jsonl")
    try tiny.folder.write(
      #"user: "{text}>"\#nassistant: "{text}"\#n"#, to: "short.yaml")
  }

  private func json(_ arguments: String...) throws -> [String: Any] {
    let outcome = try tiny.tune(["data", "rows.jsonl", "--json"] + arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try object(outcome.output)
  }

  private func number(_ report: [String: Any], _ part: String, _ key: String) -> Int? {
    ((report[part] as? [String: Any])?[key] as? NSNumber)?.intValue
  }

  @Test func rowsFaultsAndDuplicatesAreCounted() throws {
    let report = try json()
    #expect(number(report, "summary", "rows") == 4)
    #expect(number(report, "faults", "count") == 1)
    let faults = (report["faults"] as? [String: Any])?["first"] as? [String]
    #expect(faults?.first?.contains("rows.jsonl:2, row 2: ") == true)
    let exact = (report["summary"] as? [String: Any])?["exactDuplicates"] as? [[String: Any]]
    #expect((exact?.first?["row"] as? NSNumber)?.intValue == 3)
    #expect(report["tokens"] == nil && report["difficulty"] == nil)
    let card = try #require(report["figures"] as? [[String: Any]])
    let conflicts = card.first { $0["name"] as? String == "conflicting questions" }
    #expect((conflicts?["value"] as? NSNumber)?.intValue == 1)
  }

  @Test func tokensAreCountedWithAModel() throws {
    let report = try json("--model", "model", "--template", "short.yaml", "--max-length", "4")
    let first = tiny.tokenizer.encode("say cat").count + tiny.tokenizer.encode(">").count
    let longest = first + tiny.tokenizer.encode("the mat.").count + 1
    let tokens = try #require(report["tokens"] as? [String: Any])
    let lengths = try #require(tokens["tokens"] as? [String: Any])
    #expect((lengths["maximum"] as? NSNumber)?.intValue == longest)
    #expect((tokens["truncated"] as? NSNumber)?.intValue == 4)
    #expect(report["difficulty"] != nil)
  }

  @Test func theTextHasALegendAndTheFirstRows() throws {
    let outcome = try tiny.tune(
      "data", "rows.jsonl", "--template", "short.yaml", "--preview", "2")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("exact duplicates\t1 (rows 3 like 1)"))
    #expect(outcome.output.contains("\nlegend\n"))
    #expect(outcome.output.contains("row 1\n[user] say cat\n[frame] >\n[assistant] cat\n[end] "))
    #expect(outcome.output.contains("\nrow 3\n"))
  }

  @Test(arguments: [[], ["--color", "auto"], ["--color", "never"]])
  func theMaskIsShownWithAModel(more: [String]) throws {
    let outcome = try tiny.tune(
      ["data", "rows.jsonl", "--template", "short.yaml", "--model", "model"] + more)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.output.contains(
        "row 1\n[user] say cat\n[frame] >\n[assistant, counted] cat\n[end, counted] <|endoftext|>"))
    #expect(!outcome.output.contains("\u{1b}"))
  }

  @Test func theMaskIsColouredWhereThatIsWanted() throws {
    let outcome = try tiny.tune(
      "data", "rows.jsonl", "--template", "short.yaml", "--model", "model", "--color", "always")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("\u{1b}[1;32mcat"))
  }

  @Test func theModelsOwnTemplateIsTheDefault() throws {
    #expect(try json()["template"] as? String == "alpaca")
    #expect(try json("--model", "model")["template"] as? String == "alpaca")
    try tiny.folder.write(
      #"{"chat_template": "{% for m in messages %}{{ m.content }}>{% endfor %}"}"#,
      to: "model/tokenizer_config.json")
    let report = try json("--model", "model")
    #expect(report["template"] as? String == "chat")
    let row = try #require((report["preview"] as? [[String: Any]])?.first)
    let texts = (row["segments"] as? [[String: Any]])?.map { $0["text"] as? String }
    #expect(texts == ["say cat", ">", "cat", ">"])
    #expect(try json("--model", "model", "--template", "alpaca")["template"] as? String == "alpaca")
  }

  @Test func missingFilesAndTemplatesAreReported() throws {
    #expect(try tiny.tune("data", "none.jsonl").isReportedFailure)
    let outcome = try tiny.tune("data", "rows.jsonl", "--template", "alpacca")
    #expect(outcome.isReportedFailure)
    #expect(outcome.errors.contains("did you mean alpaca?"))
  }

  @Test func lengthsNeedAModel() throws {
    let outcome = try tiny.tune("data", "rows.jsonl", "--max-length", "9")
    #expect(outcome.status != 0)
    #expect(outcome.errors.contains("need --model"))
  }
}
