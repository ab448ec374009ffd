import Course

/// Where a method has what it trains.
enum Place: String, CaseIterable {
  case base = "numbers of the base itself"
  case layers = "something beside its layers"
  case input = "virtual tokens"
}

/// A way of tuning, and the learning rates that it tries.
struct Method {
  let name: String
  let place: Place
  let rates: [Float]
  /// Whether it is one of the six that the lecture names as tuning a part.
  let isOfLecture: Bool
  /// Nil for full tuning, which attaches nothing.
  let adapter: (any AdapterMethod)?

  /// Makes the model's parts trainable; the seed draws what is drawn.
  @discardableResult
  func prepare(_ model: GPT2LMHeadModel, seed: UInt64) throws -> Adapter? {
    guard let adapter else {
      model.unfreeze()
      return nil
    }
    return try adapter.attach(to: model, seed: seed)
  }

  /// Whether a claim is about it, so that it is run with every seed.
  var isRepeated: Bool { isOfLecture || ["full", "DoRA"].contains(name) }

}

extension TuningBed {
  /// The sweep of a method on `nano`, and, where its effect can be written into the weights, what it
  /// did to their columns.
  func sweep(
    _ method: Method, _ plan: TuningPlan
  ) throws -> (sweep: TuningSweep, findings: [ColumnChanges]) {
    let base = try model(.nano)
    var adapters: [ObjectIdentifier: Adapter] = [:]
    let arm = TuningArm("nano \(method.name)", method.name, .nano) { model, seed in
      adapters[ObjectIdentifier(model)] = try method.prepare(model, seed: seed)
    }
    return try sweep(arm, plan) { tuned, _ in
      if let adapter = adapters[ObjectIdentifier(tuned)], adapter.canMerge { try adapter.merge() }
      return ColumnChanges(from: base, to: tuned)
    }
  }
}

extension Method {
  /// Grids of one length. Adam's steps are about as long as the rate, whatever the gradient: what
  /// has many numbers to move needs little from each, and what has few needs much. So the grid is
  /// shifted by a power of ten, or by half of one.
  static let ratesOfMany: [Float] = [3e-4, 1e-3, 3e-3]
  static let ratesOfFew: [Float] = ratesOfMany.map { 10 * $0 }
  static let ratesOfVectors: [Float] = [1e-2, 3e-2, 1e-1]

  static var full: Method {
    Method("full", .base, ratesOfMany, isOfLecture: false, nil)
  }
  static var lora: Method {
    Method("LoRA", .layers, ratesOfFew, isOfLecture: true, LoRA(rank: 8, alpha: 16))
  }
  /// One rank less than LoRA, for the magnitudes that it trains besides.
  static var dora: Method {
    Method(
      "DoRA", .layers, ratesOfFew, isOfLecture: false,
      LoRA(rank: 7, alpha: 14, isWeightDecomposed: true))
  }

  static var all: [Method] {
    [
      .full,
      Method("freeze", .base, ratesOfMany, isOfLecture: true, FreezeTuning(blocks: 1)),
      Method("BitFit", .base, ratesOfFew, isOfLecture: false, BitFit()),
      Method("layer norm", .base, ratesOfFew, isOfLecture: false, LayerNormTuning()),
      .lora, .dora,
      Method("IA3", .layers, ratesOfFew, isOfLecture: false, IA3()),
      Method("adapter", .layers, ratesOfFew, isOfLecture: true, Bottleneck(size: 16)),
      Method("prefix", .input, ratesOfVectors, isOfLecture: true, PrefixTuning(length: 10)),
      Method("prompt", .input, ratesOfVectors, isOfLecture: true, PromptTuning(length: 10)),
      Method("P-tuning", .input, ratesOfFew, isOfLecture: true, PTuning(length: 10)),
    ]
  }

  private init(
    _ name: String, _ place: Place, _ rates: [Float], isOfLecture: Bool,
    _ adapter: (any AdapterMethod)?
  ) {
    self.name = name
    self.place = place
    self.rates = rates
    self.isOfLecture = isOfLecture
    self.adapter = adapter
  }
}
