import Files
import Foundation
import Tensors

/// A tensor on its way into a file.
public struct NamedTensor {
  public let name: String
  public let shape: [Int]
  public let type: ScalarType
  let withValues: ((UnsafeBufferPointer<Float>) throws -> Void) throws -> Void

  /// `values` are row-major; in the file they become `type`: F32, F16 or BF16.
  public init(_ name: String, shape: [Int], _ values: [Float], as type: ScalarType = .f32) {
    self.init(name, shape: shape, as: type) { body in try values.withUnsafeBufferPointer(body) }
  }

  /// The numbers of a tensor, which may not change until the file is written.
  public init(_ name: String, _ tensor: Tensor, as type: ScalarType = .f32) {
    self.init(name, shape: tensor.shape, as: type) { body in
      try body(UnsafeBufferPointer(tensor.storage.buffer))
    }
  }

  /// The same for values that live elsewhere: `withValues` calls its argument with them.
  public init(
    _ name: String, shape: [Int], as type: ScalarType = .f32,
    withValues: @escaping ((UnsafeBufferPointer<Float>) throws -> Void) throws -> Void
  ) {
    precondition(
      [.f32, .f16, .bf16].contains(type), "tensors are not written as \(type.rawValue)")
    self.name = name
    self.shape = shape
    self.type = type
    self.withValues = withValues
  }

  var byteCount: Int { shape.reduce(1, *) * type.bits / 8 }
}

/// Writes a safetensors file laid out as the format's own library does: larger element types
/// first, then by name, the header padded with spaces to a multiple of 8 bytes.
public func writeSafetensors(
  _ tensors: [NamedTensor], metadata: [String: String] = ["format": "pt"], to file: URL
) throws {
  let tensors = tensors.sorted {
    $0.type != $1.type ? $0.type.rank > $1.type.rank : $0.name.utf8Precedes($1.name)
  }
  precondition(
    Set(tensors.map(\.name)).count == tensors.count, "two tensors have the same name")
  try writeAtomically(to: file) { temporary in
    guard FileManager.default.createFile(atPath: temporary.path, contents: nil) else {
      throw FileReadError(file: temporary, code: errno)
    }
    let handle = try FileHandle(forWritingTo: temporary)
    defer { try? handle.close() }
    try handle.write(contentsOf: header(tensors, metadata))
    for tensor in tensors {
      try tensor.withValues { values in
        precondition(
          values.count == tensor.shape.reduce(1, *),
          "\(tensor.name) has \(values.count) values, its shape is \(tensor.shape)")
        try handle.write(contentsOf: bytes(of: values, as: tensor.type))
      }
    }
  }
}

private func header(_ tensors: [NamedTensor], _ metadata: [String: String]) -> Data {
  var members: [JSONValue.Member] = []
  if !metadata.isEmpty {
    let pairs = metadata.sorted { $0.key.utf8Precedes($1.key) }
    members.append(
      .init("__metadata__", .object(pairs.map { .init($0.key, .string($0.value)) })))
  }
  var offset = 0
  for tensor in tensors {
    let end = offset + tensor.byteCount
    members.append(
      .init(
        tensor.name,
        .object([
          .init("dtype", .string(tensor.type.rawValue)),
          .init("shape", .array(tensor.shape.map { .number($0) })),
          .init("data_offsets", .array([.number(offset), .number(end)])),
        ])))
    offset = end
  }
  var json = Data(JSONValue.object(members).text().utf8)
  json.append(contentsOf: repeatElement(UInt8(ascii: " "), count: (8 - json.count % 8) % 8))
  return withUnsafeBytes(of: UInt64(json.count).littleEndian) { Data($0) } + json
}

private func bytes(of values: UnsafeBufferPointer<Float>, as type: ScalarType) -> Data {
  guard type != .f32 else {
    let bytes = UnsafeMutableRawBufferPointer(mutating: UnsafeRawBufferPointer(values))
    guard let start = bytes.baseAddress else { return Data() }
    return Data(bytesNoCopy: start, count: bytes.count, deallocator: .none)
  }
  return FloatConversion.halves(values, as: type).withUnsafeBytes { Data($0) }
}

extension ScalarType {
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self)! }
}

extension String {
  /// The order of Rust's strings, which is that of their bytes.
  fileprivate func utf8Precedes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
