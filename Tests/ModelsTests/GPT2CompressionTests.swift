import Files
import Foundation
import Layers
import Models
import Tensors
import Testing
import Tokenizers

@Suite struct GPT2CompressionTests {
  private func tiny(tied: Bool = true) -> GPT2LMHeadModel {
    var random = SeededRandom(seed: 3)
    var config = GPT2Config(
      vocabSize: 150, contextLength: 60, hiddenSize: 24, layerCount: 2, headCount: 2)
    config.initializerRange = 0.3
    config.tieWordEmbeddings = tied
    return GPT2LMHeadModel(config, random: &random)
  }

  private static func mini() throws -> (model: GPT2LMHeadModel, tokenizer: Tokenizer) {
    let folder = try CourseFolder.data().appendingPathComponent("models/mini")
    return (try GPT2LMHeadModel.load(folder), try Tokenizer(folder: folder))
  }

  /// The beginning of the course's stories, in rows of 128 tokens.
  private static func stories(_ tokenizer: Tokenizer) throws -> [[Int32]] {
    let file = try CourseFolder.data().appendingPathComponent("world/prose/stories.txt")
    let tokens = tokenizer.encode(try String(contentsOf: file, encoding: .utf8)).prefix(16 * 128)
    return stride(from: 0, to: tokens.count, by: 128).map { Array(tokens[$0..<$0 + 128]) }
  }

  /// Nats a token.
  private static func loss(_ model: GPT2LMHeadModel, _ rows: [[Int32]]) throws -> Double {
    let batch = TokenBatch(rows)
    let logits = try withoutGradients { try model.logits(batch) }
    var (sum, count) = (0.0, 0.0)
    for (place, label) in batch.nextTokens.enumerated() where label != ignoreIndex {
      let row = UnsafeBufferPointer(
        start: logits.pointer + place * model.vocabSize, count: model.vocabSize)
      let largest = Double(row.max()!)
      let normaliser = largest + log(row.reduce(0.0) { $0 + exp(Double($1) - largest) })
      sum += normaliser - Double(row[Int(label)])
      count += 1
    }
    return sum / count
  }

  private static func continuation(
    _ model: GPT2LMHeadModel, _ prompt: [Int32], _ count: Int
  ) throws -> [Int32] {
    var random = SeededRandom(seed: 0)
    return try model.generate(
      prompt, GenerationOptions(maxNewTokens: count, stopTokens: []), random: &random
    ).tokens
  }

  /// The bounds are some three times what was measured (dev/LOG.md, 2026-11-22).
  @Test(arguments: [(WeightFormat.float16, 0.001), (.bfloat16, 0.01), (.int8, 0.03)])
  func theBaseModelLosesLittle(_ format: WeightFormat, _ bound: Double) throws {
    let (model, tokenizer) = try Self.mini()
    let rows = try Self.stories(tokenizer)
    let prompts = rows.map { Array($0.prefix(24)) }
    let before = try Self.loss(model, rows)
    let texts = try prompts.map { try Self.continuation(model, $0, 12) }
    try model.compress(to: format)
    let after = try Self.loss(model, rows)
    let found = try prompts.map { try Self.continuation(model, $0, 12) }
    let agreeing = zip(texts, found).map { zip($0, $1).prefix { $0 == $1 }.count }.reduce(0, +)
    print(
      "\(format.rawValue): \(before) → \(after) nats a token, \(agreeing) of",
      "\(12 * rows.count) greedy tokens before the first that differs")
    #expect(abs(after - before) < bound)
    #expect(agreeing >= 12 * rows.count / 2)
  }

  @Test(arguments: WeightFormat.allCases, [true, false])
  func theCacheChangesNothing(_ format: WeightFormat, tied: Bool) throws {
    let model = tiny(tied: tied)
    let plain = try withoutGradients { try model.logits(TokenBatch([[3, 1, 4]])) }
    try model.compress(to: format)
    var text: [Int32] = [3, 1, 4, 1, 5]
    for _ in 0..<9 {
      // Gradients are not forbidden here: a compressed model has no parameter that asks for one.
      let logits = try model.logits(TokenBatch([text])).elements.suffix(150)
      text.append(Int32(logits.indices.max { logits[$0] < logits[$1] }! - logits.startIndex))
    }
    #expect(try Self.continuation(model, [3, 1, 4, 1, 5], 9) == Array(text.dropFirst(5)))
    let rounded = try model.logits(TokenBatch([[3, 1, 4]]))
    #expect(rounded.elements != plain.elements)
    #expect(difference(rounded.elements, plain.elements) < 0.3)
    #expect((model.head.weight === model.transformer.tokenEmbedding) == tied)
    #expect(model.head.weight.weightFormat == format)
  }

  @Test func theModelIsFrozenAndKeepsItsShape() throws {
    let model = tiny()
    let names = model.namedParameters().map(\.name)
    let count = model.parameterCount
    try model.compress(to: .int8)
    #expect(model.trainableParameters().isEmpty)
    #expect(model.namedParameters().map(\.name) == names && model.parameterCount == count)
    #expect(model.transformer.positionEmbedding.weightFormat == nil)
  }

  @Test func whatCannotBeCompressedIsAnErrorAndStaysAsItIs() throws {
    let model = tiny(tied: false)
    func failure(_ format: WeightFormat) throws -> CompressionError {
      let before = try withoutGradients { try model.logits(TokenBatch([[3, 1, 4]])) }
      let error = try #require(
        #expect(throws: CompressionError.self) { try model.compress(to: format) })
      #expect(error.recoverySuggestion?.isEmpty == false)
      let after = try withoutGradients { try model.logits(TokenBatch([[3, 1, 4]])) }
      #expect(after.elements.map(\.bitPattern) == before.elements.map(\.bitPattern))
      return error
    }
    let trainable = model.trainableParameterCount
    model.head.weight.pointer[7] = 70_000
    let tooLarge = try failure(.float16)
    #expect(tooLarge == .outOfRange("lm_head.weight", .float16))
    #expect(tooLarge.errorDescription?.hasPrefix("lm_head.weight holds values that f16") == true)
    #expect(tooLarge.recoverySuggestion?.contains("bf16") == true)
    model.transformer.blocks[1].mlp.up.weight.pointer[0] = .nan
    for format in WeightFormat.allCases {
      #expect(try failure(format) == .outOfRange("transformer.h.1.mlp.c_fc.weight", format))
    }
    #expect(model.trainableParameterCount == trainable)
    model.transformer.blocks[1].mlp.up.weight.pointer[0] = 0
    try model.compress(to: .bfloat16)
    #expect(
      try failure(.int8) == .compressed("transformer.h.0.attn.c_attn.weight", .bfloat16))
  }
}
