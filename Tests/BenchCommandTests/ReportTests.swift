import Foundation
import ProgramRunning
import Testing

/// One quick sweep of the machine that runs the tests, beside a comparison made up by hand.
@Suite struct ReportTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Self.sweep.get(), to: "figures/sweep.json")
    try folder.write(comparison(core: Self.core()), to: "figures/compare.json")
  }

  private static let sweep = Result {
    let folder = try TemporaryFolder()
    let outcome = try Program("bench").run(
      ["sweep", "--quick", "--json", "sweep.json"], in: folder.url)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try folder.text("sweep.json")
  }

  private static func figures() throws -> [String: Any] {
    let data = Data(try sweep.get().utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private static func core() throws -> String {
    try #require(try figures()["openblas_core"] as? String)
  }

  private func comparison(core: String) -> String {
    func workload(
      _ name: String, ratio: Double, goal: Double, peak: Int, memoryGoal: String
    ) -> String {
      """
      {"name": "\(name)", "unit": "ms", "ours": 200, "eager": \(200 * ratio), "compile": null,
       "peer": \(200 * ratio), "peer_kind": "eager", "ratio": \(ratio), "low": \(ratio - 0.1),
       "high": \(ratio + 0.1), "goal": \(goal), "ours_peak_mb": \(peak), "peer_peak_mb": 1000,
       "memory_goal": \(memoryGoal)}
      """
    }
    return """
      {"machine": {"processor": "Abacus", "cores": 2, "memory_gb": 8, "kernel": "6.1",
                   "openblas_core": "\(core)"},
       "versions": {"swift": "6.3.1", "torch": "2.13.0"}, "pairs": 15,
       "workloads": [
         \(workload("quick-one", ratio: 1.75, goal: 1.4, peak: 700, memoryGoal: "0.6")),
         \(workload("slow-one", ratio: 1.2, goal: 1.5, peak: 600, memoryGoal: "0.6")),
         \(workload("third", ratio: 1.5, goal: 1.5, peak: 300, memoryGoal: "null"))]}
      """
  }

  private func report() throws -> Program.Outcome {
    try Program("bench").run(["report", "--from", "figures", "--to", "page"], in: folder.url)
  }

  @Test func theSweepHoldsEveryLine() throws {
    let figures = try Self.figures()
    let lines = try #require(figures["lines"] as? [String: [[String: Any]]])
    #expect(
      lines.keys.sorted() == [
        "batch", "depth", "length_at_fixed_rows", "length_at_fixed_tokens", "width",
      ])
    let centre = try #require(figures["centre"] as? [String: Any])
    for (name, points) in lines {
      #expect(points.contains { $0["ms"] as? Double == centre["ms"] as? Double }, "\(name)")
      for point in points {
        let (low, high) = (
          try #require(point["low"] as? Double), try #require(point["high"] as? Double)
        )
        let middle = try #require(point["ms"] as? Double)
        #expect(0 < low && low <= middle && middle <= high)
        let share = try #require(point["sgemm_share"] as? Double)
        #expect(0 < share && share < 1)
      }
    }
  }

  @Test func ratiosAreJudgedByTheirGoals() throws {
    let outcome = try report()
    try #require(outcome.status == 0, "\(outcome.errors)")
    let page = try folder.text("page/README.md")
    func rows(of name: String) -> [String] {
      page.split(separator: "\n").filter { $0.hasPrefix("| \(name) |") }.map(String.init)
    }
    #expect(
      rows(of: "quick-one") == [
        "| quick-one | ms | 200 | 350 |  | 350, eager | 1.75 | 1.65–1.85 | ≥ 1.4 | met |",
        "| quick-one | 700 | 1,000 | 0.70 | ≤ 0.6 | missed |",
      ])
    #expect(
      rows(of: "slow-one") == [
        "| slow-one | ms | 200 | 240 |  | 240, eager | 1.20 | 1.10–1.30 | ≥ 1.5 | missed |",
        "| slow-one | 600 | 1,000 | 0.60 | ≤ 0.6 | met |",
      ])
    #expect(
      rows(of: "third") == [
        "| third | ms | 200 | 300 |  | 300, eager | 1.50 | 1.40–1.60 | ≥ 1.5 | met |",
        "| third | 300 | 1,000 | 0.30 |  |  |",
      ])
    #expect(page.contains("Of its 5 goals 3 are met."))
    #expect(page.contains("| processor | Abacus, 2 cores |"))
    #expect(page.contains("| versions | swift 6.3.1, torch 2.13.0 |"))
  }

  @Test func everyChartOfThePageIsThere() throws {
    try #require(try report().status == 0)
    let page = try folder.text("page/README.md")
    let images = page.matches(of: /\]\(([a-z-]+)\.svg\)/).map { String($0.output.1) }
    #expect(images.count == 7)
    let files = Set(try folder.names(in: "page"))
    for image in images {
      #expect(files.isSuperset(of: ["svg", "gp", "csv"].map { "\(image).\($0)" }))
    }
  }

  @Test func aMissingFileIsNamed() throws {
    try FileManager.default.removeItem(at: folder.path("figures/sweep.json"))
    let outcome = try report()
    #expect(outcome.isReportedFailure)
    #expect(outcome.errors.contains("sweep.json"))
    #expect(outcome.errors.contains("help: make it anew with `bench sweep"))
  }

  @Test func aMissingFigureIsNamed() throws {
    let text = try folder.text("figures/compare.json")
    try folder.write(
      text.replacing("\"peer_kind\": \"eager\", ", with: "", maxReplacements: 1),
      to: "figures/compare.json")
    let outcome = try report()
    #expect(outcome.isReportedFailure)
    #expect(outcome.errors.contains("workloads[0].peer_kind is missing"))
  }

  @Test func aLineWithoutPointsIsAnError() throws {
    var figures = try Self.figures()
    var lines = try #require(figures["lines"] as? [String: Any])
    lines["depth"] = [Any]()
    figures["lines"] = lines
    let data = try JSONSerialization.data(withJSONObject: figures)
    try folder.write(String(decoding: data, as: UTF8.self), to: "figures/sweep.json")
    let outcome = try report()
    #expect(outcome.isReportedFailure)
    #expect(outcome.errors.contains("the line depth has no points"))
  }

  @Test func figuresOfTwoMachinesDoNotMix() throws {
    try folder.write(comparison(core: "Abacus"), to: "figures/compare.json")
    let outcome = try report()
    #expect(outcome.isReportedFailure)
    #expect(outcome.errors.contains("Abacus"))
  }
}
