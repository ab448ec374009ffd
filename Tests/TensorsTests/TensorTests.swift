import Tensors
import Testing

@Suite(.serialized) struct TensorTests {
  /// More numbers than one block has: blocks differ, and threads change nothing.
  @Test func normalDrawsHaveTheirMomentsWithAnyNumberOfThreads() {
    let before = ThreadPool.threadCount
    defer { ThreadPool.threadCount = before }
    let draws = [1, 2, 3].map { threads in
      ThreadPool.threadCount = threads
      var random = SeededRandom(seed: 1)
      _ = Tensor.normal([3], deviation: 1, using: &random)
      return Tensor.normal([5, 40_000], deviation: 0.5, using: &random)
    }
    #expect(draws[0].bits == draws[1].bits && draws[0].bits == draws[2].bits)
    let numbers = draws[0].elements.map(Double.init)
    let count = Double(numbers.count)
    let mean = numbers.reduce(0, +) / count
    let variance = numbers.reduce(0) { $0 + $1 * $1 } / count
    let error = 4 / count.squareRoot()
    #expect(abs(mean) < 0.5 * error)
    #expect(abs(variance - 0.25) < 0.25 * 2.0.squareRoot() * error)
    let distance = 1 << 16
    let products = (0..<numbers.count - distance).map { numbers[$0] * numbers[$0 + distance] }
    let correlation = products.reduce(0, +) / Double(products.count)
    #expect(abs(correlation) < 0.25 * error * 1.3)
  }

  /// Committed models began from these numbers.
  @Test func normalDrawsComeFromAStreamForEachBlock() {
    var (random, seeds) = (SeededRandom(seed: 3), SeededRandom(seed: 3))
    let drawn = Tensor.normal([2, 65_536 + 5], deviation: 2, using: &random).elements
    let seed = seeds.next()
    for (block, place) in [(0, 0), (1, 65_536), (2, 131_072)] {
      var stream = SeededRandom(seed: seed, stream: "\(block)")
      #expect((0..<10).allSatisfy { drawn[place + $0] == 2 * stream.normal() })
    }
    #expect(random == seeds)
  }

  @Test func viewsShareAndCopiesDoNot() {
    let tensor = Tensor([2, 3], [1, 2, 3, 4, 5, 6])
    let (view, copy) = (tensor.detached, tensor.copy())
    tensor.pointer[0] = 9
    #expect(view.elements[0] == 9 && copy.elements[0] == 1)
    copy.assign(tensor)
    #expect(copy.elements == [9, 2, 3, 4, 5, 6])
    #expect(tensor.dim(-1) == 3 && tensor.dim(0) == 2)
  }

  @Test(arguments: [0, 1, 33, 99]) func oneNumberThatIsNotFiniteIsFound(place: Int) {
    for value in [Float.nan, .infinity, -.infinity] {
      let tensor = Tensor([100], filledWith: .greatestFiniteMagnitude)
      #expect(tensor.isFinite)
      tensor.pointer[place] = value
      #expect(!tensor.isFinite)
    }
  }

  /// A parameter takes its gradient along, and asks for one where it goes.
  @Test func parametersAreExchangedWithTheirGradients() {
    let trained = Tensor([2], [1, 2])
    let frozen = Tensor([2], [3, 4])
    trained.requiresGradient = true
    (trained * 5).sum().backward()
    trained.exchange(with: frozen)
    #expect(trained.elements == [3, 4] && frozen.elements == [1, 2])
    #expect(!trained.requiresGradient && trained.gradient == nil)
    #expect(frozen.gradient?.elements == [5, 5])
    frozen.exchange(with: trained)
    #expect(trained.elements == [1, 2] && trained.gradient?.elements == [5, 5])
    #expect(!frozen.requiresGradient)
  }
}
