import Files
import FineTuning
import Foundation

/// The course of a run as its folder keeps it: metrics.jsonl, a line for each step and each
/// evaluation, and the same numbers as curves for TensorBoard. Both are written whole each time.
///
/// metrics.jsonl holds no times, so that equal runs leave equal files. In the event file a step bears
/// the time at which it was taken; of a run that was taken up, the steps before bear the time at
/// which that happened.
struct TrainMetrics {
  let run: InstructionRun
  /// By step, for tasks that have them.
  let scores: [Int: ClassScores]
  let times: TrainTimes

  func write(to folder: URL) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    var text = Data()
    var events = TensorBoardEvents(wallTime: times.start)
    for line in lines {
      text += try encoder.encode(line) + Data("\n".utf8)
      events.add(line.curves, step: line.step, wallTime: times[line.step])
    }
    try writeAtomically(text, to: folder.appendingPathComponent("metrics.jsonl"))
    try writeAtomically(
      events.data, to: folder.appendingPathComponent(TensorBoardEvents.fileName))
  }

  /// Evaluations follow the step that they were made after.
  private var lines: [TrainMetric] {
    var lines: [TrainMetric] = []
    var evaluations = run.evaluations[...]
    func addEvaluations(upTo step: Int) {
      while let next = evaluations.first, next.step <= step {
        let scores = scores[next.step]
        lines.append(
          TrainMetric(
            step: next.step, validationLoss: next.loss, accuracy: scores?.accuracy,
            macroF1: scores?.macroF1))
        evaluations.removeFirst()
      }
    }
    addEvaluations(upTo: 0)
    for step in run.steps {
      lines.append(
        TrainMetric(
          step: step.step, loss: step.loss, learningRate: step.learningRate,
          gradientNorm: step.gradientNorm, tokens: step.tokens))
      addEvaluations(upTo: step.step)
    }
    return lines
  }
}

/// When the steps of a run were taken, in seconds since 1970, and how long each took. Of steps before
/// a run was taken up nothing is known.
struct TrainTimes {
  let start = Date().timeIntervalSince1970
  private var times: [Int: Double] = [:]
  private var durations: [Int: Double] = [:]
  private var rested = Date().timeIntervalSince1970

  mutating func note(step: Int) {
    let now = Date().timeIntervalSince1970
    times[step] = now
    durations[step] = now - rested
  }

  /// What happened since the step before is none of the next one.
  mutating func rest() { rested = Date().timeIntervalSince1970 }

  subscript(step: Int) -> Double { times[step] ?? start }

  /// In milliseconds; nil where no step was taken here.
  func median(of steps: Range<Int>) -> Double? {
    let sorted = steps.compactMap { durations[$0] }.sorted()
    guard !sorted.isEmpty else { return nil }
    return 500 * (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2])
  }
}

/// How a classifier does on the validation rows.
struct ClassScores: Codable {
  let accuracy: Double
  let macroF1: Double
}

/// A line of metrics.jsonl: a step, or an evaluation after one.
private struct TrainMetric: Encodable {
  let step: Int
  var loss: Double?
  var learningRate: Float?
  var gradientNorm: Float?
  var tokens: Int?
  var validationLoss: Double?
  var accuracy: Double?
  var macroF1: Double?

  /// What of it becomes a point of a curve.
  var curves: [(tag: String, value: Float)] {
    let values: [(String, Float?)] = [
      ("train/loss", loss.map { Float($0) }), ("train/learning_rate", learningRate),
      ("train/gradient_norm", gradientNorm), ("eval/loss", validationLoss.map { Float($0) }),
      ("eval/accuracy", accuracy.map { Float($0) }), ("eval/macro_f1", macroF1.map { Float($0) }),
    ]
    return values.compactMap { tag, value in value.map { (tag, $0) } }
  }
}
