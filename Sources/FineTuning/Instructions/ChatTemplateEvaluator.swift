/// Runs a chat template over one conversation and keeps, for every piece that is written, whose words
/// it is.
struct ChatTemplateEvaluator {
  struct Piece: Equatable {
    var text: String
    var source: Segment.Kind
    /// Whether `{% generation %}` stood around it.
    var isGenerated: Bool
  }

  private(set) var pieces: [Piece] = []
  private var scopes: [[String: TemplateValue]]
  private var generations = 0
  /// Of the statement that runs.
  private var line = 1

  init(_ variables: [String: TemplateValue]) {
    scopes = [variables]
  }

  mutating func run(_ statements: [TemplateStatement]) throws(ChatTemplateError) {
    for statement in statements {
      switch statement {
      case .text(let text): write(SourcedText(text))
      case .output(let expression, let line):
        self.line = line
        write(try text(value(expression)))
      case .branches(let branches, let otherwise):
        try run(chosen(branches) ?? otherwise)
      case .loop(let loop): try run(loop)
      case .set(let name, let attribute, let expression, let line):
        self.line = line
        try set(name, attribute, value(expression))
      case .generation(let body):
        generations += 1
        try run(body)
        generations -= 1
      }
    }
  }

  func wrong(_ reason: String) -> ChatTemplateError {
    ChatTemplateError(line: line, .evaluation(reason))
  }

  func unsupported(_ construct: String) -> ChatTemplateError {
    ChatTemplateError(line: line, .unsupported(construct))
  }

  private mutating func write(_ text: SourcedText) {
    for piece in text.pieces {
      pieces.append(
        Piece(text: piece.text, source: piece.source, isGenerated: generations > 0))
    }
  }

  private mutating func chosen(
    _ branches: [TemplateStatement.Branch]
  ) throws(ChatTemplateError) -> [TemplateStatement]? {
    for branch in branches {
      line = branch.line
      if try value(branch.condition).isTrue { return branch.body }
    }
    return nil
  }

  /// What a loop sets is forgotten after each round, as in Jinja.
  private mutating func run(_ loop: TemplateStatement.Loop) throws(ChatTemplateError) {
    line = loop.line
    var items: [TemplateValue]
    switch try value(loop.items) {
    case .list(let list): items = list
    case .undefined: items = []
    case let other: throw unsupported("a loop over \(other.kind)")
    }
    if let filter = loop.filter {
      var kept: [TemplateValue] = []
      for item in items {
        scopes.append([loop.variable: item])
        defer { scopes.removeLast() }
        if try value(filter).isTrue { kept.append(item) }
      }
      items = kept
    }
    for (index, item) in items.enumerated() {
      scopes.append([
        loop.variable: item, "loop": .loop(TemplateValue.Loop(items: items, index: index)),
      ])
      defer { scopes.removeLast() }
      try run(loop.body)
    }
    if items.isEmpty { try run(loop.otherwise) }
  }

  private mutating func set(
    _ name: String, _ attribute: String?, _ value: TemplateValue
  ) throws(ChatTemplateError) {
    guard let attribute else {
      scopes[scopes.count - 1][name] = value
      return
    }
    guard case .namespace(let namespace) = look(up: name) else {
      throw wrong("\(name).\(attribute) can only be set where \(name) is a namespace")
    }
    namespace.values[attribute] = value
  }

  private func look(up name: String) -> TemplateValue {
    for scope in scopes.reversed() {
      if let value = scope[name] { return value }
    }
    return .undefined(name)
  }

  // MARK: Expressions

  /// What Jinja or transformers would find under these names and is not here.
  private static let missingGlobals: Set<String> = [
    "range", "dict", "lipsum", "cycler", "joiner", "strftime_now", "namespace", "raise_exception",
  ]

