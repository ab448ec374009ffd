import CGnuplot
import Charts
import Foundation
import Testing

@Suite struct GnuplotProgramTests {
  /// A folder with a program called gnuplot that runs `script`, and one for what is drawn.
  private func pretend(_ script: String, timeLimit: Double = 20) throws -> (
    GnuplotProgram, TemporaryFolder
  ) {
    let folder = try TemporaryFolder()
    let program = folder.url.appendingPathComponent("gnuplot")
    try "#!/bin/sh\n\(script)\n".write(to: program, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    return (GnuplotProgram(searchPath: folder.url.path, timeLimit: timeLimit), folder)
  }

  private func failure(with script: String, timeLimit: Double = 20) throws -> ChartError? {
    let (gnuplot, keep) = try pretend(script, timeLimit: timeLimit)
    defer { withExtendedLifetime(keep) {} }
    let folder = try TemporaryFolder()
    let image = folder.url.appendingPathComponent("chart.svg")
    try "old".write(to: image, atomically: true, encoding: .utf8)
    let error = #expect(throws: ChartError.self) {
      try Samples.lines.write(named: "chart", to: folder.url, with: gnuplot)
    }
    #expect(try String(contentsOf: image, encoding: .utf8) == "old")
    #expect(try folder.names == ["chart.svg"])
    return error
  }

  @Test func aMissingGnuplotIsToldWithItsPackage() throws {
    let empty = try TemporaryFolder()
    let error = #expect(throws: ChartError.self) {
      try Samples.lines.write(
        named: "chart", to: empty.url, with: GnuplotProgram(searchPath: empty.url.path))
    }
    #expect(error == .gnuplotMissing(searchPath: empty.url.path))
    #expect(error?.recoverySuggestion?.contains("gnuplot-nox") == true)
    #expect(try empty.names.isEmpty)
  }

  @Test func aFailureCarriesWhatGnuplotSaid() throws {
    let error = try failure(with: "echo half > chart.svg; echo 'line 3: no' >&2; exit 2")
    #expect(error == .gnuplotFailed(chart: Samples.lines.title, status: 2, message: "line 3: no"))
  }

  @Test func gnuplotsOwnErrorsAreKept() throws {
    var sketch = Sketch(title: "broken")
    sketch.layer("$nowhere using 1:2 with nonsense")
    let error = #expect(throws: ChartError.self) {
      _ = try GnuplotProgram().draw(sketch, named: "broken", chart: "broken")
    }
    guard case .gnuplotFailed("broken", _, let message) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(message.contains("broken.gp"))
  }

  @Test func aHangingGnuplotIsStopped() throws {
    let start = ContinuousClock.now
    let error = try failure(with: "exec sleep 60", timeLimit: 0.3)
    #expect(error == .gnuplotTimedOut(chart: Samples.lines.title, seconds: 0.3))
    #expect(ContinuousClock.now - start < .seconds(30))
  }

  @Test(arguments: [
    "true", ": > chart.svg", "echo '<svg><g></svg>' > chart.svg", "echo '<p/>' > chart.svg",
    "printf '<svg xmlns=\"http://www.w3.org/2000/svg\">' > chart.svg",
  ])
  func anImageThatIsNoSVGIsRefused(script: String) throws {
    guard case .badImage(Samples.lines.title, _) = try failure(with: script) else {
      Issue.record("accepted")
      return
    }
  }

  @Test func theReadersOwnSettingsAreNotRead() throws {
    let (gnuplot, keep) = try pretend("echo \"$1\" >&2; exit 1")
    defer { withExtendedLifetime(keep) {} }
    let error = #expect(throws: ChartError.self) {
      _ = try gnuplot.draw(Sketch(title: "t"), named: "t", chart: "t")
    }
    #expect(error == .gnuplotFailed(chart: "t", status: 1, message: "-d"))
  }

  @Test func exceptionsStopAtTheBorder() throws {
    var message = [CChar](repeating: 0, count: 200)
    func write(_ path: String, _ numbers: [Double]) -> (status: Int32, message: String) {
      let status = numbers.withUnsafeBufferPointer { numbers in
        "data".withCString { name in
          var block = CGnuplotBlock(
            name: name, values: numbers.baseAddress, rows: numbers.count, columns: 1)
          return cgnuplot_write(path, "", &block, 1, "", &message, message.count)
        }
      }
      return (
        status,
        String(decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      )
    }
    let missing = write("/no/such/folder/chart.gp", [1])
    #expect(missing.status == -1 && missing.message.contains("/no/such/folder/chart.gp"))
    let full = write("/dev/full", [1])
    #expect(full.status == -1 && full.message.contains("/dev/full"))
    let folder = try TemporaryFolder()
    let script = folder.url.appendingPathComponent("chart.gp").path
    let bad = write(script, [1, .nan])
    #expect(bad.status == -1 && bad.message.contains("row 1 of $data"))
    #expect(write(script, [0.1, -0.0, 1e300]).status == 0)
    #expect(
      try String(contentsOfFile: script, encoding: .utf8) == "$data << EOD\n0.1\n-0\n1e+300\nEOD\n")
  }
}
