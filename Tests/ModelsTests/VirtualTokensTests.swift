import Layers
import Models
import Tensors
import Testing

/// Trained keys and values, or trained vectors, among the tokens of a row.
@Suite struct VirtualTokensTests {
  final class Prefix: AttentionPrefix {
    let pairs: [Tensor]
    init(_ pairs: [Tensor]) { self.pairs = pairs }
    var count: Int { pairs[0].dim(0) }
    func keysAndValues() -> [Tensor] { pairs }
  }

  final class Prompt: InputPrompt {
    let embedding: Tensor
    let placement: PromptPlacement
    init(_ embedding: Tensor, _ placement: PromptPlacement) {
      (self.embedding, self.placement) = (embedding, placement)
    }
    var count: Int { embedding.dim(0) }
    func vectors() -> Tensor { embedding }
  }

  enum Kind: String, CaseIterable, Sendable {
    case prefix, front, free
  }

  static let rows: [[Int32]] = [[3, 1, 4, 1, 5, 9], [2], [6, 5, 3, 5]]

  /// A GPT-2 with the vocabulary 20, the context 24 and three virtual tokens of a kind.
  static func model(_ kind: Kind?) -> GPT2LMHeadModel {
    var random = SeededRandom(seed: 3)
    var config = GPT2Config(
      vocabSize: 20, contextLength: 24, hiddenSize: 8, layerCount: 2, headCount: 2)
    config.initializerRange = 0.4
    let model = GPT2LMHeadModel(config, random: &random)
    model.freeze()
    let normal = { (shape: [Int]) in
      Tensor.normal(shape, deviation: 0.5, using: &random)
    }
    switch kind {
    case .prefix: model.transformer.prefix = Prefix([normal([3, 16]), normal([3, 16])])
    case .front: model.transformer.prompt = Prompt(normal([3, 8]), .front)
    case .free: model.transformer.prompt = Prompt(normal([3, 8]), .free)
    case nil: break
    }
    return model
  }

  /// The rows with the ids of the vectors before each.
  static func led(_ rows: [[Int32]]) -> [[Int32]] { rows.map { [20, 21, 22] + $0 } }

  /// Vectors in front are the same vectors at the first places of every row.
  @Test func frontIsFreeAtTheFirstPlaces() throws {
    try withoutGradients {
      let front = try Self.model(.front).logits(TokenBatch(Self.rows))
      let free = try Self.model(.free).logits(TokenBatch(Self.led(Self.rows)))
      let own = free.rows(TokenBatch(Self.rows).segments.places(after: 3))
      #expect(difference(front.elements, own.elements) < 2e-6)
    }
  }

