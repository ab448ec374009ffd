/// What the operators, attributes, methods and filters of a chat template do with values: what Python
/// does, or an error.
extension ChatTemplateEvaluator {
  /// A value as it is written into the text.
  func text(_ value: TemplateValue) throws(ChatTemplateError) -> SourcedText {
    switch value {
    case .text(let text): text
    case .int(let int): SourcedText(String(int))
    case .bool(let bool): SourcedText(bool ? "True" : "False")
    case .none: SourcedText("None")
    case .undefined: SourcedText("")
    default: throw unsupported("writing \(value.kind)")
    }
  }

  // MARK: Operators

  func combined(
    _ sign: TemplateExpression.Operator, _ left: TemplateValue, _ right: TemplateValue
  ) throws(ChatTemplateError) -> TemplateValue {
    if sign == .join { return .text(try sum(text(left), text(right))) }
    switch (sign, left, right) {
    case (.add, .text(let a), .text(let b)): return .text(try sum(a, b))
    case (.add, .list, .list): throw unsupported("adding two lists")
    case (.remainder, .text, _): throw unsupported("formatting a text with %")
    case (.multiply, .text, _), (.multiply, _, .text): throw unsupported("repeating a text with *")
    default: break
    }
    guard let a = left.number, let b = right.number else {
      throw wrong("\(left.kind) and \(right.kind) cannot be combined with \(sign.rawValue)")
    }
    let (result, overflows) =
      switch sign {
      case .add: a.addingReportingOverflow(b)
      case .subtract: a.subtractingReportingOverflow(b)
      case .multiply: a.multipliedReportingOverflow(by: b)
      case .divide: floored(a.dividedReportingOverflow(by: b), a, b, -1)
      default: floored(a.remainderReportingOverflow(dividingBy: b), a, b, b)
      }
    guard !overflows else { throw wrong("\(a) \(sign.rawValue) \(b) has no value") }
    return .int(result)
  }

  /// A template that doubles a text again and again would fill the memory.
  private func sum(_ a: SourcedText, _ b: SourcedText) throws(ChatTemplateError) -> SourcedText {
    guard a.utf8Count + b.utf8Count <= 1 << 24 else { throw unsupported("a text beyond 16 MiB") }
    return a + b
  }

  /// Python rounds quotients down, so that a remainder has the sign of what is divided by.
  private func floored(
    _ result: (partialValue: Int, overflow: Bool), _ a: Int, _ b: Int, _ correction: Int
  ) -> (Int, Bool) {
    guard !result.overflow, a % b != 0, (a < 0) != (b < 0) else {
      return (result.partialValue, result.overflow)
    }
    return (result.partialValue + correction, false)
  }

  func holds(
    _ comparison: TemplateExpression.Comparison, _ left: TemplateValue, _ right: TemplateValue
  ) throws(ChatTemplateError) -> Bool {
    switch comparison {
    case .equal: return try equal(left, right)
    case .unequal: return try !equal(left, right)
    case .isIn: return try contains(right, left)
    case .isNotIn: return try !contains(right, left)
    case .less: return try precedes(left, right)
    case .greater: return try precedes(right, left)
    case .lessOrEqual: return try !precedes(right, left)
    case .greaterOrEqual: return try !precedes(left, right)
    }
  }

  private func equal(
    _ left: TemplateValue, _ right: TemplateValue
  ) throws(ChatTemplateError) -> Bool {
    switch (left, right) {
    case (.undefined, .undefined), (.none, .none): return true
    case (.text(let a), .text(let b)):
      return a.string.unicodeScalars.elementsEqual(b.string.unicodeScalars)
    case (.list, .list), (.mapping, .mapping), (.namespace, .namespace), (.loop, .loop):
      throw unsupported("comparing two of \(left.kind)")
    default:
      guard let a = left.number, let b = right.number else { return false }
      return a == b
    }
  }

