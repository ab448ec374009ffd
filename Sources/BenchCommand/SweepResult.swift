import Foundation

/// What `bench sweep` found, as sweep.json keeps it.
struct SweepResult: Codable {
  struct Roof: Codable {
    let flopsPerSecond: Double
    /// m, n, k of the fastest product.
    let product: [Int]
    let bytesPerSecond: Double
  }

  struct Point: Codable {
    let shape: StepShape
    let cost: StepCost
    /// Steps that were timed.
    let steps: Int
    /// Milliseconds a step: the median, the lower and the upper quartile.
    let ms: Double
    let low: Double
    let high: Double
    /// The part of all threads' time that went into sgemm.
    let sgemmShare: Double
  }

  /// A step that is looked at by itself.
  struct Reference: Codable {
    let name: String
    let point: Point
  }

  let threads: Int
  let openblasCore: String
  let rounds: Int
  let roof: Roof
  let lines: SweepLines<Point>
  let centre: Point
  let references: [Reference]
}

extension SweepResult {
  static let maker = "bench sweep --json .build/bench/sweep.json"

  /// Throws `BenchFileError`.
  static func read(_ file: URL) throws -> SweepResult {
    let result = try BenchFile.read(Self.self, from: file, maker: maker)
    for (name, points) in result.lines.all where points.isEmpty {
      throw BenchFileError(file: file, reason: "the line \(name) has no points", maker: maker)
    }
    let times = result.lines.all.flatMap(\.elements).map(\.ms) + [result.centre.ms]
    let rates = [result.roof.flopsPerSecond, result.roof.bytesPerSecond]
    guard (times + rates).allSatisfy({ $0 > 0 }) else {
      throw BenchFileError(file: file, reason: "a time or a rate is not above 0", maker: maker)
    }
    return result
  }
}

extension SweepResult {
  /// The rate of the products that `cost` counts, as a share of the roof, for a step of `ms`.
  func roofShare(_ cost: StepCost, ms: Double) -> Double {
    Double(cost.flops) / (ms / 1000) / roof.flopsPerSecond
  }

  func roofShare(_ point: Point) -> Double { roofShare(point.cost, ms: point.ms) }

  /// The share that the formulas expect where products run at the roof and everything else at the
  /// speed of memory.
  func expectedShare(_ point: Point) -> Double {
    let seconds = point.cost.seconds(
      flopsPerSecond: roof.flopsPerSecond, bytesPerSecond: roof.bytesPerSecond)
    return roofShare(point.cost, ms: 1000 * seconds)
  }
}
