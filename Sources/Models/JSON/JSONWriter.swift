extension JSONValue {
  /// The text that Python's `json.dumps` gives: on one line without spaces, or, with `indent`, one
  /// member a line. Names keep their order; characters beyond ASCII are escaped.
  package func text(indent: Int? = nil) -> String {
    var out = ""
    write(to: &out, indent: indent, depth: 0)
    return out
  }

  /// The same object with its names in Unicode order, within as well.
  package var sorted: JSONValue {
    switch self {
    case .object(let members):
      .object(
        members.map { Member($0.name, $0.value.sorted) }
          .sorted { $0.name.unicodeScalars.lexicographicallyPrecedes($1.name.unicodeScalars) })
    case .array(let elements): .array(elements.map(\.sorted))
    default: self
    }
  }

  private func write(to out: inout String, indent: Int?, depth: Int) {
    switch self {
    case .null: out += "null"
    case .bool(let bool): out += bool ? "true" : "false"
    case .number(let literal): out += literal
    case .string(let string): JSONValue.quote(string, to: &out)
    case .array(let elements):
      JSONValue.list(elements, "[", "]", to: &out, indent: indent, depth: depth) { element, out in
        element.write(to: &out, indent: indent, depth: depth + 1)
      }
    case .object(let members):
      JSONValue.list(members, "{", "}", to: &out, indent: indent, depth: depth) { member, out in
        JSONValue.quote(member.name, to: &out)
        out += indent == nil ? ":" : ": "
        member.value.write(to: &out, indent: indent, depth: depth + 1)
      }
    }
  }

  private static func list<Item>(
    _ items: [Item], _ open: String, _ close: String, to out: inout String, indent: Int?,
    depth: Int, _ write: (Item, inout String) -> Void
  ) {
    func newLine(_ depth: Int) {
      if let indent { out += "\n" + String(repeating: " ", count: indent * depth) }
    }
    out += open
    for (index, item) in items.enumerated() {
      if index > 0 { out += "," }
      newLine(depth + 1)
      write(item, &out)
    }
    if !items.isEmpty { newLine(depth) }
    out += close
  }

  private static func quote(_ string: String, to out: inout String) {
    out += "\""
    for unit in string.utf16 {
      switch unit {
      case 0x22: out += "\\\""
      case 0x5c: out += "\\\\"
      case 0x08: out += "\\b"
      case 0x0c: out += "\\f"
      case 0x0a: out += "\\n"
      case 0x0d: out += "\\r"
      case 0x09: out += "\\t"
      case 0x20..<0x7f: out.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      default:
        let hex = String(unit, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      }
    }
    out += "\""
  }
}
