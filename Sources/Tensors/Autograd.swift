import CKernels
import Synchronization

/// One operation that ran, or one parameter. Nodes know the nodes that they came from and never the
/// tensors, so that a graph is freed without recursion.
package final class Node {
  /// Later operations have higher numbers: descending order is a valid order for the backward pass.
  let number: Int
  fileprivate(set) var inputs: [Node?]
  fileprivate var backward: ((Tensor, InputGradients) -> Void)?
  fileprivate(set) var gradient: Tensor?
  /// A parameter, which no operation made.
  let isLeaf: Bool

  private static let counter = Atomic<Int>(0)

  init(inputs: [Node?] = [], backward: ((Tensor, InputGradients) -> Void)? = nil) {
    number = Self.counter.wrappingAdd(1, ordering: .relaxed).newValue
    self.inputs = inputs
    self.backward = backward
    isLeaf = backward == nil
  }

  /// A chain of 50,000 nodes would overflow the stack if each freed the next.
  deinit {
    var waiting = inputs.compactMap { $0 }
    inputs = []
    while var node = waiting.popLast() {
      if isKnownUniquelyReferenced(&node) {
        waiting.append(contentsOf: node.inputs.lazy.compactMap { $0 })
        node.inputs = []
      }
    }
  }
}

/// Where a backward puts the gradients of its operation's inputs.
package struct InputGradients {
  fileprivate let nodes: [Node?]

  package var count: Int { nodes.count }

  /// Whether anyone asks for the gradient of this input.
  package func areWanted(_ input: Int) -> Bool { nodes[input] != nil }

  /// Adds a finished gradient. It may be shared with others: it is copied before it is changed.
  package func add(_ gradient: Tensor, to input: Int) {
    guard let node = nodes[input] else { return }
    if node.gradient == nil {
      node.gradient = gradient
    } else {
      write(to: input, shape: gradient.shape) { sum, _ in
        Kernel.addScaled(gradient.pointer, 1, to: sum, count: gradient.count)
      }
    }
  }

  /// Lets `body(pointer, accumulate)` write the gradient in place: with `accumulate` false the
  /// memory holds nothing yet and every element must be written; else the gradient is added.
  package func write(
    to input: Int, shape: [Int],
    _ body: (_ gradient: UnsafeMutablePointer<Float>, _ accumulate: Bool) -> Void
  ) {
    guard let node = nodes[input] else { return }
    if node.gradient == nil {
      let fresh = Tensor(uninitialized: shape)
      body(fresh.pointer, false)
      node.gradient = fresh
    } else {
      if !isKnownUniquelyReferenced(&node.gradient!) { node.gradient = node.gradient!.copy() }
      body(node.gradient!.pointer, true)
    }
  }
}

/// Whether operations record what a backward pass needs.
public enum Tape {
  @TaskLocal package static var isRecording = true
}

/// Runs `body` without recording a graph: for evaluation and generation.
public func withoutGradients<Result>(_ body: () throws -> Result) rethrows -> Result {
  try Tape.$isRecording.withValue(false, operation: body)
}

extension Tensor {
  /// Whether gradients are collected for this tensor. Setting it on a parameter freezes it or
  /// makes it trainable; only tensors that no operation made can be set.
  public var requiresGradient: Bool {
    get { node != nil }
    set {
      precondition(node?.isLeaf ?? true, "only a parameter can be frozen or made trainable")
      precondition(compact == nil || !newValue, "a compressed weight cannot be trained")
      if newValue != requiresGradient { node = newValue ? Node() : nil }
    }
  }

  /// The gradient that the last backward passes left on a trainable parameter.
  public var gradient: Tensor? {
    get { node?.gradient }
    set { node?.gradient = newValue }
  }

  /// The result of an operation over `inputs`, in the graph when one of them asks for a gradient.
  /// `backward` gets the gradient of the result; it must capture detached tensors only, and never
  /// the result itself.
  package static func record(
    _ result: Tensor, inputs: [Tensor], backward: @escaping (Tensor, InputGradients) -> Void
  ) -> Tensor {
    guard willRecord(inputs) else { return result }
    result.node = Node(inputs: inputs.map(\.node), backward: backward)
    return result
  }

  /// Whether an operation over these inputs will be part of a graph.
  package static func willRecord(_ inputs: [Tensor]) -> Bool {
    Tape.isRecording && inputs.contains { $0.node != nil }
  }

  /// Adds d(self)/d(parameter) to the gradient of every trainable parameter that this number was
  /// computed from, and frees the graph.
  public func backward() {
    precondition(count == 1, "backward starts from one number, the shape is \(shape)")
    backward(gradient: Tensor(shape, filledWith: 1))
  }

  /// The same from a gradient of this tensor's shape that is given.
  public func backward(gradient: Tensor) {
    precondition(gradient.shape == shape, "the gradient of \(shape) cannot be \(gradient.shape)")
    guard let root = node else {
      preconditionFailure("backward needs a result of trainable parameters")
    }
    node = nil
    root.gradient = gradient
    for node in root.descendants() {
      guard let backward = node.backward else {
        precondition(node.isLeaf, "backward meets values whose graph an earlier backward has freed")
        continue
      }
      let inputs = node.inputs
      node.backward = nil
      node.inputs = []
      guard let gradient = node.gradient else { continue }
      node.gradient = nil
      backward(gradient, InputGradients(nodes: inputs))
    }
  }
}

extension Node {
  /// This node and all that it came from, latest first.
  fileprivate func descendants() -> [Node] {
    var seen: Set<ObjectIdentifier> = [ObjectIdentifier(self)]
    var found = [self]
    var next = 0
    while next < found.count {
      for case let input? in found[next].inputs where seen.insert(ObjectIdentifier(input)).inserted
      {
        found.append(input)
      }
      next += 1
    }
    return found.sorted { $0.number > $1.number }
  }
}
