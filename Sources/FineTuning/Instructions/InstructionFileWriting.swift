import Files
import Foundation

extension Example {
  /// The row as one line of JSON, without the line's end; characters beyond ASCII stand as they are.
  ///
  /// Reading the line gives this very example. Throws `InstructionFormError` where that form cannot
  /// hold it: an instruction is held by Alpaca's columns; a prompt by `prompt` and `completion`; a
  /// conversation by `messages` and ShareGPT, and with a system text or several exchanges by Alpaca's
  /// columns too. `.conversation(example.turns)` makes a conversation of any row. No form holds
  /// what a reader refuses: an empty answer, turns out of order.
  public func line(as form: InstructionFile.Form) throws(InstructionFormError) -> String {
    guard isReadable else { throw InstructionFormError(form: form, example: self) }
    return switch (self, form) {
    case (.instruction(let instruction, let input, let output), .alpaca):
      object([("instruction", instruction), ("input", input), ("output", output)])
    case (.completion(let prompt, let completion), .completion):
      object([("prompt", prompt), ("completion", completion)])
    case (.conversation(let turns), .messages):
      "{\"messages\": \(list(turns, .openAI))}"
    case (.conversation(let turns), .shareGPT):
      "{\"conversations\": \(list(turns, .shareGPT))}"
    case (.conversation(let turns), .alpaca) where turns.first?.role == .system || turns.count > 2:
      try alpacaLine(turns)
    default: throw InstructionFormError(form: form, example: self)
    }
  }

  private var isReadable: Bool {
    (try? turns.checkOrder()) != nil
      && turns.allSatisfy { $0.role != .assistant || !$0.text.isBlank }
  }

  private func alpacaLine(_ turns: [Turn]) throws(InstructionFormError) -> String {
    let spoken = turns.drop { $0.role == .system }
    // An empty system text is read as none.
    guard turns[0] != Turn(.system, "") else {
      throw InstructionFormError(form: .alpaca, example: self)
    }
    let (question, answer) = (spoken[spoken.endIndex - 2].text, spoken[spoken.endIndex - 1].text)
    let earlier = spoken.dropLast(2)
    let history = stride(from: earlier.startIndex, to: earlier.endIndex, by: 2).map {
      "[\(quoted(earlier[$0].text)), \(quoted(earlier[$0 + 1].text))]"
    }
    var fields = [("instruction", question), ("input", ""), ("output", answer)]
    if spoken.count < turns.count { fields.append(("system", turns[0].text)) }
    return String(object(fields).dropLast())
      + (history.isEmpty ? "}" : ", \"history\": [\(history.joined(separator: ", "))]}")
  }
}

extension InstructionFile {
  /// Writes examples as JSON lines, and the file as a whole or not at all. Throws
  /// `InstructionFormError` for an example that the form cannot hold, and `FileWriteError`.
  public static func write(
    _ examples: some Sequence<Example>, as form: Form, to file: URL
  ) throws {
    var data = Data()
    for example in examples {
      data.append(contentsOf: try example.line(as: form).utf8)
      data.append(.lineFeed)
    }
    try writeAtomically(data, to: file)
  }
}

/// An example that a form of instruction data cannot hold without losing something.
public struct InstructionFormError: LocalizedError, Equatable {
  public let form: InstructionFile.Form
  public let example: Example

  public var errorDescription: String? {
    let what =
      switch example {
      case .instruction: "an instruction"
      case .completion: "a prompt with its completion"
      case .conversation: "this conversation"
      }
    return "\(what) cannot be written as \(form.rawValue) and read back as what it is"
  }

  public var recoverySuggestion: String? {
    switch example {
    case .instruction:
      "write it as alpaca, or turn it into a conversation first; its answer may not be empty"
    case .completion:
      "write it as prompt-completion, or turn it into a conversation first; its answer may not be empty"
    case .conversation:
      "write it as messages or sharegpt; user and assistant take turns, and no answer is empty"
    }
  }
}

private func list(_ turns: [Turn], _ names: MessageNames) -> String {
  let messages = turns.map {
    object([(names.role, names.name(of: $0.role)), (names.text, $0.text)])
  }
  return "[\(messages.joined(separator: ", "))]"
}

private func object(_ fields: [(name: String, text: String)]) -> String {
  "{\(fields.map { "\"\($0.name)\": \(quoted($0.text))" }.joined(separator: ", "))}"
}

private func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }

/// What stands between the quotes of a JSON string that people can read, as Python's
/// `ensure_ascii=False` writes it: `JSONValue.text` would escape every Chinese character.
func escaped(_ text: String) -> String {
  var out = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": out += "\\\"".unicodeScalars
    case "\\": out += "\\\\".unicodeScalars
    case "\n": out += "\\n".unicodeScalars
    case "\r": out += "\\r".unicodeScalars
    case "\t": out += "\\t".unicodeScalars
    case "\u{8}": out += "\\b".unicodeScalars
    case "\u{c}": out += "\\f".unicodeScalars
    case ..<" ":
      let hex = String(scalar.value, radix: 16)
      out += ("\\u" + String(repeating: "0", count: 4 - hex.count) + hex).unicodeScalars
    default: out.append(scalar)
    }
  }
  return String(out)
}
