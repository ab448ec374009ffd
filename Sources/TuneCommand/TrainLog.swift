import FineTuning

/// What a run leaves in its folder on the way, its stages one after the other.
struct TrainLog {
  private let record: TrainRecord
  private let output: TrainFolder
  /// The stages that have ended.
  private(set) var run: InstructionRun?
  private(set) var scores: [Int: ClassScores]
  private(set) var times = TrainTimes()
  private var isNew: Bool

  init(_ record: TrainRecord, _ output: TrainFolder, resuming: Bool) throws {
    self.record = record
    self.output = output
    scores = resuming ? try output.scores() : [:]
    isNew = !resuming
  }

  /// Steps of the stages that have ended.
  var stepsBefore: Int { run?.steps.count ?? 0 }

  /// Rows that cannot be trained on are refused before the first event: nothing has been written then.
  mutating func begin() throws {
    guard isNew else { return }
    try output.begin(record)
    isNew = false
  }

  mutating func note(step: Int) { times.note(step: step) }
  mutating func rest() { times.rest() }

  /// A checkpoint knows losses only; what belongs to it is there before it.
  mutating func note(_ found: ClassScores?, step: Int) throws {
    guard let found else { return }
    scores[step] = found
    try output.write(scores: scores)
  }

  /// Writes the course so far.
  func write(_ stage: InstructionRun) throws {
    try TrainMetrics(run: whole(stage), scores: scores, times: times).write(to: output.url)
  }

  mutating func end(_ stage: InstructionRun) throws {
    try write(stage)
    run = whole(stage)
  }

  private func whole(_ stage: InstructionRun) -> InstructionRun {
    run?.followed(by: stage) ?? stage
  }
}
