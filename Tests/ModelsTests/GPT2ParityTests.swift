import Foundation
import Layers
import Models
import Tensors
import Testing

/// The numbers of transformers, on tiny models with weights far above initialisation.
@Suite struct GPT2ParityTests {
  /// float32 sums in another order; transformers itself differs by as much between processors.
  private let tolerance: Float = 5e-6

  private func expectGradients(_ model: some GPT2Class, _ fixture: GPT2Fixture) throws {
    let parameters = model.huggingFaceParameters
    #expect(parameters.count == fixture.tensors.entries.filter { $0.name.hasPrefix("grad.") }.count)
    for (key, tensor) in parameters {
      let gradient = try #require(tensor.gradient, "\(key)")
      #expect(
        difference(gradient.elements, try fixture.floats("grad.\(key)")) < tolerance, "\(key)")
    }
  }

  @Test(arguments: GPT2Fixture.languageModels)
  func computesTheLogitsTheLossAndItsGradients(_ name: String) throws {
    let fixture = try GPT2Fixture(name)
    let model = try GPT2LMHeadModel.load(fixture.folder)
    let batch = TokenBatch(try fixture.rows("input_ids"))
    let hidden = try withoutGradients { try model.transformer(batch) }
    #expect(difference(hidden.elements, try fixture.floats("hidden")) < tolerance)
    let logits = try withoutGradients { try model.logits(batch) }
    #expect(difference(logits.elements, try fixture.floats("logits")) < tolerance)
    let loss = try model.loss(batch, labels: batch.shifted(fixture.rows("labels")))
    #expect(abs(loss.scalar - (try fixture.floats("loss")[0])) < tolerance)
    loss.backward()
    try expectGradients(model, fixture)
  }

  /// Rows of different lengths: transformers pads them or packs them with positions that restart.
  @Test(arguments: GPT2Fixture.languageModels)
  func packedRowsAreAsPaddedOnes(_ name: String) throws {
    let fixture = try GPT2Fixture(name)
    let model = try GPT2LMHeadModel.load(fixture.folder)
    let rows = try fixture.rows("padded.input_ids", mask: "padded.attention_mask")
    let batch = TokenBatch(rows)
    #expect(batch.ids == (try fixture.integers("packed.input_ids")))
    #expect(batch.positions == (try fixture.integers("packed.position_ids")))
    let logits = try withoutGradients { try model.logits(batch) }
    #expect(difference(logits.elements, try fixture.floats("packed.logits")) < tolerance)
    let labels = try fixture.rows("padded.labels", mask: "padded.attention_mask")
    let loss = try withoutGradients { try model.loss(batch, labels: batch.shifted(labels)) }
    #expect(abs(loss.scalar - (try fixture.floats("padded.loss")[0])) < tolerance)
  }

  @Test(arguments: GPT2Fixture.languageModels, [("plain", 1.0), ("penalised", 1.3)])
  func continuesAPromptTheSameWay(_ name: String, _ decoding: (String, Double)) throws {
    let fixture = try GPT2Fixture(name)
    let model = try GPT2LMHeadModel.load(fixture.folder)
    let expected = try fixture.tokens("greedy", decoding.0)
    var random = SeededRandom(seed: 0)
    let options = GenerationOptions(
      maxNewTokens: expected.count,
      sampling: try Sampling(temperature: 0, repetitionPenalty: decoding.1), stopTokens: [])
    let found = try model.generate(fixture.tokens("greedy", "prompt"), options, random: &random)
    #expect(found == Generation(tokens: expected, end: .length))
  }

  @Test(arguments: GPT2Fixture.languageModels, [1, 2])
  func trainsTheSameWay(_ name: String, _ parts: Int) throws {
    let fixture = try GPT2Fixture(name)
    let model = try GPT2LMHeadModel.load(fixture.folder)
    let height = try fixture.shape("train.input_ids")[1]
    let rows = try fixture.rows("train.input_ids", mask: "train.attention_mask").rows(of: height)
    let labels = try fixture.rows("train.labels", mask: "train.attention_mask").rows(of: height)
    let run = parts == 1 ? "train" : "accumulated"
    try train(model, fixture, run) { step in
      let shifted = labels[step].map { TokenBatch([$0]).shifted([$0]) }
      let count = Float(shifted.joined().count { $0 != ignoreIndex })
      var sum: Float = 0
      let size = height / parts
      for first in stride(from: 0, to: height, by: size) {
        let part = first..<first + size
        let loss = try model.loss(
          TokenBatch(Array(rows[step][part])), labels: Array(shifted[part].joined()),
          denominator: count)
        loss.backward()
        sum += loss.scalar
      }
      return sum
    }
    guard parts == 1 else { return }
    let batch = TokenBatch(try fixture.rows("input_ids"))
    let logits = try withoutGradients { try model.logits(batch) }
    #expect(difference(logits.elements, try fixture.floats("train.logits")) < 1e-3)
  }

  @Test(arguments: GPT2Fixture.classifiers)
  func classifiesTheSameWay(_ name: String) throws {
    let fixture = try GPT2Fixture(name)
    let model = try GPT2ForSequenceClassification.load(fixture.folder)
    let rows = try fixture.rows("input_ids")
    #expect(try model.pooledPositions(rows).map(Int32.init) == fixture.integers("pooled_positions"))
    let logits = try model(rows)
    #expect(difference(logits.elements, try fixture.floats("logits")) < tolerance)
    let loss = try model.loss(logits, labels("labels", fixture)[0])
    #expect(abs(loss.scalar - (try fixture.floats("loss")[0])) < tolerance)
    loss.backward()
    try expectGradients(model, fixture)
  }

  @Test(arguments: GPT2Fixture.classifiers)
  func poolsRowsOfPaddingTheSameWay(_ name: String) throws {
    let fixture = try GPT2Fixture(name)
    let model = try GPT2ForSequenceClassification.load(fixture.folder)
    let rows = try fixture.rows("edge.input_ids")
    let expected = try fixture.integers("edge.pooled_positions")
    #expect(try model.pooledPositions(rows).map(Int32.init) == expected)
    let logits = try withoutGradients { try model(rows) }
    #expect(difference(logits.elements, try fixture.floats("edge.logits")) < tolerance)
  }

  @Test(arguments: GPT2Fixture.classifiers, [1, 2])
  func trainsClassifiersTheSameWay(_ name: String, _ parts: Int) throws {
    let fixture = try GPT2Fixture(name)
    let model = try GPT2ForSequenceClassification.load(fixture.folder)
    let height = try fixture.shape("train.input_ids")[1]
    let rows = try fixture.rows("train.input_ids").rows(of: height)
    let labels = try labels("train.labels", fixture)
    try train(model, fixture, parts == 1 ? "train" : "accumulated") { step in
      var sum: Float = 0
      let size = height / parts
      for first in stride(from: 0, to: height, by: size) {
        let part = first..<first + size
        let loss = try model.loss(
          model(Array(rows[step][part])), labels[step].part(part), denominator: Float(height))
        loss.backward()
        sum += loss.scalar
      }
      return sum
    }
    guard parts == 1 else { return }
    let logits = try withoutGradients { try model(fixture.rows("input_ids")) }
    #expect(difference(logits.elements, try fixture.floats("train.logits")) < 1e-3)
  }

  private func labels(_ name: String, _ fixture: GPT2Fixture) throws -> [ClassificationLabels] {
    let entry = try fixture.tensors.entry(name)
    let count = entry.shape.last!
    if entry.type == .i64 {
      return try fixture.integers(name).rows(of: count).map { .classes($0) }
    }
    return try fixture.floats(name).rows(of: count).map { .values($0.map { [$0] }) }
  }

  /// Trains with the fixture's optimiser and compares losses, norms and learning rates.
  private func train(
    _ model: some GPT2Class, _ fixture: GPT2Fixture, _ run: String,
    _ accumulate: (_ step: Int) throws -> Float
  ) throws {
    let losses = try fixture.numbers(run, "loss")
    let norms = try fixture.numbers(run, "norm")
    let rates = try fixture.numbers("train", "lr")
    let schedule = Schedule(.linear, warmUpSteps: 3, totalSteps: losses.count)
    let optimizer = AdamW(model.parameters(), AdamW.Options(weightDecay: 0.01))
    for step in losses.indices {
      model.clearGradients()
      let loss = try accumulate(step)
      let norm = gradientNorm(optimizer.parameters)
      let rate = 1e-3 * schedule.factor(at: step)
      #expect(abs(Double(loss) - losses[step]) < 1e-4 * max(1, losses[step]), "step \(step)")
      #expect(abs(Double(norm) - norms[step]) < 1e-3 * norms[step], "step \(step)")
      #expect(abs(Double(rate) - rates[step]) < 1e-9)
      optimizer.step(learningRate: rate, gradientScale: clipCoefficient(norm: norm, limit: 1))
    }
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
