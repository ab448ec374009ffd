import Foundation
import Models

// What peft's adapter_config.json says of each method.

extension LoRA: StoredMethod {
  static let storedType = "LORA"

  func storedSettings(for model: GPT2Model) -> [JSONValue.Member] {
    [
      .init("r", .number(rank)), .init("lora_alpha", .shortest(alpha)),
      .init("lora_dropout", .number(dropout)), .init("target_modules", targets.stored(in: model)),
      .init("fan_in_fan_out", .bool(true)), .init("bias", .string(biases.rawValue)),
      .init("use_rslora", .bool(isRankStabilised)), .init("use_dora", .bool(isWeightDecomposed)),
    ]
  }

  static func stored(_ file: ConfigFile) throws -> any StoredMethod {
    try file.refuse([
      "rank_pattern", "alpha_pattern", "layers_to_transform", "layer_replication", "lora_bias",
      "use_qalora", "use_bdlora", "trainable_token_indices", "target_parameters",
      "exclude_modules", "alora_invocation_tokens", "arrow_config", "megatron_config",
      "kasa_config", "monteclora_config",
    ])
    // The others, such as PiSSA, also change the base before training.
    let starts = ["gaussian", "orthogonal", "eva"]
    if let start = try file.value(["init_lora_weights"])?.string, !starts.contains(start) {
      throw ConfigError(
        file: file.url, key: "init_lora_weights", reason: .unsupported(start, known: starts))
    }
    let bias = try file.value("bias", as: "a string", \.string) ?? "none"
    guard let biases = TrainedBiases(rawValue: bias) else {
      throw ConfigError(
        file: file.url, key: "bias",
        reason: .unsupported(bias, known: TrainedBiases.allCases.map(\.rawValue)))
    }
    let dropout = try file.float("lora_dropout", in: 0...Float(1).nextDown, default: 0)
    let isWeightDecomposed = try file.flag("use_dora", default: false)
    return LoRA(
      rank: try file.size("r"),
      alpha: try file.float("lora_alpha", in: 0...Float.greatestFiniteMagnitude, default: 8),
      // Dropout has a part in training only, and DoRA goes on without.
      dropout: isWeightDecomposed ? 0 : dropout,
      targets: try TargetModules(stored: file, "target_modules"),
      isRankStabilised: try file.flag("use_rslora", default: false),
      isWeightDecomposed: isWeightDecomposed, biases: biases)
  }
}

extension IA3: StoredMethod {
  static let storedType = "IA3"

  func storedSettings(for model: GPT2Model) -> [JSONValue.Member] {
    [
      .init("target_modules", targets.stored(in: model)),
      .init("feedforward_modules", feedForward.stored(in: model)),
      .init("fan_in_fan_out", .bool(true)),
    ]
  }

  static func stored(_ file: ConfigFile) throws -> any StoredMethod {
    try file.refuse(["exclude_modules"])
    return IA3(
      targets: try TargetModules(stored: file, "target_modules"),
      feedForward: try TargetModules(stored: file, "feedforward_modules"))
  }
}

extension LayerNormTuning: StoredMethod {
  static let storedType = "LN_TUNING"
  private static let norms = ["ln_1", "ln_2", "ln_f"]

  func storedSettings(for model: GPT2Model) -> [JSONValue.Member] {
    [.init("target_modules", .array(Self.norms.map { .string($0) }))]
  }

  static func stored(_ file: ConfigFile) throws -> any StoredMethod {
    try file.refuse(["exclude_modules"])
    guard case .names(let names) = try TargetModules(stored: file, "target_modules"),
      Set(names) == Set(Self.norms)
    else {
      throw ConfigError(
        file: file.url, key: "target_modules",
        reason: .unsupported("another choice of norms", known: Self.norms))
    }
    return LayerNormTuning()
  }
}

extension PrefixTuning: StoredMethod {
  static let storedType = "PREFIX_TUNING"

  func storedSettings(for model: GPT2Model) -> [JSONValue.Member] {
    virtualTokenSettings(length, model.config) + [
      .init("prefix_projection", .bool(projection != nil)),
      .init("encoder_hidden_size", .number(projection ?? model.config.hiddenSize)),
    ]
  }

  /// What a projection made stands in the file, and so it is not built again.
  static func stored(_ file: ConfigFile) throws -> any StoredMethod {
    PrefixTuning(length: try file.size("num_virtual_tokens"))
  }
}

extension PromptTuning: StoredMethod {
  static let storedType = "PROMPT_TUNING"

  func storedSettings(for model: GPT2Model) -> [JSONValue.Member] {
    virtualTokenSettings(length, model.config) + [
      .init("prompt_tuning_init", .string("RANDOM")),
      .init("placement", .string(placement.rawValue)),
    ]
  }

