import Course

/// How the two matrices of each adapter begin.
enum AdapterStart: String, CaseIterable {
  case upZero = "A random, B zero"
  case downZero = "A zero, B random"
  case bothZero = "A and B zero"
  case bothRandom = "A and B random"
}

/// A short training on one batch from such a beginning.
struct StartRun: Codable {
  /// Length of the gradient of all A, and of all B, in the first steps.
  var downGradients: [Double] = []
  var upGradients: [Double] = []
  /// Before each step, and after the last one.
  var losses: [Double] = []
}

extension Laboratory {
  /// The loss of the base on the batch of `startRun`.
  func startLoss() throws -> Double {
    let batch = try startBatch()
    return Double(try bed.model(.nano).loss(batch).scalar)
  }

  /// Attaches an adapter to nano, gives its matrices another beginning, and takes a few steps on one
  /// and the same batch.
  func startRun(_ start: AdapterStart, steps: Int) throws -> StartRun {
    let model = try bed.model(.nano)
    let adapter = try LoRA(rank: 8, alpha: 16, targets: .allLinear)
      .attach(to: model, seed: seeds[0])
    let (down, up) = (adapter.matrices("lora_A"), adapter.matrices("lora_B"))
    var random = SeededRandom(seed: seeds[0], stream: "starts")
    if start == .downZero || start == .bothZero { down.forEach { $0.assign(Tensor($0.shape)) } }
    if start == .downZero || start == .bothRandom {
      for matrix in up {
        let bound = 1 / Float(matrix.dim(1)).squareRoot()
        matrix.assign(.uniform(matrix.shape, -bound, bound, using: &random))
      }
    }
    let batch = try startBatch()
    let trainer = Trainer(
      model,
      TrainingOptions(learningRate: 3e-3, schedule: Schedule(.constant, totalSteps: steps)))
    var run = StartRun()
    for _ in 0..<steps {
      let progress = try trainer.step(tokens: batch.tokenCount) { try model.loss(batch) }
      run.losses.append(Double(progress.loss))
      run.downGradients.append(down.gradientLength)
      run.upGradients.append(up.gradientLength)
    }
    run.losses.append(Double(try model.loss(batch).scalar))
    return run
  }

  private func startBatch() throws -> ExampleBatch {
    ExampleBatch(try bed.encoded(Array(bed.training(rows, seed: seeds[0]).prefix(16))))
  }
}

extension Adapter {
  /// The matrices of one sort, by PEFT's name for it.
  func matrices(_ sort: String) -> [Tensor] {
    parameters.filter { $0.name.contains(".\(sort).") }.map(\.tensor)
  }
}

extension [Tensor] {
  fileprivate var gradientLength: Double {
    map { $0.gradient.map { $0.norm * $0.norm } ?? 0 }.reduce(0, +).squareRoot()
  }
}

/// Four beginnings beside each other.
func startTable(_ runs: [(AdapterStart, StartRun)], base: Double) -> Table {
  var table = Table(
    "Four ways to begin, the same batch again and again",
    columns: [
      .left("beginning"), .right("loss at once, less the base's"), .right("gradient of A, step 1"),
      .right("gradient of B, step 1"), .right("gradient of A, step 2"),
      .right("gradient of B, step 2"), .right("loss at the end"),
    ])
  for (start, run) in runs {
    table.add(
      row: [.label(start.rawValue), .fixed(run.losses[0] - base, 3)]
        + (0..<2).flatMap {
          [Value.fixed(run.downGradients[$0], 4), .fixed(run.upGradients[$0], 4)]
        } + [.fixed(run.losses.last!, 3)])
  }
  return table
}
