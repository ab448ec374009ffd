import Course

/// A bed on a model as small as can be, with the course's own questions and tokenizer.
enum TuningSample {
  static let instructions = try! Instructions(of: ClosedWorld.load(seed: 1))
  static let tokenizer = try! Tokenizer(
    folder: CourseFolder.data().appendingPathComponent("models/nano", isDirectory: true))

  static func model() -> GPT2LMHeadModel {
    var config = GPT2Config(
      vocabSize: tokenizer.vocabularySize, contextLength: 256, hiddenSize: 16, layerCount: 1,
      headCount: 2)
    config.initializerRange = 0.2
    var random = SeededRandom(seed: 1)
    let model = GPT2LMHeadModel(config, random: &random)
    model.freeze()
    return model
  }

  static func bed() throws -> TuningBed {
    try TuningBed(
      instructions, families: [.sentiment, .documentKind], validation: 16, test: 24,
      tokenizer: tokenizer
    ) { _ in model() }
  }

  static func plan(
    steps: Int = 6, rates: [Float] = [1e-2], seeds: [UInt64] = [1], sweptSeeds: Int = 1,
    looks: Int = 3, schedule: Schedule.Shape = .linear
  ) -> TuningPlan {
    TuningPlan(
      rows: 24, steps: steps, batchRows: 4, rates: rates, seeds: seeds, sweptSeeds: sweptSeeds,
      looks: looks, schedule: schedule, warmUp: 0)
  }

  /// Trains the last norm alone.
  static var norm: TuningArm {
    TuningArm("norm", "norm", .nano) { model, _ in model.transformer.finalNorm.unfreeze() }
  }
}
