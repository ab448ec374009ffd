import Charts
import Foundation
import Testing

@Suite struct RenderingTests {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)

  @Test(arguments: Samples.everyKind.indices) func eachKindIsDrawn(index: Int) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try Samples.everyKind[index].write(named: "chart", to: folder)
    let image = try String(contentsOf: files.image, encoding: .utf8)
    #expect(image.contains(Samples.everyKind[index].title))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        == ["chart.csv", "chart.gp", "chart.svg"])
  }
}
