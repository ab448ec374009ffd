import Layers
import Tensors

/// What this machine gives at best: the arithmetic of large products, and the memory that AdamW
/// passes over. Measured a little at a time, in turn with the steps, so that all see the same
/// machine.
final class Roof {
  private let products: [(m: Int, n: Int, k: Int)]
  private let a: Tensor
  private let b: Tensor
  private let c: Tensor
  private let parameter: Tensor
  private let optimiser: AdamW
  /// FLOPs a second of each product, one for every visit.
  private var rates: [[Double]]
  private var bytesPerSecond: [Double] = []

  /// 2²⁴ floats: with the gradient and both moments far more than any cache holds.
  private static let parameterCount = 1 << 24

  init(_ products: [(m: Int, n: Int, k: Int)]) {
    self.products = products
    var random = SeededRandom(seed: 3)
    func matrix(_ count: ((m: Int, n: Int, k: Int)) -> Int) -> Tensor {
      .normal([products.map(count).max()!], deviation: 1, using: &random)
    }
    a = matrix { $0.m * $0.k }
    b = matrix { $0.k * $0.n }
    c = matrix { $0.m * $0.n }
    parameter = Tensor([Self.parameterCount], filledWith: 1)
    parameter.requiresGradient = true
    parameter.gradient = Tensor([Self.parameterCount], filledWith: 1)
    optimiser = AdamW([parameter])
    rates = Array(repeating: [], count: products.count)
  }

  func visit(counted: Bool) {
    let clock = ContinuousClock()
    for (index, (m, n, k)) in products.enumerated() {
      let time = clock.measure {
        MatrixProduct.run(
          m: m, n: n, k: k, a: a.pointer, lda: k, b: b.pointer, ldb: n, c: c.pointer, ldc: n)
      }
      if counted { rates[index].append(Double(2 * m * n * k) / (time / .seconds(1))) }
    }
    let time = clock.measure { optimiser.step(learningRate: 1e-4) }
    if counted {
      bytesPerSecond.append(Double(28 * Self.parameterCount) / (time / .seconds(1)))
    }
  }

  /// The fastest product by the medians of all visits.
  var result: SweepResult.Roof {
    let medians = rates.map { median($0) }
    let best = medians.indices.max { medians[$0] < medians[$1] }!
    let (m, n, k) = products[best]
    return SweepResult.Roof(
      flopsPerSecond: medians[best], product: [m, n, k], bytesPerSecond: median(bytesPerSecond))
  }
}
