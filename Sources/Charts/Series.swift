/// One measurement: where, how much, and from where to where it may be off.
public struct Point: Sendable, Equatable {
  public var x: Double
  public var y: Double
  /// The ends of the interval around `y`; both or neither.
  public var low: Double?
  public var high: Double?
  /// Written beside the point.
  public var label: String

  public init(
    _ x: Double, _ y: Double, low: Double? = nil, high: Double? = nil, label: String = ""
  ) {
    self.x = x
    self.y = y
    self.low = low
    self.high = high
    self.label = label
  }
}

/// Points that belong together, under one name.
public struct Series: Sendable, Equatable {
  public var name: String
  public var points: [Point]

  public init(_ name: String, _ points: [Point]) {
    self.name = name
    self.points = points
  }

  /// Values by step, as a training run reports them. Both arrays have the same length.
  public init(_ name: String, steps: [Int], values: [some BinaryFloatingPoint]) {
    precondition(steps.count == values.count, "\(steps.count) steps, \(values.count) values")
    self.init(name, zip(steps, values).map { Point(Double($0), Double($1)) })
  }

  /// x, y and the ends of the interval, for the points that have one.
  var intervals: [[Double]] {
    points.compactMap { point in
      guard let low = point.low, let high = point.high else { return nil }
      return [point.x, point.y, low, high]
    }
  }

  func translated(by translate: (String) throws -> String) rethrows -> Series {
    var series = self
    series.name = try translation(of: name, by: translate)
    series.points = try points.map { point in
      var point = point
      point.label = try translation(of: point.label, by: translate)
      return point
    }
    return series
  }
}

/// A dashed line at a value to compare with, such as chance.
public struct Reference: Sendable, Equatable {
  public var value: Double
  public var label: String

  public init(_ value: Double, _ label: String) {
    self.value = value
    self.label = label
  }

  public static func horizontal(_ value: Double, _ label: String) -> Reference {
    Reference(value, label)
  }

  func translated(by translate: (String) throws -> String) rethrows -> Reference {
    Reference(value, try translation(of: label, by: translate))
  }
}

/// A vertical line at a place on the x axis, such as the step where something was switched.
public struct Marker: Sendable, Equatable {
  public var x: Double
  public var label: String

  public init(_ x: Double, _ label: String) {
    self.x = x
    self.label = label
  }

  func translated(by translate: (String) throws -> String) rethrows -> Marker {
    Marker(x, try translation(of: label, by: translate))
  }
}
