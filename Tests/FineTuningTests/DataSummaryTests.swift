import FineTuning
import Foundation
import Testing

/// The rows of a .jsonl file with these lines.
func instructionRows(_ lines: [String]) throws -> [InstructionFile.Row] {
  try withTemporaryFolder { folder in
    let file = folder.appendingPathComponent("a.jsonl")
    try Data(lines.joined(separator: "\n").utf8).write(to: file)
    return try InstructionFile(file).rows()
  }
}

func alpaca(_ instruction: String, _ output: String, input: String = "") throws -> String {
  let fields = ["instruction": instruction, "input": input, "output": output]
  return String(decoding: try JSONEncoder().encode(fields), as: UTF8.self)
}

@Suite struct DataSummaryTests {
  @Test func formsLengthsAndScriptsAreCounted() throws {
    let summary = DataSummary(
      try instructionRows([
        try alpaca("翻译成英文", "hello", input: "你好"), try alpaca("say hi", "hi"),
        #"{"prompt": "你好吗", "completion": "很好。"}"#, #"{"prompt": "1+1=", "completion": "2"}"#,
      ]))
    #expect(summary.rows == 4)
    #expect(summary.forms == ["alpaca": 2, "prompt-completion": 2])
    // 翻译成英文⏎你好 has 8 characters.
    #expect(summary.questionCharacters == Lengths([8, 6, 3, 4]))
    #expect(summary.answerCharacters == Lengths([5, 2, 3, 1]))
    // Letters: 7 and 3 + 2 Chinese, 5 and 5 + 2 Latin. The first row is 7 of 12.
    #expect(summary.scripts == ["han": 12.0 / 24, "latin": 12.0 / 24])
    #expect(summary.rowsByScript == ["mixed": 1, "latin": 1, "han": 1, "none": 1])
  }

  @Test func duplicatesAreNamedByRow() throws {
    let text = "The quick brown fox jumps over the lazy dog"
    let summary = DataSummary(
      try instructionRows([
        try alpaca(text, "fine"), try alpaca("other", "words"), try alpaca(text, "fine"),
        try alpaca(text + "s", "fine"), try alpaca("THE quick brown fox jumps…", "no"),
      ]))
    #expect(summary.exactDuplicates == [DataSummary.Repetition(row: 3, earlier: 1, similarity: 1)])
    #expect(summary.nearDuplicates.map(\.row) == [4])
    #expect(summary.nearDuplicates.map(\.earlier) == [1])
  }

  @Test func ranksAreTheNearest() {
    let lengths = Lengths(Array((1...100).reversed()))
    #expect(lengths.mean == 50.5)
    #expect(lengths.median == 50)
    #expect(lengths.percentile95 == 95)
    #expect(lengths.maximum == 100)
    #expect(Lengths([7]).percentile95 == 7)
    #expect(Lengths([]) == Lengths([]))
    #expect(Lengths([]).maximum == 0)
  }

  /// Bytes as tokens: "Q" "a…" and the end.
  @Test func truncationTakesEndsAndLabels() throws {
    let template = try InstructionTemplate(name: "t", user: "{text}", assistant: "{text}")
    let rows = try instructionRows([
      try alpaca("ab", "cd"), try alpaca("ab", "cdefgh"), try alpaca("abcdefgh", "c"),
      try alpaca("a", "<|endoftext|>"),
    ])
    let summary = TokenSummary(
      rows, template: template, tokenizer: MaskSample.tokenizer, maxLength: 6)
    #expect(summary.tokens == Lengths([5, 9, 10]))
    #expect(summary.labels == Lengths([3, 7, 2]))
    #expect(summary.truncated == 2)
    #expect(summary.endless == 1)
    #expect(summary.unlabelled == [3])
    #expect(summary.refused == 1)
    #expect(summary.firstRefusals.map(\.row) == [4])
    let whole = TokenSummary(rows, template: template, tokenizer: MaskSample.tokenizer)
    #expect(whole.truncated == 0 && whole.unlabelled.isEmpty)
  }
}
