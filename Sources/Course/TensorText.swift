import Tensors

extension Tensor {
  /// The shape as Python prints it, such as [1, 9, 768].
  public var shapeText: String { "[\(shape.map(String.init).joined(separator: ", "))]" }
}
