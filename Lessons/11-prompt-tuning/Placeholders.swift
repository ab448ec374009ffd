import Course

/// Tokens that stand for trained vectors: the tokenizer gets as many more as there are vectors, with
/// the ids behind the vocabulary's last, and a row holds them like any other.
struct Placeholders {
  private let tokenizer: Tokenizer
  private let text: String

  init(_ count: Int, _ tokenizer: Tokenizer) throws {
    let names = (0..<count).map { "<|vector \($0)|>" }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("placeholders-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try tokenizer.save(to: folder)
    let file = folder.appendingPathComponent("tokenizer.json")
    var contents =
      try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] ?? [:]
    let added = names.enumerated().map { place, name in
      [
        "id": tokenizer.vocabularySize + place, "content": name, "single_word": false,
        "lstrip": false, "rstrip": false, "normalized": false, "special": true,
      ] as [String: Any]
    }
    contents["added_tokens"] = (contents["added_tokens"] as? [Any] ?? []) + added
    try JSONSerialization.data(withJSONObject: contents).write(to: file)
    self.tokenizer = try Tokenizer(folder: folder)
    text = names.joined()
  }

  /// The row with all of them at a place. They belong to the frame, so the loss counts none.
  func put(into row: EncodedExample, at place: Int) throws -> EncodedExample {
    var segments: [Segment] = []
    func add(_ range: Range<Int>) {
      guard !range.isEmpty else { return }
      segments.append(
        Segment(row.kinds[range.lowerBound], tokenizer.decode(Array(row.tokens[range]))))
    }
    var start = 0
    while start < row.count {
      if start == place { segments.append(Segment(.frame, text)) }
      let end =
        (start..<row.count).first {
          row.kinds[$0] != row.kinds[start] || ($0 == place && place > start)
        } ?? row.count
      add(start..<end)
      start = end
    }
    return try EncodedExample(segments, tokenizer: tokenizer, row: row.row)
  }
}
