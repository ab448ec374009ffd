import Foundation

/// The header of a safetensors file, read and validated.
struct SafetensorsHeader {
  let metadata: [String: String]
  let entries: [SafetensorsFile.Entry]
  let dataStart: Int

  init(_ bytes: UnsafeRawBufferPointer, of file: URL) throws(SafetensorsError) {
    func error(_ reason: SafetensorsError.Reason) -> SafetensorsError {
      SafetensorsError(file: file, tensor: nil, reason: reason)
    }
    guard bytes.count >= 8 else { throw error(.tooShort(bytes: bytes.count)) }
    let length = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
    guard length <= 100_000_000 else { throw error(.headerTooLong(length)) }
    dataStart = 8 + Int(length)
    guard dataStart <= bytes.count else {
      throw error(.headerPastEnd(header: Int(length), file: bytes.count))
    }
    let json: JSONValue
    do {
      json = try JSONValue(parsing: UnsafeRawBufferPointer(rebasing: bytes[8..<dataStart]))
    } catch {
      throw SafetensorsError(
        file: file, tensor: nil, reason: .badJSON(error.reason, offset: 8 + error.offset))
    }
    guard let members = json.members else { throw error(.notAnObject(json.kind)) }

    var metadata: [String: String] = [:]
    var entries: [SafetensorsFile.Entry] = []
    for member in members where member.name != "__metadata__" {
      do {
        entries.append(try SafetensorsHeader.entry(member.name, member.value))
      } catch {
        throw SafetensorsError(file: file, tensor: member.name, reason: error)
      }
    }
    if let value = json["__metadata__"], value != .null {
      guard let members = value.members else { throw error(.metadataNotStrings) }
      for member in members {
        guard let string = member.value.string else { throw error(.metadataNotStrings) }
        metadata[member.name] = string
      }
    }
    entries.sort {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    var end = 0
    for entry in entries {
      let start = entry.range.lowerBound
      guard start == end else {
        throw SafetensorsError(
          file: file, tensor: entry.name,
          reason: start > end
            ? .hole(expected: end, found: start) : .overlap(expected: end, found: start))
      }
      end = entry.range.upperBound
    }
    guard end == bytes.count - dataStart else {
      throw error(.dataEnds(header: end, file: bytes.count - dataStart))
    }
    self.metadata = metadata
    self.entries = entries
  }

  private static func entry(
    _ name: String, _ value: JSONValue
  ) throws(SafetensorsError.Reason) -> SafetensorsFile.Entry {
    guard value.members != nil else { throw .notAnObject(value.kind) }
    func field(_ name: String) throws(SafetensorsError.Reason) -> JSONValue {
      guard let value = value[name] else { throw .missingField(name) }
      return value
    }
    let typeValue = try field("dtype")
    guard let type = typeValue.string.flatMap(ScalarType.init(rawValue:)) else {
      throw .unknownType(typeValue.text())
    }
    let shape = try sizes(field("shape"), or: .badShape)
    let offsets = try sizes(field("data_offsets"), or: .badOffsets)
    guard offsets.count == 2 else { throw .badOffsets }
    let (start, end) = (offsets[0], offsets[1])
    guard start <= end else { throw .endBeforeStart(start, end) }
    var bits = type.bits
    for size in shape {
      let (product, overflow) = bits.multipliedReportingOverflow(by: size)
      if overflow { throw .shapeOverflows }
      bits = product
    }
    guard bits % 8 == 0 else { throw .notWholeBytes }
    guard bits / 8 == end - start else {
      throw .sizeMismatch(expected: bits / 8, found: end - start)
    }
    return .init(name: name, type: type, shape: shape, range: start..<end)
  }

  private static func sizes(
    _ value: JSONValue, or reason: SafetensorsError.Reason
  ) throws(SafetensorsError.Reason) -> [Int] {
    guard let elements = value.elements else { throw reason }
    var sizes: [Int] = []
    for element in elements {
      guard let size = element.int, size >= 0 else { throw reason }
      sizes.append(size)
    }
    return sizes
  }
}

extension SafetensorsError.Reason: Error {}
