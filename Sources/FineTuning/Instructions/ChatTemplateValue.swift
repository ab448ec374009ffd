/// A text whose every piece knows whose words it is; the template's own are `frame`.
struct SourcedText: Sendable, Equatable {
  struct Piece: Sendable, Equatable {
    var text: String
    var source: Segment.Kind
  }

  private(set) var pieces: [Piece] = []

  init(_ text: String, _ source: Segment.Kind = .frame) {
    if !text.isEmpty { pieces = [Piece(text: text, source: source)] }
  }

  var string: String { pieces.count == 1 ? pieces[0].text : pieces.map(\.text).joined() }
  var isEmpty: Bool { pieces.isEmpty }
  /// In code points, as Python counts.
  var count: Int { pieces.reduce(0) { $0 + $1.text.unicodeScalars.count } }

  var utf8Count: Int { pieces.reduce(0) { $0 + $1.text.utf8.count } }

  static func + (a: SourcedText, b: SourcedText) -> SourcedText {
    var sum = a
    for piece in b.pieces {
      if let last = sum.pieces.indices.last, sum.pieces[last].source == piece.source {
        sum.pieces[last].text += piece.text
      } else {
        sum.pieces.append(piece)
      }
    }
    return sum
  }

  func mapped(_ change: (String) -> String) -> SourcedText {
    var result = self
    for index in result.pieces.indices { result.pieces[index].text = change(pieces[index].text) }
    return result
  }

  enum Side { case start, end, both }

  /// Without the code points at its sides that `isLoose`.
  func trimmed(_ side: Side, where isLoose: (Unicode.Scalar) -> Bool) -> SourcedText {
    var result = self
    while side != .end, let first = result.pieces.first {
      let rest = first.text.unicodeScalars.drop(while: isLoose)
      result.pieces[0].text = String(rest)
      guard rest.isEmpty else { break }
      result.pieces.removeFirst()
    }
    while side != .start, let last = result.pieces.last {
      var rest = last.text.unicodeScalars[...]
      while let scalar = rest.last, isLoose(scalar) { rest.removeLast() }
      result.pieces[result.pieces.count - 1].text = String(rest)
      guard rest.isEmpty else { break }
      result.pieces.removeLast()
    }
    return result
  }
}

extension Unicode.Scalar {
  /// What Python's `str.strip` takes away.
  var isPythonSpace: Bool { properties.isWhitespace || (0x1c...0x1f).contains(value) }
}

/// What an expression of a chat template can be.
indirect enum TemplateValue: Sendable {
  /// The name that was looked for.
  case undefined(String)
  case none
  case bool(Bool)
  case int(Int)
  case text(SourcedText)
  case list([TemplateValue])
  case mapping([String: TemplateValue])
  case namespace(Namespace)
  case loop(Loop)

  /// What `namespace()` makes: values that outlive the loop they are set in. Each rendering makes
  /// its own.
  final class Namespace: @unchecked Sendable {
    var values: [String: TemplateValue]

    init(_ values: [String: TemplateValue]) { self.values = values }
  }

  struct Loop: Sendable {
    let items: [TemplateValue]
    let index: Int
  }

  static func text(_ text: String) -> TemplateValue { .text(SourcedText(text)) }

  var isTrue: Bool {
    switch self {
    case .undefined, .none: false
    case .bool(let bool): bool
    case .int(let int): int != 0
    case .text(let text): !text.isEmpty
    case .list(let list): !list.isEmpty
    case .mapping(let mapping): !mapping.isEmpty
    case .namespace, .loop: true
    }
  }

  /// As Python counts: true is 1.
  var number: Int? {
    switch self {
    case .bool(let bool): bool ? 1 : 0
    case .int(let int): int
    default: nil
    }
  }

  /// What it is, for messages.
  var kind: String {
    switch self {
    case .undefined(let name): "\(name), which is undefined,"
    case .none: "none"
    case .bool: "a boolean"
    case .int: "a number"
    case .text: "a text"
    case .list: "a list"
    case .mapping: "a mapping"
    case .namespace: "a namespace"
    case .loop: "the loop"
    }
  }
}
