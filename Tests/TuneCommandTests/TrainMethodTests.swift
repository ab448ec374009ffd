import Adapters
import Foundation
import Layers
import Models
import ProgramRunning
import Tensors
import Testing

@Suite struct TrainMethodTests {
  let tiny: TinyModel

  init() throws { tiny = try TinyModel() }

  private static let methods = [
    "lora", "dora", "adapter", "prefix", "prompt", "p-tuning", "ia3", "bitfit", "layer-norm",
    "freeze", "hybrid",
  ]

  /// What makes a method fit the tiny model.
  private func options(_ method: String) -> [String] {
    let small =
      switch method {
      case "lora", "dora", "hybrid": ["--rank", "2"]
      case "adapter": ["--adapter-size", "4"]
      case "prefix", "prompt": ["--virtual-tokens", "3"]
      case "p-tuning": ["--virtual-tokens", "3", "--encoder-size", "5"]
      default: [String]()
      }
    return ["--method", method] + small
  }

  private func train(_ task: TaskSample, _ method: String, _ more: String...) throws -> String {
    try task.write(to: tiny.folder)
    let outcome = try tiny.tune(task.arguments(options(method) + more))
    #expect(outcome.status == 0 && outcome.output == "", "\(outcome.errors)")
    return outcome.errors
  }

  private func metrics(_ key: String) throws -> [Double] {
    try tiny.folder.text("out/metrics.jsonl").split(separator: "\n").compactMap {
      try object(String($0))[key] as? Double
    }
  }

  private func logits(_ model: String, _ adapter: String? = nil) throws -> [Float] {
    let outcome = try tiny.tune(
      ["logits", model, "--ids", "7,1,0,5", "--output", "a.npy"]
        + (adapter.map { ["--adapter", $0] } ?? []))
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try NumPyFile(contentsOf: tiny.folder.path("a.npy")).values
  }

  @Test(arguments: methods) func aMethodLeavesAnAdapter(method: String) throws {
    let said = try train(.sft, method, "--steps", "40", "--evaluate-every", "20")
    let names = try tiny.folder.names(in: "out").filter {
      !$0.hasPrefix("loss.") && !$0.hasPrefix("report.")
    }
    #expect(
      names == [
        "adapter_config.json", "adapter_model.safetensors",
      ] + (method == "hybrid" ? ["base"] : []) + [
        "events.out.tfevents.tune", "metrics.jsonl", "run.json",
      ])
    #expect(try object(tiny.folder.text("out/run.json"))["method"] as? String == method)

    let losses = try metrics("loss")
    #expect(losses.count == 40)
    #expect(losses.suffix(10).reduce(0, +) < losses.prefix(10).reduce(0, +))
    #expect(try metrics("step").filter { $0 == 40 }.count == 2)

