import Testing
import Tokenizers

struct StreamingDecoderTests {
  let tokenizer: Tokenizer

  init() throws {
    tokenizer = try Fixtures.tokenizer("base")
  }

  private func id(ofByte byte: UInt8) throws -> Int32 {
    try #require((0..<Int32(tokenizer.vocabularySize)).first { tokenizer.bytes($0) == [byte] })
  }

  @Test func holdsBackWhatIsNoCharacterYet() throws {
    var decoder = StreamingDecoder(tokenizer)
    let parts = try "a好👍".utf8.map { decoder.append(try id(ofByte: $0)) }
    #expect(parts == ["a", "", "", "好", "", "", "", "👍"])
    #expect(decoder.finish() == "")
  }

  @Test func givesUpABrokenCharacterAtOnce() throws {
    var decoder = StreamingDecoder(tokenizer)
    // F0 can begin a character, but not before 41; ED A0 is half a surrogate.
    let parts = try [0xF0, 0x41, 0xED, 0xA0, 0xE5].map { decoder.append(try id(ofByte: $0)) }
    #expect(parts == ["", "\u{FFFD}A", "", "\u{FFFD}\u{FFFD}", ""])
    #expect(decoder.finish() == "\u{FFFD}")
    #expect(decoder.finish() == "")
  }

  @Test func saysAllTogetherWhatDecodeSays() throws {
    let single = try (UInt8.min...UInt8.max).map(id(ofByte:))
    let size = Int32(tokenizer.vocabularySize)
    var generator = SplitMix64(state: 2)
    for _ in 0..<3_000 {
      let ids = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
        Bool.random(using: &generator)
          ? Int32.random(in: -1...size, using: &generator)
          : single[Int.random(in: 0...255, using: &generator)]
      }
      for skipping in [false, true] {
        var decoder = StreamingDecoder(tokenizer, skippingSpecialTokens: skipping)
        let text = ids.map { decoder.append($0) }.joined() + decoder.finish()
        #expect(same(text, tokenizer.decode(ids, skippingSpecialTokens: skipping)), "\(ids)")
      }
    }
  }
}
