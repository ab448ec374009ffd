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

  /// Puts placeholders into rows.
  func rows(_ placeholders: Placeholders, _ tokenizer: Tokenizer)
    -> ([EncodedExample]) -> [EncodedExample]
  {
    // What has been decoded from tokens can be encoded again.
    { rows in rows.map { try! placeholders.put(into: $0, at: index(in: $0, tokenizer)) } }
  }
}

extension Laboratory {
  private func rows(_ place: Place) throws -> ([EncodedExample]) -> [EncodedExample] {
    place.rows(try Placeholders(length, bed.tokenizer), bed.tokenizer)
  }

  /// Vectors that stand where a row has their placeholders.
  func placed(_ base: TuningBase, _ place: Place) throws -> TuningArm {
    let method = vectors(base, .text, .free)
    return TuningArm(
      "\(base.rawValue), \(place.rawValue)", place.name, base, rows: try rows(place)
    ) { try method.attach(to: $0, seed: $1) }
  }

  /// What a model makes of the test questions with the start's own tokens in a place, untrained.
  func words(_ base: TuningBase, _ place: Place) throws -> Judgement {
    let model = try bed.model(base)
    try vectors(base, .text, .free).attach(to: model)
    return try bed.judge(model, rows: try rows(place))
  }

  /// Whether a row with placeholders is the row that it was, without them.
  func keepsRows(_ place: Place, _ row: EncodedExample) throws -> Bool {
    let tokens = try rows(place)([row])[0].tokens
    return tokens.count == row.count + length
      && tokens.filter { $0 < bed.tokenizer.vocabularySize } == row.tokens
  }

  /// How far the logits of a row with placeholders before everything are from those of the prefix
  /// form.
  func freeDistance(_ base: TuningBase, _ row: EncodedExample) throws -> Float {
    let (front, free) = (try bed.model(base), try bed.model(base))
    try vectors(base, .text).attach(to: front)
    try vectors(base, .text, .free).attach(to: free)
    let led = try rows(.front)([row])[0]
    return try withoutGradients {
      distance(
        try front.logits(TokenBatch([row.tokens])),
        try free.logits(TokenBatch([led.tokens])).rows(Array(length..<led.count)))
    }
  }
}
