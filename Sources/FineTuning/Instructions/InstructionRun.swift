import Foundation
import Statistics

/// What the tuning of a language model leaves beside its weights. It holds no times: equal runs are
/// equal.
public struct InstructionRun: Sendable, Codable, Equatable {
  public struct Step: Sendable, Codable, Equatable {
    /// Counted from 1.
    public let step: Int
    /// Mean of the counted labels by their weights, in nats.
    public let loss: Double
    public let learningRate: Float
    /// Before clipping.
    public let gradientNorm: Float
    /// Tokens that the step read, prompts included.
    public let tokens: Int
  }

  /// A look at the validation rows.
  public struct Evaluation: Sendable, Codable, Equatable {
    /// Steps taken; 0 before training.
    public let step: Int
    /// Mean of the validation rows' counted labels by their weights, in nats.
    public let loss: Double
  }

  public enum End: String, Sendable, Codable {
    case finished
    /// The evaluations had stopped getting better.
    case patience
    /// The last step's loss or gradient was no number.
    case diverged
  }

  public internal(set) var steps: [Step] = []
  public internal(set) var evaluations: [Evaluation] = []
  public internal(set) var end = End.finished

  /// The evaluation with the lowest loss, of several the first; nil without one.
  public var best: Evaluation? {
    evaluations.filter(\.loss.isFinite).min { $0.loss < $1.loss }
  }

  /// The mean training loss of every `length` steps, at their middle; the last may be of fewer.
  public func meanLosses(every length: Int) -> [(step: Double, loss: Double)] {
    stride(from: 0, to: steps.count, by: length).map { start in
      let part = steps[start..<min(start + length, steps.count)]
      return (Double(start) + Double(part.count + 1) / 2, part.map(\.loss).mean)
    }
  }

  /// This run and one that went on with its weights, their steps counted through. What the second
  /// evaluated before its first step is left out: the first has it.
  public func followed(by next: InstructionRun) -> InstructionRun {
    var whole = self
    whole.steps += next.steps.map {
      Step(
        step: steps.count + $0.step, loss: $0.loss, learningRate: $0.learningRate,
        gradientNorm: $0.gradientNorm, tokens: $0.tokens)
    }
    whole.evaluations += next.evaluations.filter { $0.step > 0 }.map {
      Evaluation(step: steps.count + $0.step, loss: $0.loss)
    }
    whole.end = next.end
    return whole
  }

  func hasLost(patience: Int?) -> Bool {
    guard let patience else { return false }
    let worse = evaluations.reversed().prefix { $0 != best }
    return worse.count >= patience
  }
}

extension InstructionRun.Step {
  init(_ progress: TrainingProgress, tokens: Int) {
    self.init(
      step: progress.step, loss: Double(progress.loss), learningRate: progress.learningRate,
      gradientNorm: progress.gradientNorm, tokens: tokens)
  }
}

extension InstructionRun {
  /// The run as a checkpoint keeps it.
  var notes: [String: [Double]] {
    [
      "loss": steps.map(\.loss),
      "learning rate": steps.map { Double($0.learningRate) },
      "gradient norm": steps.map { Double($0.gradientNorm) },
      "tokens": steps.map { Double($0.tokens) },
      "evaluation step": evaluations.map { Double($0.step) },
      "evaluation loss": evaluations.map(\.loss),
    ]
  }

  /// Lists of unequal length end with the shortest.
  init(notes: [String: [Double]]) {
    func list(_ name: String) -> [Double] { notes[name] ?? [] }
    let numbers = zip(
      zip(list("loss"), list("learning rate")), zip(list("gradient norm"), list("tokens")))
    steps = numbers.enumerated().map { index, values in
      Step(
        step: index + 1, loss: values.0.0, learningRate: Float(values.0.1),
        gradientNorm: Float(values.1.0), tokens: Int(exactly: values.1.1) ?? 0)
    }
    evaluations = zip(list("evaluation step"), list("evaluation loss")).map {
      Evaluation(step: Int(exactly: $0) ?? 0, loss: $1)
    }
  }
}
