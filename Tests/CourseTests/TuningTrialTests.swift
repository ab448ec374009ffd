import Course
import Testing

@Suite struct TuningTrialTests {
  private let bed: TuningBed

  init() throws { bed = try TuningSample.bed() }

  @Test func onlyWhatIsPreparedMoves() throws {
    let (model, trial) = try bed.train(
      TuningSample.norm, rate: 1e-2, seed: 1, TuningSample.plan())
    for (parameter, before) in zip(model.namedParameters(), TuningSample.model().namedParameters())
    {
      let isTrained = parameter.name.contains("finalNorm")
      #expect((parameter.tensor.elements != before.tensor.elements) == isTrained)
    }
    #expect(trial.trainable == 32 && trial.optimiserBytes == 8 * 32)
    #expect(trial.looks.map(\.step) == [2, 4, 6])
    #expect(trial.test.hits.count == 24 && trial.test.nats.count == 24)
    #expect(trial.seconds > 0)
  }

  @Test func aSeedGivesTheSameRunAndAllArmsTheSameTokens() throws {
    let plan = TuningSample.plan()
    let one = try bed.train(.full(.nano), rate: 1e-2, seed: 1, plan).trial
    let again = try bed.train(.full(.nano), rate: 1e-2, seed: 1, plan).trial
    let other = try bed.train(.full(.nano), rate: 1e-2, seed: 2, plan).trial
    #expect(one.test == again.test && one.test != other.test)
    #expect(
      one.tokens == (try bed.train(TuningSample.norm, rate: 1e-2, seed: 1, plan)).trial.tokens)
  }

  @Test func theWeightsOfTheBestLookAreKept() throws {
    let plan = TuningSample.plan(steps: 12, looks: 12, schedule: .constant)
    let (model, trial) = try bed.train(.full(.nano), rate: 0.1, seed: 1, plan)
    let kept = try #require(trial.kept)
    #expect(kept.step != trial.looks.last?.step)
    #expect(
      trial.looks.allSatisfy {
        ($0.accuracy, -$0.nats) <= (kept.accuracy, -kept.nats)
      })
    let found = try bed.judge(model, bed.validation)
    #expect(found.accuracy == kept.accuracy && found.meanNats == kept.nats)
  }

  @Test func aRunThatDivergesLeavesTheModelAsItWas() throws {
    let (_, trial) = try bed.train(
      .full(.nano), rate: .infinity, seed: 1, TuningSample.plan(looks: 1))
    #expect(trial.kept == nil && trial.looks.isEmpty)
    #expect(try trial.test == bed.judge(TuningSample.model()))
  }

  /// An arm may change the rows, and then those of training, validation and test.
  @Test func rowsAreChangedWhereverTheyAreRead() throws {
    var counts: [Int] = []
    let arm = TuningArm(
      "first", "first", .nano,
      rows: { rows in
        counts.append(rows.count)
        return rows.map { _ in rows[0] }
      }
    ) { model, _ in model.unfreeze() }
    let trial = try bed.train(arm, rate: 0, seed: 1, TuningSample.plan(looks: 1)).trial
    #expect(counts == [24, 16, 24])
    // All prompts are one, so the answers of a family differ by what is right and by nothing else.
    for family in bed.families {
      let places = bed.test.indices.filter { bed.test[$0].family == family }
      let nats = Set(places.map { trial.test.nats[$0] })
      #expect(nats.count <= family.classAnswers.count)
    }
  }
}
