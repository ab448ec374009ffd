import Course

/// A model and a test bed, and the arms that are trained with them.
final class Laboratory {
  let model: String
  let folder: URL
  let bed: Bed
  let plan: Plan
  let tokenizer: Tokenizer
  let config: GPT2Config
  /// The length that rows are padded to where padding is what is read.
  let longest: Int
  private var frozen: [String: GPT2Model] = [:]
  private var encoded: [String: LabelledRows] = [:]

  init(_ model: String, _ folder: URL, _ bed: Bed, _ plan: Plan) throws {
    self.model = model
    self.folder = folder
    self.bed = bed
    self.plan = plan
    config = try GPT2Config(contentsOf: folder.appendingPathComponent("config.json"))
    let tokenizer = try Tokenizer(folder: folder)
    self.tokenizer = tokenizer
    longest = (bed.validation + bed.test).map { tokenizer.encode($0.text).count }.max() ?? 0
  }

  /// A base model that an arm may train.
  func base(_ start: Start, seed: UInt64) throws -> GPT2Model {
    guard start == .random else { return try GPT2Model.load(folder) }
    var random = SeededRandom(seed: seed, stream: "base")
    return GPT2Model(config, random: &random)
  }

  /// A classifier as the arm has it before training. Arms that train the head alone share a base.
  func classifier(_ arm: Arm, seed: UInt64) throws -> TextClassifier {
    let name = "\(arm.start) \(arm.start == .random ? seed : 0)"
    let shared = arm.part == .head ? frozen[name] : nil
    let base = try shared ?? base(arm.start, seed: seed)
    if arm.part == .head { frozen[name] = base }
    var random = SeededRandom(seed: seed, stream: "head")
    return TextClassifier(
      base, classes: 2, head: arm.head, pooling: arm.pooling, random: &random)
  }

  /// Samples as tokens, with padding after them where that is read.
  func encode(_ samples: [Sample], for pooling: Pooling = .lastToken) -> LabelledRows {
    LabelledRows(
      tokens: samples.map { sample in
        let tokens = tokenizer.encode(sample.text)
        let padding = pooling == .lastPosition ? max(0, longest - tokens.count) : 0
        return tokens + Array(repeating: tokenizer.endOfText ?? 0, count: padding)
      }, labels: samples.map(\.label))
  }

  /// The result of an arm, computed once. Without a learning rate validation chooses one, or in a
  /// run without a sweep the usual one is taken.
  func result(_ arm: Arm, learningRate: Float? = nil) throws -> ArmResult {
    try cached("\(model) \(bed.name) \(arm.key)") {
      let sweeps = learningRate == nil && plan.sweepSeeds > 0
      let rates =
        sweeps ? Plan.rates : [learningRate ?? Plan.usualRate(arm.start, arm.part)]
      let first = sweeps ? plan.seeds.prefix(plan.sweepSeeds) : plan.seeds[...]
      let watch = watch(
        arm, trials: rates.count * first.count + plan.seeds.count - first.count)
      var trials: [Float: [Trial]] = [:]
      for rate in rates {
        trials[rate] = try first.map { try trial(arm, rate, seed: $0, watch) }
      }
      let tried = trials.mapValues { $0.map(\.run.kept.accuracy).mean }
      // Of equal ones the lowest.
      let chosen = rates.max { tried[$0]! < tried[$1]! }!
      let kept =
        try trials[chosen]!
        + plan.seeds.dropFirst(first.count).map { try trial(arm, chosen, seed: $0, watch) }
      return ArmResult(
        tried: tried, learningRate: chosen, runs: kept.map(\.run),
        praise: try zip(kept, plan.seeds).map { trial, seed in
          let test = try rows("test", arm, trial.classifier, seed: seed) { bed.test }
          return try trial.classifier.probabilities(test).map { $0[1] }
        })
    }
  }

  private struct Trial {
    let classifier: TextClassifier
    let run: ClassifierRun
  }

  private func trial(
    _ arm: Arm, _ rate: Float, seed: UInt64, _ watch: (TrainingProgress, Int) -> Void
  ) throws -> Trial {
    let classifier = try classifier(arm, seed: seed)
    let domains = arm.leftOut.map { " without \($0)" } ?? ""
    let train = try rows("train \(seed)\(domains)", arm, classifier, seed: seed) {
      bed.train(seed: seed, domains: arm.domains)
    }
    let validation = try rows("validation\(domains)", arm, classifier, seed: seed) {
      bed.validation.filter { arm.domains.contains($0.domain) }
    }
    let run = try classifier.fit(
      train.prefix(arm.rows), validation: validation,
      plan.training(arm, learningRate: rate, seed: seed), watch: watch)
    return Trial(classifier: classifier, run: run)
  }

  /// The progress line of an arm.
  private func watch(_ arm: Arm, trials: Int) -> (TrainingProgress, Int) -> Void {
    let progress = Progress(
      "\(model) \(bed.name), \(arm.key)", steps: plan.steps(arm.rows) * trials)
    var step = 0
    return { state, tokens in
      step += 1
      progress.report(
        step: step, loss: state.loss, learningRate: state.learningRate, tokens: tokens)
    }
  }

  /// Rows of a split as an arm reads them, kept for the arms that read them alike: as tokens, or for
  /// the head alone as features of its base.
  private func rows(
    _ split: String, _ arm: Arm, _ classifier: TextClassifier, seed: UInt64,
    _ samples: () -> [Sample]
  ) throws -> LabelledRows {
    var key = "\(split) \(arm.pooling)"
    if arm.part == .head { key += " \(arm.start) \(arm.start == .random ? seed : 0)" }
    if let known = encoded[key] { return known }
    var rows = encode(samples(), for: arm.pooling)
    if arm.part == .head { rows = try classifier.withFeatures(rows) }
    encoded[key] = rows
    return rows
  }
}
