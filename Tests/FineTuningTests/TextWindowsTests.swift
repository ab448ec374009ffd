import FineTuning
import Tensors
import Testing

@Suite struct TextWindowsTests {
  private func windows(
    _ documents: [String], _ length: Int, end: String = MaskSample.end
  ) throws -> [EncodedExample] {
    try [EncodedExample](
      documents: documents, end: end, windowLength: length, tokenizer: MaskSample.tokenizer)
  }

  @Test func windowsCutTheStreamOfAllDocuments() throws {
    let windows = try windows(["abc", "defgh", "i"], 4)
    #expect(windows.map { MaskSample.signs($0.tokens) } == ["abc■", "defg", "h■i■"])
    #expect(windows.map { MaskSample.signs($0.labels) } == ["abc■", "defg", "h■i■"])
    #expect(windows.map(\.row) == [1, 2, 3] && windows.allSatisfy { $0.weights == [1, 1, 1, 1] })
    #expect(windows[2].kinds == [.assistant, .end, .assistant, .end])
  }

  /// One token left alone is predicted by nothing.
  @Test func theLastWindowHoldsWhatIsLeft() throws {
    #expect(try windows(["abcde"], 4).map { MaskSample.signs($0.tokens) } == ["abcd", "e■"])
    #expect(try windows(["abcd"], 4).map { MaskSample.signs($0.tokens) } == ["abcd"])
    #expect(try windows(["a"], 9).map { MaskSample.signs($0.tokens) } == ["a■"])
  }

  /// The loss is that of the windows as plain language modelling has it.
  @Test func everyTokenButTheFirstOfAWindowCounts() throws {
    let windows = try windows(["abc", "defgh"], 5)
    let model = MaskSample.model()
    let found = try model.meanLoss(windows)
    var sum = 0.0
    for window in windows {
      sum += try model.continuationLosses([], window.tokens).reduce(0) { $0 + Double($1) }
    }
    #expect(found.tokenCount == 8 && abs(found.nats - sum / 8) < 1e-6)
  }

  @Test func specialTokensInDocumentsAreRefused() {
    #expect(throws: ExampleError(row: 2, .specialTokenInTurn(MaskSample.end, .assistant))) {
      _ = try windows(["a", "b" + MaskSample.end], 4)
    }
    #expect(throws: ExampleError(row: 1, .unknownEndToken("</s>"))) {
      _ = try windows(["a"], 4, end: "</s>")
    }
  }
}
