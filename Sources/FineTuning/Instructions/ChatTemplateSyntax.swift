/// A statement of a chat template.
indirect enum TemplateStatement: Sendable {
  struct Loop: Sendable {
    let variable: String
    let items: TemplateExpression
    let filter: TemplateExpression?
    let body: [TemplateStatement]
    let otherwise: [TemplateStatement]
    let line: Int
  }

  struct Branch: Sendable {
    let condition: TemplateExpression
    let body: [TemplateStatement]
    let line: Int
  }

  case text(String)
  case output(TemplateExpression, line: Int)
  case branches([Branch], otherwise: [TemplateStatement])
  case loop(Loop)
  /// `attribute` where it is set in a namespace.
  case set(String, attribute: String?, TemplateExpression, line: Int)
  /// What stands between `{% generation %}` and its end is the assistant's.
  case generation([TemplateStatement])
}

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
    case trim, length, count, upper, lower, tojson, `default`, d, list, selectattr
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
  /// `[::-1]`
  case reversed(TemplateExpression)
  case method(TemplateExpression, Method, [Argument])
  case namespace([Argument])
  case raise(TemplateExpression)
  case filter(TemplateExpression, Filter, [Argument])
  case test(TemplateExpression, Test)
  case not(TemplateExpression)
  case negative(TemplateExpression)
  case binary(Operator, TemplateExpression, TemplateExpression)
  case comparison(TemplateExpression, [(Comparison, TemplateExpression)])
  /// What Jinja has and is not followed here, named for the reader: no error until it is reached, as
  /// what templates do with tools never is.
  case refused(String)
  case conditional(TemplateExpression, then: TemplateExpression, otherwise: TemplateExpression?)
}