  private func precedes(
    _ left: TemplateValue, _ right: TemplateValue
  ) throws(ChatTemplateError) -> Bool {
    if case .text(let a) = left, case .text(let b) = right {
      return a.string.unicodeScalars.lexicographicallyPrecedes(b.string.unicodeScalars)
    }
    guard let a = left.number, let b = right.number else {
      throw wrong("\(left.kind) and \(right.kind) have no order")
    }
    return a < b
  }

  private func contains(
    _ whole: TemplateValue, _ part: TemplateValue
  ) throws(ChatTemplateError) -> Bool {
    switch (whole, part) {
    case (.text(let whole), .text(let part)):
      return holds(Array(whole.string.utf8), Array(part.string.utf8))
    case (.mapping(let mapping), .text(let key)): return mapping[key.string] != nil
    case (.list(let elements), _):
      for element in elements where try equal(element, part) { return true }
      return false
    case (.undefined, _): return false
    default: throw wrong("\(whole.kind) cannot hold \(part.kind)")
    }
  }

  private func holds(_ whole: [UInt8], _ part: [UInt8]) -> Bool {
    guard part.count <= whole.count else { return false }
    return (0...whole.count - part.count).contains { whole[$0...].starts(with: part) }
  }

  // MARK: Parts of values

  /// Python finds a mapping's methods before its keys.
  private static let mappingMethods: Set<String> = [
    "clear", "copy", "fromkeys", "get", "items", "keys", "pop", "popitem", "setdefault", "update",
    "values",
  ]

  func attribute(
    _ name: String, of value: TemplateValue
  ) throws(ChatTemplateError) -> TemplateValue {
    switch value {
    case .undefined(let missing): throw wrong("\(missing) is undefined and has no \(name)")
    case .mapping where Self.mappingMethods.contains(name):
      throw unsupported("the method .\(name) of a mapping as a value")
    case .mapping(let mapping): return mapping[name] ?? .undefined(name)
    case .namespace(let namespace): return namespace.values[name] ?? .undefined(name)
    case .loop(let loop): return try attribute(name, of: loop)
    case .none, .bool, .int: return .undefined(name)
    case .text, .list: throw unsupported("the attribute .\(name) of \(value.kind)")
    }
  }

  private func attribute(
    _ name: String, of loop: TemplateValue.Loop
  ) throws(ChatTemplateError) -> TemplateValue {
    let (index, count) = (loop.index, loop.items.count)
    return switch name {
    case "first": .bool(index == 0)
    case "last": .bool(index == count - 1)
    case "index": .int(index + 1)
    case "index0": .int(index)
    case "revindex": .int(count - index)
    case "revindex0": .int(count - index - 1)
    case "length": .int(count)
    case "previtem": index > 0 ? loop.items[index - 1] : .undefined("loop.previtem")
    case "nextitem": index < count - 1 ? loop.items[index + 1] : .undefined("loop.nextitem")
    default: throw unsupported("loop.\(name)")
    }
  }

  func item(
    _ key: TemplateValue, of value: TemplateValue
  ) throws(ChatTemplateError) -> TemplateValue {
    switch (value, key) {
    case (.undefined(let missing), _): throw wrong("\(missing) is undefined and has no items")
    case (.mapping(let mapping), .text(let key)):
      return mapping[key.string] ?? .undefined(key.string)
    case (.list(let elements), .int(let place)):
      let index = place < 0 ? place + elements.count : place
      return elements.indices.contains(index) ? elements[index] : .undefined("item \(place)")
    case (.none, _): return .undefined("an item of none")
    default: throw unsupported("\(key.kind) as an index into \(value.kind)")
    }
  }

  func slice(
    _ value: TemplateValue, from: Int?, to: Int?
  ) throws(ChatTemplateError) -> TemplateValue {
    guard case .list(let elements) = value else { throw unsupported("a slice of \(value.kind)") }
    func place(_ bound: Int) -> Int {
      let bound = bound < 0 ? max(bound, -elements.count) + elements.count : bound
      return min(bound, elements.count)
    }
    let start = from.map(place) ?? 0
    let end = to.map(place) ?? elements.count
    return .list(Array(elements[start..<max(start, end)]))
  }

