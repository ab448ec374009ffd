import Files
import Foundation

/// JSON that one `bench` program leaves for another, with keys in snake_case.
enum BenchFile {
  static func write(_ value: some Encodable, to file: URL) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    try writeAtomically(encoder.encode(value) + Data("\n".utf8), to: file)
  }

  /// - Parameter maker: the command that writes the file.
  static func read<Value: Decodable>(
    _ type: Value.Type, from file: URL, maker: String
  ) throws -> Value {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    do {
      return try decoder.decode(type, from: Data(contentsOf: file))
    } catch let error as DecodingError {
      throw BenchFileError(file: file, reason: error.reason, maker: maker)
    } catch {
      throw BenchFileError(file: file, reason: error.localizedDescription, maker: maker)
    }
  }
}

struct BenchFileError: LocalizedError {
  let file: URL
  let reason: String
  let maker: String

  var errorDescription: String? { "\(file.path) cannot be read: \(reason)" }
  var recoverySuggestion: String? { "make it anew with `\(maker)`; `make bench` makes all of it" }
}

extension DecodingError {
  fileprivate var reason: String {
    switch self {
    case .keyNotFound(let key, let context): "\(place(context.codingPath + [key])) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "\(place(context.codingPath)) holds a value of the wrong kind"
    case .dataCorrupted(let context):
      context.codingPath.isEmpty
        ? "it is no JSON" : "\(place(context.codingPath)): \(context.debugDescription)"
    @unknown default: "\(self)"
    }
  }

  /// As the file spells it: workloads[3].peer_kind.
  private func place(_ path: [any CodingKey]) -> String {
    let text = path.reduce(into: "") { text, key in
      if let index = key.intValue {
        text += "[\(index)]"
      } else {
        let name = key.stringValue.replacing(/[A-Z]/) { "_" + $0.output.lowercased() }
        text += text.isEmpty ? name : ".\(name)"
      }
    }
    return text.isEmpty ? "the whole" : text
  }
}
