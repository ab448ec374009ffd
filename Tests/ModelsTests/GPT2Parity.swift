import Foundation
import Layers
import Models
import Tensors
import Testing

/// How far our numbers are from transformers' on one fixture, as shares of the largest expected
/// number of a tensor, or of the expected loss or norm.
struct GPT2Parity: CustomStringConvertible {
  let fixture: String
  let logits: Double
  let loss: Double
  /// The worst of all parameters.
  let gradient: (error: Double, parameter: String)
  /// The worst of 20 steps of AdamW on whole batches, and on two micro-batches each.
  let training, accumulation: RunErrors
  /// The logits of the trained model.
  let trainedLogits: Double
  /// Whether greedy decoding, with and without a repetition penalty, gives the same tokens; nil for a classifier.
  let greedy: Bool?

  struct RunErrors {
    var loss = 0.0
    /// Before the clip.
    var norm = 0.0
  }

  var description: String {
    let columns: [(String, Double)] = [
      ("logits", logits), ("loss", loss), ("gradients", gradient.error),
      ("20 losses", training.loss), ("20 norms", training.norm),
      ("accumulated losses", accumulation.loss), ("accumulated norms", accumulation.norm),
      ("trained logits", trainedLogits),
    ]
    let errors = columns.map { "\($0) \(String(format: "%.1e", $1))" }.joined(separator: ", ")
    let decoding = greedy.map { ", greedy \($0 ? "equal" : "DIFFERENT")" } ?? ""
    return "parity \(fixture): \(errors)\(decoding); worst gradient: \(gradient.parameter)"
  }

  static func languageModel(_ name: String) throws -> GPT2Parity {
    let fixture = try GPT2Fixture(name)
    let batch = TokenBatch(try fixture.rows("input_ids"))
    let labels = batch.shifted(try fixture.rows("labels"))
    let height = try fixture.shape("train.input_ids")[1]
    let rows = try fixture.rows("train.input_ids", mask: "train.attention_mask").rows(of: height)
    let targets = try fixture.rows("train.labels", mask: "train.attention_mask").rows(of: height)
    return try GPT2Parity(
      fixture, model: { try GPT2LMHeadModel.load(fixture.folder) },
      logits: { try $0.logits(batch) }, loss: { model, _ in try model.loss(batch, labels: labels) },
      stepLoss: { model, step, part in
        let shifted = targets[step].map { TokenBatch([$0]).shifted([$0]) }
        return try model.loss(
          TokenBatch(Array(rows[step][part])), labels: Array(shifted[part].joined()),
          denominator: Float(shifted.joined().count { $0 != ignoreIndex }))
      },
      greedy: { model in
        try [("plain", 1), ("penalised", 1.3)].allSatisfy { name, penalty in
          var random = SeededRandom(seed: 0)
          let expected = try fixture.tokens("greedy", name)
          let options = GenerationOptions(
            maxNewTokens: expected.count,
            sampling: try Sampling(temperature: 0, repetitionPenalty: penalty), stopTokens: [])
          let found = try model.generate(
            fixture.tokens("greedy", "prompt"), options, random: &random)
          return found == Generation(tokens: expected, end: .length)
        }
      })
  }

  static func classifier(_ name: String) throws -> GPT2Parity {
    let fixture = try GPT2Fixture(name)
    let (ids, labels) = (try fixture.rows("input_ids"), try fixture.labels("labels")[0])
    let height = try fixture.shape("train.input_ids")[1]
    let rows = try fixture.rows("train.input_ids").rows(of: height)
    let targets = try fixture.labels("train.labels")
    return try GPT2Parity(
      fixture, model: { try GPT2ForSequenceClassification.load(fixture.folder) },
      logits: { try $0(ids) }, loss: { try $0.loss($1, labels) },
      stepLoss: { model, step, part in
        try model.loss(
          model(Array(rows[step][part])), targets[step].part(part), denominator: Float(height))
      },
      greedy: nil)
  }

