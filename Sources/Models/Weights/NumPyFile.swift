import Files
import Foundation

/// An array of float32 in NumPy's .npy format, version 1.0, in C order.
public struct NumPyFile: Equatable, Sendable {
  public let shape: [Int]
  public let values: [Float]

  public init(shape: [Int], values: [Float]) {
    precondition(
      shape.reduce(1, *) == values.count, "\(values.count) values do not fill the shape \(shape)")
    self.shape = shape
    self.values = values
  }

  /// The file that `numpy.save` writes for the same array, byte for byte.
  public func write(to file: URL) throws {
    let sizes = shape.map(String.init)
    let tuple = sizes.count == 1 ? "(\(sizes[0]),)" : "(\(sizes.joined(separator: ", ")))"
    var header = "{'descr': '<f4', 'fortran_order': False, 'shape': \(tuple), }"
    // The data starts at a multiple of 64 bytes; NumPy leaves room for the first size to grow.
    let growth = shape.isEmpty ? 0 : 21 - sizes[0].count
    header += String(repeating: " ", count: growth)
    let prefix = NumPyFile.magic.count + 2
    let padding = 64 - (prefix + header.utf8.count + 1) % 64
    header += String(repeating: " ", count: padding) + "\n"

    var data = Data(NumPyFile.magic)
    withUnsafeBytes(of: UInt16(header.utf8.count).littleEndian) { data.append(contentsOf: $0) }
    data.append(contentsOf: header.utf8)
    values.withUnsafeBytes { data.append(contentsOf: $0) }
    try writeAtomically(data, to: file)
  }

  /// Reads a file of version 1.0 with little-endian float32 in C order; throws `NumPyError` for
  /// anything else.
  public init(contentsOf file: URL) throws {
    self = try MappedFile(file).withBytes { try NumPyFile($0, of: file) }
  }

  private init(_ bytes: UnsafeRawBufferPointer, of file: URL) throws {
    guard let (shape, start) = NumPyFile.parse(bytes) else {
      throw NumPyError(file: file, reason: "it is no .npy file of float32 in C order, version 1.0")
    }
    var count = 1
    for size in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      guard !overflow else { throw NumPyError(file: file, reason: "its shape is too large") }
      count = product
    }
    let data = UnsafeRawBufferPointer(rebasing: bytes[start...])
    guard count <= data.count / 4, data.count == 4 * count else {
      throw NumPyError(
        file: file, reason: "its shape \(shape) does not agree with its \(data.count) bytes of data"
      )
    }
    self.shape = shape
    values = [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
      FloatConversion.read(
        .f32, from: data, into: UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
      initialized = count
    }
  }

  private static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0]

  /// The shape and the offset of the data.
  private static func parse(_ bytes: UnsafeRawBufferPointer) -> ([Int], Int)? {
    guard bytes.count >= 10, bytes.prefix(8).elementsEqual(magic) else { return nil }
    let start = 10 + Int(bytes[8]) + Int(bytes[9]) << 8
    guard start <= bytes.count else { return nil }
    let header = String(decoding: bytes[10..<start], as: UTF8.self)
    let pattern = /\{'descr': '<f4', 'fortran_order': False, 'shape': \(([0-9, ]*)\), \}\s*/
    guard let match = try? pattern.wholeMatch(in: header) else { return nil }
    var shape: [Int] = []
    for part in match.1.split(whereSeparator: { $0 == "," || $0 == " " }) {
      guard let size = Int(part) else { return nil }
      shape.append(size)
    }
    return (shape, start)
  }
}

/// A .npy file that is damaged or holds another kind of array.
public struct NumPyError: LocalizedError, Equatable {
  public let file: URL
  public let reason: String

  public var errorDescription: String? { "\(file.path): \(reason)" }
  public var recoverySuggestion: String? {
    "save the array with numpy.save(file, array.astype('<f4'))"
  }
}
