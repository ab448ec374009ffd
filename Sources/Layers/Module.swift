import Tensors

/// A part of a model: a class whose stored tensors are its parameters and whose stored modules,
/// also in arrays and optionals, are its parts. The names are those of the Swift properties.
public protocol Module: AnyObject {}

extension Module {
  /// Every parameter with its path, such as "blocks.0.attention.qkv.weight", in the order of the
  /// declarations. A tensor that stands in two places (tied weights) is listed once, at its first.
  public func namedParameters() -> [(name: String, tensor: Tensor)] {
    var seen: Set<ObjectIdentifier> = []
    return allParameterPaths().filter { seen.insert(ObjectIdentifier($0.tensor)).inserted }
  }

  public func parameters() -> [Tensor] { namedParameters().map(\.tensor) }

  public func trainableParameters() -> [Tensor] { parameters().filter(\.requiresGradient) }

  /// The number of numbers in all parameters, tied ones counted once.
  public var parameterCount: Int { parameters().reduce(0) { $0 + $1.count } }

  public var trainableParameterCount: Int { trainableParameters().reduce(0) { $0 + $1.count } }

  /// Stops the training of every parameter below this module.
  public func freeze() {
    for parameter in parameters() { parameter.requiresGradient = false }
  }

  public func unfreeze() {
    for parameter in parameters() { parameter.requiresGradient = true }
  }

  /// Drops the gradients, whose memory the next backward pass uses again.
  public func clearGradients() {
    for parameter in parameters() { parameter.gradient = nil }
  }

  private func allParameterPaths() -> [(name: String, tensor: Tensor)] {
    var found: [(name: String, tensor: Tensor)] = []
    collect(self, path: "", into: &found)
    return found
  }
}

private func collect(
  _ value: Any, path: String, into found: inout [(name: String, tensor: Tensor)]
) {
  if let tensor = value as? Tensor {
    found.append((path, tensor))
    return
  }
  let mirror = Mirror(reflecting: value)
  if mirror.displayStyle == .optional {
    if let wrapped = mirror.children.first { collect(wrapped.value, path: path, into: &found) }
    return
  }
  let isContainer = mirror.displayStyle == .collection
  guard isContainer || value is any Module else { return }
  for (index, child) in mirror.children.enumerated() {
    let label = isContainer ? "\(index)" : child.label ?? "\(index)"
    collect(child.value, path: path.isEmpty ? label : "\(path).\(label)", into: &found)
  }
}
