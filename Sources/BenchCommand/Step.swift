import Adapters
import ArgumentParser
import Layers
import Models
import Tensors

struct Step: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Time one training step.")

  @OptionGroup var shape: ModelShape
  @OptionGroup var threads: Threads
  @Option(help: "Rows in a batch.") var batch = 16
  @Option(help: "Tokens in a row.") var length = 128
  @Option(help: "Lengths that the rows take in turn, such as 12,40,96.") var ragged: String?
  @Option(help: "Share of each row's tokens, at its end, that are labels.") var labelled = 1.0
  @Option(help: "Train LoRA of this rank on c_attn instead of all weights.") var lora: Int?
  @Option(help: "Train a classifier of the rows with so many classes.") var classes: Int?
  @OptionGroup var timing: Timing

  func validate() throws {
    guard batch > 0, length > 1, (0...1).contains(labelled), (lora ?? 1) > 0, (classes ?? 2) > 1
    else {
      throw ValidationError(
        """
        --batch and --lora must be positive, --length and --classes above 1, --labelled in 0...1
        """)
    }
  }

  private func rowLengths() throws -> [Int] {
    guard let ragged else { return Array(repeating: length, count: batch) }
    let lengths = ragged.split(separator: ",").compactMap { Int($0) }
    guard !lengths.isEmpty, lengths.allSatisfy({ $0 > 1 }) else {
      throw ValidationError("--ragged takes lengths above 1, such as 12,40,96")
    }
    return (0..<batch).map { lengths[$0 % lengths.count] }
  }

  func run() throws {
    threads.use()
    let lengths = try rowLengths()
    var random = SeededRandom(seed: 1)
    var config = shape.config(contextLength: lengths.max()!)
    let rows = lengths.map { shape.row($0, &random) }
    let tokens = TokenBatch(rows)
    if let classes {
      config.labels = (0..<classes).map { "LABEL_\($0)" }
      let model = GPT2ForSequenceClassification(config, random: &random)
      let labels = rows.map { _ in Int32(random.int(below: classes)) }
      try time(model, tokens: tokens.tokenCount, labels: labels) {
        try model.loss(model(rows), .classes(labels))
      }
    } else {
      let model = GPT2LMHeadModel(config, random: &random)
      let labels = tokens.shifted(rows.map(answer))
      try time(model, tokens: tokens.tokenCount, labels: labels) {
        try model.loss(tokens, labels: labels)
      }
    }
  }

  /// Labels as a row of instructions has them, at its end.
  private func answer(of row: [Int32]) -> [Int32] {
    let count = Int((labelled * Double(row.count)).rounded())
    return Array(repeating: ignoreIndex, count: row.count - count) + row.suffix(count)
  }

  private func time(
    _ model: some AdaptableModel, tokens: Int, labels: [Int32], loss: () throws -> Tensor
  ) throws {
    if let rank = lora {
      _ = try LoRA(rank: rank, alpha: Float(2 * rank)).attach(to: model, seed: 1)
    }
    let step = TrainingStep(model)
    var requests: [Int] = []
    try timing.time {
      try step(loss)
      requests.append(MemoryPool.shared.statistics.systemRequests)
    } figures: {
      [
        "tokens": Double(tokens), "labelled": Double(labels.count { $0 != ignoreIndex }),
        "parameters": Double(model.parameterCount),
        "trainable": Double(model.trainableParameterCount),
        "pool_peak_mb": Double(MemoryPool.shared.statistics.peakBytesInUse) / 1e6,
        "allocations_after_step_2": Double(requests.last! - requests[1]),
      ]
    }
  }
}
