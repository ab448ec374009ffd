import Layers
import Models
import Tensors

/// Low-rank adaptation (Hu et al., 2021): y = W₀x + (α/r)·B·A·x with W₀ frozen, as peft computes it.
public struct LoRA: AdapterMethod {
  /// Which biases of the base are trained besides, as peft's `bias`.
  public enum TrainedBiases: String, Codable, Sendable, CaseIterable {
    case none
    /// All of the model, those of its norms included.
    case all
    /// Those of the layers that have an adapter.
    case loraOnly = "lora_only"
  }

  public static let name = "lora"

  /// r, the width between A and B.
  public var rank: Int
  public var alpha: Float
  /// Falls on the adapter's input alone.
  public var dropout: Float
  public var targets: TargetModules
  /// Scales by α/√r instead of α/r (Kalajdzievski, 2023).
  public var isRankStabilised: Bool
  /// DoRA (Liu et al., 2024): the length of each output's weights is trained by itself, and A and B
  /// change their direction.
  public var isWeightDecomposed: Bool
  public var biases: TrainedBiases

  public init(
    rank: Int = 8, alpha: Float = 8, dropout: Float = 0, targets: TargetModules = .standard,
    isRankStabilised: Bool = false, isWeightDecomposed: Bool = false,
    biases: TrainedBiases = .none
  ) {
    self.rank = rank
    self.alpha = alpha
    self.dropout = dropout
    self.targets = targets
    self.isRankStabilised = isRankStabilised
    self.isWeightDecomposed = isWeightDecomposed
    self.biases = biases
  }

  /// What B·A is multiplied by.
  public var scale: Float {
    alpha / (isRankStabilised ? Float(rank).squareRoot() : Float(rank))
  }

  public func makeParts(
    for model: GPT2Model, random: inout SeededRandom
  ) throws -> [any AdapterPart] {
    let layers = try targets.layers(in: model)
    let widest = layers.map { min($0.layer.inputs, $0.layer.outputs) }.min()!
    try check("rank", rank, "in 1 … \(widest), the width of the narrowest layer") {
      1...widest ~= $0
    }
    try check("dropout", dropout, "in 0 ..< 1") { 0..<1 ~= $0 }
    try check("alpha", alpha, "a positive number") { $0 > 0 && $0.isFinite }
    if isWeightDecomposed {
      try check("dropout", dropout, "0 with DoRA") { $0 == 0 }
    }
    var parts: [any AdapterPart] = layers.map { name, layer in
      let pair = LoRALayer(
        rank: rank, scale: scale, dropout: dropout, inputs: layer.inputs, outputs: layer.outputs,
        random: &random)
      return LinearPart(name, layer, isWeightDecomposed ? DoRALayer(pair, of: layer) : pair)
    }
    switch biases {
    case .none: break
    case .all: parts += biasParts(of: model)
    case .loraOnly:
      parts += layers.compactMap { name, layer in
        layer.bias.map { SwappedParameter("\(name).base_layer.bias", $0) }
      }
    }
    return parts
  }

  /// In peft's files the layers that have an adapter are called `base_layer`.
  private func biasParts(of model: GPT2Model) -> [any AdapterPart] {
    let adapted = Set((try? targets.layers(in: model).map(\.name)) ?? [])
    return model.biases.map { name, bias in
      let layer = String(name.dropLast(".bias".count))
      return SwappedParameter(
        adapted.contains(layer) ? "\(layer).base_layer.bias" : name, bias)
    }
  }
}

extension AdapterMethod {
  /// Throws `AdapterError.setting` for a value that is not allowed.
  func check<Value>(
    _ name: String, _ value: Value, _ allowed: String, _ isAllowed: (Value) -> Bool
  ) throws(AdapterError) {
    guard isAllowed(value) else {
      throw .setting(method: Self.name, name: name, value: "\(value)", allowed: allowed)
    }
  }
}

extension GPT2Model {
  /// Every bias by transformers' name, those of the norms included.
  var biases: [(name: String, bias: Tensor)] {
    linearLayers.compactMap { name, layer in layer.bias.map { ("\(name).bias", $0) } }
      + normLayers.map { ("\($0.name).bias", $0.layer.bias) }
  }
}
