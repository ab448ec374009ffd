import Foundation

/// What the files of a tokenizer say.
struct TokenizerContents: Sendable {
  let vocabulary: Vocabulary
  var preTokenizer = ByteLevel()
  var postProcessor: ByteLevel?
  var decoder = ByteLevel()
}

/// Reads a folder: tokenizer.json before vocab.json and merges.txt, these before GPT-2's original
/// names encoder.json and vocab.bpe.
func readTokenizer(folder: URL) throws(TokenizerError) -> TokenizerContents {
  func file(_ name: String) -> URL? {
    let file = folder.appendingPathComponent(name)
    return FileManager.default.fileExists(atPath: file.path) ? file : nil
  }
  if let file = file("tokenizer.json") { return try readTokenizerJSON(file) }
  for (vocabularyName, mergesName) in [("vocab.json", "merges.txt"), ("encoder.json", "vocab.bpe")]
  {
    guard let vocabulary = file(vocabularyName), let merges = file(mergesName) else { continue }
    return TokenizerContents(
      vocabulary: try Vocabulary(
        JSONNode(file: vocabulary), merges: MergeList(textFile: merges), added: nil))
  }
  throw .noTokenizer(folder: folder)
}

/// Reads the tokenizer.json of a byte-level BPE; whatever would change ids in a way that is not
/// followed here is an error.
func readTokenizerJSON(_ file: URL) throws(TokenizerError) -> TokenizerContents {
  let root = try JSONNode(file: file)
  for name in ["normalizer", "truncation", "padding"] {
    if let node = try root.member(name) {
      throw node.unsupported(onlySupported: "null")
    }
  }
  let preTokenizer = try byteLevel(root.required("pre_tokenizer"))
  let decoder = try byteLevel(root.required("decoder"))
  let postProcessor: ByteLevel?
  if let node = try root.member("post_processor") {
    postProcessor = try byteLevel(node)
  } else {
    postProcessor = nil
  }

  let model = try root.required("model")
  if let type = try model.member("type"), try type.string != "BPE" {
    throw type.unsupported(onlySupported: "\"BPE\"")
  }
  for name in ["byte_fallback", "ignore_merges"] {
    if let node = try model.member(name), try node.bool {
      throw node.unsupported(onlySupported: "false")
    }
  }
  if let node = try model.member("dropout") { throw node.unsupported(onlySupported: "null") }
  for name in ["continuing_subword_prefix", "end_of_word_suffix"] {
    if let node = try model.member(name), try !node.string.isEmpty {
      throw node.unsupported(onlySupported: "an empty string")
    }
  }

  var added: [(token: AddedToken, node: JSONNode)] = []
  for node in try root.member("added_tokens")?.items ?? [] {
    added.append((try addedToken(node), node))
  }
  return TokenizerContents(
    vocabulary: try Vocabulary(
      model.required("vocab"), merges: MergeList(model.required("merges")), added: added),
    preTokenizer: preTokenizer, postProcessor: postProcessor, decoder: decoder)
}

private func byteLevel(_ node: JSONNode) throws(TokenizerError) -> ByteLevel {
  let type = try node.required("type")
  if try type.string != "ByteLevel" { throw type.unsupported(onlySupported: "\"ByteLevel\"") }
  var options = ByteLevel()
  if let node = try node.member("add_prefix_space") { options.addPrefixSpace = try node.bool }
  if let node = try node.member("trim_offsets") { options.trimOffsets = try node.bool }
  if let node = try node.member("use_regex") { options.useRegex = try node.bool }
  return options
}

private func addedToken(_ node: JSONNode) throws(TokenizerError) -> AddedToken {
  let content = try node.required("content")
  guard try !content.string.isEmpty else { throw content.malformed("an added token is empty") }
  func flag(_ name: String) throws(TokenizerError) -> Bool { try node.required(name).bool }
  return AddedToken(
    id: try node.required("id").id, content: try content.string,
    singleWord: try flag("single_word"), lstrip: try flag("lstrip"), rstrip: try flag("rstrip"),
    normalized: try flag("normalized"), special: try flag("special"))
}
