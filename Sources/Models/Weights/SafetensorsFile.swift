import Foundation

/// A safetensors file, mapped into memory and checked as the format's own library (0.8) checks it:
/// eight bytes with the header's length, the header in JSON, and the tensors without a gap.
public final class SafetensorsFile: Sendable {
  public struct Entry: Equatable, Sendable {
    public let name: String
    public let type: ScalarType
    public let shape: [Int]
    /// Where its bytes lie behind the header.
    let range: Range<Int>

    /// The number of elements.
    public var count: Int { shape.reduce(1, *) }
  }

  public let url: URL
  /// The header's `__metadata__`, such as `["format": "pt"]`.
  public let metadata: [String: String]
  /// The tensors in the order of their data.
  public let entries: [Entry]
  private let entriesByName: [String: Entry]
  private let map: MappedFile
  private let dataStart: Int

  /// Throws `FileReadError` where the file cannot be opened, else `SafetensorsError`.
  public init(_ url: URL) throws {
    self.url = url
    map = try MappedFile(url)
    let header = try map.withBytes { try SafetensorsHeader($0, of: url) }
    metadata = header.metadata
    entries = header.entries
    dataStart = header.dataStart
    entriesByName = Dictionary(uniqueKeysWithValues: entries.map { ($0.name, $0) })
  }

  /// The tensor of this name, nil if the file has none.
  public subscript(name: String) -> Entry? { entriesByName[name] }

  public func entry(_ name: String) throws -> Entry {
    guard let entry = entriesByName[name] else {
      throw SafetensorsError(file: url, tensor: name, reason: .noSuchTensor)
    }
    return entry
  }

  /// Calls `body` with the tensor's bytes: little-endian, row-major, at any alignment.
  public func withBytes<Result>(
    of name: String, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) throws -> Result {
    let range = try entry(name).range
    let place = dataStart + range.lowerBound..<dataStart + range.upperBound
    return try map.withBytes { try body(UnsafeRawBufferPointer(rebasing: $0[place])) }
  }

  /// Copies an F32, F16, BF16 or F64 tensor to `destination`, which must have its element count.
  public func copy(_ name: String, into destination: UnsafeMutableBufferPointer<Float>) throws {
    let entry = try entry(name)
    guard entry.type.readsAsFloat else {
      throw SafetensorsError(file: url, tensor: name, reason: .notAFloat(entry.type))
    }
    try withBytes(of: name) { FloatConversion.read(entry.type, from: $0, into: destination) }
  }

  /// The same as a new array.
  public func floats(_ name: String) throws -> [Float] {
    let entry = try entry(name)
    return try [Float](unsafeUninitializedCapacity: entry.count) { buffer, count in
      try copy(name, into: UnsafeMutableBufferPointer(rebasing: buffer[..<entry.count]))
      count = entry.count
    }
  }
}
