import Foundation

/// An axis with its limits and ticks decided.
struct Ruler {
  let axis: Axis
  let low: Double
  let high: Double
  var ticks: [Double]
  private let decimals: Int

  /// How far the axis reaches beyond the values that it shows.
  enum Reach {
    /// A little on either side: for positions.
    case padded
    /// To the next tick; and to zero if that is not far: for measurements.
    case rounded
    /// Always from zero: for lengths of bars.
    case fromZero
    /// Just the values: for colours.
    case exact
  }

  /// `places` are values worth a tick each, if they are few: 16, 32, 64 … on a logarithmic axis.
  init(
    _ axis: Axis, values: [Double], reach: Reach, places: [Double] = [], chart: String
  ) throws {
    self.axis = axis
    let ends = try Self.ends(of: axis, values: values, reach: reach, chart: chart)
    switch axis.scale {
    case .linear:
      let whole = (values + places).allSatisfy { $0 == $0.rounded() } && axis.format == .plain
      let step = Self.step(for: ends.high - ends.low, whole: whole)
      let rounds = reach == .rounded || reach == .fromZero
      low = axis.from ?? (rounds ? (ends.low / step + 1e-9).rounded(.down) * step : ends.low)
      high = axis.to ?? (rounds ? (ends.high / step - 1e-9).rounded(.up) * step : ends.high)
      let first = Int((low / step - 1e-9).rounded(.up))
      let last = Int((high / step + 1e-9).rounded(.down))
      ticks = first <= last ? (first...last).map { Self.multiple($0, of: step) } : []
      decimals = Charts.decimals(of: axis.format == .percent ? step * 100 : step)
    case .logarithmic:
      low = ends.low
      high = ends.high
      let distinct = Set(places).sorted()
      ticks =
        distinct.count > 1 && distinct.count <= 10
        ? distinct : Self.logarithmicTicks(from: low, to: high)
      decimals = ticks.map { Charts.decimals(of: $0) }.max() ?? 0
    }
  }

  /// For the measurements of points, their intervals and a line to compare them with.
  init(
    _ axis: Axis, measuring series: [Series], against reference: Reference?, chart: String
  ) throws {
    var values = series.flatMap { $0.points.flatMap { [$0.y, $0.low, $0.high] } }.compactMap { $0 }
    if let line = reference?.value {
      values.append(line)
      let room = 0.03 * ((values.max() ?? line) - (values.min() ?? line))
      // On the frame's edge the line could not be seen.
      if axis.scale == .linear, line > room { values += [line - room, line + room] }
    }
    try self.init(axis, values: values, reach: .rounded, chart: chart)
  }

  /// Plain positions without ticks, for categories; `from` may be the greater.
  init(from: Double, to: Double) {
    axis = Axis("")
    (low, high) = (from, to)
    ticks = []
    decimals = 0
  }

  /// Where a value lies between the axis's ends: 0 at `low`, 1 at `high`.
  func fraction(_ value: Double) -> Double {
    switch axis.scale {
    case .linear: (value - low) / (high - low)
    case .logarithmic: (log(value) - log(low)) / (log(high) - log(low))
    }
  }

  func text(ofTick tick: Double) -> String {
    switch (axis.format, axis.scale) {
    case (.percent, _): readable(tick * 100, decimals: decimals) + "%"
    case (.plain, .linear): readable(tick, decimals: decimals)
    case (.plain, .logarithmic): readable(tick, decimals: Charts.decimals(of: tick))
    }
  }

  /// The widest tick label in pixels.
  var labelWidth: Double { ticks.map { width(of: text(ofTick: $0)) }.max() ?? 0 }

  /// Leaves out tick labels until those left do not touch on an axis of `length` pixels.
  mutating func thin(to length: Double) {
    func touching() -> Bool {
      zip(ticks, ticks.dropFirst()).contains { first, second in
        (fraction(second) - fraction(first)) * length
          < (width(of: text(ofTick: first)) + width(of: text(ofTick: second))) / 2 + 8
      }
    }
    while ticks.count > 2, touching() {
      ticks = ticks.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
    }
  }

  private static func ends(
    of axis: Axis, values: [Double], reach: Reach, chart: String
  ) throws -> (low: Double, high: Double) {
    var low = values.min() ?? 0
    var high = values.max() ?? 1
    let logarithmic = axis.scale == .logarithmic
    switch reach {
    case .fromZero where !logarithmic: (low, high) = (min(low, 0), max(high, 0))
    // A bar has no zero to start from here: it starts at a power of ten under all values.
    case .fromZero where low > 0: low = pow(10, log10(low / 2).rounded(.down))
    case .rounded where !logarithmic && low > 0 && low < 0.4 * high: low = 0
    default: break
    }
    if low == high {
      let room = logarithmic ? 0 : low == 0 ? 1 : abs(low) * 0.1
      (low, high) = logarithmic ? (low / 2, high * 2) : (low - room, high + room)
    } else if logarithmic, reach != .exact {
      let room = pow(high / low, 0.03)
      (low, high) = (reach == .fromZero ? low : low / room, high * room)
    } else if reach == .padded {
      let room = (high - low) * 0.02
      (low, high) = (low - room, high + room)
    }
    low = axis.from ?? low
    high = axis.to ?? high
    guard low < high, (high - low).isFinite, !logarithmic || low > 0 else {
      throw ChartError.badAxis(chart: chart, axis: axis.label)
    }
    return (low, high)
  }

  /// 1, 2, 2.5 or 5 times a power of ten, so that six or so steps make `length`.
  private static func step(for length: Double, whole: Bool) -> Double {
    let raw = length / 6
    let power = pow(10, log10(raw).rounded(.down))
    let factors: [Double] = whole && power <= 1 ? [1, 2, 5, 10] : [1, 2, 2.5, 5, 10]
    let step = (factors.first { $0 * power >= raw * 0.999 } ?? 10) * power
    return whole ? max(1, step) : step
  }

  /// Integer multiples, so that 3 × 0.1 is the double nearest to 0.3.
  private static func multiple(_ count: Int, of step: Double) -> Double {
    step < 1 ? Double(count) / (1 / step).rounded(toPlaces: 6) : Double(count) * step
  }

  private static func logarithmicTicks(from low: Double, to high: Double) -> [Double] {
    let exponents = Int(log10(low).rounded(.down))...Int(log10(high).rounded(.up))
    func within(_ factors: [Double]) -> [Double] {
      exponents.flatMap { exponent in factors.map { $0 * pow(10, Double(exponent)) } }
        .filter { $0 >= low * 0.999999 && $0 <= high * 1.000001 }
    }
    let decades = within([1])
    if decades.count > 8 {
      let every = (decades.count + 7) / 8
      return decades.enumerated().filter { $0.offset % every == 0 }.map(\.element)
    }
    if decades.count >= 3 { return decades }
    let finer = within([1, 2, 5])
    return finer.count >= 3 ? finer : within([1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9])
  }
}

extension Double {
  fileprivate func rounded(toPlaces places: Int) -> Double {
    let scale = pow(10, Double(places))
    return (self * scale).rounded() / scale
  }
}
