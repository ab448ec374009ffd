import Foundation
import Models
import Testing

@Suite struct FloatConversionTests {
  private func readBack(_ values: [Float], as type: ScalarType) throws -> [Float] {
    try withTemporaryFolder { folder in
      let url = folder.appendingPathComponent("a")
      try writeSafetensors([NamedTensor("a", shape: [values.count], values, as: type)], to: url)
      return try SafetensorsFile(url).floats("a")
    }
  }

  private func file(_ type: String, _ bytes: [UInt8], count: Int, in folder: URL) throws -> URL {
    let header =
      #"{"a":{"dtype":"\#(type)","shape":[\#(count)],"data_offsets":[0,\#(bytes.count)]}}"#
    let url = folder.appendingPathComponent("a")
    var data = withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Data($0) }
    data.append(contentsOf: header.utf8)
    data.append(contentsOf: bytes)
    try data.write(to: url)
    return url
  }

  /// Swift's own Float16 is the oracle, for every half there is.
  @Test func readsEveryHalf() throws {
    let halves = (0...UInt16.max).map { $0 }
    let bytes = halves.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let values = try withTemporaryFolder {
      try SafetensorsFile(file("F16", bytes, count: halves.count, in: $0)).floats("a")
    }
    #if arch(x86_64) && os(macOS)
    #else
      for (half, value) in zip(halves, values) {
        let expected = Float(Float16(bitPattern: half))
        #expect(value.isNaN ? expected.isNaN : value.bitPattern == expected.bitPattern)
      }
    #endif
  }

  private var interesting: [Float] {
    let edges: [Float] = [
      0, -0.0, 65504, 65519.996, 65520, 1e9, -1e9, .infinity, -.infinity, 0x1p-14, 0x1p-24,
      0x1p-25, 0x1.8p-25, 0x1.000002p-25, 1.0009765625 / 2, .leastNonzeroMagnitude,
      0x1.ffcp-15, 0x1.ffep-15, 3.4e38,
    ]
    var bits: UInt32 = 1
    let spread = (0..<50_000).map { _ -> Float in
      bits = bits &* 1_664_525 &+ 1_013_904_223
      return Float(bitPattern: bits)
    }
    let ties = (0..<2048).map { Float(1) + (Float($0) + 0.5) / 1024 }
    return edges + ties + spread.filter { !$0.isNaN }
  }

  @Test func roundsToHalvesAsSwiftDoes() throws {
    let values = interesting
    for (value, read) in zip(values, try readBack(values, as: .f16)) {
      #expect(read.bitPattern == Float(Float16(value)).bitPattern, "\(value)")
    }
    #expect(try readBack([.nan], as: .f16)[0].isNaN)
  }

  @Test func roundsToBFloatWithTiesToEven() throws {
    let up = Float(bitPattern: 0x3f81_8000)
    let down = Float(bitPattern: 0x3f80_8000)
    let read = try readBack([up, down, 1.00390624, 3.4e38, -3.4028235e38, .nan], as: .bf16)
    #expect(read[0].bitPattern == 0x3f82_0000)
    #expect(read[1].bitPattern == 0x3f80_0000)
    #expect(read[2].bitPattern == 0x3f80_0000)
    #expect(read[3].bitPattern == 0x7f80_0000)
    #expect(read[4] == -.infinity)
    #expect(read[5].isNaN)
  }

  @Test func readsDoubles() throws {
    let doubles: [Double] = [0.1, -1e300, 2, .infinity]
    let bytes = doubles.flatMap { withUnsafeBytes(of: $0.bitPattern.littleEndian) { Array($0) } }
    try withTemporaryFolder {
      let file = try SafetensorsFile(file("F64", bytes, count: 4, in: $0))
      #expect(try file.floats("a") == [0.1, -.infinity, 2, .infinity])
    }
  }
}
