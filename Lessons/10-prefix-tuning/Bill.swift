import Course

/// Numbers that a prefix has, for models of any size.
struct PrefixCount {
  let layers: Int
  let width: Int
  let length: Int

  init(_ config: GPT2Config, length: Int) {
    (layers, width, self.length) = (config.layerCount, config.hiddenSize, length)
  }

  /// A key and a value for each virtual token in each block, all heads together.
  var stored: Int { length * 2 * layers * width }

  /// What training moves with a projection as wide as the model: a small table, a linear map from it
  /// to a hidden layer, and one from there to all keys and values of a virtual token.
  var projected: Int {
    length * width + (width + 1) * width + (width + 1) * 2 * layers * width
  }

  /// LoRA on c_attn, which has three times as many outputs as inputs.
  func lora(rank: Int) -> Int { layers * rank * 4 * width }

  static func table(_ models: [(name: String, config: GPT2Config)], length: Int) -> Table {
    var table = Table(
      "Numbers to train",
      columns: [
        .left("model"), .right("all weights"), .right("prefix"), .right("of all"),
        .right("with a projection"), .right("of all"), .right("LoRA, rank 8"),
      ])
    for (name, config) in models {
      let count = PrefixCount(config, length: length)
      let all = config.weightCount
      table.add(
        .text(name), .integer(all), .integer(count.stored),
        .percent(Double(count.stored) / Double(all), 2), .integer(count.projected),
        .percent(Double(count.projected) / Double(all), 1), .integer(count.lora(rank: 8)))
    }
    return table
  }
}

extension GPT2Config {
  /// The weights of a language model of this shape, its head tied: embeddings, the blocks' four
  /// matrices with biases and two norms, the final norm.
  var weightCount: Int {
    let block = 12 * hiddenSize * hiddenSize + 13 * hiddenSize
    return (vocabSize + contextLength) * hiddenSize + layerCount * block + 2 * hiddenSize
  }
}

/// What it costs to use prefixes of several lengths.
struct UseCost: Codable {
  let length: Int
  let cacheBytes: Int
  /// Questions answered in a second, and tokens written in one.
  let questions: Double
  let tokens: Double
}

extension TuningBed {
  /// On `mini`, with as many of the test questions as are given.
  func useCost(_ length: Int, questions count: Int, newTokens: Int) throws -> UseCost {
    let model = try model(.mini)
    if length > 0 { try attachPrefix(.words, length, to: model, seed: 0) }
    let questions = Array(test.prefix(count))
    let prompts = try questions.map { try answered($0).prompt }
    let clock = ContinuousClock()
    _ = try judge(model, Array(questions.prefix(1)))
    let judging = try clock.measure { _ = try judge(model, questions) }
    var random = SeededRandom(seed: 0)
    var written = 0
    let writing = try clock.measure {
      written = try model.generate(
        prompts, GenerationOptions(maxNewTokens: newTokens, stopTokens: []), random: &random
      ).map(\.tokens.count).reduce(0, +)
    }
    return UseCost(
      length: length, cacheBytes: 4 * PrefixCount(model.config, length: length).stored,
      questions: Double(count) / (judging / .seconds(1)),
      tokens: Double(written) / (writing / .seconds(1)))
  }
}

func useTable(_ costs: [UseCost], contextLength: Int) -> Table {
  var table = Table(
    "Using a prefix",
    columns: [
      .right("virtual tokens"), .right("positions left"), .right("cache, one text"),
      .right("judged"), .right("written"),
    ])
  for cost in costs {
    table.add(
      .integer(cost.length), .integer(contextLength - cost.length),
      .number(Double(cost.cacheBytes), .bytes), .number(cost.questions, .rate("questions")),
      .number(cost.tokens, .rate("tokens")))
  }
  return table
}
