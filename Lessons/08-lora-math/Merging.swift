import Course

/// A trained adapter beside its model, in its model's weights, and in the hands of colleagues.
struct Merging: Codable {
  /// Of the first seed.
  let spectrum: Spectrum?
  /// The largest difference between the logits of both, and the largest logit.
  let difference: Double
  let largestLogit: Double
  /// Greedy answers to test questions, those that are the same, and how many were asked.
  let sameAnswers: Int
  let asked: Int
  let apart: Judgement
  let merged: Judgement
  /// The merged weights kept in half precision.
  let half: Judgement
  let halfDifference: Double
  /// Merged without α/r.
  let withoutScale: MergeByHand
  /// Merged with the numbers of B·A in their own order, as if they lay as the weight does.
  let wrongLayout: MergeByHand
  let secondsApart: Double
  let secondsMerged: Double
  let adapterBytes: Int
  let modelBytes: Int
}

/// What somebody else added to the weights.
struct MergeByHand: Codable {
  let judgement: Judgement
  /// Over the length of the adapter's update.
  let norm: Double
  /// The largest difference from the logits with the adapter apart.
  let difference: Double
}

extension Laboratory {
  /// The model is given back as it was, up to the rounding of a merge undone.
  func merging(
    of model: GPT2LMHeadModel, _ adapter: Adapter, _ base: TuningBase, seed: UInt64
  ) throws -> Merging {
    let questions = Array(bed.test.prefix(min(bed.test.count, 96)))
    let batch = TokenBatch(try bed.encoded(Array(questions.prefix(16))).map(\.tokens))
    let examples = questions.prefix(48).map { $0.example() }
    func logits() throws -> Tensor { try withoutGradients { try model.logits(batch) } }
    func answers() throws -> [String] {
      try model.answers(to: examples, bed.template, bed.tokenizer, maxTokens: 8).map(\.text)
    }
    func timed() throws -> (Judgement, Double) {
      let start = ContinuousClock.now
      let judgement = try bed.judge(model, questions)
      return (judgement, (ContinuousClock.now - start) / .seconds(1) / Double(questions.count))
    }
    _ = try timed()  // once to warm up
    let (apart, secondsApart) = try timed()
    let (logitsApart, answersApart) = (try logits(), try answers())

    let updates = adapter.weightUpdates.map(\.update)
    let old = model.transformer.linearLayers.map(\.layer.weight).map { $0.copy() }
    let scale = Self.alpha / Float(Self.rank)
    func byHand(_ change: (Tensor) -> Tensor) throws -> MergeByHand {
      let changes = updates.map(change)
      return try adapter.whileInactive {
        try model.withLinearWeights(zip(old, changes).map { $0.plus($1) }) {
          MergeByHand(
            judgement: try bed.judge(model, questions),
            norm: changes.map(\.norm).mean / updates.map(\.norm).mean,
            difference: try logits().largestDifference(from: logitsApart))
        }
      }
    }
    let withoutScale = try byHand { Tensor($0.shape).plus($0, times: 1 / scale) }
    let wrongLayout = try byHand { Tensor($0.shape, $0.transposed.elements) }

    let files = try SavedFiles()
    defer { files.remove() }
    try adapter.save(to: files.adapter, base: base.rawValue)
    try adapter.merge()
    let (merged, secondsMerged) = try timed()
    let (logitsMerged, answersMerged) = (try logits(), try answers())
    try model.save(to: files.model, as: .f32)
    try model.save(to: files.halfModel, as: .f16)
    let half = try GPT2LMHeadModel.load(files.halfModel)
    let halfLogits = try withoutGradients { try half.logits(batch) }
    let merging = Merging(
      spectrum: seed == seeds[0] ? spectrum(updates, of: old) : nil,
      difference: logitsMerged.largestDifference(from: logitsApart),
      largestLogit: logitsApart.largestMagnitude,
      sameAnswers: zip(answersApart, answersMerged).count { $0 == $1 }, asked: examples.count,
      apart: apart, merged: merged, half: try bed.judge(half, questions),
      halfDifference: halfLogits.largestDifference(from: logitsApart),
      withoutScale: withoutScale, wrongLayout: wrongLayout, secondsApart: secondsApart,
      secondsMerged: secondsMerged, adapterBytes: try files.size(files.adapter),
      modelBytes: try files.size(files.model))
    adapter.unmerge()
    return merging
  }
}

/// Folders that are thrown away.
struct SavedFiles {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("lesson-08-\(ProcessInfo.processInfo.processIdentifier)")
    for one in [adapter, model, halfModel] {
      try FileManager.default.createDirectory(at: one, withIntermediateDirectories: true)
    }
  }

  var adapter: URL { folder.appendingPathComponent("adapter") }
  var model: URL { folder.appendingPathComponent("model") }
  var halfModel: URL { folder.appendingPathComponent("half") }

  /// Bytes of the weights in a folder.
  func size(_ folder: URL) throws -> Int {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "safetensors" }
      .map { try Data(contentsOf: $0, options: .alwaysMapped).count }.reduce(0, +)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}
