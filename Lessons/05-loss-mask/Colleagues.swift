import Course

/// Four colleagues, each with one bug, under letters whose order was drawn once.
struct Colleagues {
  let findings: Findings
  /// The bug of A, of B, of C and of D.
  let bugs: [MaskArm]
  static let letters = ["A", "B", "C", "D"]

  init(_ findings: Findings) {
    self.findings = findings
    var random = SeededRandom(seed: 5, stream: "colleagues")
    bugs = random.shuffled(MaskArm.bugs)
  }

  /// The four, and the sound run beside them.
  var lines: [(name: String, arm: MaskArm)] {
    Array(zip(Self.letters, bugs)) + [("sound", .answers)]
  }

  var bars: BarChart {
    func series(_ name: String, _ measure: Measure) -> BarSeries {
      BarSeries(
        name,
        lines.map { letter, arm in
          let found = PairedDifferences(findings.values(arm, measure))
          let interval = found.interval()
          return Bar(letter, found.mean, low: interval.lowerBound, high: interval.upperBound)
        })
    }
    return BarChart(
      "Colleagues: what they answer", value: .percent("test questions"),
      [series("ended by the model", .stops), series("exactly right", .right)])
  }

  /// The first question of each form with what was written.
  func samples(_ asked: [Question]) -> Table {
    var table = Table(
      "Colleagues: three answers", columns: [.left("who")] + asked.map { .left($0.form.rawValue) })
    table.add(row: ["asked for"] + asked.map { .text($0.answer) })
    for (letter, arm) in lines {
      table.add(
        row: [.label(letter)]
          + findings.arms[arm]!.answered[0].samples.map { answer in
            let text = visible(answer.text)
            let shown = text.count > 70 ? text.prefix(70) + "…" : text[...]
            return shown.isEmpty ? "(nothing)" : .text(String(shown))
          })
    }
    return table
  }
}
