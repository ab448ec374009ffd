import Course

/// Questions one after the other, as one row and as a row for each answer.
struct Conversation {
  let table: Table
  let allLabels: Int
  let lastLabels: Int
  /// Tokens of a row for each answer over those of one row.
  let ratio: Double

  init(
    _ questions: [Question], _ template: InstructionTemplate, _ tokenizer: Tokenizer
  ) throws {
    let turns = questions.flatMap { question in
      [Turn(.user, question.instruction + "\n" + question.text), Turn(.assistant, question.answer)]
    }
    let cut = questions.indices.map { Array(turns.prefix(2 * $0 + 2)) }
    var table = Table(
      "Three turns",
      columns: [.left("rows"), .left("what counts"), .right("tokens"), .right("labels")])
    func count(
      _ name: String, _ counted: String, _ rows: [[Turn]], _ turns: LossMask.Turns
    ) throws -> (tokens: Int, labels: Int) {
      let rows = try [EncodedExample](
        rows.map { try template.segments(of: .conversation($0)) }, tokenizer: tokenizer,
        mask: LossMask(turns: turns))
      let found = (
        tokens: rows.reduce(0) { $0 + $1.count }, labels: rows.reduce(0) { $0 + $1.labelCount }
      )
      table.add(.label(name), .label(counted), .integer(found.tokens), .integer(found.labels))
      return found
    }
    let all = try count("one row", "all answers", [turns], .all)
    let last = try count("one row", "the last answer", [turns], .last)
    let each = try count("a row for each answer", "the last answer", cut, .last)
    self.table = table
    allLabels = all.labels
    lastLabels = last.labels
    ratio = Double(each.tokens) / Double(all.tokens)
  }
}
