import FineTuning
import Foundation
import Layers
import Models
import Statistics
import Tensors
import Testing

@Suite struct LanguageModelEvaluationTests {
  private let model = Sample.model()
  private let tokens = Sample.tokens(130, below: 37, seed: 5)

  /// The losses of a row by hand: the logits of a row alone, and −ln p of the next token.
  private func losses(_ row: [Int32], next: [Int32]) throws -> [Double] {
    let logits = try withoutGradients { try model.logits(TokenBatch([row])) }
    return next.enumerated().map { negativeLogLikelihood(logits.row($0.offset), $0.element) }
  }

  @Test(arguments: [1, 3, 8]) func windowLossesEqualThoseOfTheLogits(rows: Int) throws {
    let found = try model.windowLosses(tokens, windowLength: 20, windows: 100, rows: rows)
    #expect(found.count == 6)
    for (window, loss) in found.enumerated() {
      let places = window * 20..<(window + 1) * 20
      let expected = try losses(
        Array(tokens[places]), next: Array(tokens[places.lowerBound + 1...places.upperBound]))
      #expect(abs(loss - expected.mean) < 1e-5 * expected.mean)
    }
    let few = try model.windowLosses(tokens, windowLength: 20, windows: 2, rows: rows)
    #expect(few.count == 2)
    #expect(zip(few, found).allSatisfy { abs($0 - $1) < 1e-5 })
  }

  @Test func evaluateIsTheirMean() throws {
    let means = try model.windowLosses(tokens, windowLength: 20, windows: 4)
    let evaluation = try model.evaluate(tokens, windowLength: 20, windows: 4)
    #expect(evaluation == LanguageModelEvaluation(nats: means.mean, tokenCount: 80))
    #expect(abs(evaluation.perplexity - exp(means.mean)) < 1e-9)
    let bits = LanguageModelEvaluation(nats: log(2) * 3, tokenCount: 1)
    #expect(abs(bits.bitsPerCharacter(charactersPerToken: 1.5) - 2) < 1e-12)
    #expect(abs(bits.perplexity - 8) < 1e-12)
  }

  @Test(arguments: [1, 5]) func continuationLossesEqualThoseOfTheLogits(prompt: Int) throws {
    let (before, after) = (Array(tokens[..<prompt]), Array(tokens[prompt..<prompt + 9]))
    let found = try model.continuationLosses(before, after)
    let expected = try losses(before + after, next: Array((before + after).dropFirst()))
      .suffix(9)
    #expect(found.count == 9)
    #expect(zip(found, expected).allSatisfy { abs(Double($0) - $1) < 1e-5 })
    let none = try model.continuationLosses([], after)
    let alone = try losses(after, next: Array(after.dropFirst()))
    #expect(none.count == 8)
    #expect(zip(none, alone).allSatisfy { abs(Double($0) - $1) < 1e-5 })
    #expect(try model.continuationLosses(before, []).isEmpty)
  }

  /// Neither gradients nor memory are left, and gradients that were there stay.
  @Test func evaluationLeavesTheModelAsItWas() throws {
    let evaluations: [(GPT2LMHeadModel) throws -> Void] = [
      { _ = try $0.evaluate(tokens, windowLength: 20, windows: 4) },
      { _ = try $0.continuationLosses([1, 2], [3, 4]) },
      { _ = try $0.transformer.lastTokenStates([[1, 2], [3]]) },
    ]
    try model.loss(TokenBatch([[1, 2, 3]])).backward()
    let before = (model.bits, model.parameters().map { $0.gradient!.bits })
    for evaluate in evaluations {
      let memory = MemoryPool.shared.statistics.bytesInUse
      try evaluate(model)
      #expect(MemoryPool.shared.statistics.bytesInUse == memory)
    }
    #expect(model.bits == before.0)
    #expect(model.parameters().map { $0.gradient!.bits } == before.1)
    #expect(model.trainableParameters().count == model.parameters().count)
    model.clearGradients()
    for evaluate in evaluations { try evaluate(model) }
    #expect(model.parameters().allSatisfy { $0.gradient == nil })
  }

  @Test func whatCannotBeEvaluatedIsAnError() {
    let tooFew = #expect(throws: TooFewTokens.self) {
      try model.evaluate(Array(tokens.prefix(20)), windowLength: 20, windows: 4)
    }
    #expect(tooFew?.errorDescription == "20 tokens are too few to evaluate a window of 20")
    #expect(tooFew?.recoverySuggestion != nil)
    #expect(throws: TooFewTokens.self) { try model.evaluate([], windowLength: 1, windows: 1) }
    #expect(throws: ModelInputError.tooLong(row: 0, tokens: 25, contextLength: 24)) {
      try model.evaluate(tokens, windowLength: 25, windows: 1)
    }
    #expect(throws: ModelInputError.unknownToken(37, row: 0, vocabSize: 37)) {
      try model.evaluate([37, 1, 3], windowLength: 2, windows: 1)
    }
    // Only a label, never an input.
    #expect(throws: ModelInputError.unknownLabel(37, count: 37)) {
      try model.evaluate([1, 2, 37], windowLength: 2, windows: 1)
    }
    #expect(throws: ModelInputError.emptyRow(0)) { try model.continuationLosses([], []) }
  }
}
