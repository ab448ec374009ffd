import FineTuning
import Foundation
import Tokenizers

/// All that `tune data` found, for a table or for JSON.
struct DataReport: Encodable {
  /// The name of the one that rendered the rows.
  let template: String
  let summary: DataSummary
  let faults: Faults
  let scorecard: Scorecard
  /// Those of the scorecard and, where it was measured, of the difficulty.
  let figures: [Figure]
  let tokens: TokenSummary?
  let difficulty: Difficulty?
  let preview: [RowPreview]

  init(
    template: String, summary: DataSummary, faults: Faults, scorecard: Scorecard,
    tokens: TokenSummary?, difficulty: Difficulty?, preview: [RowPreview]
  ) {
    self.template = template
    self.summary = summary
    self.faults = faults
    self.scorecard = scorecard
    figures = scorecard.figures + (difficulty?.figures ?? [])
    self.tokens = tokens
    self.difficulty = difficulty
    self.preview = preview
  }

  /// - Parameter maxLength: the limit that the rows' tokens were held against.
  func text(maxLength: Int?) -> String {
    var lines = [
      "rows\t\(summary.rows)",
      "forms\t\(counts(summary.forms))",
      "rows by script\t\(counts(summary.rowsByScript))",
      "letters\t\(shares(summary.scripts))",
      "exact duplicates\t\(repetitions(summary.exactDuplicates))",
      "near duplicates\t\(repetitions(summary.nearDuplicates))",
      "template\t\(template)",
      "faulty rows\t\(faults.count)",
    ]
    lines += faults.first.map { "  \($0)" }
    if faults.count > faults.first.count {
      lines.append("  … and \(faults.count - faults.first.count) more")
    }
    lines += [
      "", "lengths\tmean\tmedian\t95 %\tmaximum",
      row("question, characters", summary.questionCharacters),
      row("answer, characters", summary.answerCharacters),
    ]
    if let tokens { lines += text(of: tokens, maxLength: maxLength) }
    lines += ["", "scorecard"]
    lines += figures.map { "\($0.aspect)\t\($0.name)\t\(number($0.value))" }
    if !scorecard.openAnswers.isEmpty {
      lines.append("first answers that do not end\trows \(list(scorecard.openAnswers))")
    }
    if !scorecard.conflicts.isEmpty {
      let rows = scorecard.conflicts.prefix(5).map { list($0) }
      lines.append("first conflicting questions\trows \(rows.joined(separator: "; rows "))")
    }
    if let difficulty {
      lines.append("difficulty\trows measured\t\(difficulty.rows), skipped \(difficulty.skipped)")
    }
    lines += ["", "legend"] + figures.map { "  \($0.name): \($0.definition)" }
    lines += [
      "  near duplicates: at least 70 % of the pieces of five letters of both rows are shared",
      "  rows by script: the script of at least 80 % of a row's letters",
    ]
    for row in preview { lines += ["", "row \(row.number)", row.text] }
    return lines.joined(separator: "\n")
  }

  private func text(of tokens: TokenSummary, maxLength: Int?) -> [String] {
    var lines = [row("row, tokens", tokens.tokens), row("labels, tokens", tokens.labels)]
    if let maxLength {
      lines.append(
        "over \(maxLength) tokens\t\(tokens.truncated) truncated, \(tokens.endless) of them"
          + " without their end")
    }
    lines.append(
      "without a label\t\(tokens.unlabelled.count)"
        + (tokens.unlabelled.isEmpty ? "" : " (rows \(list(tokens.unlabelled)))"))
    lines.append("refused by the template or tokenizer\t\(tokens.refused)")
    lines += tokens.firstRefusals.map { "  row \($0.row): \($0.reason)" }
    return lines
  }

  private func row(_ name: String, _ lengths: Lengths) -> String {
    "\(name)\t\(String(format: "%.1f", lengths.mean))\t\(lengths.median)"
      + "\t\(lengths.percentile95)\t\(lengths.maximum)"
  }

  private func counts(_ counts: [String: Int]) -> String {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }

  private func shares(_ shares: [String: Double]) -> String {
    shares.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.key) \(String(format: "%.1f %%", 100 * $0.value))" }.joined(separator: ", ")
  }

  private func repetitions(_ repetitions: [DataSummary.Repetition]) -> String {
    let shown = repetitions.prefix(5).map { "\($0.row) like \($0.earlier)" }
    let more = repetitions.count > shown.count ? ", …" : ""
    return "\(repetitions.count)"
      + (shown.isEmpty ? "" : " (rows \(shown.joined(separator: ", "))\(more))")
  }

  private func list(_ rows: [Int]) -> String {
    rows.prefix(5).map(String.init).joined(separator: ", ") + (rows.count > 5 ? ", …" : "")
  }

  private func number(_ value: Double) -> String {
    String(format: value == value.rounded() ? "%.0f" : "%.3f", value)
  }
}

/// Rows that cannot be used.
struct Faults: Encodable {
  private(set) var count = 0
  private(set) var first: [String] = []

  mutating func add(_ error: InstructionFileError) {
    count += 1
    if first.count < 20 {
      first.append((error.errorDescription ?? "") + " – " + (error.recoverySuggestion ?? ""))
    }
  }
}

/// A row as the template renders it, or why it cannot.
struct RowPreview: Encodable {
  let number: Int
  let segments: [Piece]
  let problem: String?
  /// The row for reading: where there is a tokenizer, with what the mask counts, in colours or words.
  let text: String

  struct Piece: Encodable {
    let kind: Segment.Kind
    let text: String
  }

  init(
    _ row: InstructionFile.Row, template: any ExampleTemplate, tokenizer: Tokenizer?,
    mask: LossMask, isColoured: Bool
  ) {
    number = row.number
    do {
      let segments = try template.segments(of: row.example)
      let text = try Self.text(
        of: segments, tokenizer: tokenizer, mask: mask, row: row.number, isColoured: isColoured)
      self.segments = segments.map { Piece(kind: $0.kind, text: $0.text) }
      self.text = text
      problem = nil
    } catch {
      let reason = (error as? any LocalizedError)?.errorDescription ?? "\(error)"
      segments = []
      text = reason
      problem = reason
    }
  }

  private static func text(
    of segments: [Segment], tokenizer: Tokenizer?, mask: LossMask, row: Int, isColoured: Bool
  ) throws -> String {
    guard let tokenizer else {
      return segments.map { "[\($0.kind.rawValue)] \(MaskView.readable(Array($0.text.utf8)))" }
        .joined(separator: "\n")
    }
    let example = try EncodedExample(segments, tokenizer: tokenizer, mask: mask, row: row)
    let view = MaskView(example, tokenizer: tokenizer)
    return isColoured ? view.terminalText : plainText(of: view)
  }

  /// A line for each run of pieces of one kind that the loss counts, or does not.
  private static func plainText(of view: MaskView) -> String {
    var lines: [String] = []
    var last = ""
    for piece in view.pieces {
      let head = "[\(piece.kind.rawValue)\(piece.weight > 0 ? ", counted" : "")] "
      if head == last {
        lines[lines.count - 1] += piece.text
      } else {
        lines.append(head + piece.text)
      }
      last = head
    }
    return lines.joined(separator: "\n")
  }

  private enum CodingKeys: CodingKey { case number, segments, problem }
}
