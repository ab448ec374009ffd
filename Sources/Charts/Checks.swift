/// What must hold of a chart's numbers before anything is drawn.
struct Checks {
  let chart: String

  func nonEmpty(_ series: [Series]) throws {
    guard !series.isEmpty else { throw ChartError.empty(chart: chart, series: nil) }
    for one in series where one.points.isEmpty {
      throw ChartError.empty(chart: chart, series: one.name)
    }
  }

  func finite(_ value: Double, in series: String, at index: Int) throws {
    guard value.isFinite else {
      throw ChartError.notFinite(chart: chart, series: series, index: index)
    }
  }

  /// A value that `axis` can show.
  func drawable(_ value: Double, on axis: Axis, in series: String, at index: Int) throws {
    try finite(value, in: series, at: index)
    guard axis.scale == .linear || value > 0 else {
      throw ChartError.notPositive(chart: chart, series: series, index: index)
    }
  }

  func points(_ series: [Series], x: Axis, y: Axis) throws {
    try nonEmpty(series)
    for one in series {
      for (index, point) in one.points.enumerated() {
        try drawable(point.x, on: x, in: one.name, at: index)
        try drawable(point.y, on: y, in: one.name, at: index)
        try interval(point.low, point.high, around: point.y, on: y, in: one.name, at: index)
      }
    }
  }

  func interval(
    _ low: Double?, _ high: Double?, around value: Double, on axis: Axis, in series: String,
    at index: Int
  ) throws {
    if low == nil && high == nil { return }
    guard let low, let high else {
      throw ChartError.inconsistent(
        chart: chart, series: series, reason: "has half an interval at index \(index)")
    }
    try drawable(low, on: axis, in: series, at: index)
    try drawable(high, on: axis, in: series, at: index)
    guard low <= value, value <= high else {
      throw ChartError.inconsistent(
        chart: chart, series: series, reason: "lies outside its interval at index \(index)")
    }
  }

  func references(_ reference: Reference?, on y: Axis, _ markers: [Marker], on x: Axis) throws {
    if let reference { try drawable(reference.value, on: y, in: reference.label, at: 0) }
    for marker in markers { try drawable(marker.x, on: x, in: marker.label, at: 0) }
  }
}
