import Foundation
import Models
import Testing

/// What the format's own library (0.8) refuses and accepts.
@Suite struct SafetensorsReadingTests {
  private func file(_ header: String, data: Int = 0, in folder: URL) throws -> URL {
    try file(header: Array(header.utf8), data: data, in: folder)
  }

  private func file(header: [UInt8], data: Int, in folder: URL) throws -> URL {
    let length = withUnsafeBytes(of: UInt64(header.count).littleEndian) { Array($0) }
    return try file(length + header + (0..<data).map { UInt8(truncatingIfNeeded: $0) }, in: folder)
  }

  private func file(_ bytes: [UInt8], in folder: URL) throws -> URL {
    let url = folder.appendingPathComponent("model.safetensors")
    try Data(bytes).write(to: url)
    return url
  }

  private func entry(_ type: String, _ shape: String, _ offsets: String) -> String {
    #"{"dtype":"\#(type)","shape":\#(shape),"data_offsets":\#(offsets)}"#
  }

  private func expect(
    _ reason: SafetensorsError.Reason, tensor: String? = nil, _ make: (URL) throws -> URL,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try withTemporaryFolder { folder in
      let url = try make(folder)
      let error = #expect(throws: SafetensorsError.self, sourceLocation: sourceLocation) {
        try SafetensorsFile(url)
      }
      #expect(error?.reason == reason, sourceLocation: sourceLocation)
      #expect(error?.tensor == tensor, sourceLocation: sourceLocation)
      #expect(error?.file == url, sourceLocation: sourceLocation)
      let text = try #require(error?.errorDescription)
      #expect(text.contains(url.path) && (tensor.map { text.contains("\"\($0)\"") } ?? true))
    }
  }

  @Test func refusesFewerThanEightBytes() throws {
    try expect(.tooShort(bytes: 7)) { try file([UInt8](repeating: 0, count: 7), in: $0) }
    try expect(.tooShort(bytes: 0)) { try file([], in: $0) }
  }

  @Test func refusesALongHeader() throws {
    let length = withUnsafeBytes(of: UInt64(100_000_001).littleEndian) { Array($0) }
    try expect(.headerTooLong(100_000_001)) { try file(length + [0x7b, 0x7d], in: $0) }
    try expect(.headerTooLong(.max)) { try file([UInt8](repeating: 255, count: 16), in: $0) }
  }

  @Test func refusesAHeaderPastTheEnd() throws {
    let length = withUnsafeBytes(of: UInt64(3).littleEndian) { Array($0) }
    try expect(.headerPastEnd(header: 3, file: 10)) { try file(length + [0x7b, 0x7d], in: $0) }
  }

  @Test func refusesAnEmptyHeader() throws {
    try expect(.badJSON("a value expected", offset: 8)) { try file("", in: $0) }
  }

  @Test func refusesWhatIsNotUTF8() throws {
    try expect(.badJSON("it is not UTF-8", offset: 8)) {
      try file(header: Array("{\"".utf8) + [0xff] + Array("\":{}}".utf8), data: 0, in: $0)
    }
  }

  @Test func refusesAByteOrderMark() throws {
    try expect(.badJSON("a value expected", offset: 8)) { try file("\u{feff}{}", in: $0) }
  }

  @Test func refusesAnArray() throws {
    try expect(.notAnObject("an array")) { try file("[]", in: $0) }
  }

  @Test func refusesTrailingGarbage() throws {
    try expect(.badJSON("something follows the end of the JSON", offset: 11)) {
      try file("{} x", in: $0)
    }
  }

  @Test func refusesPaddingWithNUL() throws {
    try expect(.badJSON("something follows the end of the JSON", offset: 10)) {
      try file("{}\0\0", in: $0)
    }
  }

  @Test func refusesMetadataThatAreNotStrings() throws {
    try expect(.metadataNotStrings) { try file(#"{"__metadata__":{"a":1}}"#, in: $0) }
    try expect(.metadataNotStrings) { try file(#"{"__metadata__":["a"]}"#, in: $0) }
  }

  @Test func refusesDuplicateFields() throws {
    let twice = #"{"a":{"dtype":"U8","dtype":"U8","shape":[0],"data_offsets":[0,0]}}"#
    try expect(.badJSON("\"dtype\" appears twice", offset: 34)) { try file(twice, in: $0) }
  }

  @Test func refusesDuplicateNames() throws {
    let entry = entry("U8", "[0]", "[0,0]")
    try expect(.badJSON("\"a\" appears twice", offset: 8 + 9 + entry.utf8.count)) {
      try file(#"{"a":\#(entry),"a":\#(entry)}"#, in: $0)
    }
  }

  @Test(arguments: ["dtype", "shape", "data_offsets"])
  func refusesAMissingField(_ name: String) throws {
    let whole = #"{"dtype":"U8","shape":[0],"data_offsets":[0,0]}"#
    let cut = whole.replacingOccurrences(of: "\"\(name)\"", with: "\"other\"")
    try expect(.missingField(name), tensor: "a") { try file(#"{"a":\#(cut)}"#, in: $0) }
  }

  @Test func refusesAnUnknownType() throws {
    try expect(.unknownType("\"F33\""), tensor: "a") {
      try file(#"{"a":\#(entry("F33", "[0]", "[0,0]"))}"#, in: $0)
    }
    let number = #"{"a":{"dtype":7,"shape":[0],"data_offsets":[0,0]}}"#
    try expect(.unknownType("7"), tensor: "a") { try file(number, in: $0) }
  }

  @Test func refusesATensorThatIsNoObject() throws {
    try expect(.notAnObject("a number"), tensor: "a") { try file(#"{"a":1}"#, in: $0) }
  }

  @Test(arguments: ["[-1]", "[1.0]", "[1e0]", "[\"1\"]", "1", "[99999999999999999999]"])
  func refusesAShape(_ shape: String) throws {
    try expect(.badShape, tensor: "a") {
      try file(#"{"a":\#(entry("U8", shape, "[0,1]"))}"#, data: 1, in: $0)
    }
  }

  @Test(arguments: ["[0]", "[0,1,2]", "[]", "[-1,0]", "[0.0,1]", "null"])
  func refusesOffsets(_ offsets: String) throws {
    try expect(.badOffsets, tensor: "a") {
      try file(#"{"a":\#(entry("U8", "[1]", offsets))}"#, data: 1, in: $0)
    }
  }

  @Test func refusesAnEndBeforeTheStart() throws {
    try expect(.endBeforeStart(4, 0), tensor: "a") {
      try file(#"{"a":\#(entry("F32", "[1]", "[4,0]"))}"#, data: 4, in: $0)
    }
  }

  @Test func refusesAHole() throws {
    try expect(.hole(expected: 0, found: 4), tensor: "a") {
      try file(#"{"a":\#(entry("F32", "[1]", "[4,8]"))}"#, data: 8, in: $0)
    }
    let (a, b) = (entry("U8", "[2]", "[0,2]"), entry("U8", "[2]", "[3,5]"))
    try expect(.hole(expected: 2, found: 3), tensor: "b") {
      try file(#"{"a":\#(a),"b":\#(b)}"#, data: 5, in: $0)
    }
  }

  @Test func refusesOverlap() throws {
    let (a, b) = (entry("U8", "[2]", "[0,2]"), entry("U8", "[2]", "[1,3]"))
    try expect(.overlap(expected: 2, found: 1), tensor: "b") {
      try file(#"{"a":\#(a),"b":\#(b)}"#, data: 3, in: $0)
    }
  }

  @Test func refusesSharedOffsets() throws {
    let entry = entry("U8", "[2]", "[0,2]")
    #expect(throws: SafetensorsError.self) {
      try withTemporaryFolder {
        try SafetensorsFile(file(#"{"a":\#(entry),"b":\#(entry)}"#, data: 2, in: $0))
      }
    }
  }

  @Test func refusesASizeThatDoesNotFit() throws {
    try expect(.sizeMismatch(expected: 8, found: 4), tensor: "a") {
      try file(#"{"a":\#(entry("F32", "[2]", "[0,4]"))}"#, data: 4, in: $0)
    }
  }

  @Test func refusesAShapeThatOverflows() throws {
    try expect(.shapeOverflows, tensor: "a") {
      try file(#"{"a":\#(entry("U8", "[4294967296,4294967296]", "[0,0]"))}"#, in: $0)
    }
  }

  @Test func refusesPartsOfBytes() throws {
    try expect(.notWholeBytes, tensor: "a") {
      try file(#"{"a":\#(entry("F4", "[3]", "[0,1]"))}"#, data: 1, in: $0)
    }
  }

  @Test func refusesExtraAndMissingBytes() throws {
    let header = #"{"a":\#(entry("F32", "[1]", "[0,4]"))}"#
    try expect(.dataEnds(header: 4, file: 5)) { try file(header, data: 5, in: $0) }
    try expect(.dataEnds(header: 4, file: 3)) { try file(header, data: 3, in: $0) }
  }

  @Test func refusesAFolderAndAMissingFile() throws {
    try withTemporaryFolder { folder in
      #expect(throws: FileReadError.self) { try SafetensorsFile(folder) }
      #expect(throws: FileReadError.self) {
        try SafetensorsFile(folder.appendingPathComponent("nothing"))
      }
    }
  }

  @Test func acceptsWhatIsUnusual() throws {
    try withTemporaryFolder { folder in
      let header = """
         \n{"later":{"x":{"y":[1.5]},"dtype":"U8","shape":[2,1],"data_offsets":[4,6]},
        "empty":{"dtype":"F32","shape":[3,0],"data_offsets":[4,4]},
        "scalar":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}
        """
      let file = try SafetensorsFile(file(header, data: 6, in: folder))
      #expect(file.entries.map(\.name) == ["scalar", "empty", "later"])
      #expect(file["scalar"]?.shape == [] && file["scalar"]?.count == 1)
      #expect(try file.floats("scalar") == [Float(bitPattern: 0x0302_0100)])
      #expect(try file.floats("empty") == [])
      #expect(try file.withBytes(of: "later", Array.init) == [4, 5])
      #expect(file.metadata == [:])
    }
  }

  @Test func acceptsAFileWithoutTensors() throws {
    try withTemporaryFolder { folder in
      for header in ["{}", #"{"__metadata__":null}"#] {
        let file = try SafetensorsFile(file(header, in: folder))
        #expect(file.entries.isEmpty && file.metadata.isEmpty)
      }
    }
  }

  @Test func acceptsNotANumberAndInfinity() throws {
    try withTemporaryFolder { folder in
      let url = folder.appendingPathComponent("a")
      try writeSafetensors([NamedTensor("a", shape: [3], [.nan, .infinity, -.infinity])], to: url)
      let values = try SafetensorsFile(url).floats("a")
      #expect(values[0].isNaN && values[1] == .infinity && values[2] == -.infinity)
    }
  }

  @Test func namesATensorThatIsNotThereOrNoFloat() throws {
    try withTemporaryFolder { folder in
      let file = try SafetensorsFile(
        file(#"{"a":\#(entry("I64", "[1]", "[0,8]"))}"#, data: 8, in: folder))
      #expect(file["a"]?.type == .i64)
      #expect(throws: SafetensorsError.self) { try file.floats("a") }
      #expect(throws: SafetensorsError.self) { try file.floats("b") }
    }
  }
}
