import Foundation
import Testing
import Tokenizers

struct TokenizerTrainerTests {
  private func pieces(_ tokenizer: Tokenizer, from first: Int32 = 256) -> [String] {
    (first..<Int32(tokenizer.vocabularySize)).map(tokenizer.piece)
  }

  /// Sennrich et al. 2016, figure 1: low ×5, lower ×2, newest ×6, widest ×3.
  @Test func mergesTheMostFrequentPair() throws {
    let words = [("low", 5), ("lower", 2), ("newest", 6), ("widest", 3)]
    let documents = words.flatMap { Array(repeating: $0.0, count: $0.1) }
    let tokenizer = try TokenizerTrainer(vocabularySize: 261, specialTokens: []).train(documents)
    // e+s 9 before s+t 9: e has the lower id. Then es+t 9; l+o 7 before o+w 7.
    #expect(pieces(tokenizer) == ["es", "est", "lo", "low", "ew"].map { $0 })
  }

  /// "天地" is frequent and takes the first merges otherwise; 雨 comes twice and 雪 once.
  @Test func charactersComeFirst() throws {
    let documents = ["天地天地天地天地", "天地", "雨", "雨", "雪"]
    func learned(_ size: Int, _ frequency: Int?) throws -> [String] {
      pieces(
        try TokenizerTrainer(
          vocabularySize: size, specialTokens: [], characterFrequency: frequency
        ).train(documents))
    }
    let characters = try learned(262, 2).filter { $0.count == 1 && !$0.contains("\u{fffd}") }
    #expect(Set(characters) == ["天", "地", "雨"])
    #expect(try learned(262, 2).contains("天地") == false)
    #expect(try learned(263, 2).last == "天地")
    #expect(try learned(262, nil).contains("天地"))
    let tokenizer = try TokenizerTrainer(
      vocabularySize: 263, specialTokens: [], characterFrequency: 2
    ).train(documents)
    #expect(tokenizer.encode("雨天地").map(tokenizer.piece) == ["雨", "天地"])
    #expect(tokenizer.decode(tokenizer.encode("雪天")) == "雪天")
  }

  @Test func stopsWherePairsAreTooRare() throws {
    let documents = ["ab ab ab", "cd cd"]
    func learned(_ minimum: Int) throws -> [String] {
      pieces(
        try TokenizerTrainer(
          vocabularySize: 300, specialTokens: [], minimumFrequency: minimum
        ).train(documents))
    }
    #expect(try learned(3) == ["ab"])
    #expect(try learned(4) == [])
    #expect(try learned(2) == ["ab", "cd", " ab"])
  }

  @Test func runsOfOneLetter() throws {
    // Six pairs of "a" in seven; then "aa aa aa a" has two pairs of "aa" and one more pair.
    let tokenizer = try TokenizerTrainer(vocabularySize: 300, specialTokens: []).train(["aaaaaaa"])
    #expect(pieces(tokenizer) == ["aa", "aaaa"])
    #expect(tokenizer.encode("aaaaaaa").map(tokenizer.piece) == ["aaaa", "aa", "a"])
  }

  @Test func bytesFirstSpecialTokensLast() throws {
    let trainer = TokenizerTrainer(
      vocabularySize: 260, specialTokens: ["<|endoftext|>", "<用户>"])
    let tokenizer = try trainer.train(["ab ab ab", "ab"])
    #expect(tokenizer.bytes(0) == Array("!".utf8))
    #expect(pieces(tokenizer) == ["ab", " ab", "<|endoftext|>", "<用户>"])
    #expect(tokenizer.endOfText == 258)
    #expect(tokenizer.encode("ab<用户>ab") == [256, 259, 256])
    #expect(tokenizer.decode([256, 258, 259], skippingSpecialTokens: true) == "ab")
  }

  @Test func specialTokensInTheTextTeachNothing() throws {
    let documents = ["<|endoftext|>ab<|endoftext|>", "<|endoftext|>"]
    let trainer = TokenizerTrainer(vocabularySize: 300, specialTokens: ["<|endoftext|>"])
    #expect(pieces(try trainer.train(documents)) == ["<|endoftext|>"])
  }

  @Test func noMergeIsWrittenLikeASpecialToken() throws {
    let trainer = TokenizerTrainer(vocabularySize: 300, specialTokens: ["Ġab"])
    let tokenizer = try trainer.train(["ab ab ab"])
    #expect(pieces(tokenizer) == ["ab", "Ġab"])
    #expect(tokenizer.encode(" ab").count == 2)
  }

  @Test func noTextGivesBytes() throws {
    let tokenizer = try TokenizerTrainer(vocabularySize: 400, specialTokens: []).train([])
    #expect(tokenizer.vocabularySize == 256)
    #expect(tokenizer.decode(tokenizer.encode("好")) == "好")
  }

  @Test func settingsThatCannotBeMet() {
    func error(_ size: Int, _ special: [String]) -> TokenizerError? {
      #expect(throws: TokenizerError.self) {
        try TokenizerTrainer(vocabularySize: size, specialTokens: special).train(["a"])
      }
    }
    #expect(error(256, ["<e>"]) == .vocabularyTooSmall(size: 256, smallest: 257))
    #expect(error(300, [""]) == .badSpecialToken("", reason: "it is empty"))
    #expect(error(300, ["<e>", "<e>"]) == .badSpecialToken("<e>", reason: "it is listed twice"))
    #expect(
      error(300, ["Ġ"]) == .badSpecialToken("Ġ", reason: "it is how vocabularies write a byte"))
  }

  @Test func theSameTextGivesTheSameFiles() throws {
    let documents = try Fixtures.rows("base/training.jsonl", of: String.self)
    func files() throws -> [Data] {
      let trainer = TokenizerTrainer(vocabularySize: 900, specialTokens: ["<|endoftext|>"])
      let tokenizer = try trainer.train(documents)
      return try withTemporaryFolder { folder in
        try tokenizer.save(to: folder)
        return try ["tokenizer.json", "vocab.json", "merges.txt"].map {
          try Data(contentsOf: folder.appendingPathComponent($0))
        }
      }
    }
    #expect(try files() == files())
  }
}
