/// What a run measured on its way.
struct LossCurve {
  /// The loss of every step, in nats a token.
  var training: [Double] = []
  /// Steps and losses of the validations.
  var validation: [(step: Double, nats: Double)] = []
  /// How long the training took.
  var seconds = 0.0

  init() {}

  /// The curve as a checkpoint keeps it.
  init(notes: [String: [Double]]) {
    training = notes["training"] ?? []
    validation = Array(
      zip(notes["validation steps"] ?? [], notes["validation nats"] ?? [])
    ).map { (step: $0, nats: $1) }
    seconds = notes["seconds"]?.first ?? 0
  }

  var notes: [String: [Double]] {
    [
      "training": training,
      "validation steps": validation.map(\.step),
      "validation nats": validation.map(\.nats),
      "seconds": [seconds],
    ]
  }

  /// Training losses averaged over `length` steps at a time, with the step at the middle.
  func smoothed(_ length: Int) -> [(step: Double, nats: Double)] {
    stride(from: 0, to: training.count, by: length).map { start in
      let part = training[start..<min(start + length, training.count)]
      return (Double(start) + Double(part.count) / 2, part.reduce(0, +) / Double(part.count))
    }
  }
}
