import Foundation

/// The progress line of a training run, on standard error: rewritten in place on a terminal, a
/// plain line now and then elsewhere. It never reaches the report.
///
///     let progress = Progress("rank 8", steps: 200)
///     progress.report(step: 1, loss: 7.1, learningRate: 1e-3, tokens: 2048)
public final class Progress {
  private let label: String
  private let steps: Int
  private let isTerminal: Bool
  private let now: () -> Double
  private let write: (String) -> Void
  private let start: Double
  private var lastLine: Double?
  private var tokens = 0
  private var isOpen = false

  /// Progress over `steps` steps, the first of which is step 1.
  public convenience init(_ label: String, steps: Int) {
    let start = ContinuousClock.now
    self.init(
      label, steps: steps, isTerminal: isatty(STDERR_FILENO) == 1,
      now: { (ContinuousClock.now - start) / .seconds(1) }, write: standardError)
  }

  package init(
    _ label: String, steps: Int, isTerminal: Bool, now: @escaping () -> Double,
    write: @escaping (String) -> Void
  ) {
    self.label = label
    self.steps = steps
    self.isTerminal = isTerminal
    self.now = now
    self.write = write
    start = now()
  }

  deinit { end() }

  /// Says that a step is done; `tokens` is what this step trained on.
  public func report(
    step: Int, loss: some BinaryFloatingPoint, learningRate: some BinaryFloatingPoint, tokens: Int
  ) {
    self.tokens += tokens
    let time = now()
    let pause = isTerminal ? 0.1 : 10
    guard step >= steps || time - (lastLine ?? start) >= pause || (isTerminal && lastLine == nil)
    else { return }
    lastLine = time
    let line = line(step, Double(loss), Double(learningRate), elapsed: time - start)
    if isTerminal {
      write("\r\u{1b}[K\(line)")
      isOpen = true
      if step >= steps { end() }
    } else {
      write(line + "\n")
    }
  }

  private func line(_ step: Int, _ loss: Double, _ rate: Double, elapsed: Double) -> String {
    var parts = [
      "\(label): step \(step)/\(steps)", String(format: "loss %.3f", loss),
      String(format: "lr %.1e", rate),
    ]
    if elapsed > 0 {
      parts.append(ValueFormat.rate("tokens").string(for: Double(tokens) / elapsed))
      let left = elapsed / Double(max(1, step)) * Double(max(0, steps - step))
      parts.append("\(ValueFormat.seconds.string(for: left)) left")
    }
    return parts.joined(separator: " · ")
  }

  private func end() {
    if isOpen { write("\n") }
    isOpen = false
  }
}
