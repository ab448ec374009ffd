import Foundation
import Testing
import Tokenizers

/// Files that dev/fixtures/tokenizer_fixture.py wrote with Hugging Face's tokenizers.
enum Fixtures {
  static func folder(_ name: String) throws -> URL {
    try #require(Bundle.module.resourceURL).appendingPathComponent("Fixtures/\(name)")
  }

  static func tokenizer(_ name: String) throws -> Tokenizer {
    try Tokenizer(folder: folder(name))
  }

  /// One JSON value a line.
  static func rows<Row>(_ path: String, of type: Row.Type = Row.self) throws -> [Row] {
    try Data(contentsOf: folder(path)).split(separator: UInt8(ascii: "\n")).map {
      try #require(
        try JSONSerialization.jsonObject(with: $0, options: .fragmentsAllowed) as? Row)
    }
  }

  /// Texts and their ids.
  static func encodings(_ path: String) throws -> [(text: String, ids: [Int32])] {
    try rows(path, of: [Any].self).map { row in
      let ids = try #require(row[1] as? [Int])
      return (try #require(row[0] as? String), ids.map(Int32.init))
    }
  }
}

/// A folder that is gone when `body` has ended.
func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("tokenizers-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}

/// Swift's == takes canonically equivalent texts for the same; these tests compare code points.
func same(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }
