import Foundation
import Testing
import Tokenizers

/// Ids that were published for GPT-2. The folder with encoder.json, vocab.bpe and expected-ids.txt
/// (lines of `text => id,id,…`) is not part of this package.
private let gpt2Folder = ProcessInfo.processInfo.environment["GPT2_TOKENIZER"]

@Suite(.enabled(if: gpt2Folder != nil, "set GPT2_TOKENIZER to a folder with GPT-2's tokenizer"))
struct GPT2Tests {
  let folder: URL
  let tokenizer: Tokenizer

  init() throws {
    folder = URL(fileURLWithPath: try #require(gpt2Folder))
    tokenizer = try Tokenizer(folder: folder)
  }

  @Test func publishedIDs() throws {
    let file = folder.appendingPathComponent("expected-ids.txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    #expect(lines.count > 50)
    for line in lines {
      let separator = try #require(line.range(of: " => ", options: .backwards))
      let text = String(line[..<separator.lowerBound])
      let ids = line[separator.upperBound...].split(separator: ",").compactMap { Int32($0) }
      #expect(tokenizer.encode(text) == ids, "\(text)")
      #expect(tokenizer.decode(ids) == text)
    }
  }

  @Test func sizesAndSpecialToken() {
    #expect(tokenizer.vocabularySize == 50257)
    #expect(tokenizer.endOfText == 50256)
    #expect(tokenizer.encode("a<|endoftext|>b") == [64, 50256, 65])
    #expect(tokenizer.decode([64, 50256], skippingSpecialTokens: true) == "a")
    #expect(tokenizer.id(of: "Ġworld") == 995)
  }
}
