/// Reads a template's statements. A tag of Jinja's that is not followed here is refused by name.
struct ChatTemplateParser {
  private static let deepest = 64

  private let parts: [ChatTemplateLexer.Part]
  private var position = 0
  private var depth = 0
  private(set) var hasGeneration = false

  init(_ text: String) throws(ChatTemplateError) {
    var lexer = ChatTemplateLexer(text)
    parts = try lexer.parts()
  }

  mutating func statements() throws(ChatTemplateError) -> [TemplateStatement] {
    let (body, end) = try body(until: [], from: 1)
    precondition(end == nil, "only the template's end ends a template")
    return body
  }

  /// A tag that ends a body, already past its name.
  private struct End {
    let name: String
    var words: TemplateExpressionParser
    let line: Int
  }

  /// Statements up to one of the tags named, nil at the template's end.
  private mutating func body(
    until ends: Set<String>, from openingLine: Int
  ) throws(ChatTemplateError) -> (body: [TemplateStatement], end: End?) {
    guard depth < Self.deepest else {
      throw ChatTemplateError(
        line: openingLine, .unsupported("a block nested more than \(Self.deepest) deep"))
    }
    depth += 1
    defer { depth -= 1 }
    var statements: [TemplateStatement] = []
    while position < parts.count {
      let part = parts[position]
      position += 1
      switch part {
      case .text(let text): statements.append(.text(text))
      case .tag(isBlock: false, let tokens, let line):
        var words = TemplateExpressionParser(tokens, line: line)
        statements.append(.output(try words.expression(), line: line))
        try words.expectEnd()
      case .tag(isBlock: true, let tokens, let line):
        var words = TemplateExpressionParser(tokens, line: line)
        let name = try words.name()
        if ends.contains(name) { return (statements, End(name: name, words: words, line: line)) }
        statements.append(try statement(name, &words, line))
      }
    }
    guard ends.isEmpty else {
      throw ChatTemplateError(
        line: openingLine,
        .syntax("the block that opens here has no \(ends.sorted().joined(separator: " or "))"))
    }
    return (statements, nil)
  }

  private mutating func statement(
    _ name: String, _ words: inout TemplateExpressionParser, _ line: Int
  ) throws(ChatTemplateError) -> TemplateStatement {
    switch name {
    case "if": return try branches(&words, line)
    case "for": return try loop(&words, line)
    case "set": return try set(&words, line)
    case "generation":
      try words.expectEnd()
      hasGeneration = true
      let (body, end) = try body(until: ["endgeneration"], from: line)
      try end!.words.expectEnd()
      return .generation(body)
    case "elif", "else", "endif", "endfor", "endgeneration", "endset":
      throw ChatTemplateError(
        line: line, .syntax("no block that \"\(name)\" could belong to is open"))
    default: throw ChatTemplateError(line: line, .unsupported("the tag \"\(name)\""))
    }
  }

  private mutating func branches(
    _ words: inout TemplateExpressionParser, _ line: Int
  ) throws(ChatTemplateError) -> TemplateStatement {
    var branches: [TemplateStatement.Branch] = []
    var (condition, conditionLine) = (try words.expression(), line)
    try words.expectEnd()
    while true {
      var (body, end) = try body(until: ["elif", "else", "endif"], from: line)
      branches.append(.init(condition: condition, body: body, line: conditionLine))
      if end!.name == "elif" {
        (condition, conditionLine) = (try end!.words.expression(), end!.line)
        try end!.words.expectEnd()
        continue
      }
      var otherwise: [TemplateStatement] = []
      if end!.name == "else" {
        try end!.words.expectEnd()
        (otherwise, end) = try self.body(until: ["endif"], from: line)
      }
      try end!.words.expectEnd()
      return .branches(branches, otherwise: otherwise)
    }
  }

  private mutating func loop(
    _ words: inout TemplateExpressionParser, _ line: Int
  ) throws(ChatTemplateError) -> TemplateStatement {
    let variable = try words.name()
    var names = 1
    while words.take(",") {
      _ = try words.name()
      names += 1
    }
    guard words.take(name: "in") else { throw words.wrong("\"in\"") }
    var items = try words.or()
    if names > 1 { items = .refused("a loop over several names") }
    let filter = words.take(name: "if") ? try words.expression() : nil
    if words.take(name: "recursive") { throw words.unsupported("a recursive loop") }
    try words.expectEnd()
    var (body, end) = try body(until: ["else", "endfor"], from: line)
    var otherwise: [TemplateStatement] = []
    if end!.name == "else" {
      try end!.words.expectEnd()
      (otherwise, end) = try self.body(until: ["endfor"], from: line)
    }
    try end!.words.expectEnd()
    return .loop(
      .init(
        variable: variable, items: items, filter: filter, body: body, otherwise: otherwise,
        line: line))
  }

  private mutating func set(
    _ words: inout TemplateExpressionParser, _ line: Int
  ) throws(ChatTemplateError) -> TemplateStatement {
    let name = try words.name()
    let attribute = words.take(".") ? try words.name() : nil
    if words.take(",") { throw words.unsupported("setting several names at once") }
    if words.isAtEnd { throw words.unsupported("set around a block") }
    try words.expect("=")
    let value = try words.expression()
    try words.expectEnd()
    return .set(name, attribute: attribute, value, line: line)
  }
}
