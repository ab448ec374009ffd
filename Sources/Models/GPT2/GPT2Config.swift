import Files
import Foundation

/// The shape and the constants of a GPT-2, as in transformers' GPT2Config; what the file calls
/// each is in `init(contentsOf:)`. Defaults are those of the 124M model.
public struct GPT2Config: Equatable, Sendable {
  /// The non-linearities of the MLP that are implemented, by transformers' names.
  public enum Activation: String, CaseIterable, Sendable {
    case geluNew = "gelu_new"
  }

  /// What the labels of a sequence classification are, and so which loss it has.
  public enum ProblemType: String, CaseIterable, Sendable {
    case regression
    case singleLabel = "single_label_classification"
    case multiLabel = "multi_label_classification"
  }

  public var vocabSize: Int
  /// The number of position embeddings, the most tokens that the model can look at.
  public var contextLength: Int
  public var hiddenSize: Int
  public var layerCount: Int
  public var headCount: Int
  /// The width of the MLP; nil means 4 · hiddenSize.
  public var innerSize: Int?
  public var activation = Activation.geluNew
  public var residualDropout: Float = 0.1
  public var embeddingDropout: Float = 0.1
  public var attentionDropout: Float = 0.1
  public var layerNormEpsilon: Float = 1e-5
  public var initializerRange: Float = 0.02
  /// Whether attention scores are divided by √(hiddenSize / headCount).
  public var scaleAttentionWeights = true
  /// Whether they are divided by the layer's number, counted from 1, as well.
  public var scaleAttentionByInverseLayerIndex = false
  public var tieWordEmbeddings = true
  public var bosToken: Int32? = 50256
  /// The tokens that end a generation.
  public var eosTokens: [Int32] = [50256]
  public var padToken: Int32?
  /// The names of the labels of a classification head.
  public var labels = ["LABEL_0", "LABEL_1"]
  /// nil lets the number and type of labels decide.
  public var problemType: ProblemType?
  /// Members of the file that mean nothing to us, kept for when it is written again.
  var others: [JSONValue.Member] = []

  public init(
    vocabSize: Int = 50257, contextLength: Int = 1024, hiddenSize: Int = 768,
    layerCount: Int = 12, headCount: Int = 12
  ) {
    precondition(
      min(vocabSize, contextLength, hiddenSize, layerCount, headCount) > 0,
      "a GPT-2 needs positive sizes")
    precondition(
      hiddenSize % headCount == 0, "\(headCount) heads do not divide \(hiddenSize) evenly")
    self.vocabSize = vocabSize
    self.contextLength = contextLength
    self.hiddenSize = hiddenSize
    self.layerCount = layerCount
    self.headCount = headCount
  }

  public var headSize: Int { hiddenSize / headCount }
  public var mlpSize: Int { innerSize ?? 4 * hiddenSize }

  /// What attention scores of a layer (from 0) are multiplied by.
  public func attentionScale(layer: Int) -> Float {
    (scaleAttentionWeights ? 1 / Float(headSize).squareRoot() : 1)
      / (scaleAttentionByInverseLayerIndex ? Float(layer + 1) : 1)
  }

  /// The config of a classifier with `count` labels, named as transformers names them.
  public func withLabels(_ count: Int) -> GPT2Config {
    var config = self
    config.labels = (0..<count).map { "LABEL_\($0)" }
    return config
  }
}

extension GPT2Config {
  /// Reads a config.json of transformers 4 or 5. Throws `ConfigError` or `FileReadError`.
  public init(contentsOf url: URL) throws {
    let file = try ConfigFile(url)
    func choice<Choice: RawRepresentable & CaseIterable>(
      _ key: String, _ type: Choice.Type
    ) throws -> Choice? where Choice.RawValue == String {
      guard let name = try file.value(key, as: "a string", \.string) else { return nil }
      guard let choice = Choice(rawValue: name) else {
        throw ConfigError(
          file: url, key: key,
          reason: .unsupported(name, known: Choice.allCases.map(\.rawValue)))
      }
      return choice
    }
    let modelType = try file.value("model_type", as: "a string", \.string)
    guard modelType == "gpt2" else {
      throw ConfigError(
        file: url, key: "model_type",
        reason: modelType.map { .unsupported($0, known: ["gpt2"]) } ?? .missing)
    }
    guard try !file.flag("add_cross_attention", default: false) else {
      throw ConfigError(
        file: url, key: "add_cross_attention", reason: .unsupported("true", known: ["false"]))
    }
    vocabSize = try file.size("vocab_size")
    contextLength = try file.size("n_positions", alias: "max_position_embeddings")
    hiddenSize = try file.size("n_embd", alias: "hidden_size")
    layerCount = try file.size("n_layer", alias: "num_hidden_layers")
    headCount = try file.size("n_head", alias: "num_attention_heads")
    guard hiddenSize % headCount == 0 else {
      throw ConfigError(
        file: url, key: "n_head",
        reason: .invalid("\(headCount) heads do not divide a hidden size of \(hiddenSize)"))
    }
    innerSize = try file.value(["n_inner"]) == nil ? nil : file.size("n_inner")
    activation = try choice("activation_function", Activation.self) ?? .geluNew
    residualDropout = try file.float("resid_pdrop", in: 0...Float(1).nextDown, default: 0.1)
    embeddingDropout = try file.float("embd_pdrop", in: 0...Float(1).nextDown, default: 0.1)
    attentionDropout = try file.float("attn_pdrop", in: 0...Float(1).nextDown, default: 0.1)
    layerNormEpsilon = try file.float("layer_norm_epsilon", in: 0...1, default: 1e-5)
    initializerRange = try file.float("initializer_range", in: 0...100, default: 0.02)
    scaleAttentionWeights = try file.flag("scale_attn_weights", default: true)
    scaleAttentionByInverseLayerIndex =
      try file.flag("scale_attn_by_inverse_layer_idx", default: false)
    tieWordEmbeddings = try file.flag("tie_word_embeddings", default: true)
    bosToken = try file.value("bos_token_id", as: "an integer", \.int32)
    eosTokens =
      try file.value("eos_token_id", as: "an integer or a list of them") { value in
        value.int32.map { [$0] }
          ?? value.elements.flatMap { list in
            let tokens = list.compactMap(\.int32)
            return tokens.count == list.count ? tokens : nil
          }
      } ?? []
    padToken = try file.value("pad_token_id", as: "an integer", \.int32)
    problemType = try choice("problem_type", ProblemType.self)
    labels = try GPT2Config.labels(file)
    others = file.members.filter { !GPT2Config.ownKeys.contains($0.name) }
  }

