import Foundation
import Tensors
import Testing

@Suite struct AutogradTests {
  // Numbers whose products and sums float32 holds exactly, so that gradients can be told apart.
  private func parameter(_ values: Float...) -> Tensor {
    let tensor = Tensor([values.count], values)
    tensor.requiresGradient = true
    return tensor
  }

  @Test func aValueUsedTwiceGetsBothGradients() {
    let x = parameter(3, -2)
    (x * x).sum().backward()
    #expect(x.gradient!.elements == [6, -4])
    x.gradient = nil
    (x + x).sum().backward()
    #expect(x.gradient!.elements == [2, 2])
  }

  @Test func aDiamond() {
    let x = parameter(3, -2)
    let middle = x * 2
    ((middle * 5) * (middle + x)).sum().backward()  // 30 x²
    #expect(x.gradient!.elements == [180, -120])
  }

  /// + hands one gradient to both sides; what one side adds to it must not reach the other.
  @Test func aSharedGradientStaysWhatItWas() {
    let (x, y) = (parameter(3, -2), parameter(1, 1))
    let upstream = Tensor([2], [1, 10])
    (x + y + x * 4).backward(gradient: upstream)
    #expect(x.gradient!.elements == [5, 50])
    #expect(y.gradient!.elements == [1, 10])
    #expect(upstream.elements == [1, 10])
  }

  @Test func residualChains() {
    let x = Tensor.normal([5, 8], seed: 1)
    let weights = (0..<4).map { Tensor.normal([8, 8], seed: UInt64(2 + $0)) }
    let check = GradientCheck(
      inputs: [x] + weights,
      operation: { inputs in
        inputs.dropFirst().reduce(inputs[0]) { x, weight in
          x + x.linear(weight * 0.2, layout: .inputsByOutputs).tanh() + x * 0.5
        }
      },
      reference: { inputs in
        inputs.dropFirst().reduce(inputs[0]) { x, weight in
          let inner = Reference.linear(
            x, weight.map { 0.2 * $0 }, bias: nil, inputs: 8, outputs: 8, layout: .inputsByOutputs)
          return zip(x, inner).map { 1.5 * $0 + tanh($1) }
        }
      })
    expectClose(check)
  }

  @Test func threeUsesOfAnInnerValue() {
    let x = parameter(2, -1)
    let h = x * 3
    (h * h + h * 2 + h).sum().backward()  // 9x² + 9x
    #expect(x.gradient!.elements == [45, -9])
  }

  @Test func twoBackwardPassesAddUp() {
    let x = parameter(2, -1)
    let once = { (x * x).sum().backward(gradient: Tensor([1], [$0])) }
    once(1)
    let first = x.gradient!
    once(0.5)
    #expect(x.gradient!.elements == [6, -3])
    #expect(first === x.gradient || first.elements == [4, -2])
  }

  /// A gradient that the caller holds, and one that two parameters share, are not added to in place.
  @Test func accumulationLeavesHeldGradientsAlone() {
    let (x, y) = (parameter(2, -1), parameter(7, 7))
    (x + y).sum().backward()
    let held = x.gradient!
    (x * 3).sum().backward()
    #expect(held.elements == [1, 1])
    #expect(y.gradient!.elements == [1, 1])
    #expect(x.gradient!.elements == [4, 4])
  }

  @Test func anUpstreamGradientScalesEverything() {
    let hidden = Tensor.parameter([5, 3], seed: 1)
    let head = Tensor.parameter([7, 3], seed: 2)
    let gradients = [Float(1), -4].map { upstream in
      hidden.gradient = nil
      head.gradient = nil
      hidden.tanh().languageModelLoss(head: head, labels: [0, 6, ignoreIndex, 3, 2])
        .backward(gradient: Tensor([1], [upstream]))
      return hidden.gradient!.elements + head.gradient!.elements
    }
    #expect(gradients[1] == gradients[0].map { $0 * -4 })
  }

