import Course

/// The parameters of a GPT-2 by what they are part of.
enum Part: String, CaseIterable, Codable {
  case embeddings
  case attention
  case feedForward = "feed-forward"
  case norms

  /// By the name of a parameter.
  init(_ name: String) {
    if name.contains("attention") {
      self = .attention
    } else if name.contains("mlp") {
      self = .feedForward
    } else if name.lowercased().contains("norm") {
      self = .norms
    } else {
      self = .embeddings
    }
  }
}

/// How far the parameters of one run have moved, step by step.
struct Movement: Codable {
  /// Distance of a part from its start, before the first step and after each one.
  var distances: [Part: [Double]] = [:]
  /// Length of a part at its start.
  var starts: [Part: Double] = [:]
  /// Length of each step, over all parameters.
  var strides: [Double] = []
  var losses: [Double] = []
  /// Cosine between where the parameters had gone at the mark and where they went after it, and
  /// where they had gone in the end.
  var cosineWithRest = 0.0
  var cosineWithAll = 0.0

  /// Distance of all parameters from their start.
  var distance: [Double] {
    strides.indices.map { $0 + 1 }.reduce(into: [0]) { all, step in
      all.append(
        distances.mapValues { $0[step] * $0[step] }.total.squareRoot())
    }
  }

  /// The distance over the last one.
  var shares: [Double] { distance.map { $0 / distance.last! } }

  /// The part of the path that has been walked, however it winds.
  var path: [Double] {
    let whole = strides.reduce(0, +)
    return strides.reduce(into: [0.0]) { $0.append($0.last! + $1 / whole) }
  }

  /// The share after so much of the steps.
  func share(at part: Double) -> Double {
    shares[Int((part * Double(strides.count)).rounded())]
  }
}

/// Watches the parameters of a model while it is trained.
final class Tracker {
  private var movement = Movement()
  private let parts: [Part]
  private let now: [Tensor]
  private let start: [Tensor]
  private let before: [Tensor]
  private let mark: [Tensor]
  private let markedStep: Int

  init(_ model: GPT2LMHeadModel, mark markedStep: Int) {
    let named = model.namedParameters()
    (parts, now) = (named.map { Part($0.name) }, named.map(\.tensor))
    start = now.map { $0.copy() }
    before = now.map { $0.copy() }
    mark = now.map { $0.copy() }
    self.markedStep = markedStep
    for part in Part.allCases {
      movement.distances[part] = [0]
      movement.starts[part] = sums { inner(start[$0], nil, start[$0], nil) }[part]!.squareRoot()
    }
  }

  /// To be called after every step.
  func look(_ progress: TrainingProgress) {
    for (part, sum) in sums({ inner(now[$0], start[$0], now[$0], start[$0]) }) {
      movement.distances[part]!.append(sum.squareRoot())
    }
    let stride = sums { inner(now[$0], before[$0], now[$0], before[$0]) }
    movement.strides.append(stride.total.squareRoot())
    movement.losses.append(Double(progress.loss))
    for (copy, tensor) in zip(before, now) { copy.assign(tensor) }
    guard progress.step == markedStep else { return }
    for (copy, tensor) in zip(mark, now) { copy.assign(tensor) }
  }

  /// After the last step.
  func finished() -> Movement {
    func product(_ first: ([Tensor], [Tensor]), _ second: ([Tensor], [Tensor])) -> Double {
      sums { inner(first.0[$0], first.1[$0], second.0[$0], second.1[$0]) }.total
    }
    func cosine(_ first: ([Tensor], [Tensor]), _ second: ([Tensor], [Tensor])) -> Double {
      product(first, second) / (product(first, first) * product(second, second)).squareRoot()
    }
    movement.cosineWithRest = cosine((mark, start), (now, mark))
    movement.cosineWithAll = cosine((mark, start), (now, start))
    return movement
  }

  /// A number of each parameter, summed over each part.
  private func sums(_ value: (Int) -> Double) -> [Part: Double] {
    parts.indices.reduce(into: [:]) { $0[parts[$1], default: 0] += value($1) }
  }
}

/// Σ (a − b)(c − d); what is nil counts as zero.
private func inner(_ a: Tensor, _ b: Tensor?, _ c: Tensor, _ d: Tensor?) -> Double {
  var sum = 0.0
  for place in 0..<a.count {
    let first = a.pointer[place] - (b?.pointer[place] ?? 0)
    let second = c.pointer[place] - (d?.pointer[place] ?? 0)
    sum += Double(first * second)
  }
  return sum
}

extension TuningBed {
  /// Trains all of a base without a warm-up and at a constant rate, or with the plan's course, and
  /// measures every step.
  func movement(
    _ base: TuningBase, rate: Float, seed: UInt64, _ plan: TuningPlan, isConstant: Bool = true,
    exchangesAnswers: Bool = false
  ) throws -> Movement {
    let questions = try training(plan.rows, seed: seed)
    let rows = try encoded(exchangesAnswers ? exchanged(questions, seed: seed) : questions)
    let model = try model(base)
    model.unfreeze()
    let course = isConstant ? Schedule(.constant, totalSteps: plan.steps) : plan.course
    let trainer = Trainer(model, TrainingOptions(learningRate: rate, schedule: course))
    let tracker = Tracker(model, mark: Int((0.3 * Double(plan.steps)).rounded()))
    try trainer.walk(0..<plan.steps, model, rows, plan, seed: seed) { tracker.look($0) }
    return tracker.finished()
  }

  /// The same texts and, family by family, the same answers, dealt out at random.
  private func exchanged(_ questions: [ClassQuestion], seed: UInt64) -> [ClassQuestion] {
    var random = SeededRandom(seed: seed, stream: "exchanged answers")
    var dealt = questions
    for family in families {
      let places = questions.indices.filter { questions[$0].family == family }
      for (place, from) in zip(places, random.shuffled(places)) {
        dealt[place] = ClassQuestion(
          family, text: questions[place].text, answer: questions[from].answer)
      }
    }
    return dealt
  }
}

extension [Part: Double] {
  /// Added up in one order, since a dictionary's own changes from run to run and with it the last bit.
  fileprivate var total: Double { Part.allCases.reduce(0) { $0 + (self[$1] ?? 0) } }
}
