import Layers
import Models
import Tensors

/// Bottleneck adapters: after a branch of a block a small network, down to `size`, a non-linearity,
/// and up again, is added to the stream (Houlsby et al., 2019; Pfeiffer et al., 2021).
public struct Bottleneck: AdapterMethod {
  public enum Placement: String, Codable, Sendable, CaseIterable {
    case attentionAndFeedForward = "both"
    case attention
    case feedForward = "feed-forward"
  }

  /// What the network reads. With x the stream before the branch and s the branch's output:
  public enum Form: String, Codable, Sendable, CaseIterable {
    /// x + s + f(s), AdapterHub's `double_seq_bn`.
    case houlsby
    /// x + s + f(x + s), AdapterHub's `seq_bn`.
    case pfeiffer
  }

  public enum Activation: String, Codable, Sendable, CaseIterable {
    case relu
    case swish
    /// GELU in its tanh form, GPT-2's own.
    case gelu
    case tanh
    /// None, which leaves a product of two matrices.
    case linear
  }

  public static let name = "adapter"

  /// The width of the bottleneck.
  public var size: Int
  public var placement: Placement
  public var form: Form
  public var activation: Activation
  public var hasBias: Bool
  /// Whether the way up starts at zero, so that attaching changes nothing; else it is drawn from
  /// N(0, 0.02²) as AdapterHub does, which starts near the base.
  public var startsAtBase: Bool

  public init(
    size: Int = 16, placement: Placement = .attentionAndFeedForward, form: Form = .houlsby,
    activation: Activation = .relu, hasBias: Bool = true, startsAtBase: Bool = true
  ) {
    self.size = size
    self.placement = placement
    self.form = form
    self.activation = activation
    self.hasBias = hasBias
    self.startsAtBase = startsAtBase
  }

  public func makeParts(
    for model: GPT2Model, random: inout SeededRandom
  ) throws -> [any AdapterPart] {
    let width = model.config.hiddenSize
    try check("size", size, "in 1 … \(width), the width of the model") { 1...width ~= $0 }
    return model.blocks.enumerated().flatMap { index, block in
      var parts: [BottleneckPart] = []
      let path = "transformer.h.\(index)"
      if placement != .feedForward {
        parts.append(
          BottleneckPart(
            "\(path).attention_adapters", block, \.attentionAdapter,
            BottleneckNetwork(self, width: width, random: &random)))
      }
      if placement != .attention {
        parts.append(
          BottleneckPart(
            "\(path).output_adapters", block, \.mlpAdapter,
            BottleneckNetwork(self, width: width, random: &random)))
      }
      return parts
    }
  }
}

/// f(z) = σ(z·W_down + b)·W_up + b of one place.
public final class BottleneckNetwork: ResidualAdapter {
  /// [size, H] and [H, size], as AdapterHub stores them.
  public let down: Linear
  public let up: Linear
  private let form: Bottleneck.Form
  private let activation: Bottleneck.Activation

  init(_ method: Bottleneck, width: Int, random: inout SeededRandom) {
    down = Linear(
      width, method.size, bias: method.hasBias, layout: .outputsByInputs, deviation: 0.02,
      using: &random)
    up = Linear(
      method.size, width, bias: method.hasBias, layout: .outputsByInputs,
      deviation: method.startsAtBase ? 0 : 0.02, using: &random)
    form = method.form
    activation = method.activation
  }

  public func callAsFunction(_ branch: Tensor, residual: Tensor) -> Tensor {
    let joined = residual + branch
    return joined + up(active(down(form == .houlsby ? branch : joined)))
  }

  private func active(_ z: Tensor) -> Tensor {
    switch activation {
    case .relu: z.relu()
    case .swish: z.silu()
    case .gelu: z.geluNew()
    case .tanh: z.tanh()
    case .linear: z
    }
  }
}

/// A network in one slot of one block.
private final class BottleneckPart: AdapterPart {
  private let name: String
  private let block: GPT2Block
  private let slot: ReferenceWritableKeyPath<GPT2Block, (any ResidualAdapter)?>
  private let network: BottleneckNetwork

  init(
    _ name: String, _ block: GPT2Block,
    _ slot: ReferenceWritableKeyPath<GPT2Block, (any ResidualAdapter)?>,
    _ network: BottleneckNetwork
  ) {
    self.name = name
    self.block = block
    self.slot = slot
    self.network = network
  }

  /// AdapterHub's names, for an adapter called `default`.
  var parameters: [(name: String, tensor: Tensor)] {
    [("adapter_down.0", network.down), ("adapter_up", network.up)].flatMap { part, layer in
      let path = "\(name).adapters.default.\(part)"
      return [("\(path).weight", layer.weight)]
        + (layer.bias.map { [("\(path).bias", $0)] } ?? [])
    }
  }

  var isOccupied: Bool { block[keyPath: slot] != nil }
  func install() { block[keyPath: slot] = network }
  func remove() { block[keyPath: slot] = nil }
}
