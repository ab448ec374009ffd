import Tensors
import Testing

@Suite struct CausalAttentionTests {
  struct Problem: Sendable, CustomStringConvertible {
    let lengths: [Int]
    let heads: Int
    let size: Int
    var scale: Float?
    var description: String { "rows \(lengths), \(heads) heads of \(size), scale \(scale ?? 0)" }

    var segments: Segments { Segments(lengths: lengths) }
    var tokens: Int { lengths.reduce(0, +) }
    var width: Int { heads * size }
    var shape: [Int] { [tokens, 3 * width] }

    func operation(_ qkv: Tensor, _ probability: Float, seed: UInt64) -> Tensor {
      qkv.causalAttention(
        heads: heads, segments: segments, scale: scale, dropout: probability, stream(seed))
    }

    func reference(_ qkv: [Double], mask: [[[Double]]]? = nil) -> [Double] {
      Reference.causalAttention(
        qkv, heads: heads, lengths: lengths, width: width,
        scale: scale.map(Double.init) ?? 1 / Double(size).squareRoot(), mask: mask)
    }

    /// The dropout factors, read from a forward: with q = k = 0 every key that is seen has the same
    /// probability, and with v the unit vectors the output shows each of them.
    func mask(_ probability: Float, seed: UInt64) -> [[[Double]]] {
      let size = lengths.max()!
      let wide = Problem(lengths: lengths, heads: heads, size: size, scale: scale)
      let qkv = Tensor(wide.shape)
      for row in 0..<lengths.count {
        for (key, token) in segments.range(row).enumerated() {
          for head in 0..<heads {
            qkv.pointer[token * 3 * wide.width + 2 * wide.width + head * size + key] = 1
          }
        }
      }
      let shown = wide.operation(qkv, probability, seed: seed).elements.map(Double.init)
      return (0..<heads).map { head in
        (0..<lengths.count).flatMap { row in
          segments.range(row).enumerated().map { query, token in
            (0...query).map { shown[token * wide.width + head * size + $0] * Double(query + 1) }
          }
        }
      }
    }
  }

  static let problems = [
    Problem(lengths: [1], heads: 1, size: 1), Problem(lengths: [5], heads: 3, size: 4),
    Problem(lengths: [2, 1, 7], heads: 2, size: 17), Problem(lengths: [64], heads: 2, size: 3),
    Problem(lengths: [65], heads: 1, size: 33), Problem(lengths: [1, 65, 5], heads: 2, size: 3),
    Problem(lengths: [130], heads: 2, size: 5), Problem(lengths: [64, 130, 1], heads: 3, size: 2),
    Problem(lengths: [5, 9], heads: 2, size: 4, scale: 1),
    Problem(lengths: [66], heads: 2, size: 4, scale: 0.05),
    Problem(lengths: [3, 0, 4], heads: 2, size: 3),
    Problem(lengths: [0, 65, 0], heads: 1, size: 3),
  ]

  @Test(arguments: problems) func equalsItsReference(problem: Problem) {
    expectClose(
      GradientCheck(
        shapes: [problem.shape], mostPlaces: 400,
        operation: { problem.operation($0[0], 0, seed: 1) }, reference: { problem.reference($0[0]) }
      ))
  }

  @Test(arguments: problems) func withDropoutToo(problem: Problem) {
    let mask = problem.mask(0.3, seed: 7)
    expectClose(
      GradientCheck(
        shapes: [problem.shape], mostPlaces: 400,
        operation: { problem.operation($0[0], 0.3, seed: 7) },
        reference: { problem.reference($0[0], mask: mask) }))
  }

  /// Keys and values before every row, as if they were tokens that ask nothing.
  @Test(arguments: [[5], [2, 1, 7], [3, 0, 65]], [1, 4, 64])
  func aPrefixStandsBeforeEveryRow(lengths: [Int], count: Int) {
    let problem = Problem(lengths: lengths, heads: 2, size: 3, scale: 0.4)
    let longer = Problem(lengths: lengths.map { $0 + count }, heads: 2, size: 3, scale: 0.4)
    let width = problem.width
    expectClose(
      GradientCheck(
        shapes: [problem.shape, [count, 2 * width]], mostPlaces: 100,
        operation: {
          $0[0].causalAttention(
            heads: 2, segments: problem.segments, prefix: $0[1], scale: 0.4)
        },
        reference: { x in
          let nothing = [Double](repeating: 0, count: width)
          let lead = (0..<count).flatMap { nothing + slice(x[1], rows: $0..<$0 + 1, 2 * width) }
          let led = (0..<lengths.count).flatMap { row in
            lead + slice(x[0], rows: problem.segments.range(row), 3 * width)
          }
          let all = longer.reference(led)
          return (0..<lengths.count).flatMap { row -> [Double] in
            slice(all, rows: longer.segments.range(row).dropFirst(count), width)
          }
        }))
  }

