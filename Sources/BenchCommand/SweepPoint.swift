import Foundation
import Layers
import Models
import Tensors

/// A model and its optimiser, which all points of one shape of model share.
final class SweptModel {
  let model: GPT2LMHeadModel
  let step: TrainingStep

  init(_ config: GPT2Config) {
    var random = SeededRandom(seed: 1)
    model = GPT2LMHeadModel(config, random: &random)
    step = TrainingStep(model)
  }
}

/// A step of one shape, measured a little at a time.
final class SweepPoint {
  let shape: StepShape
  private let swept: SweptModel
  private let tokens: TokenBatch
  private var seconds: [Double] = []
  private var shares: [Double] = []

  init(_ shape: StepShape, on swept: SweptModel) {
    self.shape = shape
    self.swept = swept
    var random = SeededRandom(seed: 2)
    tokens = TokenBatch(
      (0..<shape.batch).map { _ in
        (0..<shape.length).map { _ in Int32(random.int(below: shape.vocab)) }
      })
  }

  /// Steps for `seconds` or a little more, one at least; with `counted` false, to warm up.
  func visit(seconds budget: Double, counted: Bool) throws {
    let start = ContinuousClock.now
    repeat {
      var elapsed = Duration.zero
      let inSgemm = try MatrixProduct.seconds {
        elapsed = try ContinuousClock().measure {
          try swept.step { try swept.model.loss(tokens) }
        }
      }
      guard counted else { continue }
      seconds.append(elapsed / .seconds(1))
      shares.append(inSgemm / (seconds.last! * Double(ThreadPool.threadCount)))
    } while (.now - start) / .seconds(1) < budget
  }

  var result: SweepResult.Point {
    SweepResult.Point(
      shape: shape, cost: StepCost(shape), steps: seconds.count, ms: 1000 * median(seconds),
      low: 1000 * quantile(0.25, of: seconds), high: 1000 * quantile(0.75, of: seconds),
      sgemmShare: median(shares))
  }
}

/// The value below which a share `p` of the values lies, between neighbours in proportion.
func quantile(_ p: Double, of values: [Double]) -> Double {
  let sorted = values.sorted()
  let place = p * Double(sorted.count - 1)
  let below = Int(place)
  let above = min(below + 1, sorted.count - 1)
  return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
}
