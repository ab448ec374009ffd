import Layers
import Tensors

/// The trainable pair of one layer: A [r, inputs], drawn as peft draws it from U(±1/√inputs), and
/// B [outputs, r], which starts at zero, so that attaching changes nothing.
public final class LoRALayer: MergeableLinearAdapter {
  public let a: Tensor
  public let b: Tensor
  let scale: Float
  private let dropout: Float

  package init(
    rank: Int, scale: Float, dropout: Float, inputs: Int, outputs: Int,
    random: inout SeededRandom
  ) {
    let bound = 1 / Float(inputs).squareRoot()
    a = .uniform([rank, inputs], -bound, bound, using: &random)
    b = Tensor([outputs, rank])
    self.scale = scale
    self.dropout = dropout
  }

  public func callAsFunction(
    _ x: Tensor, through layer: Linear, dropout stream: DropoutStream?
  ) -> Tensor {
    layer.withoutAdapter(x)
      .addingLowRank(of: x.dropout(dropout, stream), down: a, up: b, scale: scale)
  }

  var named: [(name: String, tensor: Tensor)] { [("lora_A.weight", a), ("lora_B.weight", b)] }

  func merge(into layer: Linear) { layer.weight.add(update(of: layer), times: 1) }

  /// ΔW = scale·B·A in the layout of the layer's weight.
  func update(of layer: Linear) -> Tensor {
    let (rank, inputs, outputs) = (a.dim(0), a.dim(1), b.dim(0))
    let update = Tensor(uninitialized: layer.weight.shape)
    switch layer.layout {
    case .inputsByOutputs:
      MatrixProduct.run(
        transposeA: true, transposeB: true, m: inputs, n: outputs, k: rank, alpha: scale,
        a: a.pointer, lda: inputs, b: b.pointer, ldb: rank, c: update.pointer, ldc: outputs)
    case .outputsByInputs:
      MatrixProduct.run(
        m: outputs, n: inputs, k: rank, alpha: scale, a: b.pointer, lda: rank, b: a.pointer,
        ldb: inputs, c: update.pointer, ldc: inputs)
    }
    return update
  }
}

extension Adapter {
  /// What LoRA or DoRA, as it is now, adds to the weight of each layer that it changes, in the
  /// layout of the weight; empty for other methods.
  public var weightUpdates: [(name: String, update: Tensor)] {
    parts.compactMap { part in
      guard let part = part as? LinearPart else { return nil }
      switch part.adapter {
      case let pair as LoRALayer: return (part.name, pair.update(of: part.layer))
      case let pair as DoRALayer: return (part.name, pair.update(of: part.layer))
      default: return nil
      }
    }
  }
}

extension Tensor {
  /// Adds a multiple of another tensor's numbers, outside the graph.
  func add(_ other: Tensor, times factor: Float) {
    precondition(shape == other.shape, "\(shape) meets \(other.shape)")
    for place in 0..<count { pointer[place] += factor * other.pointer[place] }
  }
}
