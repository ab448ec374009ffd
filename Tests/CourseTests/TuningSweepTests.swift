import Course
import Testing

@Suite struct TuningSweepTests {
  private let bed: TuningBed

  init() throws { bed = try TuningSample.bed() }

  /// The first seed tries all rates, the others take the best.
  @Test func validationChoosesTheRate() throws {
    let plan = TuningSample.plan(rates: [3e-2, 1e-2, 0], seeds: [5, 6, 7])
    let inspected = try bed.run(.full(.nano), plan) { model, trial in
      let found = try self.bed.judge(model)
      #expect(found == trial.test)
      return trial.seed
    }
    let sweep = inspected.sweep
    #expect(sweep.trials.map(\.seed) == [5, 5, 5, 6, 7])
    #expect(sweep.trials.prefix(3).map(\.rate) == plan.rates)
    #expect(inspected.findings == [5, 6, 7])
    #expect(sweep.chosen.map(\.seed) == [5, 6, 7])
    let best = sweep.trials.prefix(3).max { one, other in
      (one.kept!.accuracy, -one.kept!.nats) < (other.kept!.accuracy, -other.kept!.nats)
    }!
    #expect(sweep.rate == best.rate && sweep.rate != plan.rates[0])
    #expect(sweep.hits.values == sweep.chosen.map { $0.test.hits.map { $0 ? 1 : 0 } })
    #expect(sweep.nats.values == sweep.chosen.map(\.test.nats))
    #expect((sweep - sweep).values.allSatisfy { $0.allSatisfy { $0 == 0 } })
    let untuned = try bed.judge(TuningSample.model())
    #expect(
      abs((sweep - untuned).mean - (sweep.hits.mean - untuned.accuracy)) < 1e-12)
  }

  @Test func allSeedsMayTryAllRates() throws {
    let plan = TuningSample.plan(
      steps: 2, rates: [1e-3, 1e-2], seeds: [1, 2], sweptSeeds: 2, looks: 1)
    let sweep = try bed.run(TuningSample.norm, plan) { _, _ in 0 }.sweep
    #expect(sweep.trials.map(\.rate) == [1e-3, 1e-3, 1e-2, 1e-2])
    #expect(sweep.chosen.map(\.seed) == [1, 2])
    let means = plan.rates.map { rate in
      sweep.trials.filter { $0.rate == rate }.map { $0.kept!.accuracy }.mean
    }
    #expect(means[plan.rates.firstIndex(of: sweep.rate)!] == means.max())
  }

  /// What the cache writes is what it reads.
  @Test func aSweepIsTheSameAfterTheCache() throws {
    let plan = TuningSample.plan(steps: 2, rates: [3e-4, 1e-3], seeds: [1], looks: 1)
    let sweep = try bed.run(TuningSample.norm, plan) { _, _ in 0 }.sweep
    let read = try JSONDecoder().decode(TuningSweep.self, from: JSONEncoder().encode(sweep))
    #expect(read.rate == sweep.rate && read.chosen.count == 1)
    #expect(read.hits == sweep.hits && read.nats == sweep.nats)
  }
}
