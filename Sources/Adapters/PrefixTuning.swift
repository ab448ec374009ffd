import Layers
import Models
import Tensors

/// Prefix tuning (Li and Liang, 2021): in every block each row sees `length` trained keys and values
/// before its own.
public struct PrefixTuning: AdapterMethod {
  public static let name = "prefix"

  /// P, the number of virtual tokens.
  public var length: Int
  /// The width of a small network that makes keys and values out of vectors while training
  /// (reparametrisation); nil trains them themselves.
  public var projection: Int?
  /// The deviation of the numbers that are drawn at the start. peft's is 1.
  public var deviation: Float

  public init(length: Int = 10, projection: Int? = nil, deviation: Float = 1) {
    self.length = length
    self.projection = projection
    self.deviation = deviation
  }

  public func makeParts(
    for model: GPT2Model, random: inout SeededRandom
  ) throws -> [any AdapterPart] {
    try checkVirtualTokens(length, for: model)
    try check("projection", projection ?? 1, "positive") { $0 > 0 }
    try check("deviation", deviation, "a positive number") { $0 > 0 && $0.isFinite }
    return [PrefixPart(model, PrefixTable(self, model.config, random: &random))]
  }
}

/// The trained table of a prefix.
public final class PrefixTable: AttentionPrefix {
  /// [P, 2·L·H], or with a projection [P, H]. For each block H columns of keys, then H of values.
  public let embedding: Tensor
  let hidden: Linear?
  let output: Linear?
  private let layers: Int
  private let width: Int

  init(_ method: PrefixTuning, _ config: GPT2Config, random: inout SeededRandom) {
    let (layers, width) = (config.layerCount, config.hiddenSize)
    let all = 2 * layers * width
    self.layers = layers
    self.width = width
    embedding = .normal(
      [method.length, method.projection == nil ? all : width], deviation: method.deviation,
      using: &random)
    hidden = method.projection.map { .torch(width, $0, random: &random) }
    output = method.projection.map { .torch($0, all, random: &random) }
  }

  public var count: Int { embedding.dim(0) }

  /// The numbers that the model sees, [P, 2·L·H].
  public var table: Tensor {
    guard let hidden, let output else { return embedding }
    return output(hidden(embedding).tanh())
  }

  public func keysAndValues() -> [Tensor] {
    let table = table
    return (0..<layers).map { table.columns(2 * $0 * width..<2 * ($0 + 1) * width) }
  }
}

private final class PrefixPart: VirtualTokenPart {
  private let model: GPT2Model
  private let prefix: PrefixTable

  init(_ model: GPT2Model, _ prefix: PrefixTable) {
    self.model = model
    self.prefix = prefix
  }

  var parameters: [(name: String, tensor: Tensor)] {
    [("prompt_encoder.default.embedding.weight", prefix.embedding)]
      + named("prompt_encoder.default.transform.0", prefix.hidden)
      + named("prompt_encoder.default.transform.2", prefix.output)
  }

  var vectors: Tensor { withoutGradients { prefix.table } }
  var isOccupied: Bool { model.hasVirtualTokens }
  func install() { model.prefix = prefix }
  func remove() { model.prefix = nil }
}
