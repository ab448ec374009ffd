import Course

/// How well a model predicts the answer of one row, whatever mask it was trained with.
struct AnswerNats: Codable {
  /// Sum of −ln p over the tokens of the answer's text.
  let words: Double
  let wordCount: Int
  /// −ln p of the end token.
  let end: Double

  /// Mean over the answer's tokens, its end included.
  var mean: Double { (words + end) / Double(wordCount + 1) }
}

extension GPT2LMHeadModel {
  /// Of rows that are encoded with the sound mask, in their order.
  func answerNats(_ rows: [EncodedExample]) throws -> [AnswerNats] {
    var found = [AnswerNats?](repeating: nil, count: rows.count)
    for group in Packing.bestFit(tokens: 2048).groups(of: rows.map(\.count), seed: 0) {
      let batch = TokenBatch(group.map { rows[$0].tokens })
      let losses = try withoutGradients {
        try hiddenStates(batch, cache: nil, dropout: nil).languageModelLosses(
          head: head.weight, labels: batch.shifted(group.map { rows[$0].labels }))
      }
      for (place, row) in group.enumerated() {
        // What predicts a token stands one place before it.
        let start = batch.segments.range(place).lowerBound - 1
        let places = rows[row].kinds.indices.filter { rows[row].kinds[$0] == .assistant }
        let end = rows[row].kinds.lastIndex(of: .end)!
        found[row] = AnswerNats(
          words: places.reduce(0) { $0 + Double(losses[start + $1]) }, wordCount: places.count,
          end: Double(losses[start + end]))
      }
    }
    return found.map { $0! }
  }
}

extension [AnswerNats] {
  /// Nats per token of the answers' texts, which every arm but one that is broken learns from.
  var words: Double {
    reduce(0) { $0 + $1.words } / Double(reduce(0) { $0 + $1.wordCount })
  }

  /// Nats of the end token.
  var end: Double { map(\.end).mean }

  /// Nats per token of answers and their ends.
  var all: Double {
    reduce(0) { $0 + $1.words + $1.end } / Double(reduce(0) { $0 + $1.wordCount + 1 })
  }
}
