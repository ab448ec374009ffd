import Foundation

/// A config.json, read member by member: what is missing or wrong is named in the error.
package struct ConfigFile {
  package let url: URL
  package let members: [JSONValue.Member]

  package init(_ url: URL) throws {
    let map = try MappedFile(url)
    let json: JSONValue
    do {
      json = try map.withBytes { bytes throws(JSONError) in try JSONValue(parsing: bytes) }
    } catch {
      throw ConfigError(
        file: url, key: nil, reason: .invalid("at byte \(error.offset), \(error.reason)"))
    }
    guard let members = json.members else {
      throw ConfigError(file: url, key: nil, reason: .wrongType("an object", found: json.kind))
    }
    self.url = url
    self.members = members
  }

  /// The member under its name or an alias; JSON's null counts as absent. Two that disagree are an
  /// error.
  package func value(_ names: [String]) throws -> JSONValue? {
    let found = members.filter { names.contains($0.name) && $0.value != .null }
    if let first = found.first, let other = found.first(where: { $0.value != first.value }) {
      throw ConfigError(
        file: url, key: other.name, reason: .invalid("it disagrees with \"\(first.name)\""))
    }
    return found.first?.value
  }

  package func value<Value>(
    _ names: String..., as expected: String, _ convert: (JSONValue) -> Value?
  ) throws -> Value? {
    guard let json = try value(names) else { return nil }
    guard let value = convert(json) else {
      throw ConfigError(
        file: url, key: names[0], reason: .wrongType(expected, found: json.text()))
    }
    return value
  }

  /// A size that must be there.
  package func size(_ name: String, alias: String? = nil) throws -> Int {
    let value = try value(name, alias ?? name, as: "an integer", \.int)
    guard let value else { throw ConfigError(file: url, key: name, reason: .missing) }
    guard (1...Int(Int32.max)).contains(value) else {
      throw ConfigError(file: url, key: name, reason: .invalid("\(value) is no possible size"))
    }
    return value
  }

  package func float(_ name: String, in range: ClosedRange<Float>, default: Float) throws -> Float {
    let value = try value(name, as: "a number") { $0.double.map(Float.init) } ?? `default`
    guard range.contains(value) else {
      throw ConfigError(
        file: url, key: name,
        reason: .invalid("\(value) does not lie in \(range.lowerBound) … \(range.upperBound)"))
    }
    return value
  }

  package func flag(_ name: String, default: Bool) throws -> Bool {
    try value(name, as: "true or false", \.bool) ?? `default`
  }
}

/// A config.json that cannot be used.
public struct ConfigError: LocalizedError, Equatable {
  public enum Reason: Equatable, Sendable {
    case missing
    case wrongType(String, found: String)
    case invalid(String)
    case unsupported(String, known: [String])
  }

  public let file: URL
  /// The member at fault; nil for the file as a whole.
  public let key: String?
  public let reason: Reason

  package init(file: URL, key: String?, reason: Reason) {
    self.file = file
    self.key = key
    self.reason = reason
  }

  public var errorDescription: String? {
    let place = key.map { "\(file.path), \"\($0)\"" } ?? file.path
    return switch reason {
    case .missing: "\(place) is missing"
    case .wrongType(let expected, let found): "\(place): \(expected) expected, found \(found)"
    case .invalid(let reason): "\(place): \(reason)"
    case .unsupported(let value, _): "\(place): \(value) is not supported"
    }
  }

  public var recoverySuggestion: String? {
    switch reason {
    case .unsupported(_, let known): "what is supported: \(known.joined(separator: ", "))"
    default: "compare the file with one that transformers or peft saved"
    }
  }
}
