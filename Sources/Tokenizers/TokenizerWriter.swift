import Foundation

/// Writes the files of a tokenizer, one token and one merge a line.
func writeTokenizer(
  _ contents: TokenizerContents, to folder: URL
) throws(TokenizerError) {
  let vocabulary = contents.vocabulary
  let spellings = vocabulary.spellings.map(quoted)
  let merges = vocabulary.merges.map {
    "\(vocabulary.spellings[Int($0.pair.left)]) \(vocabulary.spellings[Int($0.pair.right)])"
  }
  func tokens(indent: String) -> String {
    spellings.enumerated().map { "\(indent)\($0.element): \($0.offset)" }.joined(separator: ",\n")
  }
  let json = """
    {
      "version": "1.0",
      "truncation": null,
      "padding": null,
      "added_tokens": \(list(vocabulary.addedTokens.map(text))),
      "normalizer": null,
      "pre_tokenizer": \(text(contents.preTokenizer)),
      "post_processor": \(contents.postProcessor.map(text) ?? "null"),
      "decoder": \(text(contents.decoder)),
      "model": {
        "type": "BPE",
        "dropout": null,
        "unk_token": null,
        "continuing_subword_prefix": null,
        "end_of_word_suffix": null,
        "fuse_unk": false,
        "byte_fallback": false,
        "ignore_merges": false,
        "vocab": {
    \(tokens(indent: "      "))
        },
        "merges": \(list(merges.map(quoted), indent: "      "))
      }
    }

    """
  try write(json, to: folder.appendingPathComponent("tokenizer.json"))
  try write("{\n\(tokens(indent: "  "))\n}\n", to: folder.appendingPathComponent("vocab.json"))
  try write(
    (["#version: 0.2"] + merges).joined(separator: "\n") + "\n",
    to: folder.appendingPathComponent("merges.txt"))
}

private func write(_ text: String, to file: URL) throws(TokenizerError) {
  do {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file, options: .atomic)
  } catch {
    throw .unwritable(file: file, reason: (error as NSError).localizedDescription)
  }
}

private func text(_ options: ByteLevel) -> String {
  """
  {"type": "ByteLevel", "add_prefix_space": \(options.addPrefixSpace), \
  "trim_offsets": \(options.trimOffsets), "use_regex": \(options.useRegex)}
  """
}

private func text(_ token: AddedToken) -> String {
  """
  {"id": \(token.id), "content": \(quoted(token.content)), "single_word": \(token.singleWord), \
  "lstrip": \(token.lstrip), "rstrip": \(token.rstrip), "normalized": \(token.normalized), \
  "special": \(token.special)}
  """
}

private func list(_ items: [String], indent: String = "    ") -> String {
  if items.isEmpty { return "[]" }
  return "[\n" + items.map { indent + $0 }.joined(separator: ",\n") + "\n"
    + indent.dropLast(2) + "]"
}

/// A JSON string.
private func quoted(_ string: String) -> String {
  var result = "\""
  for scalar in string.unicodeScalars {
    switch scalar {
    case "\"", "\\":
      result += "\\"
      result.unicodeScalars.append(scalar)
    case "\0"..."\u{1F}":
      result += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
    default:
      result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
