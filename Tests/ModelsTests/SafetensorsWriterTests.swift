import Foundation
import Models
import Testing

@Suite struct SafetensorsWriterTests {
  /// The bytes were made with safetensors 0.8's `save` from the same tensors.
  @Test func laysFilesOutAsTheLibraryDoes() throws {
    try withTemporaryFolder { folder in
      let url = folder.appendingPathComponent("new/model.safetensors")
      try writeSafetensors(
        [
          NamedTensor("z", shape: [2], [1, -2], as: .f16),
          NamedTensor("b", shape: [], [0.5]),
          NamedTensor("y", shape: [1, 2], [1, -2], as: .bf16),
          NamedTensor("a", shape: [1], [3]),
        ], to: url)
      let header =
        #"{"__metadata__":{"format":"pt"},"#
        + #""a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"#
        + #""b":{"dtype":"F32","shape":[],"data_offsets":[4,8]},"#
        + #""y":{"dtype":"BF16","shape":[1,2],"data_offsets":[8,12]},"#
        + #""z":{"dtype":"F16","shape":[2],"data_offsets":[12,16]}}"#
      let padded = header + String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
      let data: [UInt8] = [
        0, 0, 0x40, 0x40, 0, 0, 0, 0x3f, 0x80, 0x3f, 0, 0xc0, 0, 0x3c, 0, 0xc0,
      ]
      let bytes = try Array(Data(contentsOf: url))
      let length = withUnsafeBytes(of: UInt64(padded.utf8.count).littleEndian) { Array($0) }
      #expect(Array(bytes[..<8]) == length)
      #expect(String(decoding: bytes[8..<8 + padded.utf8.count], as: UTF8.self) == padded)
      #expect(Array(bytes[(8 + padded.utf8.count)...]) == data)
      let file = try SafetensorsFile(url)
      #expect(file.metadata == ["format": "pt"])
      #expect(try file.floats("z") == [1, -2])
      #expect(try file.floats("y") == [1, -2])
    }
  }

  @Test func leavesNothingBehindWhenItFails() throws {
    try withTemporaryFolder { folder in
      struct Failure: Error {}
      let url = folder.appendingPathComponent("model.safetensors")
      let tensor = NamedTensor("a", shape: [1]) { _ in throw Failure() }
      #expect(throws: (any Error).self) { try writeSafetensors([tensor], to: url) }
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(left.isEmpty)
    }
  }
}
