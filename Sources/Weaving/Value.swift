import Foundation

/// What a reader sees in a table's cell, in `{{key}}`, as evidence: a number with its format, a
/// text of the run, or a label of the lesson.
public enum Value: Sendable, Equatable {
  case number(Double, ValueFormat)
  /// Shown as it is in both languages: what a model wrote, a file's name.
  case text(String)
  /// A string in code that both languages have: the translation is looked up. A string literal in
  /// a table's row is a label.
  case label(String)

  public static func integer(_ number: some BinaryInteger) -> Value {
    .number(Double(number), .integer)
  }
  public static func fixed(_ number: some BinaryFloatingPoint, _ places: Int) -> Value {
    .number(Double(number), .fixed(places))
  }
  /// A share: 0.25 is shown as 25%.
  public static func percent(_ share: some BinaryFloatingPoint, _ places: Int = 0) -> Value {
    .number(Double(share), .percent(places))
  }
  public static func scientific(_ number: some BinaryFloatingPoint, _ places: Int = 1) -> Value {
    .number(Double(number), .scientific(places))
  }

  /// The text, without any escaping.
  public var string: String {
    switch self {
    case .number(let number, let format): format.string(for: number)
    case .text(let text), .label(let text): text
    }
  }

  public var isTiming: Bool {
    if case .number(_, let format) = self { format.isTiming } else { false }
  }

  func translated(by translate: (String) throws -> String) rethrows -> Value {
    if case .label(let text) = self { .text(try translate(text)) } else { self }
  }
}

extension Value: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self = .label(value) }
}

extension Value: Codable {
  private enum Key: String, CodingKey {
    case number
    case format
    case text
    case label
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    if let text = try container.decodeIfPresent(String.self, forKey: .text) {
      self = .text(text)
    } else if let label = try container.decodeIfPresent(String.self, forKey: .label) {
      self = .label(label)
    } else {
      self = .number(
        try container.decode(Double.self, forKey: .number),
        try container.decode(ValueFormat.self, forKey: .format))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .number(let number, let format):
      try container.encode(number, forKey: .number)
      try container.encode(format, forKey: .format)
    case .text(let text): try container.encode(text, forKey: .text)
    case .label(let label): try container.encode(label, forKey: .label)
    }
  }
}
