import ArgumentParser
import Foundation

/// How often a workload is run: a number of times, or whenever somebody asks, so that a script can
/// measure two warm programs by turns.
struct Timing: ParsableArguments {
  @Option(help: "Runs that are timed, after those that warm up.") var runs = 9
  @Flag(help: "Print one line of JSON.") var json = false
  @Flag(
    help: """
      Print `ready` when warm, then run once for every line of standard input and print its \
      {"ms": …}; what was done is printed at the end of input.
      """)
  var serve = false

  func validate() throws {
    guard runs > 0 else { throw ValidationError("--runs must be positive") }
  }

  /// Times `workload` and prints milliseconds, the peak of resident memory and the figures that
  /// say what one run does. Of `rates` it prints how much of each a second brings.
  func time(
    warmUp: Int = 2, rates: [String: Double] = [:], _ workload: () throws -> Void,
    figures: () throws -> [String: Double]
  ) throws {
    func milliseconds() throws -> Double {
      try ContinuousClock().measure(workload) / .milliseconds(1)
    }
    for _ in 0..<warmUp { try workload() }
    var times: [String: Double] = [:]
    if serve {
      print("ready")
      fflush(nil)
      while readLine() != nil {
        report(["ms": try milliseconds()], asJSON: true)
        fflush(nil)
      }
    } else {
      let measured = try (0..<runs).map { _ in try milliseconds() }
      times = ["median_ms": median(measured), "min_ms": measured.min()!]
      for (name, amount) in rates { times[name] = amount / median(measured) * 1000 }
    }
    times["peak_rss_mb"] = peakResidentMegabytes()
    report(times.merging(try figures()) { $1 }, asJSON: json || serve)
  }
}

/// The most memory that this process held at once, in megabytes.
private func peakResidentMegabytes() -> Double? {
  guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
    let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
  else { return nil }
  return line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) }
    .map { $0 * 1024 / 1e6 }
}

/// Prints figures, one a line, or as one line of JSON with sorted keys.
private func report(_ figures: [String: Double], asJSON: Bool) {
  let shown = figures.sorted { $0.key < $1.key }.map { key, value in
    (key, value == value.rounded() ? "\(Int(value))" : String(format: "%.3f", value))
  }
  if asJSON {
    print("{" + shown.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}")
  } else {
    for (key, value) in shown { print("\(key) \(value)") }
  }
}
