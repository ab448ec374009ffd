import ArgumentParser
import Commands
import Foundation
import Models
import Tensors

/// Full training steps of many sizes beside their FLOPs, the roof measured in the same run.
struct Sweep: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Time steps over width, depth, length and batch.",
    discussion: """
      By turns: every round measures each size for a moment, so that a drift of the machine does \
      not look like a curve. Takes minutes.
      """)

  @Option(help: "Write the figures to this file.") var json: String?
  @Option(help: "Rounds that are counted, after one that is not.") var rounds = 5
  @Flag(help: "Small models and few points: seconds, to see that all works.") var quick = false

  func validate() throws {
    guard rounds > 0 else { throw ValidationError("--rounds must be positive") }
  }

  func run() throws {
    let result = try measure(quick ? .quick : .full)
    print(result.text)
    if let json { try BenchFile.write(result, to: URL(fileURLWithPath: json)) }
  }

  /// A visit of less than this is mostly noise.
  private static let secondsPerVisit = 0.2

  private func measure(_ plan: SweepPlan) throws -> SweepResult {
    var models: [[Int]: SweptModel] = [:]
    var points: [StepShape: SweepPoint] = [:]
    for shape in plan.lines.all.flatMap(\.elements) + plan.references.map(\.shape) + [plan.centre]
    where points[shape] == nil {
      let model = models[shape.modelSizes] ?? SweptModel(shape.config)
      models[shape.modelSizes] = model
      points[shape] = SweepPoint(shape, on: model)
    }
    let inTurn = points.values.sorted { StepCost($0.shape).flops < StepCost($1.shape).flops }
    let roof = Roof(plan.products)
    for round in 0...rounds {
      let isCounted = round > 0
      say(isCounted ? "round \(round) of \(rounds)" : "warming up")
      roof.visit(counted: isCounted)
      for point in inTurn {
        try point.visit(seconds: isCounted ? Self.secondsPerVisit : 0, counted: isCounted)
      }
    }
    let results = points.mapValues(\.result)
    return SweepResult(
      threads: ThreadPool.threadCount, openblasCore: MatrixProduct.coreName, rounds: rounds,
      roof: roof.result,
      lines: plan.lines.map { results[$0]! },
      centre: results[plan.centre]!,
      references: plan.references.map {
        SweepResult.Reference(name: $0, point: results[$1]!)
      })
  }
}

extension SweepResult {
  /// For the terminal.
  fileprivate var text: String {
    let head = String(
      format: "roof %.1f GFLOP/s, memory %.1f GB/s, %d threads\n\n", roof.flopsPerSecond / 1e9,
      roof.bytesPerSecond / 1e9, threads)
    let columns =
      "                    blocks width heads rows length       ms   GFLOP  roof sgemm\n"
    let rows =
      lines.all.flatMap { name, points in points.map { (name, $0) } }
      + references.map { ($0.name, $0.point) }
    return head + columns
      + rows.map { name, point in
        let (shape, cost) = (point.shape, point.cost)
        return name.padding(toLength: 20, withPad: " ", startingAt: 0)
          + String(
            format: "%6d %5d %5d %4d %6d %8.1f %7.1f %4.0f%% %4.0f%%", shape.layers, shape.width,
            shape.heads, shape.batch, shape.length, point.ms, Double(cost.flops) / 1e9,
            100 * roofShare(point), 100 * point.sgemmShare)
      }.joined(separator: "\n")
  }
}
