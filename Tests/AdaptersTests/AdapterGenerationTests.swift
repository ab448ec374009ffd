import Adapters
import Layers
import Models
import Tensors
import Testing

/// With a cache, a model with an adapter computes what it computes without one.
@Suite struct AdapterGenerationTests {
  @Test(arguments: MethodCase.all) func greedyTokensAreThoseFromScratch(_ tried: MethodCase) throws
  {
    let model = Sample.languageModel()
    try tried.method.attach(to: model).move()
    var random = SeededRandom(seed: 0)
    let options = GenerationOptions(maxNewTokens: 5, stopTokens: [])
    let together = try model.generate(tried.rows, options, random: &random)
    for (prompt, found) in zip(tried.rows, together) {
      #expect(found == (try model.generate(prompt, options, random: &random)))
      #expect(found.tokens.count == 5)
      var row = prompt
      for token in found.tokens {
        let logits = try withoutGradients { try model.logits(TokenBatch([row])) }
        let last = logits.elements.suffix(Sample.vocabSize)
        #expect(Int(token) == last.firstIndex(of: last.max()!)! - last.startIndex)
        row.append(token)
      }
    }
  }

  /// Virtual tokens in front take their places off the context.
  @Test(arguments: MethodCase.virtualTokens) func generatesToTheEndOfTheContext(
    _ tried: MethodCase
  ) throws {
    let model = Sample.languageModel()
    try tried.method.attach(to: model)
    let lead = model.transformer.leadingTokenCount
    #expect(model.contextLength == 16 - lead)
    #expect(tried.rows == Sample.freeRows ? lead == 0 : lead > 0)
    var random = SeededRandom(seed: 0)
    let found = try model.generate(
      [1, 2], GenerationOptions(maxNewTokens: 30, stopTokens: []), random: &random)
    #expect(found.end == .contextFull)
    // The last token is made, and never read.
    #expect(found.tokens.count == 16 - lead - 2 + 1)
    let tooLong = [Int32](repeating: 1, count: 17 - lead)
    #expect(
      throws: ModelInputError.tooLong(
        row: 0, tokens: 17 - lead, contextLength: 16 - lead)
    ) { try model.logits(TokenBatch([tooLong])) }
  }

  /// A cache with a prompt's vectors gives the hidden states of the row in one piece.
  @Test(arguments: MethodCase.virtualTokens) func aRowInPiecesIsTheRow(_ tried: MethodCase) throws {
    let model = Sample.languageModel()
    try tried.method.attach(to: model).move()
    let row = tried.rows[0]
    try withoutGradients {
      let whole = try model.hiddenStates(TokenBatch([row]), cache: nil, dropout: nil)
      let cache = model.makeCache(rows: 1, capacity: row.count)
      let pieces = try [0..<2, 2..<3, 3..<row.count].flatMap { part in
        try model.hiddenStates(TokenBatch([Array(row[part])]), cache: cache, dropout: nil).elements
      }
      #expect(relativeError(pieces, whole.elements) < 5e-6)
    }
  }
}
