import FineTuning
import Testing

@Suite struct TruncationTests {
  private func example(_ mask: LossMask = .answers) throws -> EncodedExample {
    try MaskSample.encoded(MaskSample.question("question", "yes"), mask)
  }

  @Test func cutsTheEnd() throws {
    let example = try example()
    #expect(MaskSample.signs(example.tokens) == "U:questionA:yes■")
    #expect(example.truncated(to: 16) == example)
    let short = example.truncated(to: 14)
    #expect(MaskSample.signs(short.tokens) == "U:questionA:ye")
    #expect(MaskSample.signs(short.labels) == "············ye")
    #expect(short.kinds == Array(example.kinds.prefix(14)))
    #expect(short.weights == Array(example.weights.prefix(14)))
    #expect(example.truncated(to: 12).labelCount == 0)
  }

  /// One token of the prompt stays, so that something predicts the answer's first.
  @Test func cutsThePromptsStart() throws {
    let example = try example()
    func cut(_ length: Int) -> String {
      let short = example.truncated(to: length, .promptStart)
      #expect(short.count == length)
      return MaskSample.signs(short.tokens) + " " + MaskSample.signs(short.labels)
    }
    #expect(cut(10) == "tionA:yes■ ······yes■")
    #expect(cut(5) == ":yes■ ·yes■")
    #expect(cut(3) == ":ye ·ye")
    #expect(example.truncated(to: 16, .promptStart) == example)
  }

  /// Where every token counts the prompt is still what stands before the answer.
  @Test func thePromptIsTheSameForEveryMask() throws {
    let short = try example(.everything).truncated(to: 6, .promptStart)
    #expect(MaskSample.signs(short.tokens) == "A:yes■")
    let conversation = try MaskSample.encoded(MaskSample.conversation, LossMask(turns: .last))
    let last = conversation.truncated(to: 7, .promptStart)
    #expect(MaskSample.signs(last.tokens) == "U:vA:b■")
    let all = try MaskSample.encoded(MaskSample.conversation).truncated(to: 7, .promptStart)
    #expect(MaskSample.signs(all.tokens) == ":a■U:vA")
  }

  private func rows() throws -> [EncodedExample] {
    try [
      MaskSample.question("a", "b"), MaskSample.question("too long a question", "b"),
      MaskSample.question("a", "too long an answer"), MaskSample.question("b", "c"),
      MaskSample.question("again a long one", "d"),
    ].enumerated().map { try MaskSample.encoded($1, row: 10 + $0) }
  }

  @Test func aRowThatLosesItsAnswerIsRefused() throws {
    let rows = try rows()
    let error = #expect(throws: ExampleError.self) { _ = try rows.truncated(to: 15) }
    #expect(error == ExampleError(row: 11, .noLabel(tokens: 15)))
    #expect(error?.errorDescription == "row 11: none of its 15 tokens is left to learn from")
    #expect(error?.recoverySuggestion?.contains("let such rows be dropped") == true)
  }

  @Test func orDroppedAndReported() throws {
    let (kept, report) = try rows().truncated(to: 15, droppingUnlabelled: true)
    #expect(kept.map(\.row) == [10, 12, 13])
    #expect(kept.allSatisfy { $0.labelCount > 0 && $0.count <= 15 })
    #expect(report.rowCount == 5)
    #expect(report.shortenedRows == 1)
    #expect(report.cutTokens == 9)
    #expect(report.endlessRows == 1)
    #expect(report.droppedRows == [11, 14])
  }

  @Test func cuttingThePromptLosesNoRow() throws {
    let (kept, report) = try rows().truncated(to: 15, .promptStart)
    #expect(kept.map(\.row) == [10, 11, 12, 13, 14])
    #expect(report.shortenedRows == 3)
    #expect(report.droppedRows == [])
    #expect(report.endlessRows == 1)
    #expect(kept[1].kinds.last == .end)
  }

  @Test(arguments: [false, true]) func noRowWithALabelIsAnErrorThatNamesTheFirst(dropping: Bool)
    throws
  {
    let masked = try MaskSample.rows.enumerated().map {
      try MaskSample.encoded($1, .weighted(prompt: 0, answer: 0), row: $0 + 3)
    }
    let error = #expect(throws: ExampleError.self) {
      _ = try masked.truncated(to: 100, droppingUnlabelled: dropping)
    }
    #expect(error == ExampleError(row: 3, .noLabels(rows: 7)))
    #expect(
      error?.errorDescription == "row 3: it has no token to learn from, nor has any of the 7 rows")
    #expect(error?.recoverySuggestion?.contains("loss mask") == true)
  }

  @Test func noRowsAreNoError() throws {
    let (kept, report) = try [EncodedExample]().truncated(to: 15)
    #expect(kept.isEmpty)
    #expect(report.rowCount == 0)
  }
}
