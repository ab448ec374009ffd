import FineTuning
import Foundation
import Testing

@Suite struct TensorBoardEventsTests {
  /// The check value of CRC-32C is 0xE3069283; thirty-two zeros are from RFC 3720, B.4.
  @Test(
    arguments: [
      (Array("123456789".utf8), 0xe306_9283), ([UInt8](repeating: 0, count: 32), 0x8a91_36aa),
    ] as [([UInt8], UInt32)])
  func theChecksumIsCastagnolis(bytes: [UInt8], checksum: UInt32) {
    let unmasked = maskedChecksum(bytes) &- 0xa282_ead8
    #expect(unmasked >> 17 | unmasked << 15 == checksum)
  }

  /// As tensorboard's own writer of records has it, field by field.
  @Test func aRecordIsFramedAndEncoded() throws {
    let start = TensorBoardEvents(wallTime: 2)
    var events = start
    events.add([("a", 1), ("b", -2)], step: 300, wallTime: 2)
    let time: [UInt8] = [0x09, 0, 0, 0, 0, 0, 0, 0, 0x40]
    let version = time + [0x1a, 13] + Array("brain.Event:2".utf8)
    let values: [UInt8] = [
      0x0a, 8, 0x0a, 1, 0x61, 0x15, 0, 0, 0x80, 0x3f, 0x0a, 8, 0x0a, 1, 0x62, 0x15, 0, 0, 0, 0xc0,
    ]
    let point = time + [0x10, 0xac, 0x02, 0x2a, 20] + values
    #expect(Array(start.data) == framed(version))
    #expect(Array(events.data) == framed(version) + framed(point))
  }

  private func framed(_ content: [UInt8]) -> [UInt8] {
    let length = [UInt8(content.count), 0, 0, 0, 0, 0, 0, 0]
    return length + bytes(maskedChecksum(length)) + content + bytes(maskedChecksum(content))
  }

  private func bytes(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
