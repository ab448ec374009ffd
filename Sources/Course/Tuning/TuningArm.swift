import FineTuning
import Models

/// One way of tuning one model.
///
///     TuningArm("full", "all weights", .mini) { model, _ in model.unfreeze() }
public struct TuningArm {
  /// Names the arm's results in the cache.
  public let key: String
  public let name: String
  public let base: TuningBase
  /// What the method does to the rows of training, validation and test, such as putting a prompt
  /// into them.
  let rows: ([EncodedExample]) -> [EncodedExample]
  /// Leaves what is to be trained, and nothing else, with `requiresGradient`.
  let prepare: (GPT2LMHeadModel, _ seed: UInt64) throws -> Void

  /// - Parameter prepare: is given a model of which nothing is trained, and unfreezes parts of it or
  ///   attaches an adapter. The seed is for whatever is drawn.
  public init(
    _ key: String, _ name: String, _ base: TuningBase,
    rows: @escaping ([EncodedExample]) -> [EncodedExample] = { $0 },
    prepare: @escaping (GPT2LMHeadModel, _ seed: UInt64) throws -> Void
  ) {
    self.key = key
    self.name = name
    self.base = base
    self.rows = rows
    self.prepare = prepare
  }

  /// Every weight is trained.
  public static func full(_ base: TuningBase) -> TuningArm {
    TuningArm("\(base.rawValue) full", "full", base) { model, _ in model.unfreeze() }
  }
}
