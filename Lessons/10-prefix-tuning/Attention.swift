import Course

/// Which share of a head's attention goes to the prefix: [layer][head].
typealias Shares = [[Double]]

extension TuningBed {
  /// The shares at the token from which the answer is written, the mean over some test questions.
  func prefixShares(_ model: GPT2LMHeadModel, length: Int, questions: Int) throws -> Shares {
    let each = try test.prefix(questions).map { question in
      try model.transformer.attentionWeights(row: answered(question).prompt).map { weights in
        let (heads, tokens, columns) = (weights.dim(0), weights.dim(1), weights.dim(2))
        return (0..<heads).map { head in
          let last = ((head + 1) * tokens - 1) * columns
          return weights.elements[last..<last + length].reduce(0) { $0 + Double($1) }
        }
      }
    }
    return average(each)
  }

  /// The share if every token that can be seen got the same, the mean over the same questions.
  func evenShare(length: Int, questions: Int) throws -> Double {
    try test.prefix(questions).map { question in
      Double(length) / Double(length + (try answered(question).prompt.count))
    }.mean
  }
}

func average(_ tables: [Shares]) -> Shares {
  tables[0].indices.map { layer in
    tables[0][layer].indices.map { head in tables.map { $0[layer][head] }.mean }
  }
}

/// A map of layers and heads.
func shareMap(_ title: String, _ shares: Shares) -> HeatMap {
  HeatMap(
    title, rows: shares.indices.map { "\($0 + 1)" }, columns: shares[0].indices.map { "\($0 + 1)" },
    values: shares, x: "head", y: "layer", value: .percent("attention to the prefix"))
}
