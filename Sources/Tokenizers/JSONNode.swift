import Foundation

/// A JSON value that knows where it stands, so that what is wrong with it can be said with file,
/// path and line.
struct JSONNode {
  let file: URL
  let path: String
  let json: JSON

  /// The value of a whole file.
  init(file: URL) throws(TokenizerError) {
    self.file = file
    path = ""
    do {
      json = try JSONReader.read(Array(try contents(of: file)))
    } catch let failure as JSONReader.Failure {
      throw .malformed(file: file, place: "line \(failure.line)", reason: failure.reason)
    } catch let error as TokenizerError {
      throw error
    } catch {
      throw .unreadable(file: file, reason: error.localizedDescription)
    }
  }

  private init(file: URL, path: String, json: JSON) {
    self.file = file
    self.path = path
    self.json = json
  }

  var place: String { path.isEmpty ? "line \(json.line)" : "\(path) (line \(json.line))" }

  var isNull: Bool {
    if case .null = json.content { true } else { false }
  }

  /// A short form of the value for error messages.
  var summary: String {
    switch json.content {
    case .null: "null"
    case .bool(let bool): "\(bool)"
    case .number(let number): Int64(exactly: number).map(String.init) ?? "\(number)"
    case .string(let string): "\"\(string)\""
    case .array: "an array"
    case .object(let members):
      if case .string(let type) = members.last(where: { $0.key == "type" })?.value.content {
        "\"\(type)\""
      } else {
        "an object"
      }
    }
  }

  func malformed(_ reason: String) -> TokenizerError {
    .malformed(file: file, place: place, reason: reason)
  }

  func unsupported(onlySupported supported: String) -> TokenizerError {
    .unsupported(file: file, place: place, found: summary, supported: supported)
  }

  /// A member of an object; nil where it is missing or null.
  func member(_ name: String) throws(TokenizerError) -> JSONNode? {
    guard case .object(let members) = json.content else {
      throw malformed("expected an object, found \(summary)")
    }
    guard let value = members.last(where: { $0.key == name })?.value else { return nil }
    let node = JSONNode(file: file, path: path(to: name), json: value)
    return node.isNull ? nil : node
  }

  private func path(to name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

  func required(_ name: String) throws(TokenizerError) -> JSONNode {
    guard let node = try member(name) else { throw malformed("\"\(name)\" is missing") }
    return node
  }

  var items: [JSONNode] {
    get throws(TokenizerError) {
      guard case .array(let items) = json.content else {
        throw malformed("expected an array, found \(summary)")
      }
      return items.enumerated().map {
        JSONNode(file: file, path: "\(path)[\($0.offset)]", json: $0.element)
      }
    }
  }

  /// The members of an object in the order of the file.
  var entries: [(key: String, node: JSONNode)] {
    get throws(TokenizerError) {
      guard case .object(let members) = json.content else {
        throw malformed("expected an object, found \(summary)")
      }
      return members.map { ($0.key, JSONNode(file: file, path: path(to: $0.key), json: $0.value)) }
    }
  }

  var string: String {
    get throws(TokenizerError) {
      guard case .string(let string) = json.content else {
        throw malformed("expected a string, found \(summary)")
      }
      return string
    }
  }

  var bool: Bool {
    get throws(TokenizerError) {
      guard case .bool(let bool) = json.content else {
        throw malformed("expected true or false, found \(summary)")
      }
      return bool
    }
  }

  /// A token's id.
  var id: Int32 {
    get throws(TokenizerError) {
      guard case .number(let number) = json.content, let id = Int32(exactly: number), id >= 0 else {
        throw malformed("expected a token's id, found \(summary)")
      }
      return id
    }
  }
}

/// The bytes of a file.
func contents(of file: URL) throws(TokenizerError) -> Data {
  do {
    return try Data(contentsOf: file)
  } catch {
    throw .unreadable(file: file, reason: (error as NSError).localizedDescription)
  }
}
