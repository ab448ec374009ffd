import FineTuning
import Foundation

/// A line on standard error about a step of training.
public func say(_ progress: TrainingProgress) {
  say(
    String(
      format: "step %d/%d  loss %.3f  lr %.2e  |g| %.2f  %.0f tokens/s  %.0f s left",
      progress.step, progress.totalSteps, progress.loss, progress.learningRate,
      progress.gradientNorm, progress.tokensPerSecond, progress.secondsLeft))
}
