import FineTuning
import Foundation
import Models
import ProgramRunning
import Tensors
import Testing

/// What the programs make of a base and an adapter.
@Suite struct AdapterTests {
  let tiny: TinyModel

  init() throws { tiny = try TinyModel() }

  private func train(_ task: TaskSample, _ method: String, _ more: String...) throws {
    try task.write(to: tiny.folder)
    let outcome = try tiny.tune(
      task.arguments(
        [
          "--steps", "80", "--evaluate-every", "20", "--learning-rate", "0.03", "--method", method,
        ] + more))
    try #require(outcome.status == 0, "\(outcome.errors)")
  }

  private func figures(_ arguments: String...) throws -> [String: Any] {
    let outcome = try tiny.tune(["eval"] + arguments + ["--json"])
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try object(outcome.output)
  }

  private func logits(_ model: String, _ more: String...) throws -> [Float] {
    let outcome = try tiny.tune(
      ["logits", model, "--ids", "7,1,0,5", "--output", "a.npy"] + more)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try NumPyFile(contentsOf: tiny.folder.path("a.npy")).values
  }

  /// What an evaluation finds is what the run found.
  @Test(arguments: ["lora", "prefix"]) func instructionsAreMeasured(method: String) throws {
    let more = method == "lora" ? ["--rank", "4"] : ["--virtual-tokens", "3"]
    try train(.sft, method, more[0], more[1])
    let losses = try tiny.folder.text("out/metrics.jsonl").split(separator: "\n").compactMap {
      try object(String($0))["validationLoss"] as? Double
    }
    let arguments = ["--data", "validation.jsonl", "--template", "plain", "--max-tokens", "4"]
    func loss(_ more: [String]) throws -> Double {
      let outcome = try tiny.tune(["eval", "model"] + more + arguments + ["--json"])
      try #require(outcome.status == 0, "\(outcome.errors)")
      return try #require(object(outcome.output)["loss"] as? Double)
    }
    #expect(try abs(loss(["--adapter", "out"]) - losses.min()!) < 1e-6)
    if method == "lora" { #expect(try abs(loss([]) - losses[0]) < 1e-6) }
    #expect(losses.min()! < losses[0])
    for weights in ["f32", "int8"] {
      let said = try tiny.tune(
        "generate", "model", "--adapter", "out", "--prompt", "a hat sat\n", "--temperature", "0",
        "--max-tokens", "4", "--weights", weights)
      #expect(said.status == 0 && said.output.hasPrefix("a hat sat\n"), "\(said.errors)")
    }
  }

  /// The labels' names come from the config beside the adapter, and without it from the head.
  @Test(arguments: ["lora", "prompt", "layer-norm"])
  func aClassifierIsItsBaseAndAnAdapter(method: String) throws {
    let more = [
      "lora": ["--rank", "2"], "prompt": ["--virtual-tokens", "3"],
      "layer-norm": ["--batch-tokens", "32"],
    ][method]!
    try train(.classify, method, more[0], more[1])
    #expect(!(try tiny.folder.names(in: "out").contains("model.safetensors")))
    let config = try GPT2Config(contentsOf: tiny.folder.path("out/config.json"))
    #expect(config.labels == ["cat", "no cat"] && config.padToken == tiny.tokenizer.endOfText)

    // What was kept is what an evaluation of base and adapter finds.
    let lines = try tiny.folder.text("out/metrics.jsonl").split(separator: "\n").map {
      try object(String($0))
    }
    func loss(_ line: [String: Any]) -> Double { line["validationLoss"] as? Double ?? .infinity }
    let best = lines.min { loss($0) < loss($1) }
    let found = try figures("model", "--adapter", "out", "--data", "validation.jsonl")
    for figure in ["accuracy", "macroF1"] {
      #expect(found[figure] as? Double == best?[figure] as? Double)
    }
    let classes = found["classes"] as? [[String: Any]]
    #expect(classes?.map { $0["name"] as? String } == ["cat", "no cat"])

    try FileManager.default.removeItem(at: tiny.folder.path("out/config.json"))
    try tiny.folder.write(
      try tiny.folder.text("validation.jsonl").replacing(#": "no cat""#, with: #": "LABEL_1""#)
        .replacing(#"label": "cat""#, with: #"label": "LABEL_0""#), to: "numbered.jsonl")
    let numbered = try figures("model", "--adapter", "out", "--data", "numbered.jsonl")
    for figure in ["accuracy", "macroF1", "expectedCalibrationError"] {
      #expect(numbered[figure] as? Double == found[figure] as? Double)
    }
  }

  @Test func aClassifierOfABaseThatIsOneGoesOn() throws {
    try train(.classify, "full")
    try FileManager.default.moveItem(at: tiny.folder.path("out"), to: tiny.folder.path("first"))
    let arguments = TaskSample.classify.arguments(["--steps", "3", "--method", "bitfit"])
      .map { $0 == "model" ? "first" : $0 }
    #expect(try tiny.tune(arguments).status == 0)
    let found = try figures("first", "--adapter", "out", "--data", "rows.jsonl")
    #expect(found["accuracy"] as? Double == 1)
  }

  /// A second question costs its own tokens, and not those before.
  @Test(arguments: ["lora", "prefix", "prompt"])
  func aConversationKeepsWhatItHasSeen(method: String) throws {
    let more = method == "lora" ? ["--rank", "4"] : ["--virtual-tokens", "3"]
    try train(.sft, method, more[0], more[1])
    try tiny.folder.write(
      #"user: "{text}>"\#nassistant: "{text}"\#n"#, to: "short.yaml")
    try tiny.folder.write("a\nb\n", to: "input")
    func chat(_ adapter: String) throws -> [[String: Any]] {
      let outcome = try Program(at: URL(fileURLWithPath: "/bin/sh")).run(
        [
          "-c",
          #"exec "$0" chat model \#(adapter) --template short.yaml --max-tokens 1 --json < input"#,
          Program("tune").url.path,
        ], in: tiny.folder.url)
      try #require(outcome.status == 0, "\(outcome.errors)")
      return try outcome.output.split(separator: "\n").map { try object(String($0)) }
    }
    let turns = try chat("--adapter out")
    #expect(turns.count == 2)
    let second = try #require(turns.last)
    let prompt = try #require(second["promptIds"] as? [Int])
    let computed = try #require(second["computed"] as? Int)
    #expect(computed < prompt.count && second["forgotten"] as? Int == 0)

    // What it says is what follows from the whole prompt at once.
    let whole = try tiny.tune(
      "logits", "model", "--adapter", "out", "--ids",
      prompt.map(String.init).joined(separator: ","), "--output", "a.npy")
    #expect(whole.status == 0, "\(whole.errors)")
    let row = try NumPyFile(contentsOf: tiny.folder.path("a.npy")).values.suffix(
      tiny.model.vocabSize)
    let likeliest = row.indices.max { row[$0] < row[$1] }! - row.startIndex
    #expect(second["ids"] as? [Int] == [likeliest] || second["end"] as? String == "stopToken")
  }

  @Test(arguments: ["lora", "dora", "ia3", "bitfit", "layer-norm", "freeze"])
  func aMergedModelNeedsNoAdapter(method: String) throws {
    let lowRank = ["lora", "dora"].contains(method)
    try train(
      .sft, method, lowRank ? "--rank" : "--warm-up", "4", lowRank ? "--alpha" : "--seed", "8")
    let outcome = try tiny.tune("merge", "model", "--adapter", "out", "--output", "merged")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let difference = try #require(
      outcome.output.firstMatch(of: /largest difference of a logit\t([0-9.e-]+)\n/)
        .flatMap { Double($0.1) })
    #expect(difference < 1e-5)
    #expect(
      try tiny.folder.names(in: "merged") == [
        "config.json", "merges.txt", "model.safetensors", "tokenizer.json", "vocab.json",
      ])
    let (merged, apart, base) = try (
      logits("merged"), logits("model", "--adapter", "out"), logits("model")
    )
    #expect(zip(merged, apart).allSatisfy { abs($0 - $1) < 1e-5 })
    #expect(zip(merged, base).contains { abs($0 - $1) > 1e-2 })
  }

  @Test func aClassifierIsMergedWithItsLabels() throws {
    try train(.classify, "lora", "--rank", "2")
    let outcome = try tiny.tune(
      "merge", "model", "--adapter", "out", "--output", "merged", "--dtype", "bf16")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let merged = try GPT2ForSequenceClassification.load(tiny.folder.path("merged"))
    #expect(merged.config.labels == ["cat", "no cat"])
    let weights = try SafetensorsFile(tiny.folder.path("merged/model.safetensors"))
    #expect(weights.entries.allSatisfy { $0.type == .bf16 })
    let found = try figures("merged", "--data", "rows.jsonl")
    let apart = try figures("model", "--adapter", "out", "--data", "rows.jsonl")
    #expect(found["confusion"] as? [[Int]] == apart["confusion"] as? [[Int]])
  }

  @Test(arguments: ["adapter", "prefix", "prompt", "p-tuning"])
  func whatNoWeightsCanHoldIsNotMerged(method: String) throws {
    try train(
      .sft, method, method == "adapter" ? "--adapter-size" : "--virtual-tokens", "2")
    let outcome = try tiny.tune("merge", "model", "--adapter", "out", "--output", "merged")
    #expect(outcome.isReportedFailure, "\(outcome.errors)")
    // The file holds what P-tuning's network made, which is a prompt.
    let name = method == "p-tuning" ? "prompt" : method
    #expect(outcome.errors.contains("/out: \(name) cannot be merged"))
    #expect(outcome.errors.contains("help: keep the adapter beside its base"))
    #expect(!(try tiny.folder.names().contains { $0.contains("merged") }))
  }

  @Test func nothingThatIsThereIsMergedOver() throws {
    try train(.sft, "lora", "--rank", "2")
    let outcome = try tiny.tune("merge", "model", "--adapter", "out", "--output", "model")
    #expect(outcome.isReportedFailure && outcome.errors.contains("/model is there already"))
    let below = try tiny.tune(
      "merge", "model", "--adapter", "out", "--output", "rows.jsonl/merged")
    #expect(below.isReportedFailure && below.errors.contains("could not be written"))
  }

  /// For every command that takes an adapter.
  @Test(
    arguments: [
      ["logits", "--ids", "1,2", "--output", "a.npy"], ["generate", "--prompt", "a"], ["chat"],
      ["eval", "--data", "rows.jsonl", "--template", "plain"], ["inspect"],
      ["merge", "--output", "merged"],
    ])
  func anAdapterThatDoesNotFitIsAnError(command: [String]) throws {
    try train(.sft, "lora", "--rank", "2")
    func outcome(_ model: String, _ adapter: String) throws -> Program.Outcome {
      try tiny.tune([command[0], model, "--adapter", adapter] + command.dropFirst())
    }
    let none = try outcome("model", "model")
    #expect(none.isReportedFailure && none.errors.contains("there is no adapter in "))

    var config = GPT2Config(
      vocabSize: tiny.tokenizer.vocabularySize, contextLength: 16, hiddenSize: 12, layerCount: 2,
      headCount: 2)
    config.eosTokens = tiny.model.config.eosTokens
    var random = SeededRandom(seed: 2)
    try GPT2LMHeadModel(config, random: &random).save(
      to: tiny.folder.path("wide"), tokenizer: tiny.tokenizer)
    let wide = try outcome("wide", "out")
    #expect(wide.isReportedFailure, "\(wide.errors)")
    #expect(
      wide.errors.contains("c_attn.lora_A.weight\" has the shape [2, 8], the model needs [2, 12]"))
    #expect(wide.errors.contains("help: load the base that the adapter was trained on"))
    #expect(wide.errors.contains("\"model\""))

    let file = tiny.folder.path("out/adapter_model.safetensors")
    var bytes = try Data(contentsOf: file)
    bytes.replaceSubrange(bytes.count - 4..<bytes.count, with: [0, 0, 0xc0, 0x7f])
    try bytes.write(to: file)
    let broken = try outcome("model", "out")
    #expect(broken.isReportedFailure, "\(broken.errors)")
    #expect(
      broken.errors.contains("adapter_model.safetensors: ") && broken.errors.contains("no numbers"))
    #expect(!(try tiny.folder.names().contains { $0.contains("merged") }))
  }

  @Test func anAdapterIsNoModel() throws {
    try train(.classify, "lora", "--rank", "2")
    let outcome = try tiny.tune("eval", "out", "--data", "rows.jsonl")
    #expect(outcome.isReportedFailure, "\(outcome.errors)")
    #expect(outcome.errors.contains("/out holds an adapter, and no model"))
    #expect(outcome.errors.contains(#"help: give its base, which it calls "model", as the model"#))
    let other = try tiny.tune("generate", "model", "--adapter", "out", "--prompt", "a")
    #expect(other.isReportedFailure && other.errors.contains("\"task_type\": SEQ_CLS"))
  }

  @Test func anAdapterIsInspected() throws {
    try train(.sft, "lora", "--rank", "2")
    let text = try tiny.tune("inspect", "model", "--adapter", "out")
    #expect(text.status == 0, "\(text.errors)")
    #expect(text.output.contains("\nlora\ntrainable params: 128 || all params: "), "\(text.output)")
    #expect(
      text.output.hasSuffix(
        "base_model.model.transformer.h.1.attn.c_attn.lora_B.weight [24, 2]\n"))
    let report = try object(tiny.tune("inspect", "model", "--adapter", "out", "--json").output)
    let adapter = try #require(report["adapter"] as? [String: Any])
    #expect(adapter["method"] as? String == "lora" && adapter["parameters"] as? Int == 128)
    #expect((adapter["tensors"] as? [String: [Int]])?.count == 4)
  }
}
