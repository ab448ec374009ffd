import Course

extension TuningPlan {
  /// The rate's course over a whole run, as the bed trains it.
  var course: Schedule {
    Schedule(schedule, warmUpSteps: Int(warmUp * Double(steps)), totalSteps: steps)
  }

  /// The same plan with these seeds, of which the first tries these rates.
  func with(_ rates: [Float], seeds: some Collection<UInt64>) -> TuningPlan {
    TuningPlan(
      rows: rows, steps: steps, batchRows: batchRows, rates: rates, seeds: Array(seeds),
      looks: looks, schedule: schedule, warmUp: warmUp)
  }
}

extension Trainer {
  /// Takes some of the steps of a run on the batches that the bed would give them, without looks:
  /// for a stage of a run, and for watching a run from close by.
  func walk(
    _ steps: Range<Int>, _ model: GPT2LMHeadModel, _ rows: [EncodedExample], _ plan: TuningPlan,
    seed: UInt64, watch: (TrainingProgress) throws -> Void = { _ in }
  ) throws {
    let lengths = rows.map(\.count)
    for step in steps {
      let perEpoch = (rows.count + plan.batchRows - 1) / plan.batchRows
      let groups = Packing.rows(plan.batchRows)
        .groups(of: lengths, seed: seed, epoch: step / perEpoch)
      let batch = ExampleBatch(groups[step % perEpoch].map { rows[$0] })
      try watch(self.step(tokens: batch.tokenCount) { try model.loss(batch) })
    }
    model.clearGradients()
  }
}
