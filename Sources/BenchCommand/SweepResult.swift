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

  struct Line: Codable {
    let name: String
    let points: [Point]
  }

  struct Reference: Codable {
    let name: String
    let point: Point
  }

  let threads: Int
  let openblasCore: String
  let rounds: Int
  let roof: Roof
  let lines: [Line]
  let references: [Reference]
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