  @Test func frozenParametersGetNoGradientAndNoNode() {
    let (frozen, trained) = (Tensor.normal([4, 4], seed: 1), Tensor.parameter([4, 4], seed: 2))
    let below = Tensor.normal([3, 4], seed: 3).linear(frozen, layout: .inputsByOutputs).geluNew()
    #expect(below.node == nil)
    let above = below.linear(trained, layout: .inputsByOutputs)
      .linear(frozen, layout: .inputsByOutputs)
    #expect(above.node != nil)
    above.sum().backward()
    #expect(frozen.gradient == nil)
    #expect(below.gradient == nil)
    #expect(trained.gradient != nil)
    trained.requiresGradient = false
    #expect(trained.gradient == nil)
    #expect(below.linear(trained, layout: .inputsByOutputs).node == nil)
  }

  /// The backward of an operation runs when something below it trains, and is asked for the
  /// gradients of just those inputs.
  @Test func nothingIsComputedBelowTheLowestTrainableParameter() {
    var ran: [String] = []
    let probe = { (name: String, inputs: [Tensor]) in
      Tensor.record(Tensor([1]), inputs: inputs) { _, into in
        ran.append("\(name) \(inputs.indices.filter { into.areWanted($0) })")
        for input in inputs.indices { into.add(Tensor([1]), to: input) }
      }
    }
    let (frozen, trained) = (Tensor([1]), parameter(1))
    let lowest = probe("lowest", [frozen])
    let middle = probe("middle", [lowest, trained])
    let top = probe("top", [middle, frozen])
    top.backward()
    #expect(ran == ["top [0]", "middle [1]"])
  }

  @Test func withoutGradientsRecordsNothing() throws {
    let x = parameter(2)
    struct Stop: Error {}
    let inside = withoutGradients { (x * x, Tape.isRecording) }
    #expect(inside.0.node == nil)
    #expect(!inside.1)
    #expect(throws: Stop.self) { try withoutGradients { throw Stop() } }
    #expect(Tape.isRecording)
    #expect((x * x).node != nil)
  }

  @Test(arguments: [50_000, 1_000_000], [true, false])
  func longChainsAreFreedWithoutRecursion(length: Int, runsBackward: Bool) {
    let x = parameter(1)
    let before = MemoryPool.shared.statistics.bytesInUse
    weak var early: Node?
    do {
      var y = x
      for step in 0..<length {
        y = y * 1
        if step == 3 { early = y.node }
      }
      #expect(early != nil)
      if runsBackward { y.backward() }
    }
    #expect(early == nil)
    #expect(x.gradient?.elements == (runsBackward ? [1] : nil))
    x.gradient = nil
    #expect(MemoryPool.shared.statistics.bytesInUse == before)
  }

  /// Every value of the chain reaches the next along two ways.
  @Test(arguments: [true, false]) func longResidualChainsAreFreed(runsBackward: Bool) {
    let x = parameter(1)
    weak var early: Node?
    do {
      var y = x
      for step in 0..<100_000 {
        y = y * 0.5 + y * 0.5
        if step == 3 { early = y.node }
      }
      if runsBackward { y.backward() }
    }
    #expect(early == nil)
    #expect(x.gradient?.elements == (runsBackward ? [1] : nil))
  }

  @Test func backwardFreesTheGraph() {
    let weight = Tensor.parameter([16, 16], seed: 1)
    let start = MemoryPool.shared.statistics.bytesInUse
    weak var input: Tensor?
    weak var inner: Tensor?
    weak var storage: Storage?
    weak var node: Node?
    let loss: Tensor
    do {
      let x = Tensor.normal([9, 16], seed: 2)
      let h = x.linear(weight, layout: .inputsByOutputs).tanh()
      (input, inner, storage, node) = (x, h, h.storage, h.node)
      loss = (h * h).sum()
    }
    #expect(input == nil && inner == nil)  // tensors go at once, what a backward needs stays
    #expect(storage != nil && node != nil)
    loss.backward()
    #expect(storage == nil && node == nil)
    #expect(loss.node == nil)
    let left = MemoryPool.shared.statistics.bytesInUse - start
    #expect(left == (64 + 256) * 4)  // the loss and the gradient of the weight
  }
}
