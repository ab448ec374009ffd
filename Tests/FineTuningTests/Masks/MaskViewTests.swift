import FineTuning
import Foundation
import Layers
import Models
import Tensors
import Testing
import Tokenizers

@Suite struct MaskViewTests {
  private func view(
    _ segments: [Segment], _ mask: LossMask = .answers, bug: MaskBug? = nil
  ) throws -> MaskView {
    MaskView(
      try MaskSample.encoded(segments, mask, bug: bug), tokenizer: MaskSample.tokenizer)
  }

  private let short = [
    Segment(.frame, "U:"), Segment(.user, "x\ny"), Segment(.assistant, "a b"),
    Segment(.end, MaskSample.end),
  ]

  @Test func aPieceForEachToken() throws {
    let pieces = try view(short).pieces
    #expect(pieces.map(\.text) == ["U", ":", "x", "\n", "y", "a", " ", "b", "<|endoftext|>"])
    #expect(pieces.map(\.places.lowerBound) == Array(0..<9))
    #expect(pieces.map(\.weight) == [0, 0, 0, 0, 0, 1, 1, 1, 1])
    #expect(pieces.allSatisfy { $0.probability == nil && $0.otherLabel == nil })
  }

  /// A character of three byte tokens is one piece where all three are treated alike.
  @Test func tokensOfOneCharacterAreJoined() throws {
    let pieces = try view([Segment(.user, "a你"), Segment(.assistant, "😀b")]).pieces
    #expect(pieces.map(\.text) == ["a", "你", "😀", "b"])
    #expect(pieces.map(\.places) == [0..<1, 1..<4, 4..<8, 8..<9])
    #expect(pieces.map(\.kind) == [.user, .user, .assistant, .assistant])
  }

  /// A row that was cut within a character, and a mask that tells its bytes apart.
  @Test func otherwiseTheyAreBytes() throws {
    let example = try MaskSample.encoded([Segment(.assistant, "好你")]).truncated(to: 5)
    let cut = MaskView(example, tokenizer: MaskSample.tokenizer)
    #expect(cut.pieces.map(\.text) == ["好", "⟨e4⟩", "⟨bd⟩"])
    let shifted = try view([Segment(.frame, "a"), Segment(.assistant, "你")], bug: .offByOne)
    #expect(shifted.pieces.map(\.text) == ["a", "⟨e4⟩", "⟨bd⟩", "⟨a0⟩"])
    #expect(shifted.pieces.map(\.otherLabel) == ["⟨e4⟩", "⟨bd⟩", "⟨a0⟩", nil])
  }

