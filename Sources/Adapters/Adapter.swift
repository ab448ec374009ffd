import Foundation
import Layers
import Models
import Tensors

/// A set of few parameters that changes what a model does. Active, it stands in the model's slots;
/// inactive, the model is its base again, bit for bit.
public final class Adapter {
  public let method: any AdapterMethod
  /// The parameters of the method and those of the model's head.
  let parts: [any AdapterPart]
  let heads: [SwappedParameter]
  let model: any AdaptableModel
  public private(set) var isActive = false
  /// Whether the adapter's effect stands in the model's own weights.
  public private(set) var isMerged = false
  /// Whether its parameters ask for gradients, unless it is merged.
  public var isTrainable: Bool { didSet { markTrainable() } }

  /// Installs the parts; the model's own parameters are frozen. `heads` are those of the model.
  init(
    _ method: any AdapterMethod, _ model: some AdaptableModel, _ parts: [any AdapterPart],
    _ heads: [SwappedParameter], isTrainable: Bool
  ) throws {
    guard !model.transformer.hasAdapter, !parts.contains(where: \.isOccupied) else {
      throw AdapterError.occupied(type(of: method).name)
    }
    self.method = method
    self.model = model
    self.parts = parts
    self.isTrainable = isTrainable
    self.heads = heads
    model.freeze()
    markTrainable()
    activate()
  }

  /// Everything that is trained, by the names that peft's files give it.
  public var parameters: [(name: String, tensor: Tensor)] {
    parts.flatMap(\.parameters).map { ("base_model.model.\($0.name)", $0.tensor) }
      + heads.flatMap(\.parameters).map { ("base_model.model.\($0.name)", $0.tensor) }
  }

  public var parameterCount: Int { parameters.reduce(0) { $0 + $1.tensor.count } }

  /// Puts the adapter into the model's slots. No other adapter may be active.
  public func activate() {
    guard !isActive, !isMerged else { return }
    precondition(
      !model.transformer.hasAdapter && !parts.contains(where: \.isOccupied),
      "another adapter is active in this model")
    for part in allParts { part.install() }
    isActive = true
    model.transformer.hasAdapter = true
  }

  /// Gives the model its base back. The adapter keeps its parameters and their gradients.
  public func deactivate() {
    guard isActive else { return }
    for part in allParts { part.remove() }
    isActive = false
    model.transformer.hasAdapter = false
  }

  /// Runs `body` on the base.
  public func whileInactive<Result>(_ body: () throws -> Result) rethrows -> Result {
    guard isActive else { return try body() }
    deactivate()
    defer { activate() }
    return try body()
  }

  /// Runs `body` with the adapter in place and takes it out again.
  public func whileActive<Result>(_ body: () throws -> Result) rethrows -> Result {
    guard !isActive else { return try body() }
    activate()
    defer { deactivate() }
    return try body()
  }

  public var canMerge: Bool { parts.allSatisfy { $0 is any MergeablePart } }

  /// Writes the adapter's effect into the model's own weights, after which the model needs no
  /// adapter. Throws `AdapterError` for a method whose effect no weights can hold, and for
  /// parameters or weights that would be no numbers; nothing has changed then. What the weights
  /// were is kept for `unmerge`, which takes as much memory as the weights that change.
  public func merge() throws {
    guard !isMerged else { return }
    let parts = parts.compactMap { $0 as? any MergeablePart }
    guard canMerge else { throw AdapterError.noMerge(type(of: method).name) }
    if let wrong = parameters.first(where: { !$0.tensor.isFinite }) {
      throw AdapterError.notFinite(wrong.name)
    }
    let wasActive = isActive
    activate()
    for (done, part) in parts.enumerated() {
      do {
        try part.merge()
      } catch {
        for part in parts[..<done] { part.unmerge() }
        if !wasActive { deactivate() }
        throw error
      }
    }
    for part in parts { part.remove() }
    (isActive, isMerged) = (false, true)
    model.transformer.hasAdapter = false
    markTrainable()
  }

  /// Gives the weights back what they were, bit for bit, and makes the adapter active.
  public func unmerge() {
    guard isMerged else { return }
    precondition(!model.transformer.hasAdapter, "another adapter is active in this model")
    for case let part as any MergeablePart in parts {
      part.install()
      part.unmerge()
    }
    (isActive, isMerged) = (true, false)
    model.transformer.hasAdapter = true
    markTrainable()
  }

  private var allParts: [any AdapterPart] { parts + heads }

  private func markTrainable() {
    for (_, tensor) in parameters { tensor.requiresGradient = isTrainable && !isMerged }
  }
}
