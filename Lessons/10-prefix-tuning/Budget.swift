import Course

/// How much every arm trains. Only the rates differ.
struct Budget {
  let rows: Int
  let steps: [TuningBase: Int]
  let seeds: [TuningBase: [UInt64]]
  let looks: Int
  /// Whether the first seed tries the whole grid of an arm; without it each takes one rate of it.
  let sweeps: Bool

  func plan(_ base: TuningBase, _ grid: RateGrid) -> TuningPlan {
    TuningPlan(
      rows: rows, steps: steps[base]!, batchRows: 8, rates: sweeps ? grid.rates : [grid.single],
      seeds: seeds[base]!, looks: looks)
  }
}

/// Learning rates a factor of about three apart, for what is trained.
struct RateGrid {
  let rates: [Float]
  /// For runs that try one rate only.
  let single: Float

  /// Keys and values have the size of activations.
  static let keysAndValues = RateGrid(rates: [1e-2, 3e-2, 1e-1, 3e-1], single: 1e-1)
  static let upperKeysAndValues = RateGrid(rates: [3e-2, 1e-1, 3e-1], single: 1e-1)
  /// New, small weights.
  static let projection = RateGrid(rates: [1e-3, 3e-3, 1e-2, 3e-2], single: 3e-3)
  /// Weights that have been trained before.
  static let full = RateGrid(rates: [1e-4, 3e-4, 1e-3, 3e-3], single: 3e-4)
}

extension Form {
  var grid: RateGrid { self == .projected ? .projection : .keysAndValues }
}
