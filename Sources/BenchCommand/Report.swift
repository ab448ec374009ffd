import ArgumentParser
import Commands
import Files
import Foundation

/// Writes the page of benchmarks from what `compare.py` and `bench sweep` left.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the page of benchmarks and its charts.")

  @Option(help: "The folder with compare.json and sweep.json.") var from = ".build/bench"
  @Option(help: "The folder that the page goes to.") var to = "Benchmarks"

  func run() throws {
    let source = URL(fileURLWithPath: from, isDirectory: true)
    let folder = URL(fileURLWithPath: to, isDirectory: true)
    let sweepFile = source.appendingPathComponent("sweep.json")
    let comparison = try Comparison.read(source.appendingPathComponent("compare.json"))
    let sweep = try SweepResult.read(sweepFile)
    guard sweep.openblasCore == comparison.machine.openblasCore else {
      throw BenchFileError(
        file: sweepFile,
        reason: "it was measured with OpenBLAS's kernels for \(sweep.openblasCore), compare.json "
          + "with those for \(comparison.machine.openblasCore)", maker: SweepResult.maker)
    }
    for (name, chart) in BenchCharts(comparison: comparison, sweep: sweep).all {
      _ = try chart.write(named: name, to: folder)
    }
    let page = BenchPage(comparison: comparison, sweep: sweep)
    try writeAtomically(Data(page.text.utf8), to: folder.appendingPathComponent("README.md"))
    say("\(folder.appendingPathComponent("README.md").path)")
  }
}
