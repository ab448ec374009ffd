import Course

/// Where the vectors stand in a row.
enum Place: String, CaseIterable, Codable {
  /// Before everything: the prefix form.
  case front
  /// Behind the line that says what is to be done, before the text that it is to be done to.
  case between
  /// Right before the answer, behind the template's last words.
  case beforeAnswer

  var name: String {
    switch self {
    case .front: "in front"
    case .between: "between task and text"
    case .beforeAnswer: "right before the answer"
    }
  }

  /// The place in a row at which the ids that stand for the vectors are put in.
  func index(in row: EncodedExample, _ tokenizer: Tokenizer) -> Int {
    switch self {
    case .front: 0
    case .between:
      row.tokens.indices.first {
        row.kinds[$0] == .user && tokenizer.decode([row.tokens[$0]]).contains("\n")
      }! + 1
    case .beforeAnswer: row.labels.firstIndex { $0 != ignoreIndex }!
    }
  }

  /// Puts ids into rows. The loss counts none of them.
  func rows(_ ids: [Int32], _ tokenizer: Tokenizer) -> ([EncodedExample]) -> [EncodedExample] {
    { rows in rows.map { $0.inserting(ids, at: index(in: $0, tokenizer)) } }
  }
}

extension Laboratory {
  /// Rows with the ids that stand for the vectors: those behind the vocabulary's last.
  private func rows(_ place: Place) -> ([EncodedExample]) -> [EncodedExample] {
    let size = Int32(bed.tokenizer.vocabularySize)
    return place.rows((0..<Int32(length)).map { size + $0 }, bed.tokenizer)
  }

  /// Vectors that stand where a row has their ids.
  func placed(_ base: TuningBase, _ place: Place) -> TuningArm {
    let method = vectors(base, .text, .free)
    return TuningArm(
      "\(base.rawValue), \(place.rawValue)", place.name, base, rows: rows(place)
    ) { try method.attach(to: $0, seed: $1) }
  }

  /// What a model makes of the test questions with the start's own tokens in a place, untrained.
  func words(_ base: TuningBase, _ place: Place) throws -> Judgement {
    let model = try bed.model(base)
    try vectors(base, .text, .free).attach(to: model)
    return try bed.judge(model, rows: rows(place))
  }

  /// Whether a row without the vectors' ids is what it was.
  func keepsRows(_ place: Place, _ row: EncodedExample) -> Bool {
    let tokens = rows(place)([row])[0].tokens
    return tokens.count == row.count + length
      && tokens.filter { $0 < bed.tokenizer.vocabularySize } == row.tokens
  }

  /// How far the logits of a row with the ids before everything are from those of the prefix
  /// form.
  func freeDistance(_ base: TuningBase, _ row: EncodedExample) throws -> Float {
    let (front, free) = (try bed.model(base), try bed.model(base))
    try vectors(base, .text).attach(to: front)
    try vectors(base, .text, .free).attach(to: free)
    let led = rows(.front)([row])[0]
    return try withoutGradients {
      distance(
        try front.logits(TokenBatch([row.tokens])),
        try free.logits(TokenBatch([led.tokens])).rows(Array(length..<led.count)))
    }
  }
}
