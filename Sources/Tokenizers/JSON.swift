/// A JSON value with the line on which it begins.
///
/// Foundation's reader keeps neither lines nor the order of keys, and of two equal keys it silently
/// drops one; a vocabulary is checked for all three.
struct JSON {
  enum Content {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSON])
    case object([(key: String, value: JSON)])
  }

  let content: Content
  let line: Int
}

/// Reads one JSON text (RFC 8259).
struct JSONReader {
  struct Failure: Error {
    let line: Int
    let reason: String
  }

  private static let deepest = 64

  private let text: [UInt8]
  private var position = 0
  private var line = 1
  private var depth = 0

  private init(_ text: [UInt8]) {
    self.text = text
  }

  static func read(_ text: [UInt8]) throws(Failure) -> JSON {
    var reader = JSONReader(text)
    let value = try reader.value()
    reader.skipSpace()
    if reader.position < text.count { throw reader.failure("text after the end of the JSON value") }
    return value
  }

  private func failure(_ reason: String) -> Failure { Failure(line: line, reason: reason) }

  private var byte: UInt8? { position < text.count ? text[position] : nil }

  private mutating func skipSpace() {
    while let byte {
      switch byte {
      case UInt8(ascii: "\n"): line += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
      default: return
      }
      position += 1
    }
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard byte == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(Failure) {
    skipSpace()
    if skip(character) { return }
    throw failure("expected \"\(character)\" \(found)")
  }

  private var found: String {
    guard let byte else { return "but the file ends" }
    return byte >= 0x20 && byte < 0x7F
      ? "but found \"\(Unicode.Scalar(byte))\"" : "but found byte \(byte)"
  }

  private mutating func value() throws(Failure) -> JSON {
    skipSpace()
    let start = line
    let content: JSON.Content
    switch byte {
    case UInt8(ascii: "{"): content = try object()
    case UInt8(ascii: "["): content = try array()
    case UInt8(ascii: "\""): content = .string(try string())
    case UInt8(ascii: "t"): content = try literal("true", .bool(true))
    case UInt8(ascii: "f"): content = try literal("false", .bool(false))
    case UInt8(ascii: "n"): content = try literal("null", .null)
    default: content = try number()
    }
    return JSON(content: content, line: start)
  }

  private mutating func literal(
    _ name: StaticString, _ content: JSON.Content
  ) throws(Failure) -> JSON.Content {
    let end = position + name.utf8CodeUnitCount
    let matches = name.withUTF8Buffer {
      end <= text.count && $0.elementsEqual(text[position..<end])
    }
    guard matches else { throw failure("expected a value \(found)") }
    position = end
    return content
  }

  private mutating func number() throws(Failure) -> JSON.Content {
    let start = position
    while let byte, "+-.0123456789eE".utf8.contains(byte) { position += 1 }
    guard start < position else { throw failure("expected a value \(found)") }
    guard "-0123456789".utf8.contains(text[start]),
      let number = Double(String(decoding: text[start..<position], as: UTF8.self))
    else { throw failure("a number that cannot be read") }
    return .number(number)
  }

  private mutating func enter() throws(Failure) {
    depth += 1
    if depth > Self.deepest { throw failure("nested more than \(Self.deepest) deep") }
    position += 1
    skipSpace()
  }

  private mutating func array() throws(Failure) -> JSON.Content {
    try enter()
    defer { depth -= 1 }
    var items: [JSON] = []
    if skip("]") { return .array(items) }
    while true {
      items.append(try value())
      skipSpace()
      if skip(",") { continue }
      try expect("]")
      return .array(items)
    }
  }

  private mutating func object() throws(Failure) -> JSON.Content {
    try enter()
    defer { depth -= 1 }
    var members: [(key: String, value: JSON)] = []
    if skip("}") { return .object(members) }
    while true {
      skipSpace()
      guard byte == UInt8(ascii: "\"") else { throw failure("expected a key \(found)") }
      let key = try string()
      try expect(":")
      members.append((key, try value()))
      skipSpace()
      if skip(",") { continue }
      try expect("}")
      return .object(members)
    }
  }

  private mutating func string() throws(Failure) -> String {
    position += 1
    var bytes: [UInt8] = []
    while let byte {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: bytes, as: UTF8.self) else {
          throw failure("a string that is not UTF-8")
        }
        return string
      case UInt8(ascii: "\\"): bytes += Array(String(try escape()).utf8)
      case ..<0x20: throw failure("a string with an unescaped control character (byte \(byte))")
      default: bytes.append(byte)
      }
    }
    throw failure("a string without its closing quotation mark")
  }

  private mutating func escape() throws(Failure) -> Unicode.Scalar {
    guard let byte else { throw failure("a string without its closing quotation mark") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      if (0xD800..<0xDC00).contains(code), skip("\\"), skip("u") {
        let low = try hexadecimal()
        guard (0xDC00..<0xE000).contains(low) else { throw failure("half of a surrogate pair") }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw failure("half of a surrogate pair") }
      return scalar
    default: throw failure("an unknown escape \"\\\(Unicode.Scalar(byte))\"")
    }
  }

  private mutating func hexadecimal() throws(Failure) -> UInt32 {
    let end = position + 4
    guard end <= text.count,
      text[position..<end].allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
      let code = UInt32(String(decoding: text[position..<end], as: UTF8.self), radix: 16)
    else { throw failure("an escape \\u without four hexadecimal digits") }
    position = end
    return code
  }
}
