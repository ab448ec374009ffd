import Course

/// The bed, what every arm trains alike, and the arms of this lesson.
struct Laboratory {
  let bed: TuningBed
  let plan: TuningPlan
  /// Vectors of an arm, unless it says otherwise.
  let length: Int
  /// The tokens of the written prompt that vectors of the start “text” begin with.
  let text: [TuningBase: [Int32]]
  /// Whether the first seed tries every rate of a method; without it the usual one is taken.
  let sweeps: Bool

  /// The width of P-tuning's network.
  static let encoderSize = 128

  /// Runs an arm with the rates of its method.
  func sweep(_ arm: TuningArm, _ method: Method) throws -> TuningSweep {
    try bed.sweep(arm, plan(method))
  }

  /// Runs an arm at one rate, with some of the seeds.
  func sweep(_ arm: TuningArm, rate: Float, seeds: Int, steps: Int? = nil) throws -> TuningSweep {
    var plan = plan
    plan.rates = [rate]
    plan.seeds = Array(plan.seeds.prefix(seeds))
    plan.steps = steps ?? plan.steps
    return try bed.sweep(arm, plan)
  }

  /// The same with fewer seeds.
  func with(seeds: Int) -> Laboratory {
    var plan = plan
    plan.seeds = Array(plan.seeds.prefix(seeds))
    return Laboratory(bed: bed, plan: plan, length: length, text: text, sweeps: sweeps)
  }

  func plan(_ method: Method) -> TuningPlan {
    var plan = plan
    plan.rates = sweeps ? method.rates : [method.usualRate]
    return plan
  }
}

/// A way of tuning, with the rates that it is tried at: four for each, about three times apart, from
/// where it hardly learns to where it learns worse again.
enum Method: CaseIterable {
  case full, lora, prompt, encoder, prefix

  var rates: [Float] {
    switch self {
    case .full: [1e-4, 3e-4, 1e-3, 3e-3]
    case .lora: [1e-3, 3e-3, 1e-2, 3e-2]
    case .encoder: [3e-4, 1e-3, 3e-3, 1e-2]
    case .prompt, .prefix: [3e-3, 1e-2, 3e-2, 1e-1]
    }
  }

  var usualRate: Float { rates[2] }
}

extension Laboratory {
  /// Vectors as a start leaves them.
  func vectors(
    _ base: TuningBase, _ start: Start, length: Int? = nil, _ placement: PromptPlacement = .front
  ) -> PromptTuning {
    start.promptTuning(length ?? self.length, text: text[base]!, placement)
  }

  func prompt(_ base: TuningBase, _ start: Start, length: Int? = nil) -> TuningArm {
    let method = vectors(base, start, length: length)
    let length = method.length
    return TuningArm("\(base.rawValue), \(length) vectors, \(start.rawValue)", "vectors", base) {
      try method.attach(to: $0, seed: $1)
    }
  }

  func encoder(_ base: TuningBase) -> TuningArm {
    let method = PTuning(length: length, hiddenSize: Self.encoderSize)
    return TuningArm("\(base.rawValue), encoder", "encoder", base) {
      try method.attach(to: $0, seed: $1)
    }
  }

  func prefix(_ base: TuningBase, length: Int? = nil) -> TuningArm {
    let length = length ?? self.length
    let method = PrefixTuning(length: length)
    return TuningArm("\(base.rawValue), prefix of \(length)", "prefix", base) {
      try method.attach(to: $0, seed: $1)
    }
  }

  func lora(_ base: TuningBase) -> TuningArm {
    let method = LoRA(rank: 4, alpha: 8)
    return TuningArm("\(base.rawValue), LoRA", "LoRA", base) {
      try method.attach(to: $0, seed: $1)
    }
  }
}
