import Foundation
import Testing
import Tokenizers

struct TokenizerFilesTests {
  private func text(_ folder: URL, _ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  @Test(arguments: ["base", "flags", "prefix", "whole"])
  func savedAndLoadedGivesTheSameIDs(name: String) throws {
    let tokenizer = try Fixtures.tokenizer(name)
    try withTemporaryFolder { folder in
      try tokenizer.save(to: folder.appendingPathComponent("new"))
      let loaded = try Tokenizer(folder: folder.appendingPathComponent("new"))
      #expect(loaded.vocabularySize == tokenizer.vocabularySize)
      for row: Encoding in try Fixtures.rows("\(name)/encode.jsonl") {
        #expect(loaded.encode(row.text) == row.ids)
      }
      let first = try text(folder, "new/tokenizer.json")
      try loaded.save(to: folder.appendingPathComponent("new"))
      #expect(try text(folder, "new/tokenizer.json") == first)
    }
  }

  @Test(arguments: [["vocab.json", "merges.txt"], ["encoder.json", "vocab.bpe"]])
  func withoutTokenizerJSON(names: [String]) throws {
    let tokenizer = try Fixtures.tokenizer("base")
    try withTemporaryFolder { folder in
      try tokenizer.save(to: folder)
      try FileManager.default.removeItem(at: folder.appendingPathComponent("tokenizer.json"))
      for (old, new) in zip(["vocab.json", "merges.txt"], names) where old != new {
        try FileManager.default.moveItem(
          at: folder.appendingPathComponent(old), to: folder.appendingPathComponent(new))
      }
      let loaded = try Tokenizer(folder: folder)
      for row: Encoding in try Fixtures.rows("base/encode.jsonl") {
        #expect(loaded.encode(row.text) == row.ids)
      }
      #expect(loaded.isSpecialToken(0) && loaded.isSpecialToken(1) && !loaded.isSpecialToken(2))
    }
  }

  @Test func mergesWithWindowsLineEndsAndWithoutVersion() throws {
    try withTemporaryFolder { folder in
      try Self.write(
        vocabulary: Self.vocabulary + ["ab", "abc"], merges: "a b\r\nab c\r\n", folder)
      #expect(try Tokenizer(folder: folder).encode("abcab") == [257, 256])
    }
  }

  /// `make parity` sets TOKENIZER_PARITY to a folder and has dev/fixtures/tokenizer_fixture.py
  /// --check compare it with Hugging Face's tokenizers.
  @Test(.enabled(if: parityFolderPath != nil, "set TOKENIZER_PARITY to a folder to write to"))
  func parityFolder() throws {
    let folder = URL(fileURLWithPath: try #require(parityFolderPath))
    let trainer = TokenizerTrainer(
      vocabularySize: 1200, specialTokens: ["<|endoftext|>", "<|user|>", "<用户>"])
    let tokenizer = try trainer.train(try Fixtures.rows("base/training.jsonl", of: String.self))
    try tokenizer.save(to: folder)
    let encoder = JSONEncoder()
    var lines = Data()
    for row: Encoding in try Fixtures.rows("base/encode.jsonl") {
      lines += Data("[".utf8) + (try encoder.encode(row.text)) + Data(",".utf8)
      lines += try encoder.encode(tokenizer.encode(row.text)) + Data("]\n".utf8)
    }
    try lines.write(to: folder.appendingPathComponent("encode.jsonl"))
  }

  /// The 256 bytes as vocabularies write them.
  static let vocabulary: [String] = {
    let own = Array(33...126) + Array(161...172) + Array(174...255)
    return (own + Array(256..<324)).map { String(Unicode.Scalar($0)!) }
  }()

  static func write(vocabulary: [String], merges: String, _ folder: URL) throws {
    let ids = vocabulary.enumerated().map { "\(quoted($0.element)): \($0.offset)" }
    try write("{\n" + ids.joined(separator: ",\n") + "\n}", "vocab.json", folder)
    try write(merges, "merges.txt", folder)
  }

  static func write(_ text: String, _ name: String, _ folder: URL) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  private static func quoted(_ token: String) -> String {
    token == "\"" || token == "\\" ? "\"\\\(token)\"" : "\"\(token)\""
  }
}

private let parityFolderPath = ProcessInfo.processInfo.environment["TOKENIZER_PARITY"]
