import Foundation
import Models
import Testing

@Suite struct NumPyFileTests {
  /// The header is that of `numpy.save` in NumPy 2.
  @Test func writesWhatNumPyWrites() throws {
    try withTemporaryFolder { folder in
      let url = folder.appendingPathComponent("a.npy")
      try NumPyFile(shape: [2, 3], values: [0, 1, 2, 3, 4, 5]).write(to: url)
      let bytes = try Data(contentsOf: url)
      let header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }"
      #expect(bytes.count == 128 + 24)
      #expect(Array(bytes.prefix(10)) == [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, 118, 0])
      let text = String(decoding: bytes[10..<128], as: UTF8.self)
      #expect(text == header + String(repeating: " ", count: 117 - header.count) + "\n")
    }
  }

  @Test(arguments: [[], [3], [0, 4], [2, 1, 2]])
  func readsWhatItWrites(_ shape: [Int]) throws {
    try withTemporaryFolder { folder in
      let url = folder.appendingPathComponent("a.npy")
      let file = NumPyFile(
        shape: shape, values: (0..<shape.reduce(1, *)).map { Float($0) - 0.5 })
      try file.write(to: url)
      #expect(try NumPyFile(contentsOf: url) == file)
      #expect(try Data(contentsOf: url).count % 64 == file.values.count * 4 % 64)
    }
  }

  @Test func refusesOtherFiles() throws {
    try withTemporaryFolder { folder in
      let url = folder.appendingPathComponent("a.npy")
      try NumPyFile(shape: [2], values: [1, 2]).write(to: url)
      let good = try Data(contentsOf: url)
      let double = Data(
        String(decoding: good.dropFirst(), as: UTF8.self)
          .replacingOccurrences(of: "<f4", with: "<f8").utf8)
      let huge = String(repeating: "9", count: 19)
      let large = Data(
        String(decoding: good.dropFirst(), as: UTF8.self).replacingOccurrences(
          of: "(2,)" + String(repeating: " ", count: huge.count - 1), with: "(\(huge),)"
        ).utf8)
      let bad = [
        Data(), good.prefix(9), good.prefix(60), good.dropLast(), good + [0],
        Data([0x93]) + double, Data([0x93]) + large,
      ]
      for bytes in bad {
        try bytes.write(to: url)
        #expect(throws: NumPyError.self) { try NumPyFile(contentsOf: url) }
      }
    }
  }
}