  @Test func nothingInvisibleComesThrough() {
    let text = "a\u{1b}[31m\u{202e}\u{200b}\r\n\t é e\u{301}\u{7f}"
    #expect(
      MaskView.readable(Array(text.utf8))
        == "a⟨u+001b⟩[31m⟨u+202e⟩⟨u+200b⟩⟨u+000d⟩\n\t é e\u{301}⟨u+007f⟩")
    #expect(MaskView.readable([0xff, 0x41, 0xe4, 0xbd]) == "⟨ff⟩A⟨e4⟩⟨bd⟩")
    #expect(MaskView.readable([]) == "")
  }

  @Test func probabilitiesAreTheModels() throws {
    let model = MaskSample.model()
    let example = try MaskSample.encoded([Segment(.user, "hi"), Segment(.assistant, "你")])
    let view = try MaskView(example, tokenizer: MaskSample.tokenizer, model: model)
    let logits = try withoutGradients { try model.logits(TokenBatch([example.tokens])) }
    let expected = (1..<5).map { place in
      exp(-negativeLogLikelihood(logits.row(place - 1), example.tokens[place]))
    }
    #expect(view.pieces.map(\.text) == ["h", "i", "你"])
    #expect(view.pieces[0].probability == nil)
    #expect(abs(view.pieces[1].probability! - expected[0]) < 1e-6)
    let product = expected[1] * expected[2] * expected[3]
    #expect(abs(view.pieces[2].probability! - product) < 1e-5 * product)
  }

  @Test func smallProbabilitiesShowTheirSize() {
    #expect(probabilityText(0.8314) == "0.831")
    #expect(probabilityText(1) == "1.000")
    #expect(probabilityText(0.0006) == "0.001")
    #expect(probabilityText(0.000_041) == "4e-05")
  }

  @Test func terminal() throws {
    let esc = "\u{1b}["
    #expect(
      try view(short).terminalText
        == "\(esc)2;39mU:\(esc)0m\(esc)2;36mx⏎\ny\(esc)0m\(esc)1;32ma b\(esc)0m"
        + "\(esc)1;33m<|endoftext|>\(esc)0m")
    #expect(
      try view(short, .weighted(prompt: 0.5, answer: 1)).terminalText
        == "\(esc)39mU:\(esc)0m\(esc)36mx⏎\ny\(esc)0m\(esc)1;32ma b\(esc)0m"
        + "\(esc)1;33m<|endoftext|>\(esc)0m")
    let row = [Segment(.system, "s"), Segment(.user, "\t"), Segment(.assistant, " ")]
    #expect(
      try view(row).terminalTable == """
           1  system         –         \(esc)2;35ms\(esc)0m
           2  user           –         \(esc)2;36m⇥\(esc)0m
           3  assistant      1         \(esc)1;32m␣\(esc)0m
        """)
    #expect(
      try view(row, .weighted(prompt: 0.25, answer: 1), bug: .offByOne).terminalTable == """
           1  system      0.25         \(esc)35ms\(esc)0m → ⇥
           2  user           1         \(esc)1;36m⇥\(esc)0m → ␣
           3  assistant      –         \(esc)2;32m␣\(esc)0m
        """)
  }

  @Test func markdown() throws {
    let row = [Segment(.user, "a|`"), Segment(.assistant, " `b")]
    #expect(
      try view(row).markdownRows == [
        "| 1 | `a` | user | – |  |", "| 2 | `\\|` | user | – |  |",
        "| 3 | `` ` `` | user | – |  |", "| 4 | `␣` | assistant | 1 |  |",
        "| 5 | `` ` `` | assistant | 1 |  |", "| 6 | `b` | assistant | 1 |  |",
      ])
    #expect(
      try view(row).markdownText
        == "<sub>user</sub> `` a|` `` <sub>assistant</sub> **``␣`b``**")
    #expect(
      try view(short, .weighted(prompt: 0.25, answer: 1)).markdownText
        == "<sub>frame ×0.25</sub> **`U:`** <sub>user ×0.25</sub> **`x⏎y`** <sub>assistant</sub>"
        + " **`a␣b`** <sub>end</sub> **`<|endoftext|>`**")
    #expect(
      try view(row, bug: .offByOne).markdownRows[2] == "| 3 | `` ` `` → `␣` | user | 1 |  |")
  }

  @Test func html() throws {
    let row = [Segment(.user, "<\u{338}\n"), Segment(.assistant, "\"\u{301}&")]
    #expect(
      try view(row, .weighted(prompt: 0, answer: 0.5)).html
        == #"<div class="mask-view">"#
        + #"<span class="mask-user" style="--strength:0" title="user 0">&lt;</span>"#
        + "<span class=\"mask-user\" style=\"--strength:0\" title=\"user 0\">\u{338}</span>"
        + #"<span class="mask-user" style="--strength:0" title="user 0">⏎<br></span>"#
        + #"<span class="mask-assistant counted" style="--strength:1" title="assistant 0.5">"#
        + "&quot;</span>"
        + #"<span class="mask-assistant counted" style="--strength:1" title="assistant 0.5">"#
        + "\u{301}</span>"
        + #"<span class="mask-assistant counted" style="--strength:1" title="assistant 0.5">"#
        + "&amp;</span></div>")
    let shifted = try view([Segment(.user, "a"), Segment(.assistant, "\"")], bug: .offByOne)
    #expect(shifted.html.contains(#"title="user 1 → &quot;">a</span>"#))
    for kind in Segment.Kind.allCases {
      #expect(MaskView.styleSheet.components(separatedBy: ".mask-\(kind.rawValue) {").count == 3)
    }
  }

  @Test func aTitleGivesTheProbability() throws {
    let example = try MaskSample.encoded([Segment(.user, "a"), Segment(.assistant, "b")])
    let view = try MaskView(
      example, tokenizer: MaskSample.tokenizer, model: MaskSample.model())
    let text = probabilityText(try #require(view.pieces[1].probability))
    #expect(view.html.contains("title=\"assistant 1 p=\(text)\">b</span>"))
    #expect(view.html.contains("title=\"user 0\">a</span>"))
    #expect(view.markdownRows[1] == "| 2 | `b` | assistant | 1 | \(text) |")
    #expect(view.terminalTable.contains("assistant      1  \(text)  "))
  }
}
