import Foundation
import Testing
import Tokenizers

/// Ids and texts equal to those of Hugging Face's tokenizers.
struct HuggingFaceTests {
  @Test(arguments: ["base": 5_000, "flags": 700, "prefix": 150, "whole": 150])
  func encoding(name: String, atLeast count: Int) throws {
    let tokenizer = try Fixtures.tokenizer(name)
    let encodings: [Encoding] = try Fixtures.rows("\(name)/encode.jsonl")
    #expect(encodings.count >= count)
    for row in encodings {
      #expect(tokenizer.encode(row.text) == row.ids, "\(row.text.debugDescription)")
    }
  }

  /// Python reads the bytes with errors="replace".
  @Test func brokenUTF8() throws {
    let tokenizer = try Fixtures.tokenizer("base")
    let encodings: [Encoding] = try Fixtures.rows("base/broken.jsonl")
    #expect(encodings.count >= 400)
    for row in encodings {
      let digits = Array(row.text)
      let bytes = try stride(from: 0, to: digits.count, by: 2).map {
        try #require(UInt8(String(digits[$0...($0 + 1)]), radix: 16))
      }
      let found = bytes.withUnsafeBufferPointer { tokenizer.encode(utf8: $0) }
      #expect(found == row.ids, "\(row.text)")
    }
  }

  @Test func decoding() throws {
    let tokenizer = try Fixtures.tokenizer("base")
    let rows: [Decoding] = try Fixtures.rows("base/decode.jsonl")
    #expect(rows.count >= 400)
    for row in rows {
      #expect(same(tokenizer.decode(row.ids), row.text), "\(row.ids)")
      let text = tokenizer.decode(row.ids, skippingSpecialTokens: true)
      #expect(same(text, row.withoutSpecial), "\(row.ids)")
    }
  }

  /// Each code point after a letter, a number, a space and a symbol.
  @Test func everyCodePoint() throws {
    let tokenizer = try Fixtures.tokenizer("base")
    let rows: [CodePointHash] = try Fixtures.rows("base/codepoints.jsonl")
    #expect(rows.count == 0x110000 / 0x800)
    for row in rows {
      var text = ""
      for scalar in (row.start..<row.start + 0x800).lazy.compactMap(Unicode.Scalar.init) {
        text += "a\(scalar)1\(scalar) \(scalar)!\(scalar)\t"
      }
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for id in tokenizer.encode(text) {
        for shift in stride(from: 0, to: 32, by: 8) {
          hash = (hash ^ UInt64(UInt8(truncatingIfNeeded: id >> shift))) &* 0x100_0000_01B3
        }
      }
      #expect(UInt64(row.hash, radix: 16) == hash, "\(row.start)")
    }
  }

  @Test func trainingLearnsTheSameMerges() throws {
    struct File: Decodable {
      struct Model: Decodable { let merges: [[String]] }
      let model: Model
    }
    let json = try Data(contentsOf: Fixtures.folder("base/tokenizer.json"))
    let expected = try JSONDecoder().decode(File.self, from: json).model.merges
    let trainer = TokenizerTrainer(
      vocabularySize: 1500, specialTokens: ["<|endoftext|>", "<|user|>"])
    let trained = try trainer.train(try Fixtures.rows("base/training.jsonl", of: String.self))
    try withTemporaryFolder { folder in
      try trained.save(to: folder)
      let file = folder.appendingPathComponent("merges.txt")
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
      #expect(lines.map { $0.split(separator: " ").map(String.init) } == expected)
    }
  }
}
