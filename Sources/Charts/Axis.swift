/// One axis of a chart; a string literal is a linear axis with that label.
public struct Axis: Sendable, Equatable, ExpressibleByStringLiteral {
  public enum Scale: Sendable { case linear, logarithmic }
  public enum Format: Sendable {
    case plain
    /// Shares between 0 and 1, written as percent. The data stay shares.
    case percent
  }

  public var label: String
  public var scale: Scale
  public var format: Format
  /// Where the axis begins and ends; what is nil follows from the values.
  public var from: Double?
  public var to: Double?

  public init(
    _ label: String, scale: Scale = .linear, format: Format = .plain, from: Double? = nil,
    to: Double? = nil
  ) {
    self.label = label
    self.scale = scale
    self.format = format
    self.from = from
    self.to = to
  }

  public init(stringLiteral label: String) { self.init(label) }

  public static func log(_ label: String, from: Double? = nil, to: Double? = nil) -> Axis {
    Axis(label, scale: .logarithmic, from: from, to: to)
  }

  /// Shares shown as percent, from 0 to 100 % unless told otherwise.
  public static func percent(_ label: String, from: Double? = 0, to: Double? = 1) -> Axis {
    Axis(label, format: .percent, from: from, to: to)
  }

  func translated(by translate: (String) throws -> String) rethrows -> Axis {
    var axis = self
    axis.label = try translation(of: label, by: translate)
    return axis
  }

  /// A value as it is written beside a bar or in a cell.
  func text(_ value: Double) -> String {
    format == .percent ? readable(value * 100) + "%" : readable(value)
  }
}
