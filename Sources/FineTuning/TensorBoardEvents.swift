import Foundation

/// The bytes of an event file, which TensorBoard draws curves from.
///
/// A file is a list of TFRecords: the length as eight bytes, its masked checksum, a protobuf
/// `Event`, and the checksum of that (tensorflow/core/lib/io/record_writer.cc and
/// tensorflow/core/util/event.proto). Equal calls give equal bytes: the times are the caller's.
///
///     var events = TensorBoardEvents(wallTime: start)
///     events.add([("train/loss", 2.5)], step: 1, wallTime: start + 1)
///     try writeAtomically(events.data, to: folder.appendingPathComponent(TensorBoardEvents.fileName))
public struct TensorBoardEvents: Sendable {
  /// TensorBoard reads every file of a folder whose name holds "tfevents".
  public static let fileName = "events.out.tfevents.tune"

  public private(set) var data = Data()

  /// A file without a curve. Times are in seconds since 1970.
  public init(wallTime: Double) {
    var event = ProtobufMessage()
    event.add(1, wallTime)
    event.add(3, "brain.Event:2")
    append(event)
  }

  /// Adds a point to the curve of each tag.
  public mutating func add(_ values: [(tag: String, value: Float)], step: Int, wallTime: Double) {
    var summary = ProtobufMessage()
    for (tag, value) in values {
      var point = ProtobufMessage()
      point.add(1, tag)
      point.add(2, value)
      summary.add(1, point)
    }
    var event = ProtobufMessage()
    event.add(1, wallTime)
    event.add(2, step)
    event.add(5, summary)
    append(event)
  }

  private mutating func append(_ event: ProtobufMessage) {
    let length = littleEndianBytes(UInt64(event.bytes.count))
    data += length
    data += littleEndianBytes(maskedChecksum(length))
    data += event.bytes
    data += littleEndianBytes(maskedChecksum(event.bytes))
  }
}

/// The fields of a protobuf message, in the order in which they are added.
private struct ProtobufMessage {
  private enum WireType: UInt64 {
    case varint = 0
    case eightBytes = 1
    case lengthDelimited = 2
    case fourBytes = 5
  }

  private(set) var bytes: [UInt8] = []

  mutating func add(_ field: UInt64, _ value: Double) {
    begin(field, .eightBytes)
    bytes += littleEndianBytes(value.bitPattern)
  }

  mutating func add(_ field: UInt64, _ value: Float) {
    begin(field, .fourBytes)
    bytes += littleEndianBytes(value.bitPattern)
  }

  mutating func add(_ field: UInt64, _ value: Int) {
    begin(field, .varint)
    addVarint(UInt64(bitPattern: Int64(value)))
  }

  mutating func add(_ field: UInt64, _ text: String) {
    add(field, Array(text.utf8))
  }

  mutating func add(_ field: UInt64, _ message: ProtobufMessage) {
    add(field, message.bytes)
  }

  private mutating func add(_ field: UInt64, _ content: [UInt8]) {
    begin(field, .lengthDelimited)
    addVarint(UInt64(content.count))
    bytes += content
  }

  private mutating func begin(_ field: UInt64, _ type: WireType) {
    addVarint(field << 3 | type.rawValue)
  }

  /// Seven bits a byte, the lowest first; the eighth says that more follow.
  private mutating func addVarint(_ value: UInt64) {
    var rest = value
    while rest > 0x7f {
      bytes.append(UInt8(rest & 0x7f) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}

private func littleEndianBytes(_ value: some FixedWidthInteger) -> [UInt8] {
  withUnsafeBytes(of: value.littleEndian) { Array($0) }
}

/// CRC-32C (Castagnoli), turned and shifted as TensorFlow stores it.
package func maskedChecksum(_ bytes: [UInt8]) -> UInt32 {
  let checksum = ~bytes.reduce(UInt32.max) { state, byte in
    castagnoli[Int(UInt8(truncatingIfNeeded: state) ^ byte)] ^ state >> 8
  }
  return (checksum >> 15 | checksum << 17) &+ 0xa282_ead8
}

/// What each byte makes of the state, for the polynomial 0x1EDC6F41 with its bits reversed.
private let castagnoli: [UInt32] = (0..<256).map { byte in
  (0..<8).reduce(UInt32(byte)) { state, _ in
    state & 1 == 1 ? 0x82f6_3b78 ^ state >> 1 : state >> 1
  }
}
