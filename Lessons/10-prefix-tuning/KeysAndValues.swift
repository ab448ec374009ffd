import Course

/// The keys and values that a model makes of the tokens of a text, one row a token, laid out as peft
/// lays out a prefix: key and value of the first block, key and value of the second, and so on.
/// [tokens, 2 · layers · width]
func keysAndValues(of tokens: [Int32], in model: GPT2LMHeadModel) throws -> Tensor {
  let width = model.config.hiddenSize
  let recorders = model.transformer.blocks.map { block in
    let recorder = Recorder()
    block.attention.qkv.adapter = recorder
    return recorder
  }
  defer { for block in model.transformer.blocks { block.attention.qkv.adapter = nil } }
  _ = try withoutGradients { try model.transformer(TokenBatch([tokens])) }
  let rows = tokens.indices.flatMap { token in
    // Queries stand first, and a prefix asks nothing.
    recorders.flatMap { $0.output[(token * 3 + 1) * width..<(token * 3 + 3) * width] }
  }
  return Tensor([tokens.count, 2 * recorders.count * width], rows)
}

/// How far keys and values of words spread in each block, and the drawn numbers of a prefix beside
/// them.
func scaleTable(_ tokens: [Int32], _ model: GPT2LMHeadModel) throws -> Table {
  let rows = try keysAndValues(of: tokens, in: model)
  let (width, columns) = (model.config.hiddenSize, rows.dim(1))
  var table = Table(
    "Deviation of a prefix's numbers",
    columns: [.left("block"), .right("keys of words"), .right("values of words"), .right("drawn")])
  let numbers = rows.elements.map(Double.init)
  func deviation(_ place: Int) -> Double {
    tokens.indices.flatMap { token in
      let start = token * columns + place * width
      return numbers[start..<start + width]
    }.standardDeviation
  }
  for layer in 0..<model.config.layerCount {
    table.add(
      .integer(layer + 1), .fixed(deviation(2 * layer), 2), .fixed(deviation(2 * layer + 1), 2),
      .fixed(1.0, 2))
  }
  return table
}

/// Keeps what a layer gives out and changes nothing.
private final class Recorder: LinearAdapter {
  private(set) var output: [Float] = []

  func callAsFunction(_ x: Tensor, through layer: Linear, dropout: DropoutStream?) -> Tensor {
    let y = layer.withoutAdapter(x)
    output = y.elements
    return y
  }
}

/// A question behind some words, asked in four ways.
struct SameQuestion {
  struct Way {
    let name: String
    /// Tokens that the model reads.
    let tokens: Int
    let firstPosition: Int
    /// The logits of the question's tokens.
    let logits: [Float]
  }

  let ways: [Way]
  private let right: Int
  private let vocabSize: Int

  /// `right` is the first token of the right answer.
  init(words: [Int32], question: [Int32], right: Int32, _ model: GPT2LMHeadModel) throws {
    (self.right, vocabSize) = (Int(right), model.vocabSize)
    let count = question.count * model.vocabSize
    func ask(_ name: String, _ tokens: [Int32], at position: Int) throws -> Way {
      let logits = try withoutGradients { try model.logits(TokenBatch([tokens])) }
      return Way(
        name: name, tokens: tokens.count, firstPosition: position,
        logits: Array(logits.elements.suffix(count)))
    }
    let start = try keysAndValues(of: words, in: model)
    let before = [
      try ask("words in front", words + question, at: words.count),
      try ask("nothing in front", question, at: 0),
    ]
    let adapter = try PrefixTuning(length: words.count).attach(to: model, seed: 0)
    defer { adapter.deactivate() }
    adapter.begin(with: start)
    let prefixed = try ask("their keys and values", question, at: words.count)
    // The same keys and values, but the question counts its positions as if nothing stood before it.
    let moved = withoutGradients {
      let batch = TokenBatch([question])
      let embeddings = Tensor.embedding(
        model.transformer.tokenEmbedding, ids: batch.ids,
        places: model.transformer.positionEmbedding, positions: batch.positions)
      return model.head(model.transformer(embeddings: embeddings, segments: batch.segments))
    }
    ways = [
      before[0], prefixed,
      Way(
        name: "the same, positions from 0", tokens: question.count, firstPosition: 0,
        logits: moved.elements),
      before[1],
    ]
  }

  /// The largest difference of any logit from that with the words in front.
  func difference(_ way: Int) -> Double {
    zip(ways[way].logits, ways[0].logits).map { Double(abs($0 - $1)) }.max()!
  }

  /// ln p of the first token of the right answer.
  func logProbability(_ way: Int) -> Double {
    let last = ways[way].logits.suffix(vocabSize).map(Double.init)
    let top = last.max()!
    return last[right] - top - log(last.map { exp($0 - top) }.reduce(0, +))
  }

  var table: Table {
    var table = Table(
      "One question, four ways",
      columns: [
        .left("before the question"), .right("tokens read"), .right("first position"),
        .right("ln p of the answer's first token"), .right("largest difference of a logit"),
      ])
    for (place, way) in ways.enumerated() {
      table.add(
        .label(way.name), .integer(way.tokens), .integer(way.firstPosition),
        .fixed(logProbability(place), 4), place == 0 ? "–" : .scientific(difference(place), 1))
    }
    return table
  }
}
