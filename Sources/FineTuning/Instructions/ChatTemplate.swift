import Foundation
import Models

/// A model's own chat template: the Jinja text that its folder carries, as transformers renders it.
///
/// What of Jinja the templates of ChatML, Llama, Mistral, Zephyr and Gemma models need is followed;
/// anything else is refused by name, when the template is read or when a conversation reaches it.
/// Tools and documents are none.
///
/// Segments come from the evaluation: each piece of the text knows whether the template or a message
/// wrote it. An answer is the assistant's content, with the white space that the template puts around
/// it outside of the prompt, up to the end token; or, in a template with `{% generation %}`, what
/// stands in there.
public struct ChatTemplate: ExampleTemplate {
  /// The template as it stands in its file.
  public let text: String
  /// The token that ends an answer: the tokenizer's `eos_token` until it is changed to what the
  /// template writes there, such as Gemma's `<end_of_turn>`. Where the template writes it after an
  /// answer, it becomes an `end` segment.
  public var end: String?

  private let file: URL?
  private let specialTokens: [String: String]
  private let statements: [TemplateStatement]
  private let hasGeneration: Bool

  /// - Parameter specialTokens: by their names in tokenizer_config.json, such as `bos_token`.
  public init(
    _ text: String, specialTokens: [String: String] = [:], file: URL? = nil
  ) throws(ChatTemplateError) {
    do throws(ChatTemplateError) {
      var parser = try ChatTemplateParser(text)
      statements = try parser.statements()
      hasGeneration = parser.hasGeneration
    } catch {
      throw error.located(in: file)
    }
    self.text = text
    self.file = file
    self.specialTokens = specialTokens
    end = specialTokens["eos_token"]
  }

  /// Reads chat_template.jinja of a model's folder or, without it, `chat_template` in its
  /// tokenizer_config.json (of several the one named "default"), and there the special tokens.
  public init(folder: URL) throws(ChatTemplateError) {
    func contents(_ name: String) throws(ChatTemplateError) -> (file: URL, data: Data)? {
      let file = folder.appendingPathComponent(name)
      guard FileManager.default.fileExists(atPath: file.path) else { return nil }
      do { return (file, try Data(contentsOf: file)) } catch {
        throw ChatTemplateError(file: file, .unreadable(error.localizedDescription))
      }
    }
    var config = JSONValue.object([])
    var found: (file: URL, text: String)?
    if let (file, data) = try contents("tokenizer_config.json") {
      do throws(JSONError) { config = try JSONValue(parsing: data) } catch {
        throw ChatTemplateError(
          file: file, .malformed("it is not JSON: at byte \(error.offset), \(error.reason)"))
      }
      if let value = config["chat_template"], value != .null {
        found = (file, try Self.template(in: value, of: file))
      }
    }
    if let (file, data) = try contents("chat_template.jinja") {
      guard let text = String(validating: data, as: UTF8.self) else {
        throw ChatTemplateError(file: file, .unreadable("it is not UTF-8"))
      }
      found = (file, text)
    }
    guard let found else { throw ChatTemplateError(file: folder, .noTemplate) }
    var tokens: [String: String] = [:]
    for member in config.members ?? [] where member.name.hasSuffix("_token") {
      tokens[member.name] = member.value.string ?? member.value["content"]?.string
    }
    try self.init(found.text, specialTokens: tokens, file: found.file)
  }

  private static func template(
    in value: JSONValue, of file: URL
  ) throws(ChatTemplateError) -> String {
    if let text = value.string { return text }
    guard let templates = value.elements else {
      throw ChatTemplateError(
        file: file, .malformed("\"chat_template\": a text expected, found \(value.kind)"))
    }
    let isDefault = { (template: JSONValue) in template["name"]?.string == "default" }
    guard let text = templates.first(where: isDefault)?["template"]?.string else {
      throw ChatTemplateError(
        file: file, .noDefault(templates.map { $0["name"]?.string ?? "one without a name" }))
    }
    return text
  }

