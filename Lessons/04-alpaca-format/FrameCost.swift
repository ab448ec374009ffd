import Course

/// What a template costs over many rows, in tokens.
struct FrameCost: Codable {
  let template: String
  /// Of each row, everything counted.
  let lengths: [Int]
  /// Frame and end tokens of each row.
  let frames: [Int]
  /// The same in a vocabulary that has one token for each mark such as `<|im_start|>`.
  let framesWithMarks: [Int]

  init(_ template: InstructionTemplate, _ rows: [Example], _ tokenizer: Tokenizer) throws {
    var (lengths, frames, marked): ([Int], [Int], [Int]) = ([], [], [])
    for row in rows {
      let segments = try template.segments(of: row)
      let encoded = try EncodedExample(segments, tokenizer: tokenizer)
      lengths.append(encoded.count)
      frames.append(encoded.kinds.count { $0 == .frame || $0 == .end })
      marked.append(
        segments.reduce(0) { sum, segment in
          switch segment.kind {
          case .frame: sum + tokensWithMarks(segment.text, tokenizer)
          case .end: sum + 1
          case .system, .user, .assistant: sum
          }
        })
    }
    self.template = template.name
    self.lengths = lengths
    self.frames = frames
    framesWithMarks = marked
  }

  var meanLength: Double { lengths.map(Double.init).mean }
  var meanFrame: Double { frames.map(Double.init).mean }
  var meanFrameWithMarks: Double { framesWithMarks.map(Double.init).mean }
  /// Of all tokens.
  var share: Double { meanFrame / meanLength }
}

/// Tokens of a frame if each mark were one, as in the vocabularies of models made for them.
private func tokensWithMarks(_ frame: String, _ tokenizer: Tokenizer) -> Int {
  let mark = /<\|[a-z_]+\|>|<\/?s>/
  let between = frame.split(separator: mark, omittingEmptySubsequences: true)
  return frame.matches(of: mark).count
    + between.reduce(0) { $0 + tokenizer.encode(String($1)).count }
}

extension Array where Element == FrameCost {
  subscript(template: String) -> FrameCost { first { $0.template == template }! }

  /// Against the template that adds nothing but line ends.
  var table: Table {
    var table = Table(
      "What the frame costs",
      columns: [
        .left("template"), .right("frame, tokens a row"), .right("share of the row"),
        .right("row, tokens"), .right("more than plain, a million rows"),
        .right("frame, marks as one token"),
      ])
    for cost in self {
      table.add(
        .label(cost.template), .fixed(cost.meanFrame, 1), .percent(cost.share),
        .fixed(cost.meanLength, 1), .integer(Int((1e6 * more(cost.template)).rounded())),
        .fixed(cost.meanFrameWithMarks, 1))
    }
    return table
  }

  /// Tokens a row more than in the plain template.
  func more(_ template: String) -> Double {
    self[template].meanLength - self["plain"].meanLength
  }

  func histogram(_ templates: [String], contextLength: Int) -> Histogram {
    Histogram(
      "Lengths of the instruction corpus", x: "tokens of a row", y: "rows",
      templates.map { Sample($0, self[$0].lengths.map(Double.init)) },
      markers: [Marker(Double(contextLength), "context")])
  }
}
