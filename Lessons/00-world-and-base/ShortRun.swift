import Course

/// A pre-training of a few minutes.
struct ShortRun {
  let steps: Int
  let rows: Int
  let length: Int
  let seed: UInt64
  /// Windows of validation text that the finished model is measured on.
  let windows: Int
  /// Whether position i is asked for token i + 1, as it should be, or for token i.
  let shiftsLabels: Bool
}

/// What a short run leaves.
struct ShortRunResult: Codable {
  /// The loss of every step, in nats.
  let training: [Double]
  /// Steps, nats a token on new texts about the people of the corpus, and on those about others.
  let validation: [[Double]]
  /// Nats a token of the next token at the end, whatever the run was trained on.
  let finalNats: Double
  let parameters: Int

  func smoothed(_ length: Int) -> [Point] {
    stride(from: 0, to: training.count, by: length).map { start in
      let part = training[start..<min(start + length, training.count)]
      return Point(Double(start) + Double(part.count + 1) / 2, part.mean)
    }
  }

  func series(smoothing: Int) -> [Series] {
    [
      Series("training", smoothed(smoothing)),
      Series("new texts, known people", validation.map { Point($0[0], $0[1]) }),
      Series("new texts, new people", validation.map { Point($0[0], $0[2]) }),
    ]
  }
}

/// The texts of this lesson, as tokens.
struct Streams {
  let training: [Int32]
  /// New texts about people, dishes and shops of the training texts.
  let known: [Int32]
  /// Texts about others, whom training never named.
  let new: [Int32]
}

/// Trains a model of this configuration from random weights on the first windows of a stream.
func pretrain(
  like config: GPT2Config, _ streams: Streams, _ run: ShortRun
) throws -> ShortRunResult {
  var random = SeededRandom(seed: run.seed, stream: "initial weights")
  let model = GPT2LMHeadModel(config, random: &random)
  let trainer = Trainer(
    model,
    TrainingOptions(
      learningRate: 3e-3,
      schedule: Schedule(.cosine, warmUpSteps: run.steps / 10, totalSteps: run.steps),
      optimiser: AdamW.Options(beta2: 0.95, weightDecay: 0.1)))
  let stream = TokenWindows(streams.training, length: run.length, seed: run.seed)
  let progress = Progress("nano, seed \(run.seed)", steps: run.steps)
  var curve: [Double] = []
  var points: [[Double]] = []
  for step in 0..<run.steps {
    let (batch, labels) = stream.batch(step: step, size: run.rows)
    let state = try trainer.step(tokens: batch.tokenCount) {
      try model.loss(batch, labels: run.shiftsLabels ? labels : batch.ids)
    }
    curve.append(Double(state.loss))
    progress.report(
      step: state.step, loss: Double(state.loss), learningRate: Double(state.learningRate),
      tokens: batch.tokenCount)
    if (step + 1) % max(1, run.steps / 8) == 0 {
      let nats = try [streams.known, streams.new].map {
        try model.evaluate($0, windowLength: run.length, windows: 8).nats
      }
      points.append([Double(step + 1)] + nats)
    }
  }
  let final = try model.evaluate(streams.new, windowLength: run.length, windows: run.windows).nats
  return ShortRunResult(
    training: curve, validation: points, finalNats: final, parameters: model.parameterCount)
}

/// What a model adds to a beginning.
func continuation(
  of beginning: String, by model: GPT2LMHeadModel, _ tokenizer: Tokenizer, tokens: Int
) throws -> String {
  var random = SeededRandom(seed: 3, stream: beginning)
  let generation = try model.generate(
    tokenizer.encode(beginning),
    GenerationOptions(
      maxNewTokens: tokens, sampling: try Sampling(temperature: 0.8, topP: 0.95)),
    random: &random)
  return tokenizer.decode(generation.tokens)
}
