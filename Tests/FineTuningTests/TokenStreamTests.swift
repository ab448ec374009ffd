import FineTuning
import Testing
import Tokenizers

@Suite struct TokenStreamTests {
  private let documents = ["Ada lives in Lund.", "", "她喜欢茶。🍵"]

  private func tokenizer(_ specialTokens: [String] = ["<|endoftext|>"]) throws -> Tokenizer {
    try TokenizerTrainer(vocabularySize: 280, specialTokens: specialTokens).train(documents)
  }

  @Test func documentsFollowOneAnotherWithAnEndEach() throws {
    let tokenizer = try tokenizer()
    let end = try #require(tokenizer.endOfText)
    let stream = TokenStream(documents, tokenizer: tokenizer)
    #expect(stream.tokens == documents.flatMap { tokenizer.encode($0) + [end] })
    #expect(stream.tokens.count { $0 == end } == 3)
    #expect(stream.documentCount == 3)
    #expect(stream.characterCount == 18 + 6)
    #expect(stream.byteCount == 18 + 5 * 3 + 4)
    #expect(stream.charactersPerToken == 24 / Double(stream.tokens.count))
  }

  @Test func withoutAnEndOfTextNothingIsAdded() throws {
    let tokenizer = try tokenizer([])
    let stream = TokenStream(documents, tokenizer: tokenizer)
    #expect(stream.tokens == documents.flatMap(tokenizer.encode))
    #expect(stream.documentCount == 3)
  }

  /// Documents without end are read as far as the limit asks, and the last is whole.
  @Test func theLimitCutsBetweenDocuments() throws {
    let tokenizer = try tokenizer()
    var read = 0
    let endless = sequence(state: 0) { (number: inout Int) -> String? in
      number += 1
      read = number
      return documents[0]
    }
    let length = tokenizer.encode(documents[0]).count + 1
    let stream = TokenStream(endless, tokenizer: tokenizer, limit: 2 * length + 1)
    #expect(stream.documentCount == 3)
    #expect(stream.tokens.count == 3 * length)
    #expect(read <= 4)
    #expect(TokenStream(documents, tokenizer: tokenizer, limit: length).documentCount == 1)
    let none = TokenStream(documents, tokenizer: tokenizer, limit: 0)
    #expect(none.tokens.isEmpty && none.documentCount == 0 && none.charactersPerToken == 0)
  }
}
