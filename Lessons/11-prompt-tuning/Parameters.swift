import Course

/// What three methods train for some virtual tokens, by the sizes of a model alone.
struct TrainedCounts {
  let prompt: Int
  let encoder: Int
  let prefix: Int

  init(_ config: GPT2Config, length: Int, encoderSize: Int) {
    let (H, E) = (config.hiddenSize, encoderSize)
    prompt = length * H
    encoder = prompt + (H * E + E) + (E * E + E) + (E * H + H)
    prefix = length * 2 * config.layerCount * H
  }
}

extension GPT2Config {
  /// All parameters of a model with a tied head.
  var parameterCount: Int {
    let (H, I) = (hiddenSize, mlpSize)
    let attention = (H * 3 * H + 3 * H) + (H * H + H)
    let mlp = (H * I + I) + (I * H + H)
    return (vocabSize + contextLength) * H + layerCount * (attention + mlp + 4 * H) + 2 * H
  }
}

func parameterTable(
  _ models: [(name: String, config: GPT2Config)], length: Int, encoderSize: Int
) -> Table {
  var table = Table(
    "Trained for as many virtual tokens",
    columns: [
      .left("model"), .right("all parameters"), .right("vectors at the input"),
      .right("share"), .right("with an encoder, in training"), .right("prefix in every layer"),
    ])
  for (name, config) in models {
    let counts = TrainedCounts(config, length: length, encoderSize: encoderSize)
    table.add(
      .text(name), .integer(config.parameterCount), .integer(counts.prompt),
      .percent(Double(counts.prompt) / Double(config.parameterCount), 4),
      .integer(counts.encoder), .integer(counts.prefix))
  }
  return table
}

/// The row that enters the model, part by part.
func rowTable(_ row: EncodedExample, _ tokenizer: Tokenizer, vectors: Int) -> Table {
  var table = Table(
    "What enters the model",
    columns: [.left("part"), .left("text"), .right("places"), .left("in the loss")])
  func span(_ start: Int, _ count: Int) -> Value {
    .text(count == 1 ? "\(start)" : "\(start) … \(start + count - 1)")
  }
  table.add("vectors", "–", span(0, vectors), "no")
  var start = 0
  while start < row.count {
    let kind = row.kinds[start]
    let count = row.kinds[start...].prefix { $0 == kind }.count
    let text = tokenizer.decode(Array(row.tokens[start..<start + count]))
    table.add(
      .label(kind.rawValue), .text(text.replacing("\n", with: " ⏎ ")),
      span(vectors + start, count), row.labels[start] == ignoreIndex ? "no" : "yes")
    start += count
  }
  return table
}
