import Course

/// What tuning does to the weights of `c_attn`, output by output: a weight's column is a length
/// times a direction, and each can change.
struct ColumnChanges: Codable {
  /// Mean over the outputs of one layer's queries, keys or values: how much the length changed, as a
  /// share of itself, and one minus the cosine between old and new direction.
  struct Place: Codable {
    let length: Double
    let direction: Double
  }

  let places: [Place]
  /// Between the two, over all outputs.
  let correlation: Double

  init(from base: GPT2LMHeadModel, to tuned: GPT2LMHeadModel) {
    var (places, lengths, directions): ([Place], [Double], [Double]) = ([], [], [])
    for (before, after) in zip(base.transformer.blocks, tuned.transformer.blocks) {
      let old = columns(before.attention.qkv.weight)
      let new = columns(after.attention.qkv.weight)
      let changes = zip(old, new).map { old, new in
        let (first, second) = (norm(old), norm(new))
        let cosine = zip(old, new).reduce(0) { $0 + $1.0 * $1.1 } / (first * second)
        return Place(length: abs(second - first) / first, direction: 1 - cosine)
      }
      for third in 0..<3 {
        let part = changes[third * changes.count / 3..<(third + 1) * changes.count / 3]
        places.append(
          Place(length: part.map(\.length).mean, direction: part.map(\.direction).mean))
      }
      lengths += changes.map(\.length)
      directions += changes.map(\.direction)
    }
    self.places = places
    correlation = Self.correlation(lengths, directions)
  }

  private static func correlation(_ x: [Double], _ y: [Double]) -> Double {
    let (a, b) = (x.map { $0 - x.mean }, y.map { $0 - y.mean })
    return zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } / (norm(a) * norm(b))
  }
}

/// Euclidean length.
func norm(_ values: [Double]) -> Double { values.reduce(0) { $0 + $1 * $1 }.squareRoot() }

/// The columns of a matrix [inputs, outputs]: the weights of one output each.
func columns(_ weight: Tensor) -> [[Double]] {
  let (inputs, outputs) = (weight.dim(0), weight.dim(1))
  return (0..<outputs).map { output in
    (0..<inputs).map { Double(weight.pointer[$0 * outputs + output]) }
  }
}

/// Where each method moved lengths and directions, one point for a layer's queries, keys or values.
func columnsChart(_ changes: [(name: String, change: ColumnChanges)]) -> ScatterPlot {
  ScatterPlot(
    "Length and direction", x: .log("change of direction, 1 − cosine"),
    y: .log("change of length, as a share"),
    changes.map { name, change in
      Series(
        name,
        change.places.map { Point(max(1e-9, $0.direction), max(1e-9, $0.length)) })
    })
}

/// DoRA's formula by hand, beside what the engine writes into the weight.
struct ByHand: Codable {
  /// Of a few outputs: length of the base's column, of the column with the update added, the trained
  /// length, and the length that the merged column has.
  let rows: [[Double]]
  let greatestDifference: Double

  /// Trains DoRA for some steps, so that nothing is what it was at the start, and merges it twice.
  init(_ bed: TuningBed, rate: Float, steps: Int, seed: UInt64, _ plan: TuningPlan) throws {
    let model = try bed.model(.nano)
    let method = LoRA(rank: 7, alpha: 14, isWeightDecomposed: true)
    let adapter = try method.attach(to: model, seed: seed)
    let trainer = Trainer(
      model,
      TrainingOptions(
        learningRate: rate, schedule: Schedule(.constant, totalSteps: steps)))
    try trainer.walk(
      0..<steps, model, bed.encoded(bed.training(plan.rows, seed: seed)), plan, seed: seed)
    let layer = model.transformer.blocks[0].attention.qkv
    let base = columns(layer.weight)
    func part(_ name: String) -> Tensor {
      adapter.parameters.first { $0.name.hasSuffix("h.0.attn.c_attn.\(name)") }!.tensor
    }
    let (a, b) = (part("lora_A.weight"), part("lora_B.weight"))
    let magnitudes = part("lora_magnitude_vector").elements.map(Double.init)
    let byHand = mergedDoRA(
      base, a: a, b: b, magnitudes: magnitudes, scale: Double(method.scale))
    let added = base.indices.map { output in
      zip(base[output], lowRank(a, b, output)).map { $0 + Double(method.scale) * $1 }
    }
    try adapter.merge()
    let merged = columns(layer.weight)
    rows = [0, 1, 2, 128, 256].map {
      [norm(base[$0]), norm(added[$0]), magnitudes[$0], norm(merged[$0])]
    }
    greatestDifference = zip(byHand.joined(), merged.joined()).map { abs($0 - $1) }.max()!
  }

  var table: Table {
    var table = Table(
      "Lengths of five columns of c_attn",
      columns: [.right("base"), .right("base and update"), .right("trained m"), .right("merged")])
    for row in rows { table.add(row: row.map { .fixed($0, 4) }) }
    return table
  }
}

/// Row `output` of B·A.
private func lowRank(_ a: Tensor, _ b: Tensor, _ output: Int) -> [Double] {
  let (rank, inputs) = (a.dim(0), a.dim(1))
  return (0..<inputs).map { input in
    (0..<rank).reduce(0.0) {
      $0 + Double(b.pointer[output * rank + $1]) * Double(a.pointer[$1 * inputs + input])
    }
  }
}

/// m · V / ‖V‖ with V = W₀ + s·B·A, column by column.
private func mergedDoRA(
  _ base: [[Double]], a: Tensor, b: Tensor, magnitudes: [Double], scale: Double
) -> [[Double]] {
  base.indices.map { output in
    let direction = zip(base[output], lowRank(a, b, output)).map { $0 + scale * $1 }
    return direction.map { magnitudes[output] * $0 / norm(direction) }
  }
}
