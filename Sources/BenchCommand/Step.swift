import Adapters
import ArgumentParser
import Foundation
import Layers
import Models
import Tensors

/// A full training step: gradients cleared, forward, loss, backward, clip at 1, AdamW.
struct Step: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Time one training step.")

  @OptionGroup var shape: ModelShape
  @OptionGroup var threads: Threads
  @Option(help: "Rows in a batch.") var batch = 16
  @Option(help: "Tokens in a row.") var length = 128
  @Option(help: "Share of the positions that have a label.") var labelled = 1.0
  @Option(help: "Lengths that the rows take in turn, such as 12,40,96.") var ragged: String?
  @Option(help: "Train LoRA of this rank on c_attn instead of all weights.") var lora: Int?
  @Option(help: "Steps that are timed, after two that are not.") var runs = 9
  @Flag(help: "Print one line of JSON.") var json = false

  func validate() throws {
    guard batch > 0, length > 1, runs > 0, (0...1).contains(labelled), (lora ?? 1) > 0 else {
      throw ValidationError(
        "--batch, --runs and --lora must be positive, --length above 1, --labelled in 0...1")
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
    let model = GPT2LMHeadModel(
      shape.config(contextLength: lengths.max()!), random: &random)
    if let rank = lora { try LoRA(rank: rank).attach(to: model, seed: 1) }
    let rows = lengths.map { length in
      (0..<length).map { _ in Int32(random.int(below: shape.vocab)) }
    }
    let tokens = TokenBatch(rows)
    let labels = tokens.nextTokens.map { random.chance(labelled) ? $0 : ignoreIndex }
    let parameters = model.trainableParameters()
    let optimiser = AdamW(parameters)
    var milliseconds: [Double] = []
    var requests: [Int] = []
    for _ in 0..<runs + 2 {
      let time = try ContinuousClock().measure {
        for parameter in parameters { parameter.gradient = nil }
        try model.loss(tokens, labels: labels).backward()
        let norm = gradientNorm(parameters)
        optimiser.step(
          learningRate: 1e-4, gradientScale: clipCoefficient(norm: norm, limit: 1))
      }
      milliseconds.append(time / .milliseconds(1))
      requests.append(MemoryPool.shared.statistics.systemRequests)
    }
    let timed = Array(milliseconds.dropFirst(2))
    report(
      [
        "median_ms": median(timed), "min_ms": timed.min()!, "tokens": Double(tokens.tokenCount),
        "rss_mb": residentMegabytes(), "parameters": Double(model.parameterCount),
        "trainable": Double(model.trainableParameterCount),
        "pool_peak_mb": Double(MemoryPool.shared.statistics.peakBytesInUse) / 1e6,
        "allocations_after_step_2": Double(requests.last! - requests[1]),
      ], asJSON: json)
  }
}