  func value(_ expression: TemplateExpression) throws(ChatTemplateError) -> TemplateValue {
    switch expression {
    case .literal(let value): return value
    case .name(let name):
      let value = look(up: name)
      if case .undefined = value, Self.missingGlobals.contains(name) {
        throw unsupported("the function \(name) as a value")
      }
      return value
    case .list(let elements):
      var values: [TemplateValue] = []
      for element in elements { values.append(try value(element)) }
      return .list(values)
    case .attribute(let object, let name): return try attribute(name, of: value(object))
    case .item(let object, let key): return try item(value(key), of: value(object))
    case .slice(let object, let from, let to):
      return try slice(value(object), from: bound(from), to: bound(to))
    case .reversed(let object):
      let value = try value(object)
      guard case .list(let elements) = value else { throw unsupported("[::-1] of \(value.kind)") }
      return .list(elements.reversed())
    case .refused(let construct): throw unsupported(construct)
    case .method(let object, let method, let arguments):
      return try call(method, of: value(object), positional(arguments))
    case .namespace(let arguments):
      var values: [String: TemplateValue] = [:]
      for argument in arguments { values[argument.name!] = try value(argument.value) }
      return .namespace(TemplateValue.Namespace(values))
    case .raise(let message):
      throw ChatTemplateError(line: line, .raised(try text(value(message)).string))
    case .filter(let object, let filter, let arguments):
      return try apply(filter, to: value(object), arguments)
    case .test(let object, let test): return try .bool(passes(test, value(object)))
    case .not(let object): return try .bool(!value(object).isTrue)
    case .negative(let object):
      let value = try value(object)
      guard let number = value.number, number != .min else {
        throw wrong("\(value.kind) has no negative")
      }
      return .int(-number)
    case .binary(.and, let left, let right):
      let left = try value(left)
      return left.isTrue ? try value(right) : left
    case .binary(.or, let left, let right):
      let left = try value(left)
      return left.isTrue ? left : try value(right)
    case .binary(let sign, let left, let right):
      return try combined(sign, value(left), value(right))
    case .comparison(let first, let rest):
      var left = try value(first)
      for (comparison, expression) in rest {
        let right = try value(expression)
        guard try holds(comparison, left, right) else { return .bool(false) }
        left = right
      }
      return .bool(true)
    case .conditional(let condition, let then, let otherwise):
      if try value(condition).isTrue { return try value(then) }
      return try otherwise.map { e throws(ChatTemplateError) in try value(e) }
        ?? .undefined("a condition without else")
    }
  }

  /// The values of arguments that have no names.
  private func positional(
    _ arguments: [TemplateExpression.Argument]
  ) throws(ChatTemplateError) -> [TemplateValue] {
    var values: [TemplateValue] = []
    for argument in arguments {
      if let name = argument.name { throw unsupported("the argument \(name)=") }
      values.append(try value(argument.value))
    }
    return values
  }

  private func bound(_ expression: TemplateExpression?) throws(ChatTemplateError) -> Int? {
    guard let expression else { return nil }
    switch try value(expression) {
    case .none: return nil
    case let value:
      guard let number = value.number else { throw wrong("a slice cannot end at \(value.kind)") }
      return number
    }
  }

  private func apply(
    _ filter: TemplateExpression.Filter, to value: TemplateValue,
    _ arguments: [TemplateExpression.Argument]
  ) throws(ChatTemplateError) -> TemplateValue {
    if filter == .default || filter == .d { return try defaulted(value, arguments) }
    if filter == .selectattr { return try selected(value, positional(arguments)) }
    guard arguments.isEmpty else {
      throw unsupported("the filter \(filter.rawValue) with arguments")
    }
    switch filter {
    case .trim: return .text(try text(value).trimmed(.both, where: \.isPythonSpace))
    case .upper: return .text(try text(value).mapped { $0.uppercased() })
    case .lower: return .text(try text(value).mapped { $0.lowercased() })
    case .tojson: return .text(try json(value))
    case .list:
      guard case .list = value else { throw unsupported("the filter list for \(value.kind)") }
      return value
    default: return .int(try length(of: value))
    }
  }

  private func defaulted(
    _ value: TemplateValue, _ arguments: [TemplateExpression.Argument]
  ) throws(ChatTemplateError) -> TemplateValue {
    let names = ["default_value", "boolean"]
    var given: [String: TemplateValue] = [:]
    for (index, argument) in arguments.enumerated() {
      guard let name = argument.name ?? (index < 2 ? names[index] : nil), names.contains(name)
      else { throw unsupported("this argument of the filter default") }
      given[name] = try self.value(argument.value)
    }
    let isReplaced =
      if case .undefined = value { true } else { given["boolean"]?.isTrue == true && !value.isTrue }
    return isReplaced ? given["default_value"] ?? .text("") : value
  }

  private func passes(
    _ test: TemplateExpression.Test, _ value: TemplateValue
  ) throws(ChatTemplateError) -> Bool {
    switch (test, value) {
    case (.undefined, .undefined), (.none, .none), (.string, .text), (.mapping, .mapping),
      (.true, .bool(true)), (.false, .bool(false)), (.boolean, .bool),
      (.number, .int), (.number, .bool),
      (.iterable, .text), (.iterable, .list), (.iterable, .mapping), (.iterable, .undefined):
      true
    case (.defined, .undefined): false
    case (.defined, _): true
    case (_, .namespace), (_, .loop): throw unsupported("the test \"\(test.rawValue)\" here")
    default: false
    }
  }
}
