/// A JSON document as it stands in its file: members keep their order and numbers keep their
/// digits, so that what is not understood can be written back unchanged.
package indirect enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  /// The literal, such as `1e-05`.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  package struct Member: Equatable, Sendable {
    package var name: String
    package var value: JSONValue

    package init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  package static func number(_ value: Int) -> JSONValue { .number(String(value)) }
  package static func number(_ value: Float) -> JSONValue { .number(String(describing: value)) }

  /// The value of a member, nil if this is no object or has no such member.
  package subscript(name: String) -> JSONValue? {
    members?.first { $0.name == name }?.value
  }

  package var members: [Member]? {
    if case .object(let members) = self { members } else { nil }
  }

  package var elements: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  package var string: String? {
    if case .string(let string) = self { string } else { nil }
  }

  package var bool: Bool? {
    if case .bool(let bool) = self { bool } else { nil }
  }

  /// The number as an integer; nil for `1.0` and `1e2`, which Python also reads as floats.
  package var int: Int? {
    if case .number(let literal) = self { Int(literal) } else { nil }
  }

  package var int32: Int32? { int.flatMap(Int32.init(exactly:)) }

  package var double: Double? {
    if case .number(let literal) = self { Double(literal) } else { nil }
  }

  /// What kind of value this is, for messages.
  package var kind: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