  private init<Model: GPT2Class>(
    _ fixture: GPT2Fixture, model: () throws -> Model, logits: (Model) throws -> Tensor,
    loss: (Model, _ logits: Tensor) throws -> Tensor,
    stepLoss: (Model, _ step: Int, _ rows: Range<Int>) throws -> Tensor,
    greedy: ((Model) throws -> Bool)?
  ) throws {
    self.fixture = fixture.folder.lastPathComponent
    let fresh = try model()
    let output = try logits(fresh)
    self.logits = relativeError(output.elements, try fixture.floats("logits"))
    let mean = try loss(fresh, output)
    self.loss = relativeError([mean.scalar], try fixture.floats("loss"))
    mean.backward()
    let parameters = fresh.huggingFaceParameters
    let expected = fixture.tensors.entries.filter { $0.name.hasPrefix("grad.") }
    try #require(parameters.count == expected.count)
    gradient =
      try parameters.map { key, tensor in
        let found = try #require(tensor.gradient, "\(key) has no gradient")
        return (relativeError(found.elements, try fixture.floats("grad.\(key)")), key)
      }.max { $0.0 < $1.0 }!
    self.greedy = try greedy?(fresh)

    let trained = try model()
    training = try GPT2Parity.train(trained, fixture, "train", parts: 1, stepLoss)
    trainedLogits = relativeError(
      try withoutGradients { try logits(trained) }.elements, try fixture.floats("train.logits"))
    accumulation = try GPT2Parity.train(model(), fixture, "accumulated", parts: 2, stepLoss)
  }

  /// Trains with the fixture's optimiser, in `parts` micro-batches a step.
  private static func train<Model: GPT2Class>(
    _ model: Model, _ fixture: GPT2Fixture, _ run: String, parts: Int,
    _ stepLoss: (Model, _ step: Int, _ rows: Range<Int>) throws -> Tensor
  ) throws -> RunErrors {
    let losses = try fixture.numbers(run, "loss")
    let norms = try fixture.numbers(run, "norm")
    let rates = try fixture.numbers("train", "lr")
    let size = try fixture.shape("train.input_ids")[1] / parts
    let schedule = Schedule(.linear, warmUpSteps: 3, totalSteps: losses.count)
    let optimiser = AdamW(model.parameters(), AdamW.Options(weightDecay: 0.01))
    var worst = RunErrors()
    for step in losses.indices {
      model.clearGradients()
      var total: Float = 0
      for part in 0..<parts {
        let loss = try stepLoss(model, step, part * size..<(part + 1) * size)
        total += loss.scalar
        loss.backward()
      }
      let norm = gradientNorm(optimiser.parameters)
      let rate = 1e-3 * schedule.factor(at: step)
      #expect(abs(Double(rate) - rates[step]) <= 2e-7 * rates[step])
      worst.loss = max(worst.loss, abs(Double(total) / losses[step] - 1))
      worst.norm = max(worst.norm, abs(Double(norm) / norms[step] - 1))
      optimiser.step(learningRate: rate, gradientScale: clipCoefficient(norm: norm, limit: 1))
    }
    return worst
  }
}

/// The largest difference between two arrays as a share of the largest expected number; infinite
/// where a result is not a number.
private func relativeError(_ found: [Float], _ expected: [Float]) -> Double {
  guard found.count == expected.count else { return .infinity }
  let largest = expected.map { abs(Double($0)) }.max() ?? 0
  let furthest = zip(found, expected).map { abs(Double($0) - Double($1)) }.reduce(0) {
    $1.isNaN ? .infinity : max($0, $1)
  }
  return furthest == 0 ? 0 : furthest / largest
}

extension GPT2Fixture {
  /// The labels of every batch.
  fileprivate func labels(_ name: String) throws -> [ClassificationLabels] {
    let entry = try tensors.entry(name)
    let count = entry.shape.last!
    if entry.type == .i64 { return try integers(name).rows(of: count).map { .classes($0) } }
    return try floats(name).rows(of: count).map { .values($0.map { [$0] }) }
  }
}

extension ClassificationLabels {
  fileprivate func part(_ range: Range<Int>) -> ClassificationLabels {
    switch self {
    case .classes(let classes): .classes(Array(classes[range]))
    case .values(let values): .values(Array(values[range]))
    }
  }
}