  func length(of value: TemplateValue) throws(ChatTemplateError) -> Int {
    switch value {
    case .text(let text): text.count
    case .list(let list): list.count
    case .mapping(let mapping): mapping.count
    case .undefined: 0
    default: throw wrong("\(value.kind) has no length")
    }
  }

  // MARK: Methods and filters

  func call(
    _ method: TemplateExpression.Method, of value: TemplateValue, _ arguments: [TemplateValue]
  ) throws(ChatTemplateError) -> TemplateValue {
    if method == .get {
      guard case .mapping(let mapping) = value, case .text(let key) = arguments.first,
        arguments.count <= 2
      else { throw wrong(".get() needs a mapping and a key") }
      return mapping[key.string] ?? (arguments.count == 2 ? arguments[1] : TemplateValue.none)
    }
    guard case .text(let text) = value else {
      throw wrong("\(value.kind) has no method .\(method.rawValue)()")
    }
    switch (method, arguments.count) {
    case (.upper, 0): return .text(text.mapped { $0.uppercased() })
    case (.lower, 0): return .text(text.mapped { $0.lowercased() })
    case (.strip, ...1): return .text(try stripped(text, .both, arguments.first))
    case (.lstrip, ...1): return .text(try stripped(text, .start, arguments.first))
    case (.rstrip, ...1): return .text(try stripped(text, .end, arguments.first))
    case (.startswith, 1), (.endswith, 1):
      guard case .text(let part) = arguments[0] else {
        throw unsupported(".\(method.rawValue)() with \(arguments[0].kind)")
      }
      let (bytes, sought) = (Array(text.string.utf8), Array(part.string.utf8))
      let side = method == .startswith ? bytes.prefix(sought.count) : bytes.suffix(sought.count)
      return .bool(side.elementsEqual(sought))
    default: throw unsupported(".\(method.rawValue)() with \(arguments.count) arguments")
    }
  }

  private func stripped(
    _ text: SourcedText, _ side: SourcedText.Side, _ characters: TemplateValue?
  ) throws(ChatTemplateError) -> SourcedText {
    switch characters {
    case nil, .some(.none): return text.trimmed(side, where: \.isPythonSpace)
    case .some(.text(let characters)):
      let set = Set(characters.string.unicodeScalars)
      return text.trimmed(side, where: set.contains)
    case .some(let other): throw wrong("\(other.kind) cannot be stripped from a text")
    }
  }

  /// `selectattr(key, "equalto", value)`: the mappings of a list that have this value.
  func selected(
    _ value: TemplateValue, _ arguments: [TemplateValue]
  ) throws(ChatTemplateError) -> TemplateValue {
    guard case .list(let elements) = value, arguments.count == 3,
      case .text(let key) = arguments[0], !key.string.contains("."),
      case .text(let test) = arguments[1], test.string == "equalto"
    else { throw unsupported("the filter selectattr other than by \"equalto\"") }
    var kept: [TemplateValue] = []
    for element in elements where try equal(item(arguments[0], of: element), arguments[2]) {
      kept.append(element)
    }
    return .list(kept)
  }

  /// As `json.dumps(value, ensure_ascii=False)`, which transformers puts in place of Jinja's filter.
  func json(_ value: TemplateValue) throws(ChatTemplateError) -> SourcedText {
    switch value {
    case .text(let text): SourcedText("\"") + text.mapped(escaped) + SourcedText("\"")
    case .int(let int): SourcedText(String(int))
    case .bool(let bool): SourcedText(bool ? "true" : "false")
    case .none: SourcedText("null")
    default: throw unsupported("the filter tojson for \(value.kind)")
    }
  }
}
