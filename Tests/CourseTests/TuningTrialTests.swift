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

  @Test func anArmGoesFromStageToStage() throws {
    var trained: [Int] = []
    let arm = TuningArm(
      "hybrid", "hybrid", .nano,
      stages: [
        TuningArm.Stage(share: 0.5) { model, _ in model.unfreeze() },
        TuningArm.Stage(share: 0.5, rateFactor: 0) { model, _ in
          model.transformer.finalNorm.unfreeze()
        },
      ])
    let (model, trial) = try bed.train(arm, rate: 1e-2, seed: 1, TuningSample.plan()) {
      model, _, _ in trained.append(model.trainableParameterCount)
    }
    let all = TuningSample.model().parameterCount
    #expect(trained == [all, all, all, 32, 32, 32])
    #expect(trial.trainable == all)
    #expect(trial.looks.map(\.step) == [2, 4, 6])
    // The second stage moves nothing, so what is left is what the first has learned in the end.
    let first = try bed.train(
      .full(.nano), rate: 1e-2, seed: 1, TuningSample.plan(steps: 3, looks: 1))
    #expect(model.parameters().map(\.elements) == first.model.parameters().map(\.elements))
    #expect(trial.kept?.step == 4)
  }

  @Test func stagesShareTheSteps() {
    func counts(_ shares: [Double], _ steps: Int) -> [Int] {
      TuningArm(
        "a", "a", .nano, stages: shares.map { TuningArm.Stage(share: $0) { _, _ in } }
      ).stages(of: steps).map(\.steps)
    }
    #expect(counts([0.3, 0.7], 10) == [3, 7])
    #expect(counts([0, 1], 10) == [10])
    #expect(counts([1, 0], 10) == [10])
    #expect(counts([0.1, 0.2, 0.7], 7) == [1, 1, 5])
  }
}
