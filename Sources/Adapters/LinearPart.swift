import Layers
import Tensors

/// An adapter of one linear layer whose effect the layer's weights can hold.
protocol MergeableLinearAdapter: LinearAdapter {
  /// By the names that peft gives them behind the layer's.
  var named: [(name: String, tensor: Tensor)] { get }
  func merge(into layer: Linear)
}

/// What goes into the slot of one linear layer.
final class LinearPart: MergeablePart {
  let name: String
  let layer: Linear
  let adapter: any MergeableLinearAdapter
  /// The weight and the bias of the layer before the merge.
  private var before: [Tensor] = []

  init(_ name: String, _ layer: Linear, _ adapter: any MergeableLinearAdapter) {
    self.name = name
    self.layer = layer
    self.adapter = adapter
  }

  var parameters: [(name: String, tensor: Tensor)] {
    adapter.named.map { ("\(name).\($0.name)", $0.tensor) }
  }

  var isOccupied: Bool { layer.adapter != nil }
  func install() { layer.adapter = adapter }
  func remove() { layer.adapter = nil }

  func merge() throws(AdapterError) {
    before = tensors.map { $0.copy() }
    adapter.merge(into: layer)
    guard tensors.allSatisfy(\.isFinite) else {
      unmerge()
      throw .notFinite("the merged \(name)")
    }
  }

  func unmerge() {
    for (tensor, old) in zip(tensors, before) { tensor.assign(old) }
    before = []
  }

  private var tensors: [Tensor] { [layer.weight] + (layer.bias.map { [$0] } ?? []) }
}
