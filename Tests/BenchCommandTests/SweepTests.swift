import Foundation
import ProgramRunning
import Testing

@Suite struct SweepTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func aQuickSweepMeasuresEveryPoint() throws {
    let outcome = try Program("bench").run(
      ["sweep", "--quick", "--rounds", "1", "--json", "sweep.json"], in: folder.url)
    try #require(outcome.status == 0, "\(outcome.errors)")
    let figures = try object(folder.text("sweep.json"))
    let lines = try #require(figures["lines"] as? [String: [[String: Any]]])
    #expect(
      lines.keys.sorted() == [
        "batch", "depth", "length_at_fixed_rows", "length_at_fixed_tokens", "width",
      ])
    let centre = try #require(figures["centre"] as? [String: Any])
    for (name, points) in lines {
      #expect(points.contains { $0["ms"] as? Double == centre["ms"] as? Double }, "\(name)")
      for point in points {
        let low = try #require(point["low"] as? Double)
        let middle = try #require(point["ms"] as? Double)
        let high = try #require(point["high"] as? Double)
        #expect(0 < low && low <= middle && middle <= high)
        let share = try #require(point["sgemm_share"] as? Double)
        #expect(0 < share && share < 1)
      }
    }
  }

  @Test func noRoundsAreNoSweep() throws {
    let outcome = try Program("bench").run(["sweep", "--quick", "--rounds", "0"], in: folder.url)
    #expect(outcome.status != 0)
    #expect(outcome.errors.contains("--rounds must be positive"))
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }
}
