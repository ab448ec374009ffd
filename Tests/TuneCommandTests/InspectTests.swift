import Foundation
import ProgramRunning
import Testing

@Suite struct InspectTests {
  let tiny: TinyModel

  init() throws { tiny = try TinyModel() }

  @Test func structureAndFilesArePrinted() throws {
    let outcome = try tiny.tune("inspect", "model")
    #expect(outcome.status == 0 && outcome.errors == "")
    #expect(outcome.output.hasPrefix(tiny.model.structure.description + "\n"))
    let total = tiny.model.parameterCount.formatted(.number.locale(Locale(identifier: "en_US")))
    #expect(outcome.output.contains("\(total) parameters\n"))
  }

  @Test func theJSONHoldsTheSame() throws {
    let report = try object(tiny.tune("inspect", "model", "--json").output)
    #expect(
      report.keys.sorted() == [
        "architecture", "files", "parameters", "parts", "structure", "types",
      ])
    #expect(report["architecture"] as? String == "GPT2LMHeadModel")
    #expect(report["parameters"] as? Int == tiny.model.parameterCount)
    #expect(report["structure"] as? String == tiny.model.structure.description)
    let parts = try #require(report["parts"] as? [[String: Any]])
    #expect(
      parts.reduce(0) { $0 + ($1["parameters"] as? Int ?? 0) } == tiny.model.parameterCount)
    #expect((report["types"] as? [String: Int])?.keys.sorted() == ["F32"])
    let weights = try Data(contentsOf: tiny.url.appendingPathComponent("model.safetensors"))
    #expect(report["files"] as? [String: Int] == ["model.safetensors": weights.count])
  }
}
