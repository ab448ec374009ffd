/// Finds in the pieces that a chat template wrote where answers begin and end.
struct AnswerBounds {
  private struct Piece {
    var text: String
    let source: Segment.Kind
    var isAnswer: Bool
  }

  private var pieces: [Piece] = []
  private let end: String?

  /// - Parameter end: the token that ends an answer.
  init(_ written: [ChatTemplateEvaluator.Piece], hasGeneration: Bool, end: String?) {
    self.end = end
    for piece in written {
      let isAnswer = hasGeneration ? piece.isGenerated : piece.source == .assistant
      if let last = pieces.last, last.source == piece.source, last.isAnswer == isAnswer {
        pieces[pieces.count - 1].text += piece.text
      } else {
        pieces.append(Piece(text: piece.text, source: piece.source, isAnswer: isAnswer))
      }
    }
  }

  /// The white space between the end of a prompt and the answer to it is the answer's: the model has
  /// to write it. Nothing changes where the whole text does not begin with the prompt, as in
  /// templates that write earlier turns differently.
  mutating func begin(after prompt: String) {
    var rest = prompt.utf8[...]
    for (index, piece) in pieces.enumerated() {
      let bytes = piece.text.utf8
      guard rest.count < bytes.count else {
        guard rest.starts(with: bytes) else { return }
        rest = rest.dropFirst(bytes.count)
        continue
      }
      guard bytes.starts(with: rest), piece.source == .frame, !piece.isAnswer,
        index + 1 < pieces.count, pieces[index + 1].isAnswer
      else { return }
      let space = String(decoding: bytes.dropFirst(rest.count), as: UTF8.self)
      guard space.isBlank else { return }
      pieces[index].text = String(decoding: rest, as: UTF8.self)
      pieces[index + 1].text = space + pieces[index + 1].text
      return
    }
  }

  var segments: [Segment] {
    var text = SegmentedText()
    var isAfterAnswer = false
    for piece in pieces {
      let kind = piece.isAnswer ? .assistant : piece.source == .assistant ? .frame : piece.source
      if piece.source == .frame, isAfterAnswer, let (space, end, rest) = ending(of: piece.text) {
        text.add(.assistant, space)
        text.add(.end, end)
        text.add(kind, rest)
        isAfterAnswer = false
      } else {
        text.add(kind, piece.text)
        isAfterAnswer = piece.isAnswer
      }
    }
    return text.segments
  }

  /// What follows an answer, if it is the end token, perhaps after white space.
  private func ending(of text: String) -> (space: String, end: String, rest: String)? {
    guard let end else { return nil }
    let scalars = text.unicodeScalars
    let rest = scalars.drop(while: \.isPythonSpace)
    guard !end.isEmpty, rest.starts(with: end.unicodeScalars) else { return nil }
    return (
      String(scalars[..<rest.startIndex]), end,
      String(rest.dropFirst(end.unicodeScalars.count))
    )
  }
}
