import FineTuning
import Models

/// One way of tuning one model.
///
///     TuningArm("full", "all weights", .mini) { model, _ in model.unfreeze() }
public struct TuningArm {
  /// Leaves what is to be trained, and nothing else, with `requiresGradient`. It is given a model of
  /// which nothing is trained, and unfreezes parts of it or attaches an adapter; the seed is for
  /// whatever is drawn.
  public typealias Prepare = (GPT2LMHeadModel, _ seed: UInt64) throws -> Void

  /// A part of the steps, with a schedule and an optimiser of its own.
  public struct Stage {
    package let share: Double
    let rateFactor: Float
    let prepare: Prepare

    /// - Parameters:
    ///   - share: of all steps; those of an arm add up to 1, and a stage without a step is left out.
    ///   - rateFactor: on the arm's learning rate, for a stage that takes smaller or larger steps.
    public init(share: Double, rateFactor: Float = 1, prepare: @escaping Prepare) {
      self.share = share
      self.rateFactor = rateFactor
      self.prepare = prepare
    }
  }

  /// Names the arm's results in the cache.
  public let key: String
  public let name: String
  public let base: TuningBase
  let rows: ([EncodedExample]) -> [EncodedExample]
  let stages: [Stage]

  /// - Parameter rows: what the method does to the rows of training, validation and test, such as
  ///   putting a prompt into them.
  public init(
    _ key: String, _ name: String, _ base: TuningBase,
    rows: @escaping ([EncodedExample]) -> [EncodedExample] = { $0 }, prepare: @escaping Prepare
  ) {
    self.init(key, name, base, rows: rows, stages: [Stage(share: 1, prepare: prepare)])
  }

  /// An arm that goes from one method to another. The weights go on from where a stage leaves them.
  public init(
    _ key: String, _ name: String, _ base: TuningBase,
    rows: @escaping ([EncodedExample]) -> [EncodedExample] = { $0 }, stages: [Stage]
  ) {
    precondition(
      abs(stages.reduce(0) { $0 + $1.share } - 1) < 1e-9 && stages.allSatisfy { $0.share >= 0 },
      "the shares of the stages add up to 1")
    self.key = key
    self.name = name
    self.base = base
    self.rows = rows
    self.stages = stages
  }

  /// Every weight is trained.
  public static func full(_ base: TuningBase) -> TuningArm {
    TuningArm("\(base.rawValue) full", "full", base) { model, _ in model.unfreeze() }
  }

  /// The stages that have steps, with their numbers.
  package func stages(of steps: Int) -> [(stage: Stage, steps: Int)] {
    var (sum, done) = (0.0, 0)
    return stages.compactMap { stage in
      sum += stage.share
      let count = Int((sum * Double(steps)).rounded()) - done
      done += count
      return count > 0 ? (stage, count) : nil
    }
  }
}
