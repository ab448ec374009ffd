import Foundation
import Tensors
import Testing

@Suite struct BinaryCrossEntropyTests {
  /// From the definition, through the probability itself.
  private func reference(_ logits: [Double], _ targets: [Double]) -> Double {
    zip(logits, targets).reduce(0) { sum, element in
      let p = 1 / (1 + exp(-element.0))
      return sum - element.1 * log(p) - (1 - element.1) * log(1 - p)
    } / Double(logits.count)
  }

  private func targets(_ shape: [Int]) -> Tensor {
    var random = SeededRandom(seed: 5)
    return Tensor(
      shape, (0..<shape.reduce(1, *)).map { _ in random.chance(0.4) ? 1 : 0 })
  }

  @Test(arguments: [[1, 1], [3, 5], [130, 17]]) func equalsItsReference(shape: [Int]) {
    let targets = targets(shape)
    expectClose(
      GradientCheck(shapes: [shape], operation: { $0[0].binaryCrossEntropy(targets) }) {
        reference($0[0], targets.elements.map(Double.init))
      })
  }

  /// The second use adds to the gradient of the first.
  @Test func addsToAGradientThatStandsThere() {
    let targets = targets([5, 7])
    let operation = { (x: Tensor) in
      x.binaryCrossEntropy(targets) * 3 + (x * 2).binaryCrossEntropy(targets)
        + x.binaryCrossEntropy(targets)
    }
    let values = targets.elements.map(Double.init)
    expectClose(
      GradientCheck(shapes: [[5, 7]], operation: { operation($0[0]) }) { x in
        4 * reference(x[0], values) + reference(x[0].map { 2 * $0 }, values)
      })
  }

  /// Far out the loss is the logit or nothing, and the probabilities are 0 and 1.
  @Test func largeLogitsStaySound() {
    let logits = Tensor([2, 2], [400, 400, -400, -400])
    logits.requiresGradient = true
    let loss = logits.binaryCrossEntropy(Tensor([2, 2], [1, 0, 1, 0]))
    #expect(loss.scalar == 200)
    loss.backward()
    #expect(logits.gradient!.elements == [0, 0.25, -0.25, 0])
  }

  @Test func everyLogitNeedsATarget() async {
    await #expect(processExitsWith: .failure) {
      _ = Tensor([3, 2]).binaryCrossEntropy(Tensor([2, 3]))
    }
  }
}
