import Notebook
import Testing

@Suite struct ProgressTests {
  final class Stage {
    var time = 100.0
    var written = ""
  }

  let stage = Stage()

  func progress(terminal: Bool) -> Progress {
    Progress(
      "rank 8", steps: 100, isTerminal: terminal, now: { [stage] in stage.time },
      write: { [stage] in stage.written += $0 })
  }

  @Test func aTerminalSeesOneLineRewritten() {
    let progress = progress(terminal: true)
    for step in 1...100 {
      stage.time += 0.05
      progress.report(step: step, loss: 2.5, learningRate: 0.001, tokens: 100)
    }
    let lines = stage.written.split(separator: "\r\u{1b}[K")
    #expect(lines.count < 52 && lines.count > 30)
    #expect(
      lines.first == "rank 8: step 1/100 · loss 2.500 · lr 1.0e-03 · 2,000 tokens/s · 4.95 s left")
    #expect(lines.last?.hasSuffix("2,000 tokens/s · 0.00 s left\n") == true)
  }

  @Test func elsewhereThereIsAPlainLineNowAndThen() {
    let progress = progress(terminal: false)
    for step in 1...100 {
      stage.time += 0.25
      progress.report(step: step, loss: Float(2.5), learningRate: Float(0.001), tokens: 100)
    }
    let steps = stage.written.split(separator: "\n").map { $0.split(separator: " ")[3] }
    #expect(steps == ["40/100", "80/100", "100/100"])
    #expect(!stage.written.contains("\r"))
  }

  @Test func aRunThatStopsEarlyEndsItsLine() {
    var unfinished: Progress? = progress(terminal: true)
    unfinished?.report(step: 1, loss: 2.5, learningRate: 0.001, tokens: 100)
    unfinished = nil
    #expect(stage.written.hasSuffix("\n"))
  }
}