  /// `placement` is not peft's, which has none but the front.
  static func stored(_ file: ConfigFile) throws -> any StoredMethod {
    PromptTuning(
      length: try file.size("num_virtual_tokens"), initialisation: .vocabulary,
      placement: try file.placement)
  }
}

extension PTuning: StoredMethod {
  static let storedType = "P_TUNING"

  func storedSettings(for model: GPT2Model) -> [JSONValue.Member] {
    virtualTokenSettings(length, model.config) + [
      .init("encoder_reparameterization_type", .string("MLP")),
      .init("encoder_hidden_size", .number(hiddenSize)),
      .init("placement", .string(placement.rawValue)),
    ]
  }

  static func stored(_ file: ConfigFile) throws -> any StoredMethod {
    try PromptTuning.stored(file)
  }
}

extension BitFit: StoredMethod {
  /// Not one of peft's.
  static let storedType = "BITFIT"

  func storedSettings(for model: GPT2Model) -> [JSONValue.Member] { [] }
  static func stored(_ file: ConfigFile) -> any StoredMethod { BitFit() }
}

extension FreezeTuning: StoredMethod {
  /// Not one of peft's.
  static let storedType = "FREEZE_TUNING"

  func storedSettings(for model: GPT2Model) -> [JSONValue.Member] {
    [.init("blocks", .number(blocks))]
  }

  static func stored(_ file: ConfigFile) throws -> any StoredMethod {
    FreezeTuning(blocks: try file.size("blocks"))
  }
}

extension Bottleneck: StoredMethod {
  /// Not one of peft's. The names of the parameters are AdapterHub's.
  static let storedType = "BOTTLENECK"

  func storedSettings(for model: GPT2Model) -> [JSONValue.Member] {
    [
      .init("size", .number(size)), .init("placement", .string(placement.rawValue)),
      .init("form", .string(form.rawValue)), .init("activation", .string(activation.rawValue)),
      .init("bias", .bool(hasBias)),
    ]
  }

  static func stored(_ file: ConfigFile) throws -> any StoredMethod {
    Bottleneck(
      size: try file.size("size"), placement: try file.choice("placement"),
      form: try file.choice("form"), activation: try file.choice("activation"),
      hasBias: try file.flag("bias", default: true))
  }
}

/// What peft says of every method with virtual tokens.
private func virtualTokenSettings(_ length: Int, _ config: GPT2Config) -> [JSONValue.Member] {
  [
    .init("num_virtual_tokens", .number(length)), .init("token_dim", .number(config.hiddenSize)),
    .init("num_layers", .number(config.layerCount)),
    .init("num_attention_heads", .number(config.headCount)),
    .init("num_transformer_submodules", .number(1)),
  ]
}

extension TargetModules {
  func stored(in model: GPT2Model) -> JSONValue {
    switch self {
    case .standard: .array([.string("c_attn")])
    case .names(let names): .array(names.map { .string($0) })
    case .pattern(let pattern): .string(pattern)
    case .allLinear: .array(model.linearLayers.map { .string($0.name) })
    }
  }

  init(stored file: ConfigFile, _ key: String) throws {
    let found = try file.value(key, as: "a list of names or a pattern") { value -> Self? in
      if let pattern = value.string {
        return pattern == "all-linear" ? .allLinear : .pattern(pattern)
      }
      let names = value.elements?.compactMap(\.string)
      return names?.count == value.elements?.count ? names.map { .names($0) } : nil
    }
    self = found ?? .standard
  }
}

extension ConfigFile {
  /// Throws for a setting that changes what an adapter computes in a way that is not built here.
  fileprivate func refuse(_ keys: [String]) throws {
    for member in members where keys.contains(member.name) {
      let isIdle =
        [.null, .bool(false), .object([]), .array([])].contains(member.value)
      guard isIdle else {
        throw ConfigError(
          file: url, key: member.name,
          reason: .unsupported(member.value.text(), known: ["leaving it out"]))
      }
    }
  }

  fileprivate var placement: PromptPlacement {
    get throws { try value(["placement"]) == nil ? .front : choice("placement") }
  }

  fileprivate func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String
  ) throws -> Choice where Choice.RawValue == String {
    guard let name = try value(key, as: "a string", \.string) else {
      throw ConfigError(file: url, key: key, reason: .missing)
    }
    guard let choice = Choice(rawValue: name) else {
      throw ConfigError(
        file: url, key: key, reason: .unsupported(name, known: Choice.allCases.map(\.rawValue)))
    }
    return choice
  }
}

extension JSONValue {
  /// A whole number without its fraction, as Python keeps the alpha that it was given.
  fileprivate static func shortest(_ value: Float) -> JSONValue {
    Int(exactly: value).map { .number($0) } ?? .number(value)
  }
}
