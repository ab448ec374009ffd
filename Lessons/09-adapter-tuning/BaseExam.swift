import Course

/// What became of a base model: its bits, and how well it predicts the texts it was trained on.
struct Aftermath: Codable {
  /// Tensors of the base, and those of them that differ from the file's in any bit.
  let baseTensors: Int
  let changedTensors: Int
  /// Tensors that were added, and those of them that training has moved.
  let addedTensors: Int
  let movedTensors: Int
  /// Numbers that were added.
  let added: Int
  /// Whether the base's logits are back, bit for bit, once the adapters are taken out.
  let isBack: Bool
  /// Nats a token of world text, window by window: as tuned, and with the adapters taken out.
  let tuned: [Double]
  let removed: [Double]
  /// How long the change is that an adapter makes, as a share of what its sublayer puts out: for each
  /// block, after attention and after the feed-forward network.
  let shares: [[Double]]
}

/// Texts of the world that no tuning shows.
struct BaseExam {
  private let stream: [Int32]
  private let windows: Int
  /// A piece of text on which logits are compared.
  let sample: TokenBatch

  private static let windowLength = 256

  init(_ world: ClosedWorld, _ tokenizer: Tokenizer, windows: Int) {
    self.windows = windows
    // The stream that the cards of the base models are measured on.
    stream =
      TokenStream(
        world.documents(.validation, seed: 1).lazy.map(\.text), tokenizer: tokenizer,
        limit: (windows + 1) * Self.windowLength
      ).tokens
    sample = TokenBatch([Array(stream.prefix(64))])
  }

  /// Nats a token, window by window.
  func nats(_ model: GPT2LMHeadModel) throws -> [Double] {
    try model.windowLosses(stream, windowLength: Self.windowLength, windows: windows)
  }

  /// Compares a tuned model with the one that its training started from and with its base. Takes the
  /// adapters out of the tuned model.
  func aftermath(
    of model: GPT2LMHeadModel, from start: GPT2LMHeadModel, base: GPT2LMHeadModel
  ) throws -> Aftermath {
    let file = Dictionary(uniqueKeysWithValues: base.namedParameters().map { ($0.name, $0.tensor) })
    let pairs = zip(model.namedParameters(), start.namedParameters())
    let added = pairs.filter { file[$0.0.name] == nil }
    let changed = model.namedParameters().filter { name, tensor in
      file[name].map { !$0.hasBits(of: tensor) } ?? false
    }
    let tuned = try nats(model)
    let shares = try model.probed { probes in
      _ = try withoutGradients { try model.logits(sample) }
      return probes.map { [$0.attention.share, $0.feedForward.share] }
    }
    model.removeAdapters()
    let logits = try withoutGradients { (try model.logits(sample), try base.logits(sample)) }
    return Aftermath(
      baseTensors: file.count, changedTensors: changed.count, addedTensors: added.count,
      movedTensors: added.count { !$0.0.tensor.hasBits(of: $0.1.tensor) },
      added: added.reduce(0) { $0 + $1.0.tensor.count }, isBack: logits.0.hasBits(of: logits.1),
      tuned: tuned, removed: added.isEmpty ? tuned : try nats(model), shares: shares)
  }
}

extension Tensor {
  /// Whether every number is the same, to the bit.
  func hasBits(of other: Tensor) -> Bool {
    shape == other.shape
      && zip(elements, other.elements).allSatisfy { $0.bitPattern == $1.bitPattern }
  }

  /// The largest difference of two numbers in the same place.
  func largestDifference(from other: Tensor) -> Double {
    zip(elements, other.elements).map { Double(abs($0 - $1)) }.max() ?? 0
  }
}
