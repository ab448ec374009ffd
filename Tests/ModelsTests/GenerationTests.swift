import Layers
import Models
import Tensors
import Testing

@Suite struct GenerationTests {
  private func model(context: Int = 40, eos: [Int32] = [10_000]) -> GPT2LMHeadModel {
    var random = SeededRandom(seed: 3)
    var config = GPT2Config(
      vocabSize: 50, contextLength: context, hiddenSize: 16, layerCount: 2, headCount: 2)
    config.initializerRange = 0.5
    config.eosTokens = eos
    return GPT2LMHeadModel(config, random: &random)
  }

  private func generate(
    _ model: GPT2LMHeadModel, _ prompts: [[Int32]], count: Int = 12,
    sampling: Sampling = .greedy, stop: Set<Int32>? = []
  ) throws -> [Generation] {
    var random = SeededRandom(seed: 5)
    return try model.generate(
      prompts, GenerationOptions(maxNewTokens: count, sampling: sampling, stopTokens: stop),
      random: &random)
  }

  @Test func theCacheChangesNothing() throws {
    let model = model()
    var text: [Int32] = [3, 1, 4, 1, 5]
    for _ in 0..<12 {
      let logits = try withoutGradients { try model.logits(TokenBatch([text])) }
      let last = Array(logits.elements.suffix(50))
      text.append(Int32(last.indices.max { last[$0] < last[$1] }!))
    }
    #expect(try generate(model, [[3, 1, 4, 1, 5]])[0].tokens == Array(text.dropFirst(5)))
  }

  /// A prompt in pieces of different sizes, beside another row, against one pass without a cache.
  @Test func theCacheTakesTokensInPieces() throws {
    let model = model(context: 200)
    var random = SeededRandom(seed: 8)
    let rows = [150, 7].map { count in (0..<count).map { _ in Int32(random.int(below: 50)) } }
    let cuts = [[0, 70, 71, 150], [0, 1, 6, 7]]
    try withoutGradients {
      let whole = try model.hiddenStates(TokenBatch(rows), cache: nil, dropout: nil)
      let cache = model.makeCache(rows: 2, capacity: 160)
      var pieces: [[Float]] = [[], []]
      for step in 0..<3 {
        let batch = TokenBatch(
          zip(rows, cuts).map { row, cut in Array(row[cut[step]..<cut[step + 1]]) })
        let hidden = try model.hiddenStates(batch, cache: cache, dropout: nil)
        for row in 0..<2 {
          let range = batch.segments.range(row)
          pieces[row] += hidden.elements[16 * range.lowerBound..<16 * range.upperBound]
        }
      }
      #expect(cache.lengths == [150, 7])
      #expect(difference(pieces[0] + pieces[1], whole.elements) < 1e-5)
    }
  }

  @Test func promptsSideBySideGetWhatTheyGetAlone() throws {
    let model = model()
    let prompts: [[Int32]] = [[1, 2, 3], [7], [4, 4, 4, 4, 4, 4, 9], [30, 31]]
    let greedy = try generate(model, prompts)
    for (prompt, together) in zip(prompts, greedy) {
      #expect(try generate(model, [prompt]) == [together])
    }
    let sampling = try Sampling(temperature: 1.5, topK: 20)
    let drawn = try generate(model, prompts, sampling: sampling)
    #expect(drawn != greedy)
    #expect(try generate(model, prompts, sampling: sampling) == drawn)
    #expect(try generate(model, [prompts[0]], sampling: sampling) == [drawn[0]])
  }

  @Test func stopsAtAStopTokenAndLeavesOthersRunning() throws {
    let model = model()
    let prompts: [[Int32]] = [[1, 2, 3], [7], [30, 31]]
    let free = try generate(model, prompts)
    let stop = free[1].tokens[2]
    for (open, stopped) in zip(free, try generate(model, prompts, stop: [stop])) {
      if let place = open.tokens.firstIndex(of: stop) {
        #expect(stopped.tokens == Array(open.tokens[..<place]))
        #expect(stopped.end == .stopToken(stop))
      } else {
        #expect(stopped == open && stopped.end == .length)
      }
    }
    let own = self.model(eos: [stop])
    #expect(try generate(own, [[7]], stop: nil)[0].end == .stopToken(stop))
  }

  @Test func streamsTokensAsTheyCome() throws {
    let model = model()
    var random = SeededRandom(seed: 5)
    var seen: [Int32] = []
    let result = try model.generate([7], GenerationOptions(maxNewTokens: 5), random: &random) {
      seen.append($0)
    }
    #expect(seen == result.tokens && seen.count == 5)
    struct Enough: Error {}
    #expect(throws: Enough.self) {
      try model.generate([7], GenerationOptions(maxNewTokens: 5), random: &random) { _ in
        throw Enough()
      }
    }
  }

  /// The last token that the model can look at still predicts one more.
  @Test func endsWhereTheContextIsFull() throws {
    let model = model(context: 6)
    let result = try generate(model, [[1, 2, 3, 4]])[0]
    #expect(result.end == .contextFull && result.tokens.count == 3)
    #expect(try generate(model, [[1, 2, 3, 4, 5, 6]])[0].tokens.count == 1)
    #expect(try generate(model, [[1]], count: 0) == [Generation(tokens: [], end: .length)])
    #expect(try generate(model, []) == [])
  }

  @Test func refusesPromptsThatItCannotTake() throws {
    let model = model(context: 6)
    #expect(throws: ModelInputError.tooLong(row: 1, tokens: 7, contextLength: 6)) {
      try generate(model, [[1], [1, 2, 3, 4, 5, 6, 7]])
    }
    #expect(throws: ModelInputError.unknownToken(50, row: 0, vocabSize: 50)) {
      try generate(model, [[1, 50]])
    }
    #expect(throws: ModelInputError.unknownToken(-1, row: 0, vocabSize: 50)) {
      try generate(model, [[-1]])
    }
    #expect(throws: ModelInputError.emptyRow(0)) { try generate(model, [[]]) }
    #expect(throws: ModelInputError.unknownLabel(50, count: 50)) {
      try model.loss(TokenBatch([[1, 2]]), labels: [50, ignoreIndex])
    }
  }

  @Test func refusesAModelThatHasDiverged() throws {
    let model = model()
    model.transformer.finalNorm.bias.pointer[0] = .nan
    #expect(throws: SamplingError.noLogits) { try generate(model, [[1]]) }
  }
}
