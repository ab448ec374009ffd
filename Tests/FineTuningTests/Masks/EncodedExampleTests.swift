import FineTuning
import Tensors
import Testing
import Tokenizers

@Suite struct EncodedExampleTests {
  @Test func segmentsKeepTheirTokens() throws {
    let example = try MaskSample.encoded(MaskSample.question("hi", "yo"), row: 4)
    #expect(MaskSample.signs(example.tokens) == "U:hiA:yo■")
    #expect(
      example.kinds == [
        .frame, .frame, .user, .user, .frame, .frame, .assistant, .assistant, .end,
      ])
    #expect(example.count == 9)
    #expect(example.labelCount == 3)
    #expect(example.row == 4)
  }

  /// The first token has a label in the row, and nothing that could predict it.
  @Test func theFirstLabelIsNotCounted() throws {
    let example = try MaskSample.encoded(MaskSample.question("hi", "yo"), .everything)
    #expect(example.labels.count { $0 != ignoreIndex } == 9)
    #expect(example.labelCount == 8)
    #expect(try MaskSample.encoded([Segment(.assistant, "a")]).labelCount == 0)
    #expect(try MaskSample.encoded([]).labelCount == 0)
  }

  @Test func rowsAreCountedFromOne() throws {
    #expect(try MaskSample.examples().map(\.row) == Array(1...7))
  }

  @Test(arguments: ["</s>", "a", ""])
  func aVocabularyWithoutTheEndToken(_ token: String) throws {
    var rows = MaskSample.rows
    rows[2][4].text = token
    let error = #expect(throws: ExampleError.self) {
      try [EncodedExample](rows, tokenizer: MaskSample.tokenizer)
    }
    #expect(error == ExampleError(row: 3, .unknownEndToken(token)))
    #expect(
      error?.errorDescription
        == "row 3: a vocabulary without the end token: \"\(token)\" is no special token of the"
        + " tokenizer")
    #expect(
      error?.recoverySuggestion
        == "let the template end answers with a special token that tokenizer.json lists")
  }

  @Test(arguments: [(0, Segment.Kind.system), (1, .user), (3, .assistant)])
  func aTurnThatWritesASpecialToken(_ place: Int, _ kind: Segment.Kind) throws {
    var row = MaskSample.question("hi", "yo")
    row[place] = Segment(kind, "so" + MaskSample.end)
    let error = #expect(throws: ExampleError.self) { try MaskSample.encoded(row, row: 9) }
    #expect(error == ExampleError(row: 9, .specialTokenInTurn(MaskSample.end, kind)))
    #expect(
      error?.errorDescription
        == "row 9: the text of the \(kind.rawValue) holds the special token <|endoftext|>")
    #expect(error?.recoverySuggestion?.contains("take it out") == true)
  }
}
