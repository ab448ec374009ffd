import Tensors
import Testing

/// Bits do not depend on how many threads share the work, for the output and every gradient of every
/// operation, at shapes that are cut into several parts.
@Suite(.serialized) struct ThreadCountTests {
  struct Case: Sendable, CustomStringConvertible {
    let description: String
    let shapes: [[Int]]
    let operation: @Sendable ([Tensor]) -> Tensor
  }

  static func labels(_ count: Int, _ bound: Int) -> [Int32] {
    var random = SeededRandom(seed: UInt64(count))
    return (0..<count).map { _ in
      random.chance(0.8) ? Int32(random.int(below: bound)) : ignoreIndex
    }
  }

  static func cases(_ seed: UInt64) -> [Case] {
    var random = SeededRandom(seed: seed)
    let rows = 300 + random.int(below: 300)
    let width = 2 * (100 + random.int(below: 120))
    let outputs = 150 + random.int(below: 300)
    let wide = [rows, width]
    let lengths = [1 + random.int(below: 90), 1 + random.int(below: 200), 65]
    let tokens = lengths.reduce(0, +)
    let ids = labels(rows, 50).map { max(0, $0) }
    let attention = { (probability: Float) in
      { @Sendable (x: [Tensor]) -> Tensor in
        x[0].causalAttention(
          heads: 2, segments: Segments(lengths: lengths), dropout: probability, stream(3))
      }
    }
    return [
      Case(description: "+", shapes: [wide, wide]) { $0[0] + $0[1] },
      Case(description: "*", shapes: [wide, wide]) { $0[0] * $0[1] + $0[0] },
      Case(description: "* number", shapes: [wide]) { $0[0] * 3 },
      Case(description: "sum", shapes: [wide]) { $0[0].sum() },
      Case(description: "mean", shapes: [wide]) { $0[0].mean() },
      Case(description: "geluNew", shapes: [wide]) { $0[0].geluNew() },
      Case(description: "relu", shapes: [wide]) { $0[0].relu() },
      Case(description: "tanh", shapes: [wide]) { $0[0].tanh() },
      Case(description: "silu", shapes: [wide]) { $0[0].silu() },
      Case(description: "dropout", shapes: [wide]) { $0[0].dropout(0.3, stream(2)) },
      Case(description: "rows", shapes: [wide]) { $0[0].rows([5, 1, 5, 99]) },
      Case(description: "layerNorm", shapes: [wide, [width], [width]]) {
        $0[0].layerNorm(weight: $0[1], bias: $0[2], epsilon: 1e-5)
      },
      Case(description: "linear", shapes: [wide, [width, outputs], [outputs]]) {
        $0[0].linear($0[1], bias: $0[2], layout: .inputsByOutputs)
      },
      Case(description: "linear, transposed", shapes: [wide, [outputs, width], [outputs]]) {
        $0[0].linear($0[1], bias: $0[2], layout: .outputsByInputs)
      },
      Case(description: "linear, one row", shapes: [[1, 900], [900, 1100], [1100]]) {
        $0[0].linear($0[1], bias: $0[2], layout: .inputsByOutputs)
      },
      Case(
        description: "addingLowRank",
        shapes: [wide, [width, outputs], [8, width], [outputs, 8]]
      ) {
        $0[0].linear($0[1], layout: .inputsByOutputs)
          .addingLowRank(of: $0[0], down: $0[2], up: $0[3], scale: 2)
      },
      Case(description: "scaledColumns", shapes: [wide, [width]]) {
        $0[0].scaledColumns(by: $0[1])
      },
      Case(description: "addingToRows", shapes: [wide, [width]]) { $0[0].addingToRows($0[1]) },
      Case(description: "columns", shapes: [wide]) { $0[0].columns(3..<width - 1) },
      Case(description: "replacingRows", shapes: [wide, [2, width]]) {
        $0[0].replacingRows(at: [7, 2], with: $0[1])
      },
      Case(description: "embedding", shapes: [[50, width], [50, width]]) {
        .embedding($0[0], ids: ids, places: $0[1], positions: Array(ids.reversed()))
      },
      Case(description: "causalAttention", shapes: [[tokens, 3 * width]], operation: attention(0)),
      Case(
        description: "causalAttention, dropout", shapes: [[tokens, 3 * width]],
        operation: attention(0.2)),
      Case(
        description: "causalAttention, prefix", shapes: [[tokens, 3 * width], [20, 2 * width]]
      ) {
        $0[0].causalAttention(heads: 2, segments: Segments(lengths: lengths), prefix: $0[1])
      },
      Case(description: "languageModelLoss", shapes: [[rows, 24], [9_001, 24]]) {
        $0[0].languageModelLoss(head: $0[1], labels: labels(rows, 9_001))
      },
      Case(description: "crossEntropy", shapes: [wide]) {
        $0[0].crossEntropy(labels: labels(rows, width))
      },
    ]
  }

  @Test(arguments: cases(1) + cases(2) + cases(3)) func bitsStayTheSame(of: Case) {
    let before = ThreadPool.threadCount
    defer { ThreadPool.threadCount = before }
    let results = [1, 2, 3].map { threads in
      ThreadPool.threadCount = threads
      let inputs = of.shapes.enumerated().map { Tensor.parameter($1, seed: UInt64($0 + 1)) }
      let result = of.operation(inputs)
      result.backward(gradient: .normal(result.shape, seed: 99))
      return [result.bits] + inputs.map { $0.gradient!.bits }
    }
    #expect(results[0] == results[1])
    #expect(results[0] == results[2])
  }
}
