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

  /// Rows with ids in this place. The loss counts none of them.
  func insert(_ ids: [Int32], _ tokenizer: Tokenizer) -> ([EncodedExample]) -> [EncodedExample] {
    { rows in rows.map { $0.inserting(ids, at: index(in: $0, tokenizer)) } }
  }
}

extension Laboratory {
  /// Vectors that stand where a row has the ids after the vocabulary's last.
  func placed(_ base: TuningBase, _ place: Place) throws -> TuningArm {
    let vocabSize = Int32(try bed.model(base).vocabSize)
    let method = Start.text.promptTuning(length, text: text[base]!, .free)
    let ids = (0..<Int32(length)).map { vocabSize + $0 }
    return TuningArm(
      "\(base.rawValue), \(place.rawValue)", place.name, base,
      rows: place.insert(ids, bed.tokenizer)
    ) { try method.attach(to: $0, seed: $1) }
  }

  /// How far the logits of a row with the vectors' ids before everything are from those of the prefix
  /// form.
  func freeDistance(_ base: TuningBase, _ row: EncodedExample) throws -> Float {
    let (front, free) = (try bed.model(base), try bed.model(base))
    let arm = try placed(base, .front)
    try prompt(base, .text).prepare(front, 0)
    try arm.prepare(free, 0)
    let led = arm.rows([row])[0]
    return try withoutGradients {
      distance(
        try front.logits(TokenBatch([row.tokens])),
        try free.logits(TokenBatch([led.tokens])).rows(Array(length..<led.count)))
    }
  }

  /// What the model makes of the test questions with the start's own tokens in a place, untrained.
  func words(_ base: TuningBase, _ place: Place) throws -> Judgement {
    let words = (0..<length).map { text[base]![$0 % text[base]!.count] }
    return try bed.judge(try bed.model(base), rows: place.insert(words, bed.tokenizer))
  }
}
