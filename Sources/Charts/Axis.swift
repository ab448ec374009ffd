import Foundation

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

  /// A value by itself, as in a summary.
  func text(_ value: Double) -> String {
    format == .percent ? readable(value * 100) + "%" : readable(value)
  }

  /// Values to be compared, beside bars or in cells: all with as many decimals as three significant
  /// digits of the greatest need, or fewer if fewer say the same.
  func texts(_ values: [Double]) -> [String] {
    let shown = format == .percent ? values.map { $0 * 100 } : values
    let greatest = shown.map(abs).max() ?? 0
    let magnitude = greatest > 0 ? Int(log10(greatest).rounded(.down)) : 0
    let most = max(format == .percent ? 1 : 0, 2 - magnitude)
    let decimals = min(most, shown.map { Charts.decimals(of: $0, atMost: most) }.max() ?? 0)
    return shown.map { readable($0, decimals: decimals) + (format == .percent ? "%" : "") }
  }
}
