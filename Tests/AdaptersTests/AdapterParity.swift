import Adapters
import Foundation
import Layers
import Models
import Tensors
import Testing

/// How far our numbers are from the other library's on one fixture, as shares of the largest
/// expected number of a tensor, or of the expected loss.
struct AdapterParity: CustomStringConvertible {
  let fixture: String
  /// The worst of two rows.
  let logits: Double
  let loss: Double
  /// The worst of all parameters.
  let gradient: (error: Double, parameter: String)
  /// The worst of ten steps of AdamW.
  let training: Double
  /// The logits of the model into which the adapter is merged; nil where there are none.
  let merged: Double?
  /// Whether greedy decoding gives the same tokens; nil for a classifier.
  let greedy: Bool?

  var description: String {
    let columns: [(String, Double?)] = [
      ("logits", logits), ("loss", loss), ("gradients", gradient.error), ("10 losses", training),
      ("merged logits", merged),
    ]
    let errors = columns.compactMap { name, error in
      error.map { "\(name) \(String(format: "%.1e", $0))" }
    }.joined(separator: ", ")
    let decoding = greedy.map { ", greedy \($0 ? "equal" : "DIFFERENT")" } ?? ""
    return "parity \(fixture): \(errors)\(decoding); worst gradient: \(gradient.parameter)"
  }

  /// `attach` puts the fixture's adapter, trainable, into its base; `atFreePlaces`, a prompt whose
  /// vectors stand where a row says so. With those the row has a logit for each vector too, and the
  /// last of them can be asked for the row's first token, which counts in the other library's loss.
  init(
    _ fixture: AdapterFixture,
    attach: (any AdaptableModel, _ atFreePlaces: Bool) throws -> Adapter
  ) throws {
    self.fixture = fixture.name
    let isFree = fixture.hasPrompt && !fixture.isClassifier
    let tuned = try Tuned(fixture, isFree: isFree, attach)
    let rows = try fixture.rows()

    var errors = try rows.enumerated().map { index, row in
      try relativeError(tuned.logits(row), fixture.expected.floats("logits.\(index)"))
    }
    let mean = try tuned.loss(rows[0])
    loss = abs(Double(mean.scalar) / (try fixture.number("loss")) - 1)
    mean.backward()
    let parameters = tuned.adapter.parameters
    try #require(
      Set(parameters.map { "grad.\(fixture.storedName($0.name))" })
        == Set(fixture.expected.entries.map(\.name).filter { $0.hasPrefix("grad.") }))
    gradient =
      try parameters.map { name, tensor in
        let found = try #require(tensor.gradient, "\(name) has no gradient")
        let expected = try fixture.expected.floats("grad.\(fixture.storedName(name))")
        return (relativeError(found.elements, expected), name)
      }.max { $0.0 < $1.0 }!

    let inFront = try isFree ? Tuned(fixture, isFree: false, attach) : tuned
    if isFree {
      errors += try rows.enumerated().map { index, row in
        try relativeError(
          inFront.logits(row),
          Array(fixture.expected.floats("logits.\(index)").suffix(row.count * 40)))
      }
    }
    logits = errors.max()!
    if let model = inFront.model as? GPT2LMHeadModel {
      let tokens = try fixture.greedy("tokens")
      var random = SeededRandom(seed: 0)
      let found = try model.generate(
        fixture.greedy("prompt"),
        GenerationOptions(maxNewTokens: tokens.count, stopTokens: []), random: &random)
      greedy = found.tokens == tokens
    } else {
      greedy = nil
    }

    let trained = try Tuned(fixture, isFree: isFree, attach)
    let optimiser = AdamW(trained.model.trainableParameters())
    training = try fixture.numbers("train").map { expected in
      trained.model.clearGradients()
      let loss = try trained.loss(rows[0])
      loss.backward()
      optimiser.step(learningRate: 1e-2)
      return abs(Double(loss.scalar) / expected - 1)
    }.max()!

    guard fixture.expected["merged.0"] != nil else {
      merged = nil
      return
    }
    try tuned.adapter.merge()
    merged = try rows.enumerated().map { index, row in
      try relativeError(tuned.logits(row), fixture.expected.floats("merged.\(index)"))
    }.max()!
  }
}

/// The base of a fixture with its adapter.
private struct Tuned {
  let model: any AdaptableModel
  let adapter: Adapter
  let label: Int32?
  /// The ids that stand for the vectors of a prompt before every row.
  let lead: [Int32]

  init(
    _ fixture: AdapterFixture, isFree: Bool,
    _ attach: (any AdaptableModel, Bool) throws -> Adapter
  ) throws {
    model = try fixture.base()
    adapter = try attach(model, isFree)
    label = try fixture.isClassifier ? Int32(fixture.number("label")) : nil
    let config = model.transformer.config
    lead = isFree ? (config.vocabSize..<model.transformer.inputVocabSize).map(Int32.init) : []
  }

  func logits(_ row: [Int32]) throws -> [Float] {
    try withoutGradients {
      if let classifier = model as? GPT2ForSequenceClassification {
        return try classifier([row]).elements
      }
      return try (model as! GPT2LMHeadModel).logits(TokenBatch([lead + row])).elements
    }
  }

  func loss(_ row: [Int32]) throws -> Tensor {
    if let classifier = model as? GPT2ForSequenceClassification {
      return try classifier.loss(classifier([row]), .classes([label!]))
    }
    let labels = lead.map { _ in ignoreIndex } + row
    return try (model as! GPT2LMHeadModel).loss(
      TokenBatch([lead + row]), labels: Array(labels.dropFirst()) + [ignoreIndex])
  }
}
