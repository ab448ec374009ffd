/// Reads the words of one tag, with Jinja's precedence. What Jinja has and is not followed here is
/// named; filters, tests, functions and methods are refused only where a conversation reaches them.
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
    default:
      _ = try arguments()
      return .refused("the function \(name)()")
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
        let arguments = try arguments()
        value =
          TemplateExpression.Method(rawValue: name).map { .method(value, $0, arguments) }
          ?? .refused("the method .\(name)()")
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
    if take(":") {
      guard from == nil, to == nil, take("-"), next == .number(1) else {
        throw unsupported("a slice with a step other than [::-1]")
      }
      position += 1
      try expect("]")
      return .reversed(value)
    }
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
        let arguments = try arguments()
        value =
          TemplateExpression.Filter(rawValue: name).map { .filter(value, $0, arguments) }
          ?? .refused("the filter \(name)")
      } else if take(name: "is") {
        let isNegated = take(name: "not")
        let name = try name()
        if let test = TemplateExpression.Test(rawValue: name) {
          value = isNegated ? .not(.test(value, test)) : .test(value, test)
        } else {
          try skipTestArgument()
          value = .refused("the test \"is \(name)\"")
        }
      } else {
        return value
      }
    }
  }

  /// What a test is given: one value, or several in parentheses.
  private mutating func skipTestArgument() throws(ChatTemplateError) {
    switch next {
    case .symbol("("): _ = try arguments()
    case .symbol(let sign) where sign != "[": break
    case .name("and"), .name("or"), .name("is"), .name("if"), .name("else"), nil: break
    default: _ = try postfix(primary())
    }
  }
}