  public var name: String { "chat" }
  /// The end token, and the words that open the next question: a template file names its stops, a
  /// chat template has no place for them.
  public var stops: [String] { [end, questionOpening].compactMap { $0 } }

  /// The template's words between an answer's end and the next question, without white space around
  /// them: a model that writes them has begun to speak for the user. Nil where there are none.
  package var questionOpening: String? {
    let turns = [Turn(.user, "?"), Turn(.assistant, "!"), Turn(.user, "?")]
    guard let segments = try? prompt(after: turns),
      let question = segments.lastIndex(where: { $0.kind == .user }), question > 0,
      segments[question - 1].kind == .frame
    else { return nil }
    let words = segments[question - 1].text.trimmingCharacters(in: .whitespacesAndNewlines)
    return words.isEmpty ? nil : words
  }

  /// The text of a conversation, as `apply_chat_template` gives it; with `addPrompt`, up to where the
  /// next answer begins (`add_generation_prompt`).
  public func text(of turns: [Turn], addPrompt: Bool = false) throws(ChatTemplateError) -> String {
    try pieces(of: turns, addPrompt: addPrompt).map(\.text).joined()
  }

  public func segments(of example: Example) throws(ChatTemplateError) -> [Segment] {
    if case .completion(let prompt, let completion) = example {
      return [
        Segment(.user, prompt), Segment(.assistant, completion), Segment(.end, end ?? ""),
      ].filter { !$0.text.isEmpty }
    }
    do throws(TurnOrderProblem) { try example.turns.checkOrder() } catch {
      throw ChatTemplateError(file: file, .turnOrder(error))
    }
    return try segments(of: example.turns, addPrompt: false)
  }

  public func prompt(of example: Example) throws(ChatTemplateError) -> [Segment] {
    if case .completion(let prompt, _) = example {
      return prompt.isEmpty ? [] : [Segment(.user, prompt)]
    }
    let turns = example.turns
    return try prompt(after: turns.last?.role == .assistant ? turns.dropLast() : turns)
  }

  public func prompt(after turns: [Turn]) throws(ChatTemplateError) -> [Segment] {
    do throws(TurnOrderProblem) { try turns.checkPromptOrder() } catch {
      throw ChatTemplateError(file: file, .turnOrder(error))
    }
    guard turns.last?.role == .user else { throw ChatTemplateError(file: file, .noQuestion) }
    return try segments(of: turns, addPrompt: true)
  }

  private func pieces(
    of turns: [Turn], addPrompt: Bool
  ) throws(ChatTemplateError) -> [ChatTemplateEvaluator.Piece] {
    var variables = specialTokens.mapValues { TemplateValue.text($0) }
    variables["messages"] = .list(
      turns.map { turn in
        .mapping([
          "role": .text(turn.role.rawValue),
          "content": .text(SourcedText(turn.text, turn.role.kind)),
        ])
      })
    variables["add_generation_prompt"] = .bool(addPrompt)
    variables["tools"] = TemplateValue.none
    variables["documents"] = TemplateValue.none
    var evaluator = ChatTemplateEvaluator(variables)
    do throws(ChatTemplateError) { try evaluator.run(statements) } catch {
      throw error.located(in: file)
    }
    return evaluator.pieces
  }

  private func segments(
    of turns: [Turn], addPrompt: Bool
  ) throws(ChatTemplateError) -> [Segment] {
    let pieces = try pieces(of: turns, addPrompt: addPrompt)
    var answers = AnswerBounds(pieces, hasGeneration: hasGeneration, end: end)
    if !hasGeneration {
      for (index, turn) in turns.enumerated() where turn.role == .assistant {
        let prompt = try text(of: Array(turns[..<index]), addPrompt: true)
        answers.begin(after: prompt)
      }
    }
    return answers.segments
  }
}

extension Role {
  fileprivate var kind: Segment.Kind {
    switch self {
    case .system: .system
    case .user: .user
    case .assistant: .assistant
    }
  }
}