  /// Vectors that are the embeddings of tokens do what those tokens do.
  @Test func vectorsOfTokensAreThoseTokens() throws {
    let model = Self.model(nil)
    let table = model.transformer.tokenEmbedding
    try withoutGradients {
      let row: [Int32] = [7, 3, 1, 9, 4, 7]
      let expected = try model.logits(TokenBatch([row, row.reversed()]))
      model.transformer.prompt = Prompt(table.rows([7, 9]), .free)
      let replaced = row.map { $0 == 7 ? 20 : $0 == 9 ? 21 : $0 }
      let found = try model.logits(TokenBatch([replaced, replaced.reversed()]))
      #expect(difference(found.elements, expected.elements) < 1e-6)
      model.transformer.prompt = Prompt(table.rows([7, 3]), .front)
      let rest = try model.logits(TokenBatch([Array(row.dropFirst(2))]))
      #expect(
        difference(rest.elements, Array(expected.elements[2 * 20..<6 * 20])) < 1e-6)
    }
  }

  /// A prefix that holds the keys and values of tokens is those tokens.
  @Test func aPrefixOfTokensIsThoseTokens() throws {
    let model = Self.model(nil)
    let recorders = model.transformer.blocks.map { _ in Recorder() }
    try withoutGradients {
      let row: [Int32] = [7, 3, 1, 9, 4]
      for (block, recorder) in zip(model.transformer.blocks, recorders) {
        block.attention.qkv.adapter = recorder
      }
      let expected = try model.logits(TokenBatch([row]))
      for block in model.transformer.blocks { block.attention.qkv.adapter = nil }
      model.transformer.prefix = Prefix(
        recorders.map { $0.output!.columns(8..<24).rows([0, 1]) })
      let found = try model.logits(TokenBatch([[1, 9, 4]]))
      #expect(difference(found.elements, Array(expected.elements.suffix(3 * 20))) < 2e-6)
    }
  }

  @Test(arguments: Kind.allCases) func takesItsPlacesOffTheContext(_ kind: Kind) throws {
    let model = Self.model(kind)
    let places = kind == .free ? 0 : 3
    #expect(model.transformer.leadingTokenCount == places)
    #expect(model.contextLength == 24 - places)
    #expect(model.inputVocabSize == (kind == .free ? 23 : 20) && model.vocabSize == 20)
    let row = { (count: Int) in TokenBatch([[Int32](repeating: 1, count: count)]) }
    _ = try model.logits(row(24 - places))
    #expect(
      throws: ModelInputError.tooLong(
        row: 0, tokens: 25 - places, contextLength: 24 - places)
    ) { try model.logits(row(25 - places)) }
    let size = model.inputVocabSize
    #expect(
      throws: ModelInputError.unknownToken(Int32(size), row: 0, vocabSize: size)
    ) { try model.logits(TokenBatch([[Int32(size)]])) }
    #expect(throws: ModelInputError.unknownLabel(20, count: 20)) {
      try model.loss(TokenBatch([[1]]), labels: [20])
    }
  }

  @Test(arguments: Kind.allCases) func theCacheChangesNothing(_ kind: Kind) throws {
    let model = Self.model(kind)
    let rows = kind == .free ? Self.led(Self.rows) : Self.rows
    try withoutGradients {
      let whole = try model.hiddenStates(TokenBatch(rows), cache: nil, dropout: nil)
      let cache = model.makeCache(rows: 3, capacity: 9)
      #expect(cache.lengths == [0, 0, 0] && cache.virtualTokens == (kind == .free ? 0 : 3))
      let parts = rows.map { [Array($0.prefix(1)), Array($0.dropFirst())] }
      let first = try model.hiddenStates(
        TokenBatch(parts.map { $0[0] }), cache: cache, dropout: nil)
      let keeping = rows.indices.filter { !parts[$0][1].isEmpty }
      cache.keep(rows: keeping)
      let batch = TokenBatch(keeping.map { parts[$0][1] })
      let second = try model.hiddenStates(batch, cache: cache, dropout: nil)
      #expect(cache.lengths == keeping.map { rows[$0].count })
      for (place, row) in rows.enumerated() {
        var found = first.rows([place]).elements
        if let kept = keeping.firstIndex(of: place) {
          found += second.rows(Array(batch.segments.range(kept))).elements
        }
        let start = TokenBatch(rows).segments.range(place).lowerBound
        let expected = whole.rows((0..<row.count).map { start + $0 }).elements
        #expect(difference(found, expected) < 5e-6)
      }
    }
  }

  /// What stands before many texts is computed once, behind the virtual tokens.
  @Test(arguments: Kind.allCases) func copiesOfACacheKeepTheVirtualTokens(_ kind: Kind) throws {
    let model = Self.model(kind)
    try withoutGradients {
      let start = model.makeCache(rows: 1, capacity: 2)
      _ = try model.hiddenStates(TokenBatch([[3, 1]]), cache: start, dropout: nil)
      let cache = start.copies(2, capacity: 8)
      #expect(cache.lengths == [2, 2] && cache.virtualTokens == start.virtualTokens)
      for _ in 0..<2 {
        let found = try model.hiddenStates(TokenBatch([[4, 1], [5]]), cache: cache, dropout: nil)
        let alone = try [[3, 1, 4, 1], [3, 1, 5]].flatMap { (row: [Int32]) in
          try model.hiddenStates(TokenBatch([row]), cache: nil, dropout: nil).elements
            .dropFirst(2 * 8)
        }
        #expect(difference(found.elements, alone) < 5e-6)
        cache.shorten(to: [2, 2])
      }
    }
  }

  /// Gradients of what is trained, and none below the first layer that needs one.
  @Test(arguments: Kind.allCases) func onlyTheVirtualTokensHaveGradients(_ kind: Kind) throws {
    let model = Self.model(kind)
    let (prefix, prompt) = (model.transformer.prefix, model.transformer.prompt)
    let own = (prefix?.parameters() ?? []) + (prompt?.parameters() ?? [])
    for tensor in own { tensor.requiresGradient = true }
    let rows = kind == .free ? Self.led(Self.rows) : Self.rows
    let batch = TokenBatch(rows)
    let labels = batch.nextTokens.map { $0 < 20 ? $0 : ignoreIndex }
    try model.loss(batch, labels: labels).backward()
    #expect(!own.isEmpty && own.allSatisfy { $0.gradient?.elements.contains { $0 != 0 } ?? false })
    #expect(model.parameters().filter { $0.gradient != nil }.count == own.count)
  }
}

/// Keeps what a layer takes and gives.
final class Recorder: LinearAdapter {
  var input: Tensor?
  var output: Tensor?

  func callAsFunction(_ x: Tensor, through layer: Linear, dropout: DropoutStream?) -> Tensor {
    input = x
    output = layer.withoutAdapter(x)
    return output!
  }
}