  /// `id2label` decides, else `num_labels`, else there are two.
  private static func labels(_ file: ConfigFile) throws -> [String] {
    let named = try file.value("id2label", as: "an object from 0, 1, … to names") { value in
      value.members.flatMap { members -> [String]? in
        let pairs = members.map { (Int($0.name), $0.value.string) }
          .sorted { ($0.0 ?? -1) < ($1.0 ?? -1) }
        guard pairs.map(\.0) == Array(0..<pairs.count), !pairs.isEmpty else { return nil }
        let names = pairs.compactMap(\.1)
        return names.count == pairs.count ? names : nil
      }
    }
    if let named { return named }
    let isCounted = try file.value(["num_labels"]) != nil
    return try (0..<(isCounted ? file.size("num_labels") : 2)).map { "LABEL_\($0)" }
  }

  /// Writes the file as transformers does, sorted and indented; `architecture` is the class that
  /// the weights beside it are for, such as `GPT2LMHeadModel`, and `type` their element type.
  public func write(to url: URL, architecture: String, type: ScalarType = .f32) throws {
    var members = others
    func put(_ name: String, _ value: JSONValue?) {
      if let value { members.append(.init(name, value)) }
    }
    put("activation_function", .string(activation.rawValue))
    put("architectures", .array([.string(architecture)]))
    put("attn_pdrop", .number(attentionDropout))
    put("bos_token_id", bosToken.map { .number(Int($0)) })
    put("dtype", .string(type.torchName))
    put("embd_pdrop", .number(embeddingDropout))
    if eosTokens.count == 1 {
      put("eos_token_id", .number(Int(eosTokens[0])))
    } else {
      put("eos_token_id", eosTokens.isEmpty ? .null : .array(eosTokens.map { .number(Int($0)) }))
    }
    if labels != ["LABEL_0", "LABEL_1"] {
      let pairs = labels.enumerated()
      put("id2label", .object(pairs.map { .init(String($0), .string($1)) }))
      put("label2id", .object(pairs.map { .init($1, .number($0)) }))
    }
    put("initializer_range", .number(initializerRange))
    put("layer_norm_epsilon", .number(layerNormEpsilon))
    put("model_type", .string("gpt2"))
    put("n_embd", .number(hiddenSize))
    put("n_head", .number(headCount))
    put("n_inner", innerSize.map { .number($0) } ?? .null)
    put("n_layer", .number(layerCount))
    put("n_positions", .number(contextLength))
    put("pad_token_id", padToken.map { .number(Int($0)) })
    put("problem_type", problemType.map { .string($0.rawValue) })
    put("resid_pdrop", .number(residualDropout))
    put("scale_attn_by_inverse_layer_idx", .bool(scaleAttentionByInverseLayerIndex))
    put("scale_attn_weights", .bool(scaleAttentionWeights))
    put("tie_word_embeddings", .bool(tieWordEmbeddings))
    put("vocab_size", .number(vocabSize))
    let text = JSONValue.object(members).sorted.text(indent: 2) + "\n"
    try writeAtomically(Data(text.utf8), to: url)
  }

  /// What is read or written above, under all its names, and `n_ctx`, an old copy of n_positions.
  private static let ownKeys: Set<String> = [
    "activation_function", "add_cross_attention", "architectures", "attn_pdrop", "bos_token_id",
    "dtype", "embd_pdrop", "eos_token_id", "hidden_size", "id2label", "initializer_range",
    "label2id", "layer_norm_epsilon", "max_position_embeddings", "model_type", "n_ctx", "n_embd",
    "n_head", "n_inner", "n_layer", "n_positions", "num_attention_heads", "num_hidden_layers",
    "num_labels", "pad_token_id", "problem_type", "resid_pdrop",
    "scale_attn_by_inverse_layer_idx", "scale_attn_weights", "tie_word_embeddings",
    "torch_dtype", "transformers_version", "vocab_size",
  ]
}
