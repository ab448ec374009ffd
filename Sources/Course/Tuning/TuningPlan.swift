import FineTuning
import Layers

/// How much the arms of a comparison train, the same for each of them.
public struct TuningPlan: Sendable, Equatable {
  /// Questions that are learned from.
  public var rows: Int
  public var steps: Int
  public var batchRows: Int
  /// The grid of learning rates, from which validation chooses for each arm.
  public var rates: [Float]
  public var seeds: [UInt64]
  /// So many of the seeds, the first of them, try every rate; the others take what was chosen.
  public var sweptSeeds: Int
  /// Looks at the validation questions, at equal distances; the last one after the last step.
  public var looks: Int
  public var schedule: Schedule.Shape
  /// The part of the steps in which the rate rises.
  public var warmUp: Double

  public init(
    rows: Int, steps: Int, batchRows: Int = 16, rates: [Float], seeds: [UInt64],
    sweptSeeds: Int = 1, looks: Int = 4, schedule: Schedule.Shape = .linear, warmUp: Double = 0.1
  ) {
    precondition(
      rows > 0 && steps > 0 && batchRows > 0 && !rates.isEmpty && (1...steps).contains(looks)
        && (1...max(1, seeds.count)).contains(sweptSeeds) && !seeds.isEmpty,
      "a plan needs rows, steps, rates and seeds, and no more looks than steps")
    self.rows = rows
    self.steps = steps
    self.batchRows = batchRows
    self.rates = rates
    self.seeds = seeds
    self.sweptSeeds = sweptSeeds
    self.looks = looks
    self.schedule = schedule
    self.warmUp = warmUp
  }

  /// Runs that an arm takes.
  var runs: Int { rates.count * sweptSeeds + seeds.count - sweptSeeds }

  func options(_ rate: Float) -> TrainingOptions {
    TrainingOptions(
      learningRate: rate,
      schedule: Schedule(
        schedule, warmUpSteps: Int(warmUp * Double(steps)), totalSteps: steps))
  }

  func isLook(_ step: Int) -> Bool { step * looks / steps > (step - 1) * looks / steps }
}
