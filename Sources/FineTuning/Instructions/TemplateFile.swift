import Foundation
import YAMLFaults
import Yams

extension InstructionTemplate {
  /// A template of the reader's own, from a .yaml file:
  ///
  ///     name: notes                     # the file's name where it is left out
  ///     system: "[system] {text}\n"     # optional
  ///     user: "[question] {text}\n"     # or {instruction}, and {input} where it may be empty
  ///     user-with-input: "…"            # optional: rows with an input, {instruction} and {input}
  ///     assistant: "[answer] {text}"
  ///     separator: "\n"                 # optional: between an answer's end and the next question
  ///     end: "<|endoftext|>"            # optional: the token that ends an answer
  ///     default-system: "…"             # optional: where a row has no system text
  ///     stop: ["[question]"]            # optional: one text or a list of them
  ///
  /// Throws `TemplateFileError`.
  public init(file: URL) throws(TemplateFileError) {
    self = try TemplateFile(file).template()
  }
}

/// A template's .yaml file, read key by key.
private struct TemplateFile {
  private static let keys = [
    "name", "system", "user", "user-with-input", "assistant", "separator", "end", "default-system",
    "stop",
  ]

  private let file: URL
  private let fields: Node.Mapping
  private let line: Int?

  init(_ file: URL) throws(TemplateFileError) {
    let text: String
    do { text = try String(contentsOf: file, encoding: .utf8) } catch {
      throw TemplateFileError(
        file: file, line: nil, reason: error.localizedDescription,
        help: "check the name, that you may read the file, and that it is UTF-8")
    }
    let node: Node?
    do { node = try Yams.compose(yaml: text) } catch {
      throw TemplateFileError(file: file, yaml: error)
    }
    guard let fields = node?.mapping else {
      throw TemplateFileError(
        file: file, line: node?.mark?.line, reason: "it is no list of keys with their texts",
        help: #"write a key a line, such as user: "Question: {text}\n""#)
    }
    self.file = file
    self.fields = fields
    line = node?.mark?.line
  }

  func template() throws(TemplateFileError) -> InstructionTemplate {
    for (key, _) in fields {
      let name = key.string ?? ""
      guard Self.keys.contains(name) else {
        throw error(
          key, "\"\(name)\" is no key of a template",
          nearest(to: name, in: Self.keys).map { "did you mean \($0)?" }
            ?? "the keys are \(Self.keys.joined(separator: ", "))")
      }
    }
    guard let user = try text("user") else {
      throw error(
        nil, "there is no \"user\"", #"add what is asked, such as user: "Question: {text}\n""#)
    }
    guard let assistant = try text("assistant") else {
      throw error(
        nil, "there is no \"assistant\", and so no place for the answer",
        #"add it, such as assistant: "Answer: {text}""#)
    }
    let name = try text("name") ?? file.deletingPathExtension().lastPathComponent
    let system = try text("system")
    let userWithInput = try text("user-with-input")
    let separator = try text("separator") ?? ""
    let end = try text("end") ?? "<|endoftext|>"
    let defaultSystem = try text("default-system")
    let stops = try stops()
    do throws(InstructionTemplateError) {
      return try InstructionTemplate(
        name: name, system: system, user: user, userWithInput: userWithInput, assistant: assistant,
        separator: separator, end: end, defaultSystem: defaultSystem, stops: stops)
    } catch {
      guard case .pattern(let problem, let field) = error.reason else {
        throw self.error(nil, error.errorDescription!, error.recoverySuggestion!)
      }
      throw self.error(fields[field], "\"\(field)\": \(problem.description)", problem.help)
    }
  }

  private func text(_ key: String) throws(TemplateFileError) -> String? {
    guard let node = fields[key] else { return nil }
    return try text(node, of: key)
  }

  private func stops() throws(TemplateFileError) -> [String] {
    guard let node = fields["stop"] else { return [] }
    guard let list = node.sequence else { return [try text(node, of: "stop")] }
    var stops: [String] = []
    for node in list { stops.append(try text(node, of: "stop")) }
    return stops
  }

  private func text(_ node: Node, of key: String) throws(TemplateFileError) -> String {
    guard let scalar = node.scalar else {
      throw error(
        node, "\"\(key)\" is no text", #"write it in quotes, such as "Question: {text}\n""#)
    }
    return scalar.string
  }

  private func error(_ node: Node?, _ reason: String, _ help: String) -> TemplateFileError {
    TemplateFileError(file: file, line: node?.mark?.line ?? line, reason: reason, help: help)
  }
}

/// A template's file that cannot be used.
public struct TemplateFileError: LocalizedError, Equatable {
  public let file: URL
  /// From 1; nil where the file as a whole is wrong.
  public let line: Int?
  public let reason: String
  public let help: String

  public var errorDescription: String? {
    "\(file.path)\(line.map { ":\($0)" } ?? ""): \(reason)"
  }
  public var recoverySuggestion: String? { help }
}

extension TemplateFileError {
  /// What Yams has to say about a text that is no YAML.
  fileprivate init(file: URL, yaml error: any Error) {
    let fault = YAMLFault(error)
    self.init(
      file: file, line: fault.line, reason: fault.reason,
      help: "mend the YAML: put each text into double quotes, with \\n for a line's end")
  }
}
