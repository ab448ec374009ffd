import FineTuning
import Layers
import Models
import Tensors
import Testing
import Tokenizers

/// What goes wrong elsewhere, shown, and what happens here instead.
@Suite struct MaskTrapsTests {
  /// The pad is the end token and the pad is ignored: no label says stop. Here nothing is padded,
  /// and a label is ignored for its segment, not for its id.
  @Test func theEndIsMaskedWithThePad() throws {
    for row in MaskSample.rows {
      let example = try MaskSample.encoded(row)
      let stops = zip(example.labels, example.kinds).filter { $0.0 != ignoreIndex && $0.1 == .end }
      #expect(stops.count == row.count { $0.kind == .end })
      let broken = try MaskSample.encoded(row, bug: .endIgnored)
      #expect(!broken.labels.contains(MaskSample.tokenizer.endOfText!))
      #expect(broken.labelCount == example.labelCount - stops.count)
    }
  }

  /// A batch without a label has the loss 0 and no gradient, and training goes on in silence (in
  /// transformers the loss is not a number). Here such a row is refused before.
  @Test func aBatchWithoutLabelsTeachesNothing() throws {
    let model = MaskSample.model()
    let masked = try MaskSample.encoded(MaskSample.conversation, .weighted(prompt: 0, answer: 0))
    let silent = try model.gradients { _ in try model.loss(ExampleBatch([masked])) }
    #expect(silent.loss == 0)
    #expect(silent.parameters.allSatisfy { $0.allSatisfy { $0 == 0 } })
    #expect(throws: ExampleError(row: 1, .noLabels(rows: 1))) {
      _ = try [masked].packed(.rows(1), seed: 1)
    }
  }

  /// Data that brings its own end token, under a template that adds one, ends twice. Here the row
  /// is refused; and nothing but the template begins or ends a row.
  @Test func theEndIsWrittenTwice() throws {
    let tokenizer = MaskSample.tokenizer
    let end = try #require(tokenizer.endOfText)
    let naive = tokenizer.encode("yo" + MaskSample.end) + [end]
    #expect(naive.suffix(2) == [end, end])
    #expect(throws: ExampleError(row: 1, .specialTokenInTurn(MaskSample.end, .assistant))) {
      _ = try MaskSample.encoded(MaskSample.question("hi", "yo" + MaskSample.end))
    }
    let row = [Segment(.frame, MaskSample.end)] + MaskSample.question("hi", "yo")
    #expect(MaskSample.signs(try MaskSample.encoded(row).tokens) == "■U:hiA:yo■")
    #expect(tokenizer.encode("").isEmpty)
  }

  /// Labels shifted by hand and again by the loss are two ahead. Here a label stands at its own
  /// token, and a batch shifts once.
  @Test func labelsAreShiftedTwice() throws {
    let model = MaskSample.model()
    let row = MaskSample.conversation
    let sound = try MaskSample.encoded(row, .everything)
    let broken = try MaskSample.encoded(row, .everything, bug: .offByOne)
    let (tokens, ignored) = (sound.tokens, [ignoreIndex])
    func loss(_ labels: [Int32]) throws -> Float {
      try withoutGradients { try model.loss(TokenBatch([tokens]), labels: labels) }.scalar
    }
    func loss(_ example: EncodedExample) throws -> Float {
      try withoutGradients { try model.loss(ExampleBatch([example])) }.scalar
    }
    #expect(try loss(sound) == loss(Array(tokens.dropFirst()) + ignored))
    #expect(try loss(broken) == loss(Array(tokens.dropFirst(2)) + ignored + ignored))
    #expect(try abs(loss(sound) - loss(broken)) > 0.01)
  }

  /// Prompt and answer in one string make tokens that reach over the border: the prompt is then
  /// not what generation will see, and the answer's first letters may be masked. Segment by segment
  /// the row begins with the very tokens of the prompt.
  @Test func tokensReachOverTheBorder() throws {
    let tokenizer = try TokenizerTrainer(vocabularySize: 280, specialTokens: [MaskSample.end])
      .train(Array(repeating: "Answer: Paris", count: 5))
    let prompt = tokenizer.encode("Answer: ")
    let together = tokenizer.encode("Answer: Paris")
    let common = zip(prompt, together).prefix { $0 == $1 }.count
    #expect(common < prompt.count)
    let segments = [Segment(.frame, "Answer: "), Segment(.assistant, "Paris")]
    let example = try EncodedExample(segments, tokenizer: tokenizer)
    #expect(Array(example.tokens.prefix(prompt.count)) == prompt)
    #expect(example.kinds.firstIndex(of: .assistant) == prompt.count)
    #expect(tokenizer.decode(example.tokens) == "Answer: Paris")
  }

  /// The mean of micro-batch means weighs the labels of a short answer more. Divided by what counts
  /// in the whole step, accumulation is one large batch.
  @Test func accumulationThatIsNotEquivalent() throws {
    let (model, examples) = (MaskSample.model(), try MaskSample.examples())
    let whole = ExampleBatch(examples)
    let parts = examples.map { ExampleBatch([$0]) }
    let together = try model.gradients { _ in try model.loss(whole) }
    let means = try model.gradients(parts.count) {
      try model.loss(parts[$0], denominator: parts[$0].weight * Float(parts.count))
    }
    #expect(abs(means.loss - together.loss) > 1e-3)
    #expect(means.difference(together) > 0.01)
    let sums = try model.gradients(parts.count) {
      try model.loss(parts[$0], denominator: whole.weight)
    }
    #expect(abs(sums.loss - together.loss) < 1e-5)
    #expect(sums.difference(together) < 1e-5)
  }

  /// Rows joined into one see each other: the same tokens get another loss, and the first label of
  /// a row is asked of the row before. In a batch of ours a change in one row moves no other.
  @Test func packingThatLeaks() throws {
    let model = MaskSample.model()
    let rows = [MaskSample.question("hi", "yo"), MaskSample.question("x", "1")]
    let examples = try rows.map { try MaskSample.encoded($0) }
    let other = try MaskSample.encoded(MaskSample.question("HI", "YO"))
    func logits(_ rows: [[Int32]], last count: Int) throws -> [Float] {
      let logits = try withoutGradients { try model.logits(TokenBatch(rows)) }
      return Array(logits.elements.suffix(count * logits.dim(1)))
    }
    let tokens = examples.map(\.tokens)
    let length = tokens[1].count
    let alone = try logits([tokens[1]], last: length)
    let leaking = try logits([tokens[0] + tokens[1]], last: length)
    #expect(relativeDifference(leaking, alone) > 0.01)
    let packed = try logits(tokens, last: length)
    #expect(relativeDifference(packed, alone) < 1e-5)
    #expect(try logits([other.tokens, tokens[1]], last: length) == packed)
  }
}
