import Foundation

/// The micro-batches of each step. Rows, packing and seed decide them, so that a run that goes on
/// needs the number of its step and nothing else.
struct InstructionBatches {
  private let rows: [EncodedExample]
  private let training: InstructionTraining
  /// Of the pass that `batches` holds.
  private var epoch = 0
  private var firstStep = 0
  private var batches: [ExampleBatch]

  init(_ rows: [EncodedExample], _ training: InstructionTraining) throws(ExampleError) {
    self.rows = rows
    self.training = training
    batches = try rows.packed(training.packing, seed: training.seed)
  }

  /// Passes may differ in their number of batches.
  var totalSteps: Int {
    switch training.length {
    case .steps(let count): return count
    case .epochs(let count):
      let lengths = rows.map(\.count)
      return (0..<count).reduce(0) { sum, epoch in
        let groups = training.packing.groups(of: lengths, seed: training.seed, epoch: epoch)
        return sum + steps(groups.count)
      }
    }
  }

  /// Those of a step, counted from 0; steps are asked for in rising order.
  mutating func microBatches(step: Int) throws(ExampleError) -> [ExampleBatch] {
    while step >= firstStep + steps(batches.count) {
      firstStep += steps(batches.count)
      epoch += 1
      batches = try rows.packed(training.packing, seed: training.seed, epoch: epoch)
    }
    let first = (step - firstStep) * training.microBatches
    return Array(batches[first..<min(first + training.microBatches, batches.count)])
  }

  private func steps(_ batches: Int) -> Int {
    (batches + training.microBatches - 1) / training.microBatches
  }
}

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
