import Foundation

/// Why a chart could not be drawn. `chart` is always the chart's title.
public enum ChartError: LocalizedError, Equatable {
  /// Nothing to draw: no series at all, or `series` has no values.
  case empty(chart: String, series: String?)
  /// Value number `index` of `series` is NaN or infinite.
  case notFinite(chart: String, series: String, index: Int)
  /// Value number `index` of `series` has no place on a logarithmic axis.
  case notPositive(chart: String, series: String, index: Int)
  /// The value lies outside its own interval, or stacked values are negative and the like.
  case inconsistent(chart: String, series: String, reason: String)
  /// The limits written on an axis hold nothing.
  case badAxis(chart: String, axis: String)
  /// The name is not fit for a file's name.
  case badName(String)
  case scriptNotWritten(chart: String, reason: String)
  case gnuplotMissing(searchPath: String)
  case gnuplotFailed(chart: String, status: Int32, message: String)
  case gnuplotTimedOut(chart: String, seconds: Double)
  /// gnuplot ended well, yet what it wrote is no SVG.
  case badImage(chart: String, reason: String)

  public var errorDescription: String? {
    switch self {
    case .empty(let chart, nil):
      "the chart “\(chart)” has nothing to draw"
    case .empty(let chart, let series?):
      "the chart “\(chart)” has no values in “\(series)”"
    case .notFinite(let chart, let series, let index):
      "the chart “\(chart)” has a value that is not finite: “\(series)”, index \(index)"
    case .notPositive(let chart, let series, let index):
      "the chart “\(chart)” has a value ≤ 0 on a logarithmic axis: “\(series)”, index \(index)"
    case .inconsistent(let chart, let series, let reason):
      "the chart “\(chart)” does not fit together: “\(series)” \(reason)"
    case .badAxis(let chart, let axis):
      "the chart “\(chart)” has impossible limits on its axis “\(axis)”"
    case .badName(let name):
      "“\(name)” cannot be the name of a chart's files"
    case .scriptNotWritten(let chart, let reason):
      "the script of the chart “\(chart)” could not be written: \(reason)"
    case .gnuplotMissing(let searchPath):
      "gnuplot was not found on the PATH (\(searchPath))"
    case .gnuplotFailed(let chart, let status, let message):
      "gnuplot failed on the chart “\(chart)” with status \(status): \(message)"
    case .gnuplotTimedOut(let chart, let seconds):
      "gnuplot took longer than \(plain(seconds)) s for the chart “\(chart)” and was stopped"
    case .badImage(let chart, let reason):
      "gnuplot drew no usable SVG for the chart “\(chart)”: \(reason)"
    }
  }

  public var recoverySuggestion: String? {
    switch self {
    case .empty:
      "draw the chart after its values have been computed"
    case .notFinite:
      "look at the run that gave this value; leave the point out if it diverged"
    case .notPositive:
      "leave the point out or use a linear axis"
    case .inconsistent, .badAxis:
      "correct the arguments of the chart"
    case .badName:
      "use ASCII letters, digits, “-”, “_” and “.”, and do not begin with a point"
    case .scriptNotWritten:
      "check that the temporary folder can be written and that the disk is not full"
    case .gnuplotMissing:
      "install it: sudo apt-get install gnuplot-nox"
    case .gnuplotFailed, .badImage:
      "check that gnuplot --version says 5.4 or later"
    case .gnuplotTimedOut:
      "try again when the machine is less busy, or draw fewer points"
    }
  }
}
