import Foundation
import Layers
import Models
import Tensors

/// How a language model is tuned on rows of instructions: AdamW, a linear warm-up, then a cosine to
/// zero, over batches of packed rows.
public struct InstructionTraining: Sendable, Codable, Equatable {
  public enum Length: Sendable, Codable, Equatable {
    case steps(Int)
    /// Passes over the rows. The last step of a pass takes the batches that are left.
    case epochs(Int)
  }

  public var length: Length
  public var learningRate: Float
  /// Nil: a tenth of the steps.
  public var warmUpSteps: Int?
  public var optimiser: AdamW.Options
  /// Gradients longer than this are shortened to it; nil leaves them.
  public var gradientLimit: Float?
  /// What goes into one forward pass.
  public var packing: Packing
  /// Packed batches a step. Their losses are divided by the weight of all their labels, so that they
  /// equal one large batch.
  public var microBatches: Int
  /// Steps between looks at the validation rows; there is one before the first step and one after
  /// the last besides.
  public var evaluateEvery: Int
  /// So many evaluations without a better one end the run; nil lets it go on.
  public var patience: Int?
  /// Whether the weights of the best evaluation are put back at the end.
  public var keepsBest: Bool
  /// Decides the order of the rows and what dropout drops.
  public var seed: UInt64

  public init(
    _ length: Length, learningRate: Float, warmUpSteps: Int? = nil,
    optimiser: AdamW.Options = AdamW.Options(), gradientLimit: Float? = 1,
    packing: Packing = .budget(tokens: 2048), microBatches: Int = 1, evaluateEvery: Int = 50,
    patience: Int? = nil, keepsBest: Bool = true, seed: UInt64
  ) {
    let count =
      switch length {
      case .steps(let count), .epochs(let count): count
      }
    precondition(
      count > 0 && microBatches > 0 && evaluateEvery > 0 && patience ?? 1 > 0,
      "training needs steps, batches and evaluations")
    self.length = length
    self.learningRate = learningRate
    self.warmUpSteps = warmUpSteps
    self.optimiser = optimiser
    self.gradientLimit = gradientLimit
    self.packing = packing
    self.microBatches = microBatches
    self.evaluateEvery = evaluateEvery
    self.patience = patience
    self.keepsBest = keepsBest
    self.seed = seed
  }

  /// The steps that it takes on these rows, unless patience ends it. Throws `ExampleError`.
  public func stepCount(on rows: [EncodedExample]) throws(ExampleError) -> Int {
    try InstructionBatches(rows, self).totalSteps
  }

  func options(steps: Int) -> TrainingOptions {
    TrainingOptions(
      learningRate: learningRate,
      schedule: Schedule(.cosine, warmUpSteps: warmUpSteps ?? steps / 10, totalSteps: steps),
      optimiser: optimiser, gradientLimit: gradientLimit)
  }
}

/// What the watcher of a run is told.
public enum InstructionEvent {
  case step(TrainingProgress)
  case evaluation(InstructionRun.Evaluation)
  /// A checkpoint was written; the run so far.
  case saved(InstructionRun)
}

