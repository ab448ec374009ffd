import Foundation
import Testing

@Suite struct TrainReportTests {
  let tiny: TinyModel

  init() throws { tiny = try TinyModel() }

  private func report(
    _ task: TaskSample, _ more: String...
  ) throws -> (en: String, zh: String) {
    try task.write(to: tiny.folder)
    let outcome = try tiny.tune(task.arguments(more))
    #expect(outcome.status == 0, "\(outcome.errors)")
    return (try tiny.folder.text("out/report.en.md"), try tiny.folder.text("out/report.zh.md"))
  }

  /// The numbers are those of metrics.jsonl.
  @Test func theReportSaysWhereValidationWasLowest() throws {
    let (en, zh) = try report(.sft, "--steps", "60", "--evaluate-every", "10")
    let metrics = try tiny.folder.text("out/metrics.jsonl").split(separator: "\n").map {
      try object(String($0))
    }
    let evaluations = metrics.compactMap { line in
      (line["validationLoss"] as? Double).map { (step: line["step"] as! Int, loss: $0) }
    }
    let best = evaluations.min { $0.loss < $1.loss }!
    let figures = String(format: "%.4f", best.loss)
    #expect(en.contains("lowest after step \(best.step) with \(figures), "), "\(en)")
    #expect(zh.contains("第 \(best.step) 步之后最低，为 \(figures)"), "\(zh)")
    let tokens = metrics.compactMap { $0["tokens"] as? Int }.reduce(0, +)
    #expect(en.contains("| tokens read | \(tokens) |") && zh.contains("| 读过的词元 | \(tokens) |"))
    let last = metrics.compactMap { $0["loss"] as? Double }.suffix(6).reduce(0, +) / 6
    #expect(en.contains(String(format: "%.4f over the last 6.", last)))
    for (language, page) in [("en", en), ("zh", zh)] {
      #expect(page.contains("(loss.\(language).svg)"))
      let picture = try tiny.folder.text("out/loss.\(language).svg")
      #expect(picture.contains(language == "en" ? "validation" : "验证"))
    }
  }

  /// What the model says before is what the untuned model says, and after what the tuned one says.
  @Test func theModelIsAskedBeforeAndAfter() throws {
    let (en, zh) = try report(.sft, "--steps", "200", "--evaluate-every", "10")
    for (model, words) in [("model", ("Before", "训练前")), ("out", ("After", "训练后"))] {
      let said = try tiny.tune(
        "generate", model, "--prompt", "a hat sat\n", "--temperature", "0", "--max-tokens", "64",
        "--json")
      let text = try #require(try object(said.output)["text"] as? String)
      let answer = text.replacing("<|endoftext|>", with: "")
      #expect(en.contains("\(words.0):\n\n```text\n\(answer)\n```"), "\(en)")
      #expect(zh.contains("\(words.1)：\n\n```text\n\(answer)\n```"))
    }
    #expect(en.contains("Expected:\n\n```text\nsat\n```"))
    #expect(en.components(separatedBy: "\n### ").count == 4)
  }

  @Test func aClassifierIsAskedForItsLabels() throws {
    let (en, zh) = try report(.classify, "--steps", "100", "--evaluate-every", "20")
    #expect(en.contains("Expected:\n\n```text\nno cat\n```") && en.contains(" %)\n```"))
    #expect(en.contains("accuracy went from ") && zh.contains("准确率从 "))
  }

  /// A run whose chart cannot be drawn keeps its model.
  @Test func withoutGnuplotThereIsNoChart() throws {
    try TaskSample.pretrain.write(to: tiny.folder)
    let outcome = try tiny.tune(
      TaskSample.pretrain.arguments(["--steps", "3"]), environment: ["PATH": "/nowhere"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("gnuplot was not found"))
    let names = try tiny.folder.names(in: "out")
    #expect(names.contains("config.json") && !names.contains("loss.en.svg"))
    #expect(!(try tiny.folder.text("out/report.en.md").contains(".svg")))
  }
}
