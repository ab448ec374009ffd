import Foundation
import ProgramRunning
import Testing

@Suite struct BenchTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  let small = ["--layers", "1", "--width", "8", "--heads", "2", "--vocab", "64", "--json"]

  func bench(_ arguments: [String]) throws -> Program.Outcome {
    try Program("bench").run(arguments, in: folder.url)
  }

  @Test func aStepIsTimed() throws {
    let outcome = try bench(["step", "--batch", "2", "--length", "8", "--runs", "3"] + small)
    let figures = try object(outcome.output)
    let median = try #require(figures["median_ms"] as? Double)
    let least = try #require(figures["min_ms"] as? Double)
    #expect(0 < least && least <= median)
    #expect(figures["tokens"] as? Int == 16)
    #expect(try #require(figures["peak_rss_mb"] as? Double) > 1)
    #expect(figures["allocations_after_step_2"] as? Int == 0)
  }

  @Test func raggedRowsCountTheirTokens() throws {
    let outcome = try bench(["step", "--batch", "3", "--ragged", "4,9", "--runs", "1"] + small)
    #expect(try object(outcome.output)["tokens"] as? Int == 17)
  }

  @Test func generationIsTimed() throws {
    for weights in ["f32", "int8"] {
      let outcome = try bench(
        ["generate", "--prompt", "3", "--tokens", "5", "--weights", weights] + small)
      #expect(try #require(object(outcome.output)["tokens_per_s"] as? Double) > 0)
    }
  }

  @Test func aModelThatIsMissingIsAnError() throws {
    #expect(try bench(["load", "nowhere"]).isReportedFailure)
  }
}
