import Foundation

extension InstructionTraining {
  /// A number that tells this run from runs with other settings or other rows.
  func fingerprint(_ rows: [EncodedExample], _ validation: [EncodedExample]) throws -> UInt64 {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    var hash = Fingerprint()
    for byte in try encoder.encode(self) { hash.add(UInt32(byte)) }
    hash.add(rows)
    hash.add(validation)
    return hash.value
  }
}

extension Array where Element == EncodedExample {
  /// A number that tells rows from others: tokens, labels and weights.
  package var fingerprint: UInt64 {
    var hash = Fingerprint()
    hash.add(self)
    return hash.value
  }
}

/// FNV-1a, a word at a time.
private struct Fingerprint {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ word: UInt32) {
    value = (value ^ UInt64(word)) &* 0x0000_0100_0000_01b3
  }

  mutating func add(_ rows: [EncodedExample]) {
    add(UInt32(truncatingIfNeeded: rows.count))
    for row in rows {
      add(UInt32(truncatingIfNeeded: row.count))
      for place in 0..<row.count {
        add(UInt32(bitPattern: row.tokens[place]))
        add(UInt32(bitPattern: row.labels[place]))
        add(row.weights[place].bitPattern)
      }
    }
  }
}
