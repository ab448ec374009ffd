import Course

/// A row under every mask, for looking at.
struct ShownRow {
  /// A review by hand, short enough for a table.
  static let question = Question(
    .sentiment, .word, text: "菜很新鲜，下次还来。", answer: "积极")

  let tokenizer: Tokenizer
  let template: InstructionTemplate
  let row: EncodedExample
  /// A longer one of the same batch, which decides how much is padded.
  let neighbour: Example

  init(_ template: InstructionTemplate, _ tokenizer: Tokenizer, neighbour: Example) throws {
    self.tokenizer = tokenizer
    self.template = template
    self.neighbour = neighbour
    row = try MaskArm.answers.encode([Self.question.example], template, tokenizer)[0]
  }

  /// Every token with what it weighs in the loss of answers, and how likely models find it.
  func probabilities(_ models: [(name: String, probabilities: [Double?])]) throws -> Table {
    let view = MaskView(row, tokenizer: tokenizer)
    var table = Table(
      "A row, token by token, and how likely it is found",
      columns: [.right("place"), .left("token"), .left("role"), .right("weight")]
        + models.map { .right($0.name) })
    for (index, piece) in view.pieces.enumerated() {
      table.add(
        row: [
          .integer(piece.places.lowerBound + 1), .text(visible(piece.text)),
          .label(piece.kind.rawValue), piece.weight == 0 ? "–" : .fixed(piece.weight, 0),
        ]
          + models.map { model in
            model.probabilities[index].map { .fixed($0, 3) } ?? "–"
          })
    }
    return table
  }

  /// The label of each token from the end of the prompt on, by arm: its weight where it is the token
  /// itself, else the token that it is.
  func labels(_ title: String, _ arms: [MaskArm]) throws -> Table {
    var table = Table(
      title,
      columns: [.right("place"), .left("token"), .left("role")]
        + arms.map { .right($0.rawValue) })
    let columns = try arms.map { arm in
      let rows = try arm.encode([Self.question.example, neighbour], template, tokenizer)
      return ExampleBatch(rows, bug: arm.bug)
    }
    let first = row.kinds.firstIndex(of: .assistant)! - 7
    let end = row.tokens[row.kinds.lastIndex(of: .end)!]
    let pads = arms.contains(.paddingCounted) ? 3 : 0
    for place in first..<row.count + pads {
      let isPad = place >= row.count
      let token = isPad ? end : row.tokens[place]
      table.add(
        row: [
          .integer(place + 1), .text(text(of: token)),
          isPad ? "padding" : .label(row.kinds[place].rawValue),
        ]
          + zip(arms, columns).map { arm, batch in
            if isPad, arm != .paddingCounted { return "" }
            // A batch's labels stand where they are predicted, one place before their token.
            let (label, weight) = (batch.labels[place - 1], batch.weights[place - 1])
            if label == ignoreIndex { return "–" }
            return label == token
              ? .text(weight == 1 ? "1" : "0.1") : .text("→ " + text(of: label))
          })
    }
    return table
  }

  private func text(of token: Int32) -> String {
    visible(MaskView.readable(tokenizer.bytes(token)))
  }
}

/// A text on one line.
func visible(_ text: String) -> String { text.replacing("\n", with: "⏎") }
