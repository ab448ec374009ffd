import Layers
import Tensors

/// An adapter of one linear layer whose effect the layer's weights can hold.
protocol MergeableLinearAdapter: LinearAdapter {
  /// By the names that peft gives them behind the layer's.
  var named: [(name: String, tensor: Tensor)] { get }
  func merge(into layer: Linear)
  func unmerge(from layer: Linear)
}

/// What goes into the slot of one linear layer.
final class LinearPart: MergeablePart {
  let name: String
  let layer: Linear
  let adapter: any MergeableLinearAdapter

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
  func merge() { adapter.merge(into: layer) }
  func unmerge() { adapter.unmerge(from: layer) }
}
