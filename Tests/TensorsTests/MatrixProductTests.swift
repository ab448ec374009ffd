import Foundation
import Tensors
import Testing

@Suite(.serialized) struct MatrixProductTests {
  /// Shapes drawn with a seed, odd sizes and K = 1 included, large enough that most are cut.
  static func shapes(_ count: Int, seed: UInt64) -> [(m: Int, n: Int, k: Int)] {
    var random = SeededRandom(seed: seed)
    let size = { (random: inout SeededRandom) in
      1 + random.int(below: random.chance(0.3) ? 700 : 130)
    }
    return (0..<count).map { _ in (size(&random), size(&random), size(&random)) }
  }

  /// One row against matrices that are cut, which no sgemm sees; once for each transposition.
  static let rows = [(m: 1, n: 900, k: 1100), (1, 70, 9001), (1, 5000, 67), (1, 5, 3)]
    .flatMap { Array(repeating: $0, count: 4) }

  /// Products that `ck_large_product` takes, with sides that are no multiples of its tiles or blocks,
  /// and deep enough to be summed in several rounds; once for each transposition.
  static let large = [(m: 387, n: 401, k: 385), (500, 1201, 770), (1201, 390, 400)]
    .flatMap { Array(repeating: $0, count: 4) }

  static func product(
    _ shape: (m: Int, n: Int, k: Int), _ transposeA: Bool, _ transposeB: Bool, seed: UInt64
  ) -> (result: Tensor, a: Tensor, b: Tensor) {
    var random = SeededRandom(seed: seed)
    let (m, n, k) = shape
    let a = Tensor.uniform(transposeA ? [k, m] : [m, k], -1, 1, using: &random)
    let b = Tensor.uniform(transposeB ? [n, k] : [k, n], -1, 1, using: &random)
    let c = Tensor([m, n], filledWith: .nan)
    MatrixProduct.run(
      transposeA: transposeA, transposeB: transposeB, m: m, n: n, k: k, a: a.pointer,
      lda: a.dim(1), b: b.pointer, ldb: b.dim(1), c: c.pointer, ldc: n)
    return (c, a, b)
  }

  @Test func bitsDoNotDependOnTheNumberOfThreads() {
    let before = ThreadPool.threadCount
    defer { ThreadPool.threadCount = before }
    var different = 0
    for (index, shape) in (Self.shapes(540, seed: 1) + Self.rows + Self.large).enumerated() {
      let (transposeA, transposeB) = (index % 2 == 1, index / 2 % 2 == 1)
      let results = [1, 2, 3].map { threads in
        ThreadPool.threadCount = threads
        return Self.product(shape, transposeA, transposeB, seed: UInt64(index)).result
      }
      if results[0].elements.map(\.bitPattern) != results[1].elements.map(\.bitPattern)
        || results[0].elements.map(\.bitPattern) != results[2].elements.map(\.bitPattern)
      {
        different += 1
      }
    }
    #expect(different == 0)
  }

  @Test func equalsAProductInDoublePrecision() {
    for (index, shape) in (Self.shapes(60, seed: 2) + Self.rows).enumerated() {
      let (transposeA, transposeB) = (index % 2 == 1, index / 2 % 2 == 1)
      let (c, a, b) = Self.product(shape, transposeA, transposeB, seed: UInt64(index))
      var worst = 0.0
      for i in 0..<shape.m {
        for j in 0..<shape.n {
          var sum = 0.0
          for l in 0..<shape.k {
            let x = transposeA ? a.pointer[l * shape.m + i] : a.pointer[i * shape.k + l]
            let y = transposeB ? b.pointer[j * shape.k + l] : b.pointer[l * shape.n + j]
            sum += Double(x) * Double(y)
          }
          worst = max(worst, abs(sum - Double(c.pointer[i * shape.n + j])))
        }
      }
      #expect(worst < 1e-5 * Double(shape.k).squareRoot() + 1e-6, "\(shape)")
    }
  }

  /// The same fuzz with the kernels of an older processor, in a process of its own because OpenBLAS
  /// chooses once.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["OPENBLAS_CORETYPE"] == nil))
  func bitsDoNotDependOnTheNumberOfThreadsWithHaswellKernels() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
    // Filters add up: those of this process would let its other tests run too.
    var arguments = CommandLine.arguments.dropFirst().filter { !$0.hasPrefix("--event-stream") }
    while let filter = arguments.firstIndex(of: "--filter") {
      arguments.removeSubrange(filter...min(filter + 1, arguments.endIndex - 1))
    }
    process.arguments = arguments + ["--filter", "bitsDoNotDependOnTheNumberOfThreads\\(\\)"]
    var environment = ProcessInfo.processInfo.environment
    environment["OPENBLAS_CORETYPE"] = "Haswell"
    process.environment = environment
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(text.suffix(2000))")
    #expect(
      text.contains("Test bitsDoNotDependOnTheNumberOfThreads() passed"), "\(text.suffix(2000))")
  }
}
