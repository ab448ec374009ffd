import Course

extension Findings {
  /// The loss that a trainer prints, the mean of a few steps at a time and of all seeds. Every mask
  /// has a mean over other tokens.
  func reportedLosses(_ title: String, _ lines: [(name: String, arm: MaskArm)]) -> LineChart {
    LineChart(
      title, x: "step", y: .log("nats per counted label"),
      lines.map { name, arm in
        let runs = arms[arm]!.runs.map { $0.steps.map(\.loss) }
        let count = runs[0].count
        let width = max(1, count / 20)
        return Series(
          name,
          stride(from: 0, to: count, by: width).map { first in
            let window = first..<min(first + width, count)
            return Point(
              Double(window.lowerBound + window.upperBound + 1) / 2,
              max(1e-4, runs.map { $0[window].reduce(0, +) / Double(window.count) }.mean))
          })
      })
  }

  /// The nats of the same validation answers, their ends included.
  func answerLosses(_ title: String, _ lines: [(name: String, arm: MaskArm)]) -> LineChart {
    LineChart(
      title, x: "step", y: .log("nats per answer token"),
      lines.map { name, arm in
        let runs = arms[arm]!.runs
        return Series(
          name,
          runs[0].looks.indices.map { place in
            Point(
              Double(runs[0].looks[place].step), runs.map { $0.looks[place].all }.mean)
          })
      })
  }

  func lastReported(_ arm: MaskArm) -> Double {
    arms[arm]!.runs.map { run in
      run.steps.suffix(max(1, run.steps.count / 10)).map(\.loss).mean
    }.mean
  }

  func lastNats(_ arm: MaskArm) -> Double { arms[arm]!.runs.map { $0.looks.last!.all }.mean }

  /// Counted labels of a step, the mean over a run.
  func labelsPerStep(_ arm: MaskArm) -> Double {
    arms[arm]!.runs[0].steps.map { Double($0.labels) }.mean
  }
}
