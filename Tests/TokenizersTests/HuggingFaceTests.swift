import Foundation
import Testing
import Tokenizers

/// Ids and texts equal to those of Hugging Face's tokenizers.
struct HuggingFaceTests {
  @Test(arguments: ["base": 5_000, "flags": 700, "prefix": 150, "whole": 150])
  func encoding(name: String, atLeast count: Int) throws {
    let tokenizer = try Fixtures.tokenizer(name)
    let encodings = try Fixtures.encodings("\(name)/encode.jsonl")
    #expect(encodings.count >= count)
    for (text, ids) in encodings {
      #expect(tokenizer.encode(text) == ids, "\(text.debugDescription)")
    }
  }

  /// Python reads the bytes with errors="replace".
  @Test func brokenUTF8() throws {
    let tokenizer = try Fixtures.tokenizer("base")
    let encodings = try Fixtures.encodings("base/broken.jsonl")
    #expect(encodings.count >= 400)
    for (hexadecimal, ids) in encodings {
      let digits = Array(hexadecimal)
      let bytes = try stride(from: 0, to: digits.count, by: 2).map {
        try #require(UInt8(String(digits[$0...($0 + 1)]), radix: 16))
      }
      let found = bytes.withUnsafeBufferPointer { tokenizer.encode(utf8: $0) }
      #expect(found == ids, "\(hexadecimal)")
    }
  }

  @Test func decoding() throws {
    let tokenizer = try Fixtures.tokenizer("base")
    let rows = try Fixtures.rows("base/decode.jsonl", of: [Any].self)
    #expect(rows.count >= 400)
    for row in rows {
      let ids = try #require(row[0] as? [Int]).map(Int32.init)
      let text = try #require(row[1] as? String)
      let withoutSpecial = try #require(row[2] as? String)
      #expect(same(tokenizer.decode(ids), text), "\(ids)")
      #expect(same(tokenizer.decode(ids, skippingSpecialTokens: true), withoutSpecial), "\(ids)")
    }
  }

  /// Each code point after a letter, a number, a space and a symbol.
  @Test func everyCodePoint() throws {
    let tokenizer = try Fixtures.tokenizer("base")
    let rows = try Fixtures.rows("base/codepoints.jsonl", of: [Any].self)
    #expect(rows.count == 0x110000 / 0x800)
    for row in rows {
      let start = UInt32(try #require(row[0] as? Int))
      var text = ""
      for scalar in (start..<start + 0x800).lazy.compactMap(Unicode.Scalar.init) {
        text += "a\(scalar)1\(scalar) \(scalar)!\(scalar)\t"
      }
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for id in tokenizer.encode(text) {
        for shift in stride(from: 0, to: 32, by: 8) {
          hash = (hash ^ UInt64(UInt8(truncatingIfNeeded: id >> shift))) &* 0x100_0000_01B3
        }
      }
      let digits = String(hash, radix: 16)
      let expected = try #require(row[1] as? String)
      #expect(String(repeating: "0", count: 16 - digits.count) + digits == expected, "\(start)")
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
