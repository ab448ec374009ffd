import Foundation
import Testing
import Tokenizers

struct TokenizerTests {
  let tokenizer: Tokenizer

  init() throws {
    tokenizer = try Fixtures.tokenizer("base")
  }

  @Test func textsComeBack() throws {
    for row: Encoding in try Fixtures.rows("base/encode.jsonl") {
      #expect(same(tokenizer.decode(tokenizer.encode(row.text)), row.text))
    }
  }

  @Test func randomBytesComeBackAsPythonWouldReadThem() {
    var generator = SplitMix64(state: 1)
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let ids = bytes.withUnsafeBufferPointer { tokenizer.encode(utf8: $0) }
      #expect(ids == tokenizer.encode(text))
      #expect(same(tokenizer.decode(ids), text), "\(bytes)")
    }
  }

  @Test func everyByteHasAToken() {
    let single = (0..<Int32(tokenizer.vocabularySize)).map(tokenizer.bytes).filter { $0.count == 1 }
    #expect(Set(single.map { $0[0] }).count == 256)
  }

  @Test func bytesOfTheTokensAreTheText() {
    let text = "I don't 喜欢 🇨🇳\n\n3rd <|user|>"
    #expect(tokenizer.encode(text).flatMap(tokenizer.bytes) == Array(text.utf8))
  }

  @Test func piecesShowWhatIsNoCharacter() throws {
    func piece(_ bytes: [UInt8]) throws -> String {
      let id = (0..<Int32(tokenizer.vocabularySize)).first { tokenizer.bytes($0) == bytes }
      return tokenizer.piece(try #require(id))
    }
    #expect(try piece([0xE5]) == "<0xE5>")
    #expect(try piece([0x0A]) == "\n")
    #expect(try piece(Array(" the".utf8)) == " the")
    let mixed = (0..<Int32(tokenizer.vocabularySize)).map(tokenizer.piece)
      .filter { $0.contains("<0x") && !$0.hasPrefix("<0x") }
    #expect(!mixed.isEmpty, "a piece that begins with a whole character")
  }

  @Test func idsOutsideTheVocabularyAreLeftOut() {
    #expect(tokenizer.decode([-1, Int32(tokenizer.vocabularySize), .max]) == "")
    #expect(tokenizer.bytes(-1) == [])
    #expect(tokenizer.piece(.max) == "")
    #expect(!tokenizer.isSpecialToken(-1))
  }

  @Test func idsOfTokens() {
    #expect(tokenizer.endOfText == 0)
    #expect(tokenizer.id(of: "<|user|>") == 1)
    #expect(tokenizer.id(of: "Ġthe").map(tokenizer.bytes) == Array(" the".utf8))
    #expect(tokenizer.id(of: "no such token") == nil)
    #expect(tokenizer.isSpecialToken(1))
    #expect(!tokenizer.isSpecialToken(2))
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["a", "ab", " ", "好", "!", "\n"])
  func aWordOfAMegabyte(unit: String) {
    let text = String(repeating: unit, count: 1_000_000 / unit.utf8.count)
    #expect(tokenizer.decode(tokenizer.encode(text)) == text)
  }

  @Test func moreWordsThanTheCacheHolds() {
    let words = (0..<900_000).map { " w\($0)" }
    let once = tokenizer.encode(words.joined())
    #expect(once == words.flatMap(tokenizer.encode))
  }

  @Test func manyThreadsAtOnce() async {
    let texts = (0..<64).map { "thread \($0) 说 hello \($0 * 7919)" }
    let expected = texts.map(tokenizer.encode)
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask { [tokenizer] in texts.map { tokenizer.encode($0) } == expected }
      }
      for await equal in group { #expect(equal) }
    }
  }
}
