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
