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
  static func rows<Row: Decodable>(_ path: String, of type: Row.Type = Row.self) throws -> [Row] {
    try Data(contentsOf: folder(path)).split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(Row.self, from: $0)
    }
  }
}

/// A line `["text", [1, 2]]`.
struct Encoding: Decodable {
  let text: String
  let ids: [Int32]

  init(from decoder: any Decoder) throws {
    var row = try decoder.unkeyedContainer()
    text = try row.decode(String.self)
    ids = try row.decode([Int32].self)
  }
}

/// A line `[[1, 2], "text", "text without special tokens"]`.
struct Decoding: Decodable {
  let ids: [Int32]
  let text: String
  let withoutSpecial: String

  init(from decoder: any Decoder) throws {
    var row = try decoder.unkeyedContainer()
    ids = try row.decode([Int32].self)
    text = try row.decode(String.self)
    withoutSpecial = try row.decode(String.self)
  }
}

/// A line `[0, "0123456789abcdef"]`.
struct CodePointHash: Decodable {
  let start: UInt32
  let hash: String

  init(from decoder: any Decoder) throws {
    var row = try decoder.unkeyedContainer()
    start = try row.decode(UInt32.self)
    hash = try row.decode(String.self)
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

/// Random numbers that are the same in every run (Steele, Lea and Flood 2014).
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
