/// An expression of a chat template.
indirect enum TemplateExpression: Sendable {
  enum Comparison: String, Sendable {
    case equal = "=="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case isIn = "in"
    case isNotIn = "not in"
  }

  enum Operator: String, Sendable {
    case add = "+"
    case subtract = "-"
    case join = "~"
    case multiply = "*"
    case divide = "//"
    case remainder = "%"
    case and, or
  }

  enum Filter: String, Sendable {
    case trim, length, count, upper, lower, tojson, `default`, d
  }

  enum Test: String, Sendable {
    case defined, undefined, none, string, mapping, iterable, `true`, `false`, boolean, number
  }

  enum Method: String, Sendable {
    case strip, lstrip, rstrip, startswith, endswith, upper, lower, get
  }

  struct Argument: Sendable {
    let name: String?
    let value: TemplateExpression
  }

  case literal(TemplateValue)
  case name(String)
  case list([TemplateExpression])
  case attribute(TemplateExpression, String)
  case item(TemplateExpression, TemplateExpression)
  case slice(TemplateExpression, from: TemplateExpression?, to: TemplateExpression?)
  case method(TemplateExpression, Method, [Argument])
  case namespace([Argument])
  case raise(TemplateExpression)
  case filter(TemplateExpression, Filter, [Argument])
  case test(TemplateExpression, Test)
  case not(TemplateExpression)
  case negative(TemplateExpression)
  case binary(Operator, TemplateExpression, TemplateExpression)
  case comparison(TemplateExpression, [(Comparison, TemplateExpression)])
  case conditional(TemplateExpression, then: TemplateExpression, otherwise: TemplateExpression?)
}

/// Reads the words of one tag, with Jinja's precedence. What Jinja has and is not followed here is
/// refused by name.
struct TemplateExpressionParser {
  private static let deepest = 64

  private let tokens: [TemplateToken]
  private var position = 0
  private var depth = 0
  /// Of the tag; words have lines of their own.
  private let tagLine: Int

  init(_ tokens: [TemplateToken], line: Int) {
    self.tokens = tokens
    tagLine = line
  }

  // MARK: Words

  var line: Int { position < tokens.count ? tokens[position].line : tokens.last?.line ?? tagLine }

  private var next: TemplateToken.Kind? {
    position < tokens.count ? tokens[position].kind : nil
  }

  func unsupported(_ construct: String) -> ChatTemplateError {
    ChatTemplateError(line: line, .unsupported(construct))
  }

  func wrong(_ expected: String) -> ChatTemplateError {
    let found =
      switch next {
      case .name(let word), .symbol(let word): "\"\(word)\""
      case .text: "a text"
      case .number(let number): "\(number)"
      case nil: "the end of the tag"
      }
    return ChatTemplateError(line: line, .syntax("\(expected) expected, found \(found)"))
  }

  mutating func take(_ symbol: String) -> Bool {
    guard next == .symbol(symbol) else { return false }
    position += 1
    return true
  }

  mutating func take(name: String) -> Bool {
    guard next == .name(name) else { return false }
    position += 1
    return true
  }

  mutating func expect(_ symbol: String) throws(ChatTemplateError) {
    guard take(symbol) else { throw wrong("\"\(symbol)\"") }
  }

  mutating func name() throws(ChatTemplateError) -> String {
    guard case .name(let name) = next else { throw wrong("a name") }
    position += 1
    return name
  }

  func expectEnd() throws(ChatTemplateError) {
    guard position == tokens.count else { throw wrong("the end of the tag") }
  }

  var isAtEnd: Bool { position == tokens.count }

  // MARK: Expressions, the loosest first

  mutating func expression() throws(ChatTemplateError) -> TemplateExpression {
    guard depth < Self.deepest else {
      throw unsupported("an expression nested more than \(Self.deepest) deep")
    }
    depth += 1
    defer { depth -= 1 }
    var value = try or()
    while take(name: "if") {
      let condition = try or()
      let otherwise = take(name: "else") ? try expression() : nil
      value = .conditional(condition, then: value, otherwise: otherwise)
    }
    return value
  }

  /// Without `… if …`, which a loop's `in` and its filter would swallow.
  mutating func or() throws(ChatTemplateError) -> TemplateExpression {
    var left = try and()
    while take(name: "or") { left = .binary(.or, left, try and()) }
    return left
  }

  private mutating func and() throws(ChatTemplateError) -> TemplateExpression {
    var left = try not()
    while take(name: "and") { left = .binary(.and, left, try not()) }
    return left
  }

  private mutating func not() throws(ChatTemplateError) -> TemplateExpression {
    var negations = 0
    while take(name: "not") { negations += 1 }
    let value = try comparison()
    return negations == 0 ? value : negations % 2 == 1 ? .not(value) : .not(.not(value))
  }

  private mutating func comparison() throws(ChatTemplateError) -> TemplateExpression {
    let left = try sum()
    var parts: [(TemplateExpression.Comparison, TemplateExpression)] = []
    while let comparison = comparisonSign() { parts.append((comparison, try sum())) }
    return parts.isEmpty ? left : .comparison(left, parts)
  }

  private mutating func comparisonSign() -> TemplateExpression.Comparison? {
    if case .symbol(let symbol) = next, let sign = TemplateExpression.Comparison(rawValue: symbol) {
      position += 1
      return sign
    }
    if take(name: "in") { return .isIn }
    if next == .name("not"), position + 1 < tokens.count,
      tokens[position + 1].kind == .name("in")
    {
      position += 2
      return .isNotIn
    }
    return nil
  }

  private mutating func sum() throws(ChatTemplateError) -> TemplateExpression {
    var left = try join()
    while true {
      if take("+") {
        left = .binary(.add, left, try join())
      } else if take("-") {
        left = .binary(.subtract, left, try join())
      } else {
        return left
      }
    }
  }

  private mutating func join() throws(ChatTemplateError) -> TemplateExpression {
    var left = try product()
    while take("~") { left = .binary(.join, left, try product()) }
    return left
  }

  private mutating func product() throws(ChatTemplateError) -> TemplateExpression {
    var left = try unary()
    while true {
      if take("*") {
        left = .binary(.multiply, left, try unary())
      } else if take("//") {
        left = .binary(.divide, left, try unary())
      } else if take("%") {
        left = .binary(.remainder, left, try unary())
      } else if next == .symbol("/") || next == .symbol("**") {
        throw unsupported("the operator \(next == .symbol("/") ? "/" : "**")")
      } else {
        return left
      }
    }
  }

  /// A sign binds tighter than a filter or a test after it: `-x | length` is `(-x) | length`.
  private mutating func unary() throws(ChatTemplateError) -> TemplateExpression {
    var signs = 0
    while take("-") { signs += 1 }
    if next == .symbol("+") { throw unsupported("the sign +") }
    var value = try postfix(primary())
    for _ in 0..<signs { value = .negative(value) }
    return try filtered(value)
  }

  private mutating func primary() throws(ChatTemplateError) -> TemplateExpression {
    switch next {
    case .text(var text):
      position += 1
      while case .text(let more) = next {
        text += more
        position += 1
      }
      return .literal(.text(text))
    case .number(let number):
      position += 1
      return .literal(.int(number))
    case .name(let name):
      position += 1
      switch name {
      case "true", "True": return .literal(.bool(true))
      case "false", "False": return .literal(.bool(false))
      case "none", "None": return .literal(.none)
      case "in", "is", "and", "or", "if", "else":
        position -= 1
        throw wrong("a value")
      default: return next == .symbol("(") ? try call(of: name) : .name(name)
      }
    case .symbol("("):
      position += 1
      let value = try expression()
      if next == .symbol(",") { return .list(try elements(after: value, to: ")")) }
      try expect(")")
      return value
    case .symbol("["):
      position += 1
      return take("]") ? .list([]) : .list(try elements(after: expression(), to: "]"))
    default: throw wrong("a value")
    }
  }

  /// The rest of a list or tuple.
  private mutating func elements(
    after first: TemplateExpression, to closing: String
  ) throws(ChatTemplateError) -> [TemplateExpression] {
    var elements = [first]
    while take(",") {
      if next == .symbol(closing) { break }
      elements.append(try expression())
    }
    try expect(closing)
    return elements
  }

  private mutating func call(of name: String) throws(ChatTemplateError) -> TemplateExpression {
    switch name {
    case "namespace":
      let arguments = try arguments()
      guard arguments.allSatisfy({ $0.name != nil }) else {
        throw unsupported("a namespace made from a value without a name")
      }
      return .namespace(arguments)
    case "raise_exception":
      let arguments = try arguments()
      guard arguments.count == 1, arguments[0].name == nil else {
        throw unsupported("raise_exception with other than one text")
      }
      return .raise(arguments[0].value)
    default: throw unsupported("the function \(name)()")
    }
  }

  private mutating func arguments() throws(ChatTemplateError) -> [TemplateExpression.Argument] {
    guard take("(") else { return [] }
    var arguments: [TemplateExpression.Argument] = []
    while !take(")") {
      if !arguments.isEmpty {
        try expect(",")
        if take(")") { break }
      }
      if next == .symbol("*") || next == .symbol("**") { throw unsupported("unpacked arguments") }
      var name: String?
      if case .name(let word) = next, position + 1 < tokens.count,
        tokens[position + 1].kind == .symbol("=")
      {
        name = word
        position += 2
      }
      arguments.append(.init(name: name, value: try expression()))
    }
    return arguments
  }

  /// Attributes, methods and items.
  private mutating func postfix(
    _ start: TemplateExpression
  ) throws(ChatTemplateError) -> TemplateExpression {
    var value = start
    while true {
      if take(".") {
        let name = try name()
        guard next == .symbol("(") else {
          value = .attribute(value, name)
          continue
        }
        guard let method = TemplateExpression.Method(rawValue: name) else {
          throw unsupported("the method .\(name)()")
        }
        value = .method(value, method, try arguments())
      } else if take("[") {
        value = try subscripted(value)
      } else if next == .symbol("(") {
        throw unsupported("a call of what is no name")
      } else {
        return value
      }
    }
  }

  private mutating func subscripted(
    _ value: TemplateExpression
  ) throws(ChatTemplateError) -> TemplateExpression {
    let from = next == .symbol(":") ? nil : try expression()
    guard take(":") else {
      try expect("]")
      return .item(value, from!)
    }
    let to = next == .symbol("]") || next == .symbol(":") ? nil : try expression()
    if next == .symbol(":") { throw unsupported("a slice with a step") }
    try expect("]")
    return .slice(value, from: from, to: to)
  }

  /// Filters and tests.
  private mutating func filtered(
    _ start: TemplateExpression
  ) throws(ChatTemplateError) -> TemplateExpression {
    var value = start
    while true {
      if take("|") {
        let name = try name()
        guard let filter = TemplateExpression.Filter(rawValue: name) else {
          throw unsupported("the filter \(name)")
        }
        value = .filter(value, filter, try arguments())
      } else if take(name: "is") {
        let isNegated = take(name: "not")
        let name = try name()
        guard let test = TemplateExpression.Test(rawValue: name) else {
          throw unsupported("the test \"is \(name)\"")
        }
        value = isNegated ? .not(.test(value, test)) : .test(value, test)
      } else {
        return value
      }
    }
  }
}
