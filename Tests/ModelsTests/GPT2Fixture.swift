import Foundation
import Models
import Tensors
import Testing

/// A folder under Fixtures/gpt2, which dev/fixtures/gpt2_fixture.py made with transformers.
struct GPT2Fixture {
  let folder: URL
  let tensors: SafetensorsFile
  let record: JSONValue

  static let languageModels = ["small", "odd", "untied", "bare", "inverse-layer"]
  static let classifiers = ["classify-2", "classify-3", "regression"]

  init(_ name: String) throws {
    let fixtures = try #require(Bundle.module.resourceURL)
    folder = fixtures.appendingPathComponent("Fixtures/gpt2/\(name)")
    tensors = try SafetensorsFile(folder.appendingPathComponent("expected.safetensors"))
    record = try JSONValue(
      parsing: Data(contentsOf: folder.appendingPathComponent("expected.json")))
  }

  func shape(_ name: String) throws -> [Int] { try tensors.entry(name).shape }

  func floats(_ name: String) throws -> [Float] { try tensors.floats(name) }

  func integers(_ name: String) throws -> [Int32] {
    #expect(try tensors.entry(name).type == .i64)
    return try tensors.withBytes(of: name) { bytes in
      (0..<bytes.count / 8).map {
        Int32(bytes.loadUnaligned(fromByteOffset: 8 * $0, as: Int64.self))
      }
    }
  }

  /// A matrix of integers as its rows, where `mask` is given cut to what it leaves.
  func rows(_ name: String, mask: String? = nil) throws -> [[Int32]] {
    let width = try shape(name).last!
    let values = try integers(name).rows(of: width)
    guard let mask else { return values }
    return zip(values, try integers(mask).rows(of: width)).map { row, mask in
      zip(row, mask).filter { $0.1 == 1 }.map(\.0)
    }
  }

  func numbers(_ path: String...) throws -> [Double] {
    let value = path.reduce(record as JSONValue?) { $0?[$1] }
    return try #require(value?.elements).compactMap(\.double)
  }

  func tokens(_ path: String...) throws -> [Int32] {
    let value = path.reduce(record as JSONValue?) { $0?[$1] }
    return try #require(value?.elements).compactMap(\.int32)
  }
}

extension Array {
  func rows(of width: Int) -> [[Element]] {
    stride(from: 0, to: count, by: width).map { Array(self[$0..<$0 + width]) }
  }
}

/// The largest difference between two arrays, relative to the largest expected number or 1.
func difference(_ found: [Float], _ expected: [Float]) -> Float {
  guard found.count == expected.count else { return .infinity }
  let scale = max(1, expected.map { abs($0) }.max() ?? 0)
  return zip(found, expected).map { abs($0 - $1) / scale }.reduce(0) {
    $0.isNaN || $1.isNaN ? .nan : max($0, $1)
  }
}
