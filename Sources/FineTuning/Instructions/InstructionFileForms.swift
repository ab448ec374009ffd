import Models

/// The form and content of one row of a file that starts on `line`.
func recognisedRow(
  _ bytes: UnsafeRawBufferPointer, line: Int
) throws(RowError) -> (InstructionFile.Form, Example) {
  let json: JSONValue
  do throws(JSONError) { json = try JSONValue(parsing: bytes) } catch {
    guard String(validating: bytes, as: UTF8.self) != nil else { throw RowError(line, .notUTF8) }
    let before = bytes[..<error.offset]
    let column = error.offset - (before.lastIndex(of: .lineFeed) ?? -1)
    throw RowError(
      line + before.count { $0 == .lineFeed },
      .brokenJSON("\(error.reason), at byte \(column) of the line"))
  }
  guard case .object(let members) = json else { throw RowError(line, .notAnObject(json.kind)) }
  do throws(Problem) {
    return try RowFields(members: members.filter { $0.value != .null }).recognised()
  } catch {
    throw RowError(line, error.reason)
  }
}

private struct Problem: Error {
  let reason: InstructionFileError.Reason

  init(_ reason: InstructionFileError.Reason) {
    self.reason = reason
  }
}

/// The members of one row that are not null.
private struct RowFields {
  let members: [JSONValue.Member]

  private static let keys: [(form: InstructionFile.Form, keys: [String])] = [
    (.alpaca, ["instruction", "output"]), (.completion, ["prompt", "completion"]),
    (.messages, ["messages"]), (.shareGPT, ["conversations"]),
  ]

  private subscript(name: String) -> JSONValue? { members.first { $0.name == name }?.value }

  func recognised() throws(Problem) -> (InstructionFile.Form, Example) {
    let forms = Self.keys.filter { $0.keys.allSatisfy { self[$0] != nil } }.map(\.form)
    guard let form = forms.first else { throw Problem(reasonForNoForm) }
    guard forms.count == 1 else { throw Problem(.twoForms(forms)) }
    let example: Example =
      switch form {
      case .alpaca: try alpaca()
      case .completion: try completion()
      case .messages: try conversation(messages("messages", .openAI))
      case .shareGPT: try conversation(system() + messages("conversations", .shareGPT))
      }
    return (form, example)
  }

  private var reasonForNoForm: InstructionFileError.Reason {
    for (_, keys) in Self.keys where keys.count > 1 {
      if let present = keys.first(where: { self[$0] != nil }) {
        return .missingKey(keys.first { $0 != present }!, beside: present)
      }
    }
    return .noForm(found: members.map(\.name))
  }

  private func text(_ key: String) throws(Problem) -> String {
    guard let value = self[key] else { return "" }
    return try string(value, at: "\"\(key)\"")
  }

  private func system() throws(Problem) -> [Turn] {
    let text = try text("system")
    return text.isEmpty ? [] : [Turn(.system, text)]
  }

  private func alpaca() throws(Problem) -> Example {
    let (instruction, input) = (try text("instruction"), try text("input"))
    let output = try text("output")
    guard !output.isBlank else { throw Problem(.emptyAnswer(place: "\"output\"")) }
    let earlier = try system() + history()
    guard !earlier.isEmpty else {
      return .instruction(instruction, input: input, output: output)
    }
    return try conversation(
      earlier + [Turn(.user, joined(instruction, input)), Turn(.assistant, output)])
  }

  private func history() throws(Problem) -> [Turn] {
    guard let value = self["history"] else { return [] }
    guard case .array(let pairs) = value else {
      throw Problem(.wrongType(place: "\"history\"", expected: "a list", found: value.kind))
    }
    var turns: [Turn] = []
    for (index, pair) in pairs.enumerated() {
      let place = "\"history\", pair \(index + 1)"
      guard case .array(let texts) = pair, texts.count == 2 else {
        throw Problem(
          .wrongType(place: place, expected: "a question and its answer", found: pair.kind))
      }
      turns.append(Turn(.user, try string(texts[0], at: place)))
      turns.append(Turn(.assistant, try string(texts[1], at: place)))
    }
    return turns
  }

  private func completion() throws(Problem) -> Example {
    if case .array = self["prompt"] {
      return try conversation(messages("prompt", .openAI) + messages("completion", .openAI))
    }
    let (prompt, completion) = (try text("prompt"), try text("completion"))
    guard !completion.isBlank else { throw Problem(.emptyAnswer(place: "\"completion\"")) }
    return .completion(prompt: prompt, completion: completion)
  }

  private func messages(_ key: String, _ names: MessageNames) throws(Problem) -> [Turn] {
    guard let value = self[key] else { return [] }
    guard case .array(let elements) = value else {
      throw Problem(
        .wrongType(place: "\"\(key)\"", expected: "a list of messages", found: value.kind))
    }
    var turns: [Turn] = []
    for (index, element) in elements.enumerated() {
      turns.append(try turn(element, number: index + 1, names))
    }
    return turns
  }

  private func turn(
    _ value: JSONValue, number: Int, _ names: MessageNames
  ) throws(Problem) -> Turn {
    guard case .object = value else {
      throw Problem(.wrongType(place: "turn \(number)", expected: "an object", found: value.kind))
    }
    func text(_ key: String) throws(Problem) -> String {
      guard let value = value[key] else {
        throw Problem(.wrongType(place: "turn \(number)", expected: "\"\(key)\"", found: "none"))
      }
      return try string(value, at: "turn \(number), \"\(key)\"")
    }
    let role = try text(names.role)
    if MessageNames.tools.contains(role) { throw Problem(.toolTurn(number)) }
    if let calls = value["tool_calls"], calls != .null, calls != .array([]) {
      throw Problem(.toolTurn(number))
    }
    guard let known = names.roles.first(where: { $0.name == role }) else {
      throw Problem(.unknownRole(role, turn: number, known: names.roles.map(\.name)))
    }
    return Turn(known.role, try text(names.text))
  }

  private func conversation(_ turns: [Turn]) throws(Problem) -> Example {
    do throws(TurnOrderProblem) { try turns.checkOrder() } catch {
      throw Problem(.turnOrder(error))
    }
    if let empty = turns.firstIndex(where: { $0.role == .assistant && $0.text.isBlank }) {
      throw Problem(.emptyAnswer(place: "turn \(empty + 1)"))
    }
    return .conversation(turns)
  }

  private func string(_ value: JSONValue, at place: String) throws(Problem) -> String {
    guard case .string(let text) = value else {
      throw Problem(.wrongType(place: place, expected: "a text", found: value.kind))
    }
    return text
  }
}

/// The keys and roles of a list of messages.
struct MessageNames {
  let role: String
  let text: String
  /// The first name of each role is the one that is written.
  let roles: [(name: String, role: Role)]

  static let openAI = MessageNames(
    role: "role", text: "content",
    roles: [("system", .system), ("user", .user), ("assistant", .assistant)])

  static let shareGPT = MessageNames(
    role: "from", text: "value",
    roles: [
      ("system", .system), ("human", .user), ("user", .user), ("gpt", .assistant),
      ("assistant", .assistant), ("chatgpt", .assistant), ("bing", .assistant),
      ("bard", .assistant),
    ])

  static let tools: Set<String> = [
    "tool", "function", "function_call", "function_response", "observation", "ipython",
  ]

  func name(of role: Role) -> String { roles.first { $0.role == role }!.name }
}

extension String {
  /// Whether nothing but white space stands in it.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