  /// One output feeds two places and one input has a second use.
  @Test func addsToAGradientThatStandsThere() {
    let problem = Problem(lengths: [3, 4], heads: 2, size: 3)
    expectClose(
      GradientCheck(
        shapes: [problem.shape],
        operation: {
          problem.operation($0[0], 0, seed: 1) + problem.operation($0[0] * 2, 0, seed: 1)
        },
        reference: { x in
          zip(problem.reference(x[0]), problem.reference(x[0].map { 2 * $0 })).map(+)
        }))
  }

  @Test func twoAttentionsMayShareTheirInput() {
    let one = Problem(lengths: [3, 4], heads: 2, size: 3)
    let other = Problem(lengths: [7], heads: 3, size: 2)
    expectClose(
      GradientCheck(
        shapes: [one.shape],
        operation: { one.operation($0[0], 0, seed: 1) + other.operation($0[0], 0, seed: 1) },
        reference: { zip(one.reference($0[0]), other.reference($0[0])).map(+) }))
  }

  /// What stands in one row, or later in the same row, changes nothing.
  @Test func aTokenSeesOnlyItsOwnRowUpToItself() {
    let problem = Problem(lengths: [5, 70], heads: 2, size: 4)
    let qkv = Tensor.normal(problem.shape, seed: 1)
    let before = problem.operation(qkv, 0, seed: 1).elements
    let changed = qkv.copy()
    for i in 0..<5 * 3 * problem.width { changed.pointer[i] += 1 }
    for i in 70 * 3 * problem.width..<changed.count { changed.pointer[i] -= 1 }
    let after = problem.operation(changed, 0, seed: 1).elements
    let same = 5 * problem.width..<70 * problem.width
    #expect(before[same] == after[same])
    #expect(before.suffix(5 * problem.width) != after.suffix(5 * problem.width))
  }

  /// Scores of several hundred neither overflow nor lose the sum; their own rounding is all that is
  /// lost, some 1e-5.
  @Test func largeScoresStaySound() {
    let problem = Problem(lengths: [70], heads: 1, size: 2, scale: 30)
    expectClose(
      GradientCheck(
        shapes: [problem.shape], mostPlaces: 200,
        operation: { problem.operation($0[0], 0, seed: 1) }, reference: { problem.reference($0[0]) }
      ), output: 1e-5, gradients: 3e-5)
  }

  @Test func dropoutDiffersByElementRowHeadAndSeedAndKeepsItsShare() {
    let problem = Problem(lengths: [70, 70], heads: 2, size: 4)
    let mask = problem.mask(0.5, seed: 3)
    let lastQueries = [mask[0][69], mask[0][68] + [9], mask[0][139], mask[1][69]]
    #expect(Set(lastQueries).count == 4)
    for row in lastQueries.dropFirst() {
      let equal = zip(lastQueries[0].prefix(69), row).count { abs($0 - $1) < 0.1 }
      #expect((18...51).contains(equal))
    }
    let all = mask.flatMap { $0.flatMap { $0 } }
    #expect(all.allSatisfy { $0 == 0 || abs($0 - 2) < 1e-4 })
    let kept = Double(all.count { $0 != 0 })
    #expect(abs(kept / Double(all.count) - 0.5) < 2 / Double(all.count).squareRoot())
    #expect(problem.mask(0.5, seed: 3) == mask)
    #expect(problem.mask(0.5, seed: 4) != mask)
  }

  @Test func withoutProbabilityNoSeedIsDrawn() {
    let random = stream(1)
    let problem = Problem(lengths: [3], heads: 1, size: 2)
    _ = Tensor(problem.shape).causalAttention(
      heads: 1, segments: problem.segments, dropout: 0, random)
    #expect(random.random == SeededRandom(seed: 1))
  }
}