    // The files hold every number that was trained, but for networks that made virtual tokens.
    let counts = said.matches(of: #/trainable params: ([0-9,]+) \|\| all params: ([0-9,]+) /#)
    #expect(counts.count == (method == "hybrid" ? 2 : 1))
    let trainable = try #require(counts.last.flatMap { Int($0.1.replacing(",", with: "")) })
    let file = try SafetensorsFile(tiny.folder.path("out/adapter_model.safetensors"))
    let stored = file.entries.reduce(0) { $0 + $1.shape.reduce(1, *) }
    #expect(method == "p-tuning" ? stored == 3 * 8 : stored == trainable)

    let config = try object(tiny.folder.text("out/adapter_config.json"))
    let base = try #require(config["base_model_name_or_path"] as? String)
    #expect(base == (method == "hybrid" ? "out/base" : "model"))
    let model = try GPT2LMHeadModel.load(tiny.folder.path(base))
    let withAdapter = try logits(base, "out")
    #expect(try withAdapter != logits(base))
    _ = try Adapter.load(tiny.folder.path("out"), onto: model)
    #expect(
      try withAdapter == withoutGradients { try model.logits(TokenBatch([[7, 1, 0, 5]])).elements })
  }

  /// A projection is thrown away, and the targets, biases and form that were asked for are trained.
  @Test(
    arguments: [
      (["prefix", "--virtual-tokens", "2", "--projection", "5"], 2 * 2 * 2 * 8, 1),
      (["prompt", "--virtual-tokens", "5", "--prompt-init", "random"], 5 * 8, 1),
      (
        ["prompt", "--virtual-tokens", "5", "--prompt-init", "text", "--prompt-text", "the cat"],
        5 * 8, 1
      ),
      (["lora", "--rank", "2", "--targets", "c_attn,mlp.c_fc"], 2 * 2 * (8 + 24 + 8 + 32), 8),
      (["lora", "--rank", "1", "--targets", ".*h.0.attn.*"], 8 + 24 + 8 + 8, 4),
      (
        ["dora", "--rank", "1", "--targets", "all-linear", "--rs-lora"], 2 * (56 + 24 + 72 + 48), 24
      ),
      (["lora", "--rank", "1", "--train-biases", "lora_only"], 2 * (32 + 24), 6),
      (
        [
          "adapter", "--adapter-size", "2", "--adapter-placement", "feed-forward",
          "--adapter-form", "pfeiffer",
        ], 2 * (2 * 16 + 10), 8
      ),
      (["freeze", "--freeze-blocks", "2"], 2 * 872 + 16, 26),
    ] as [([String], Int, Int)])
  func theOptionsOfAMethodDecideItsParameters(
    options: [String], numbers: Int, tensors: Int
  ) throws {
    try TaskSample.pretrain.write(to: tiny.folder)
    let outcome = try tiny.tune(
      TaskSample.pretrain.arguments(["--steps", "2", "--method"] + options))
    #expect(outcome.status == 0, "\(outcome.errors)")
    let entries = try SafetensorsFile(tiny.folder.path("out/adapter_model.safetensors")).entries
    #expect(entries.reduce(0) { $0 + $1.shape.reduce(1, *) } == numbers)
    #expect(entries.count == tensors)
  }

  @Test(
    arguments: [
      ("full", [3e-4]), ("lora", [1e-3]), ("ia3", [3e-3]), ("freeze", [3e-4]),
      ("hybrid", [3e-4, 1e-3]),
    ] as [(String, [Float])])
  func theMethodDecidesTheRate(method: String, rates: [Float]) throws {
    try TaskSample.pretrain.write(to: tiny.folder)
    let outcome = try tiny.tune(
      [
        "train", "model", "--task", "pretrain", "--data", "rows.jsonl", "--output", "out",
        "--steps", "10",
      ] + options(method))
    #expect(outcome.status == 0, "\(outcome.errors)")
    let run = try object(tiny.folder.text("out/run.json"))
    let found = ["fullTraining", "training"].compactMap { run[$0] as? [String: Any] }
      .compactMap { ($0["learningRate"] as? NSNumber)?.floatValue }
    #expect(found == rates)
    let highest = try metrics("learningRate").max()
    #expect(highest.map { Float($0) } == rates.max())
  }

  /// `--full-share` of the steps, and the schedule begins anew after them.
  @Test func hybridHasTwoStages() throws {
    let said = try train(.classify, "hybrid", "--steps", "20", "--full-share", "0.3")
    #expect(said.contains("step 6/6  loss ") && said.contains("step 14/14  loss "))
    let rates = try metrics("learningRate")
    #expect(rates.count == 20 && rates[5] < 0.002 && rates[7] == 0.01)
    #expect(try metrics("validationLoss").count == 3)
    let outcome = try tiny.tune(
      "eval", "out/base", "--adapter", "out", "--data", "validation.jsonl", "--json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let losses = try metrics("validationLoss")
    let best = losses.indices.min { losses[$0] < losses[$1] }!
    #expect(try object(outcome.output)["accuracy"] as? Double == metrics("accuracy")[best])
  }

  @Test func aFileTakesTheSameNames() throws {
    try TaskSample.sft.write(to: tiny.folder)
    try tiny.folder.write(
      "method: lora\nrank: 3\nalpha: 6\ntargets: c_attn, mlp.c_proj\nrs-lora: true\n",
      to: "train.yaml")
    let outcome = try tiny.tune(
      TaskSample.sft.arguments(["--config", "train.yaml", "--steps", "2", "--rank", "2"]))
    #expect(outcome.status == 0, "\(outcome.errors)")
    let config = try object(tiny.folder.text("out/adapter_config.json"))
    #expect(config["r"] as? Int == 2 && config["lora_alpha"] as? Int == 6)
    #expect(config["target_modules"] as? [String] == ["c_attn", "mlp.c_proj"])
    #expect(config["use_rslora"] as? Bool == true)
  }

  /// With what was killed in the first of two stages, in the second, and with dropout.
  @Test(
    arguments: [
      (["lora", "--lora-dropout", "0.1"], "training.safetensors"),
      (["p-tuning", "--virtual-tokens", "2"], "training.safetensors"),
      (["hybrid", "--full-share", "0.5"], "full/training.safetensors"),
      (["hybrid", "--full-share", "0.5"], "training.safetensors"),
    ])
  func aKilledRunIsTakenUp(method: [String], checkpoint: String) throws {
    let task = method[0] == "hybrid" ? TaskSample.classify : .sft
    try task.write(to: tiny.folder)
    let many = task.arguments(
      ["--steps", "600", "--evaluate-every", "50", "--checkpoint-every", "10", "--method"] + method)
    #expect(try tiny.tune(many).status == 0)
    let files =
      [
        "adapter_model.safetensors", "adapter_config.json", "metrics.jsonl", "run.json",
        "report.en.md", "report.zh.md", "loss.en.svg",
      ] + (method[0] == "hybrid" ? ["base/model.safetensors", "base/config.json"] : [])
    let whole = try tiny.comparable(files)
    try FileManager.default.removeItem(at: tiny.folder.path("out"))

    try tiny.killedRun(many, at: checkpoint)
    #expect(!(try tiny.folder.names(in: "out").contains("adapter_config.json")))
    if checkpoint == "training.safetensors" {
      // Weights and moments of the adapter, and of nothing else.
      let kept = try SafetensorsFile(tiny.folder.path("out/checkpoint/training.safetensors"))
      let own = task == .classify ? ["score.weight"] : []
      let names = kept.entries.map(\.name)
      #expect(
        names.allSatisfy { name in
          name.contains(".adapter.") || name.contains(".prompt.")
            || own.contains { name.hasSuffix($0) }
        }, "\(names)")
    }
    let other = try tiny.tune(
      many.filter { $0 != "--method" && !method.contains($0) } + ["--resume"])
    #expect(other.isReportedFailure && other.errors.contains("method was \(method[0]) and is full"))
    let resumed = try tiny.tune(many + ["--resume"])
    #expect(resumed.status == 0, "\(resumed.errors)")
    for (file, (ours, expected)) in zip(files, zip(try tiny.comparable(files), whole)) {
      #expect(ours == expected, "\(file)")
    }
    let again = try tiny.tune(many + ["--resume"])
    #expect(again.isReportedFailure && again.errors.contains("has ended"))
  }

  @Test func theReportSaysWhatItCost() throws {
    let said = try train(.sft, "hybrid", "--steps", "10")
    let counts = said.matches(of: #/trainable params: ([0-9,]+) \|\| all params: ([0-9,]+) /#)
      .map { (String($0.1), String($0.2)) }
    let weights = try Data(contentsOf: tiny.folder.path("out/adapter_model.safetensors")).count
    for (language, words) in [
      ("en", ("## What it cost", "trainable parameters", "all parameters")),
      ("zh", ("## 花了多少", "可训练参数", "全部参数")),
    ] {
      let page = try tiny.folder.text("out/report.\(language).md")
      #expect(page.contains("\(words.0)\n\n|  | full | lora |\n|---|---:|---:|\n"), "\(page)")
      #expect(page.contains("| \(words.1) | \(counts[0].0) | \(counts[1].0) |"))
      #expect(page.contains("| \(words.2) | \(counts[0].1) | \(counts[1].1) |"))
      let bytes = counts.map { count in
        (8 * Int(count.0.replacing(",", with: ""))!)
          .formatted(.number.locale(Locale(identifier: "en_US")))
      }
      #expect(page.contains(" | \(bytes[0]) | \(bytes[1]) |"), "\(page)")
      let size = weights.formatted(.number.locale(Locale(identifier: "en_US")))
      #expect(page.contains("`adapter_model.safetensors`") && page.contains(" \(size) "))
      #expect(page.contains(language == "en" ? " ms a step of lora (median)" : "lora 每步 "))
      #expect(page.contains("`tune merge`"))
    }
  }

  @Test(
    arguments: [
      (["lora", "--rank", "0"], "--rank is 0, but must be in 1 … 8, the width"),
      (["hybrid", "--rank", "9"], "--rank is 9, but must be in 1 … 8"),
      (["lora", "--alpha", "0"], "--alpha is 0.0, but must be a positive number"),
      (["lora", "--lora-dropout", "1"], "--lora-dropout is 1.0"),
      (
        ["lora", "--rank", "2", "--targets", "c_atn"],
        "--targets: target modules that are not in the base model: \"c_atn\"\n"
          + "help: the layers of a block are attn.c_attn, attn.c_proj, mlp.c_fc, mlp.c_proj; for \"c_atn\" "
          + "perhaps attn.c_attn"
      ),
      (["lora", "--targets", ".*q_proj[a-z]"], "--targets: target modules that are not in"),
      (["lora", "--targets", "(c_attn"], "--targets: \"(c_attn\" is no regular expression"),
      (["adapter", "--adapter-size", "9"], "--adapter-size is 9, but must be in 1 … 8"),
      (["prefix", "--virtual-tokens", "16"], "--virtual-tokens is 16, but must be in 1 … 15"),
      (["prefix", "--virtual-tokens", "14"], "but the model looks at 2 at most"),
      (["prefix", "--projection", "0"], "--projection is 0, but must be positive"),
      (["p-tuning", "--virtual-tokens", "2", "--encoder-size", "0"], "--encoder-size is 0"),
      (["freeze", "--freeze-blocks", "3"], "--freeze-blocks is 3, but must be in 1 … 2"),
    ] as [([String], String)])
  func settingsThatDoNotFitTheModelAreErrors(options: [String], reason: String) throws {
    try TaskSample.sft.write(to: tiny.folder)
    let outcome = try tiny.tune(TaskSample.sft.arguments(["--method"] + options))
    #expect(outcome.isReportedFailure && outcome.errors.contains(reason), "\(outcome.errors)")
    #expect(!(try tiny.folder.names().contains("out")))
  }

  @Test(
    arguments: [
      (["lorra"], "- p-tuning\n"),
      (["prefix", "--rank", "3"], "--rank means nothing to --method prefix; it is for lora and"),
      (["full", "--alpha", "3"], "--alpha means nothing to --method full"),
      (["dora", "--lora-dropout", "0.1"], "--lora-dropout means nothing to --method dora"),
      (["ia3", "--targets", "c_attn"], "--targets means nothing to --method ia3"),
      (["bitfit", "--rs-lora"], "--rs-lora means nothing"),
      (["lora", "--adapter-form", "houlsby"], "it is for adapter"),
      (["p-tuning", "--projection", "3"], "it is for prefix"),
      (["lora", "--full-share", "0.1"], "it is for hybrid"),
      (["hybrid", "--full-share", "1"], "--full-share must lie between 0 and 1"),
      (["hybrid", "--rank", "2", "--steps", "1"], "--method hybrid needs two steps or more"),
      (["prompt", "--prompt-text", "a"], "--prompt-text and --prompt-init text belong together"),
      (
        ["prompt", "--prompt-init", "text"], "--prompt-text and --prompt-init text belong together"
      ),
      (["prompt", "--prompt-init", "text", "--prompt-text", ""], "--prompt-text is empty"),
    ])
  func optionsThatMakeNoSenseAreRefused(options: [String], reason: String) throws {
    try TaskSample.sft.write(to: tiny.folder)
    let outcome = try tiny.tune(TaskSample.sft.arguments(["--method"] + options))
    #expect(outcome.status != 0 && !outcome.signal && outcome.output.isEmpty)
    #expect(outcome.errors.contains(reason), "\(outcome.errors)")
    #expect(!(try tiny.folder.names().contains("out")))
  }
}
