import CKernels
import Tensors
import Testing

@Suite struct DropoutTests {
  /// The factors that a dropout multiplies with.
  private func mask(_ shape: [Int], _ probability: Float, seed: UInt64) -> [Float] {
    Tensor(shape, filledWith: 1).dropout(probability, stream(seed)).elements
  }

  @Test(arguments: ElementwiseTests.shapes + [[40_003]], [0.1, 0.5, 0.9] as [Float])
  func equalsItsReference(shape: [Int], probability: Float) {
    let factors = mask(shape, probability, seed: 5).map(Double.init)
    expectClose(
      GradientCheck(
        shapes: [shape], mostPlaces: 40, operation: { $0[0].dropout(probability, stream(5)) },
        reference: { zip($0[0], factors).map(*) }))
  }

  @Test func addsToAGradientThatStandsThere() {
    let factors = mask([9, 33], 0.3, seed: 5).map(Double.init)
    expectClose(
      GradientCheck(
        shapes: [[9, 33]], operation: { $0[0].dropout(0.3, stream(5)) + $0[0] },
        reference: { zip($0[0], factors).map { $0 * $1 + $0 } }))
  }

  /// What the backward multiplies with is, to the bit, what the forward did.
  @Test func theBackwardUsesTheForwardsMask() {
    let x = Tensor([100_001], filledWith: 1)
    x.requiresGradient = true
    let y = x.dropout(0.4, stream(2))
    y.backward(gradient: Tensor([100_001], filledWith: 1))
    #expect(x.gradient!.bits == y.bits)
  }

  @Test(arguments: [0.05, 0.1, 0.5, 0.8] as [Float]) func keepsItsShare(probability: Float) {
    let count = 200_000
    let factors = mask([count], probability, seed: 3)
    let scale = 1 / (1 - probability)
    #expect(factors.allSatisfy { $0 == 0 || $0 == scale })
    let kept = Double(factors.count { $0 != 0 })
    let expected = Double(count) * (1 - Double(probability))
    let deviation = (expected * Double(probability)).squareRoot()
    #expect(abs(kept - expected) < 4 * deviation)
  }

  /// Neighbours, in a row and across rows, are dropped independently of each other.
  @Test(arguments: [1, 2, 64, 1024]) func elementsAreIndependent(distance: Int) {
    let factors = mask([200_000], 0.5, seed: 4).map { $0 != 0 }
    let pairs = factors.count - distance
    let equal = (0..<pairs).count { factors[$0] == factors[$0 + distance] }
    #expect(abs(Double(equal) - Double(pairs) / 2) < 4 * Double(pairs).squareRoot() / 2)
  }

  @Test func seedsDecide() {
    #expect(mask([1000], 0.5, seed: 1) == mask([1000], 0.5, seed: 1))
    let (a, b) = (mask([10_000], 0.5, seed: 1), mask([10_000], 0.5, seed: 2))
    #expect(abs(zip(a, b).count { $0 == $1 } - 5000) < 200)
    let both = stream(1)
    let ones = Tensor([10_000], filledWith: 1)
    let (first, second) = (ones.dropout(0.5, both), ones.dropout(0.5, both))
    #expect(abs(zip(first.elements, second.elements).count { $0 == $1 } - 5000) < 200)
  }

  /// Seeds that differ in one bit, of either half.
  @Test(arguments: [0, 31, 32, 63]) func everyBitOfASeedCounts(bit: UInt64) {
    let ones = [Float](repeating: 1, count: 10_000)
    let masks = [7, 7 ^ 1 << bit].map { (seed: UInt64) in
      var y = ones
      ck_dropout(ones, &y, y.count, seed, 0, 0.5, false)
      return y
    }
    #expect(abs(zip(masks[0], masks[1]).count { $0 == $1 } - 5000) < 200)
  }

  @Test func nothingIsDroppedWithoutAStreamOrAProbability() {
    let x = Tensor.normal([7], seed: 1)
    #expect(x.dropout(0.5, nil) === x)
    let random = stream(1)
    #expect(x.dropout(0, random) === x)
    #expect(random.random == SeededRandom(seed: 1))
  }
}
