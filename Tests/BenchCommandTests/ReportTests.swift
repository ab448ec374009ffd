import Foundation
import ProgramRunning
import Testing

@Suite struct ReportTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try write(Figures.sweep, to: "sweep.json")
    try write(Figures.comparison, to: "compare.json")
  }

  private func write(_ figures: [String: Any], to name: String) throws {
    let data = try JSONSerialization.data(withJSONObject: figures)
    try folder.write(String(decoding: data, as: UTF8.self), to: "figures/\(name)")
  }

  private func report() throws -> Program.Outcome {
    try Program("bench").run(["report", "--from", "figures", "--to", "page"], in: folder.url)
  }

  private func page() throws -> String {
    let outcome = try report()
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try folder.text("page/README.md")
  }

  @Test func figuresAreJudgedByTheirGoals() throws {
    let page = try page()
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
    #expect(rows(of: "gpt2-full") == ["| gpt2-full | 14.3 | 70 % | 81 % | ≥ 80 % | met |"])
    #expect(page.contains("Of its 8 goals 6 are met."))
    #expect(page.contains("A LoRA step of ours over a full step of ours: mini 0.65."))
    #expect(
      page.contains("The first run of what is compiled, which no time counts: quick-one 21.5 s."))
    #expect(page.contains("| processor | Bead frame, 2 cores |"))
    #expect(page.contains("| versions | swift 6.3.1, torch 2.13.0 |"))
  }

  @Test func bendsAreThoseOfTheFigures() throws {
    let page = try page()
    // 128 reaches half, but 256 does not stay there.
    #expect(
      page.contains(
        "At width 64 a step reaches 20 % of the roof. It reaches 50 % from width 512 on. "
          + "It reaches 80 % from width 1,024 on."))
    #expect(
      page.contains(
        "The share is 40 % at depth 1 and 50 % at depth 5; between them a block costs -1.25 ms."))
    #expect(
      page.contains(
        "512 tokens are fastest in rows of 64, with 20 ms. From rows of 256 on they take more "
          + "than a fifth longer. By the formulas attention is more than a fifth of the FLOPs "
          + "from rows of 256 on."))
    #expect(page.contains("the tokens grow 4 times, the FLOPs 1 times and the time 0.8 times."))
    #expect(
      page.contains(
        "The best share is 75 %, with 16 rows; with one row it is 30 %. From 4 rows on a step is "
          + "within a tenth of the best."))
    // 1 GFLOP at 100 GFLOP/s and 20 MB at 10 GB/s.
    #expect(page.contains("expect 12 ms for the centre, where 22.2 ms were measured."))
  }

  @Test func everyChartOfThePageIsThere() throws {
    let images = try page().matches(of: /\]\(([a-z-]+)\.svg\)/).map { String($0.output.1) }
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
      text.replacing(/"peer_kind":"eager",?/, with: "", maxReplacements: 1),
      to: "figures/compare.json")
    let outcome = try report()
    #expect(outcome.isReportedFailure)
    #expect(outcome.errors.contains("workloads[0].peer_kind is missing"))
  }

  @Test func whatIsNoJSONIsAnError() throws {
    try folder.write("{", to: "figures/compare.json")
    let outcome = try report()
    #expect(outcome.isReportedFailure)
    #expect(outcome.errors.contains("compare.json cannot be read: it is no JSON"))
  }

  @Test func aLineWithoutPointsIsAnError() throws {
    var figures = Figures.sweep
    var lines = try #require(figures["lines"] as? [String: Any])
    lines["depth"] = [Any]()
    figures["lines"] = lines
    try write(figures, to: "sweep.json")
    let outcome = try report()
    #expect(outcome.isReportedFailure)
    #expect(outcome.errors.contains("the line depth has no points"))
  }

  @Test func aRateOfZeroIsAnError() throws {
    var figures = Figures.sweep
    figures["roof"] = [
      "flops_per_second": 1e11, "product": [8, 8, 8], "bytes_per_second": 0,
    ]
    try write(figures, to: "sweep.json")
    let outcome = try report()
    #expect(outcome.isReportedFailure)
    #expect(outcome.errors.contains("a time or a rate is not above 0"))
  }

  @Test func figuresOfTwoMachinesDoNotMix() throws {
    var figures = Figures.sweep
    figures["openblas_core"] = "Slide rule"
    try write(figures, to: "sweep.json")
    let outcome = try report()
    #expect(outcome.isReportedFailure)
    #expect(outcome.errors.contains("Slide rule"))
    #expect(outcome.errors.contains("Abacus"))
  }
}
