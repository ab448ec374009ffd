import Files
import Foundation
import Layers
import Tensors
import Tokenizers

extension KeyTable {
  /// The parts of GPT-2. The Hub's `gpt2` and files of the base class use the names of `GPT2Model`,
  /// files of the classes with a head put `transformer.` before them.
  public static let gpt2: KeyTable = {
    let base = [
      ("tokenEmbedding", "wte.weight"),
      ("positionEmbedding", "wpe.weight"),
      ("blocks.#.norm1", "h.#.ln_1"),
      ("blocks.#.attention.qkv", "h.#.attn.c_attn"),
      ("blocks.#.attention.projection", "h.#.attn.c_proj"),
      ("blocks.#.norm2", "h.#.ln_2"),
      ("blocks.#.mlp.up", "h.#.mlp.c_fc"),
      ("blocks.#.mlp.down", "h.#.mlp.c_proj"),
      ("finalNorm", "ln_f"),
    ]
    let withHead = base.map { ("transformer.\($0)", "transformer.\($1)") }
    return KeyTable(rows: base + withHead + [("head", "lm_head"), ("score", "score")])
  }()
}

/// One of transformers' GPT-2 classes. Its Swift name is that of the class.
public protocol GPT2Class: Module {
  var config: GPT2Config { get }
  var loadReport: LoadReport? { get }
  /// What `print(model)` shows in Python.
  var structure: ModelStructure { get }
}

extension GPT2Class {
  /// The parameters by the names that transformers gives them, tied ones once.
  public var huggingFaceParameters: [(key: String, tensor: Tensor)] {
    namedParameters().compactMap { name, tensor in
      KeyTable.gpt2.theirs(name).map { ($0, tensor) }
    }
  }

  /// Writes config.json, model.safetensors with numbers of `type` (F32, F16 or BF16) and, if given,
  /// the tokenizer's files.
  public func save(
    to folder: URL, tokenizer: Tokenizer? = nil, as type: ScalarType = .f32
  ) throws {
    try config.write(
      to: folder.appendingPathComponent("config.json"), architecture: "\(Self.self)", type: type)
    try writeSafetensors(
      huggingFaceParameters.map { NamedTensor($0.key, $0.tensor, as: type) },
      to: folder.appendingPathComponent("model.safetensors"))
    try tokenizer?.save(to: folder)
  }

  /// Fills the parameters from a folder; heads that it lacks are drawn with `random`.
  fileprivate func fill(
    from folder: URL, name: String?, random: inout SeededRandom
  ) throws -> LoadReport {
    let parameters = huggingFaceParameters
    let heads: Set = ["lm_head.weight", "score.weight"]
    let isTied = self is GPT2LMHeadModel && config.tieWordEmbeddings
    let loader = CheckpointLoader(
      className: "\(Self.self)", checkpoint: name ?? folder.path, parameters: parameters,
      optional: heads, prefix: "transformer.",
      isIgnored: { key in
        let isBuffer =
          key.hasPrefix("h.")
          && [".attn.bias", ".attn.masked_bias", ".crossattention.bias"]
            .contains { key.hasSuffix($0) }
        return isBuffer || isTied && key == "lm_head.weight"
      },
      isOtherHead: { heads.contains($0) && !(isTied && $0 == "lm_head.weight") })
    let report = try loader.load(WeightFiles(folder))
    for (key, tensor) in parameters where report.newlyInitialized.contains(key) {
      tensor.assign(
        .normal(tensor.shape, deviation: config.initializerRange, using: &random))
    }
    unfreeze()
    return report
  }
}

extension GPT2Model: GPT2Class {
  /// Loads a Hugging Face folder: any GPT-2 checkpoint, of which heads are left aside. The report
  /// calls it `name`. Throws `ConfigError`, `WeightFilesError`, `SafetensorsError`,
  /// `CheckpointError` or `FileReadError`.
  public static func load(_ folder: URL, name: String? = nil) throws -> GPT2Model {
    let config = try GPT2Config(contentsOf: folder.appendingPathComponent("config.json"))
    var weights = InitialWeights(random: nil)
    let model = GPT2Model(config, &weights)
    var random = SeededRandom(seed: 0)
    model.loadReport = try model.fill(from: folder, name: name, random: &random)
    return model
  }
}

extension GPT2LMHeadModel: GPT2Class {
  /// The same with a language model's head. `seed` draws an untied head that the folder lacks.
  public static func load(
    _ folder: URL, name: String? = nil, seed: UInt64 = 0
  ) throws -> GPT2LMHeadModel {
    let config = try GPT2Config(contentsOf: folder.appendingPathComponent("config.json"))
    var weights = InitialWeights(random: nil)
    let model = GPT2LMHeadModel(GPT2Model(config, &weights), &weights)
    var random = SeededRandom(seed: seed)
    model.loadReport = try model.fill(from: folder, name: name, random: &random)
    return model
  }
}

extension GPT2ForSequenceClassification: GPT2Class {
  /// The same with a classifier's head. `labels` replaces the number of labels in the config and
  /// `padToken` its padding; `seed` draws a head that the folder lacks, as that of a language model
  /// does.
  public static func load(
    _ folder: URL, labels: Int? = nil, padToken: Int32? = nil, name: String? = nil,
    seed: UInt64 = 0
  ) throws -> GPT2ForSequenceClassification {
    var config = try GPT2Config(contentsOf: folder.appendingPathComponent("config.json"))
    if let labels, labels != config.labels.count { config = config.withLabels(labels) }
    if let padToken { config.padToken = padToken }
    var weights = InitialWeights(random: nil)
    let model = GPT2ForSequenceClassification(GPT2Model(config, &weights), &weights)
    var random = SeededRandom(seed: seed)
    model.loadReport = try model.fill(from: folder, name: name, random: &random)
    return model
  }
}