extension LanguageModel {
  /// Tunes what is trainable on encoded rows. Losses are means over label weights: of the training
  /// rows as they are masked, of the validation rows as those are, which should be answers only.
  /// Rows, settings and seed decide every number; a run that `checkpoints` interrupts and takes up
  /// gives those of one that was never stopped.
  ///
  /// Throws `InstructionTrainingError` or `ExampleError` for rows that cannot be trained on, before
  /// the first step; `TrainingCheckpointError` for a checkpoint of another run; what reading and
  /// writing checkpoints throws; and what `watch` throws.
  public func fit(
    _ rows: [EncodedExample], validation: [EncodedExample] = [], _ training: InstructionTraining,
    checkpoints: InstructionCheckpoints? = nil,
    watch: (InstructionEvent) throws -> Void = { _ in }
  ) throws -> InstructionRun {
    if rows.isEmpty { throw InstructionTrainingError.noRows }
    try check(rows)
    try check(validation)
    var batches = try InstructionBatches(rows, training)
    let trainer = Trainer(self, training.options(steps: batches.totalSteps))
    var dropout = DropoutStream(SeededRandom(seed: training.seed, stream: "dropout"))
    var run = InstructionRun()
    let kept: [Tensor]? =
      training.keepsBest && !validation.isEmpty
      ? trainer.optimiser.parameters.map { $0.copy() } : nil

    func evaluate() throws {
      guard !validation.isEmpty else { return }
      let loss = try meanLoss(validation).nats
      let evaluation = InstructionRun.Evaluation(step: trainer.optimiser.stepCount, loss: loss)
      run.evaluations.append(evaluation)
      if let kept, run.best == evaluation {
        for (copy, weight) in zip(kept, trainer.optimiser.parameters) { copy.assign(weight) }
      }
      try watch(.evaluation(evaluation))
    }

    let fingerprint = try training.fingerprint(rows, validation)
    if let checkpoints,
      let state = try checkpoints.restore(trainer, kept, model: self, fingerprint: fingerprint)
    {
      run = InstructionRun(notes: state.notes)
      dropout = DropoutStream(state.dropout ?? dropout.random)
    } else {
      try evaluate()
    }
    while trainer.optimiser.stepCount < trainer.options.schedule.totalSteps {
      if run.hasLost(patience: training.patience) {
        run.end = .patience
        break
      }
      let parts = try batches.microBatches(step: trainer.optimiser.stepCount)
      let weight = parts.reduce(0) { $0 + $1.weight }
      let tokens = parts.reduce(0) { $0 + $1.tokenCount }
      let progress = try trainer.step(tokens: tokens, microBatches: parts.count) { part in
        try loss(parts[part], denominator: weight, dropout: dropout)
      }
      run.steps.append(InstructionRun.Step(progress, tokens: tokens))
      try watch(.step(progress))
      guard progress.loss.isFinite, progress.gradientNorm.isFinite else {
        run.end = .diverged
        break
      }
      let isLast = progress.step == progress.totalSteps
      if isLast || progress.step % training.evaluateEvery == 0 { try evaluate() }
      if let checkpoints, isLast || progress.step % checkpoints.every == 0 {
        try checkpoints.save(
          trainer, kept, model: self, dropout: dropout, run: run, fingerprint: fingerprint)
        try watch(.saved(run))
      }
    }
    if let kept, run.best != nil {
      for (weight, copy) in zip(trainer.optimiser.parameters, kept) { weight.assign(copy) }
    }
    clearGradients()
    return run
  }

  /// The mean loss of rows' labels by their weights, without a graph. Throws `ExampleError` for a row
  /// without a label and `ModelInputError` for one that the model cannot take.
  public func meanLoss(
    _ rows: [EncodedExample], batchTokens: Int = 2048
  ) throws -> LanguageModelEvaluation {
    let capacity = max(batchTokens, rows.map(\.count).max() ?? 0)
    var (sum, weight, count) = (0.0, 0.0, 0)
    for batch in try rows.packed(.bestFit(tokens: capacity), seed: 0) {
      let losses = try withoutGradients {
        try hiddenStates(batch.batch, cache: nil, dropout: nil)
          .languageModelLosses(head: head.weight, labels: batch.labels)
      }
      for place in losses.indices where batch.labels[place] != ignoreIndex {
        sum += Double(losses[place]) * Double(batch.weights[place])
        weight += Double(batch.weights[place])
        count += 1
      }
    }
    return LanguageModelEvaluation(nats: sum / weight, tokenCount: count)
  }

  private func check(_ rows: [EncodedExample]) throws(InstructionTrainingError) {
    for row in rows {
      guard row.count <= contextLength else {
        throw .tooLong(row: row.row, tokens: row.count, contextLength: contextLength)
      }
      if let token = row.tokens.first(where: { !(0..<Int32(inputVocabSize) ~= $0) }) {
        throw .unknownToken(token, row: row.row, vocabSize: inputVocabSize)
      }
    }
  }
}

/// Rows that a model cannot be tuned on.
public enum InstructionTrainingError: LocalizedError, Equatable {
  case noRows
  /// `row` counts from 1, in the data that it was read from.
  case tooLong(row: Int, tokens: Int, contextLength: Int)
  case unknownToken(Int32, row: Int, vocabSize: Int)

  public var errorDescription: String? {
    switch self {
    case .noRows: "there are no rows to train on"
    case .tooLong(let row, let tokens, let contextLength):
      "row \(row) has \(tokens) tokens, but the model looks at \(contextLength) at most"
    case .unknownToken(let token, let row, let vocabSize):
      "row \(row) holds the token id \(token), but the model knows 0 ..< \(vocabSize)"
    }
  }

  public var recoverySuggestion: String? {
    switch self {
    case .noRows: "give at least one row with an answer"
    case .tooLong(_, _, let contextLength):
      "cut the rows to a maximal length of \(contextLength) tokens, or shorten them"
    case .unknownToken: "encode the rows with the tokenizer that belongs to the model"
    }
  }
}
