import Foundation
import Testing
import Tokenizers

/// What is wrong with a file is said with its name, the place and the reason.
struct TokenizerErrorTests {
  private typealias Files = TokenizerFilesTests

  private func error(_ prepare: (URL) throws -> Void) throws -> TokenizerError {
    try withTemporaryFolder { folder in
      try prepare(folder)
      return try #require(
        #expect(throws: TokenizerError.self) { try Tokenizer(folder: folder) })
    }
  }

  private func expect(
    _ error: TokenizerError, in name: String, at place: String, _ reason: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let description = error.errorDescription ?? ""
    let parts = ["/\(name)", place, reason]
    #expect(
      parts.allSatisfy(description.contains), "\(description)", sourceLocation: sourceLocation)
    #expect(error.recoverySuggestion?.isEmpty == false, sourceLocation: sourceLocation)
  }

  @Test func noFiles() throws {
    let found = try error { _ in }
    guard case .noTokenizer = found else {
      Issue.record("\(found)")
      return
    }
  }

  @Test(arguments: [
    ("a b\nab\n", "line 2", "two tokens with one space"),
    ("#version: 0.2\na b\n\nab c\n", "line 3", "two tokens with one space"),
    ("a b\nab  c\n", "line 2", "two tokens with one space"),
    ("a b\na zz\n", "line 2", "\"zz\" of the merge"),
    ("a b\nb c\n", "line 2", "\"bc\" of the merge"),
    ("a b\na b\n", "line 2", "listed twice"),
  ])
  func badMerges(merges: String, place: String, reason: String) throws {
    let found = try error {
      try Files.write(vocabulary: Files.vocabulary + ["ab", "abc"], merges: merges, $0)
    }
    expect(found, in: "merges.txt", at: place, reason)
  }

  @Test func mergesThatAreNotUTF8() throws {
    let found = try error {
      try Files.write(vocabulary: Files.vocabulary, merges: "", $0)
      try Data([0x61, 0x20, 0xFF, 0x0A]).write(to: $0.appendingPathComponent("merges.txt"))
    }
    expect(found, in: "merges.txt", at: "line 1", "UTF-8")
  }

  @Test func badVocabularies() throws {
    func found(_ vocabulary: [String]) throws -> TokenizerError {
      try error { try Files.write(vocabulary: vocabulary, merges: "", $0) }
    }
    let bytes = Files.vocabulary
    expect(try found(bytes.dropLast()), in: "vocab.json", at: "line 1", "byte 173")
    expect(try found(bytes + ["a"]), in: "vocab.json", at: "line 258", "\"a\" is listed twice")
    expect(try found(bytes + ["a b"]), in: "vocab.json", at: "line 258", "stand for no byte")
    expect(try found(bytes + ["词"]), in: "vocab.json", at: "line 258", "stand for no byte")
  }

  @Test(arguments: [
    (#"{"a": 0, "b": 2}"#, "line 1", "no token has the id 1"),
    (#"{"a": 0, "b": 0}"#, "line 1", "have the same id 0"),
    ("{\"a\": 0,\n\"b\": -1}", "line 2", "expected a token's id, found -1"),
    ("{\"a\": 0,\n\"b\": 1.5}", "line 2", "expected a token's id, found 1.5"),
    ("{\"a\": 0,\n\"b\": 1e99}", "line 2", "expected a token's id, found 1e+99"),
    ("{\"a\": 0,\n\"b\": \"1\"}", "line 2", "expected a token's id, found \"1\""),
    ("[1]", "line 1", "expected an object"),
    ("{\"a\": 0,\n\"b\"", "line 2", "expected \":\" but the file ends"),
    ("{\"a\": 0,\n\"b\": 1} x", "line 2", "after the end"),
    ("{\"a\": 0,\n}", "line 2", "expected a key but found \"}\""),
    ("{\"a\": 0\n\"b\": 1}", "line 2", "expected \"}\" but found \"\"\""),
    ("{\"a", "line 1", "closing quotation mark"),
    (#"{"\ud800": 0}"#, "line 1", "surrogate"),
    (#"{"\u12g4": 0}"#, "line 1", "hexadecimal"),
    (#"{"\x": 0}"#, "line 1", "unknown escape"),
    ("{\"a\tb\": 0}", "line 1", "control character"),
    (#"{"a": nul}"#, "line 1", "expected a value"),
    (#"{"a": +1}"#, "line 1", "number"),
    ("", "line 1", "the file ends"),
    (String(repeating: "[", count: 100_000), "line 1", "nested"),
  ])
  func badJSON(json: String, place: String, reason: String) throws {
    let found = try error {
      try Files.write(vocabulary: Files.vocabulary, merges: "", $0)
      try Files.write(json, "vocab.json", $0)
    }
    expect(found, in: "vocab.json", at: place, reason)
  }

  /// The tokenizer.json of the fixture "base" with one text put in place of another.
  @Test(arguments: [
    (#""normalizer":null"#, #""normalizer":{"type":"NFC"}"#, "normalizer", "\"NFC\" is not"),
    (#""truncation":null"#, #""truncation":{"max_length":9}"#, "truncation", "not supported"),
    (#""padding":null"#, #""padding":{}"#, "padding", "not supported"),
    (#""type":"ByteLevel""#, #""type":"Whitespace""#, "pre_tokenizer.type", "\"Whitespace\""),
    (#""decoder":{"type":"ByteLevel""#, #""decoder":{"type":"Fuse""#, "decoder.type", "\"Fuse\""),
    (
      #""post_processor":{"type":"ByteLevel""#, #""post_processor":{"type":"BertProcessing""#,
      "post_processor.type", "\"BertProcessing\""
    ),
    (#""type":"BPE""#, #""type":"Unigram""#, "model.type", "\"Unigram\""),
    (#""dropout":null"#, #""dropout":0.1"#, "model.dropout", "0.1"),
    (#""byte_fallback":false"#, #""byte_fallback":true"#, "model.byte_fallback", "true"),
    (#""ignore_merges":false"#, #""ignore_merges":true"#, "model.ignore_merges", "true"),
    (
      #""end_of_word_suffix":null"#, #""end_of_word_suffix":"</w>""#, "model.end_of_word_suffix",
      "\"</w>\""
    ),
    (#""use_regex":true"#, #""use_regex":1"#, "pre_tokenizer.use_regex", "true or false"),
    (#""lstrip":false"#, #""left":false"#, "added_tokens[0]", "\"lstrip\" is missing"),
    (#""content":"<|user|>""#, #""content":"""#, "added_tokens[1].content", "empty"),
    (#""id":1,"content":"#, #""id":5,"content":"#, "added_tokens[1]", "has the id 5 here and 1"),
    (#""merges":[["#, #""merges":[["a"],["#, "model.merges[0]", "two parts"),
    (#""merges":[["#, #""merges":[["zz","b"],["#, "model.merges[0]", "\"zz\" of the merge"),
    (#""merges":[["#, #""merges":[7,["#, "model.merges[0]", "expected a string"),
    (#""merges":[["#, #""merged":[["#, "model", "\"merges\" is missing"),
  ])
  func badTokenizerJSON(old: String, new: String, place: String, reason: String) throws {
    let json = try String(
      contentsOf: Fixtures.folder("base/tokenizer.json"), encoding: .utf8)
    let range = try #require(json.range(of: old))
    let found = try error {
      try Files.write(json.replacingCharacters(in: range, with: new), "tokenizer.json", $0)
    }
    expect(found, in: "tokenizer.json", at: ", \(place) (line 1): ", reason)
  }

  @Test func aFolderThatCannotBeWritten() throws {
    let tokenizer = try Fixtures.tokenizer("base")
    try withTemporaryFolder { folder in
      try Files.write("", "file", folder)
      let error = #expect(throws: TokenizerError.self) {
        try tokenizer.save(to: folder.appendingPathComponent("file"))
      }
      guard case .unwritable = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
  }
}
