import Foundation

/// Cuts an axis into bins of equal width, on a logarithmic axis of equal ratio.
///
/// Without a count the width follows Freedman and Diaconis (1981), 2·IQR/∛n, between 5 and 40 bins,
/// rounded to a number that reads well.
struct Binning {
  let edges: [Double]

  init(values: [Double], logarithmic: Bool, count: Int?) {
    let places = (logarithmic ? values.map { log10($0) } : values).sorted()
    guard let first = places.first, let last = places.last else {
      edges = []
      return
    }
    let whole = !logarithmic && places.allSatisfy { $0 == $0.rounded() }
    let cuts: [Double]
    if first == last {
      cuts = [first - 0.5, first + 0.5]
    } else if let count {
      cuts = (0..<count).map { first + (last - first) * Double($0) / Double(count) } + [last]
    } else {
      let width = whole ? max(1, Self.width(for: places).rounded()) : Self.width(for: places)
      let bins = Int((first / width).rounded(.down))...Int((last / width).rounded(.down)) + 1
      cuts = bins.map { Double($0) * width - (whole ? 0.5 : 0) }
    }
    var edges = logarithmic ? cuts.map { pow(10, $0) } : cuts
    // The power of a logarithm may miss the value by a rounding error.
    edges[0] = min(edges[0], values.min() ?? edges[0])
    edges[edges.count - 1] = max(edges[edges.count - 1], values.max() ?? edges[0])
    self.edges = edges
  }

  private static func width(for sorted: [Double]) -> Double {
    let n = sorted.count
    let range = sorted[n - 1] - sorted[0]
    let spread = sorted[min(n - 1, 3 * n / 4)] - sorted[n / 4]
    let ideal = 2 * spread / cbrt(Double(n))
    let raw = max(range / 40, min(ideal > 0 ? ideal : range / 12, range / 5))
    let power = pow(10, log10(raw).rounded(.down))
    return ([1, 2, 2.5, 5, 10].first { $0 * power >= raw * 0.999 } ?? 10) * power
  }
}

/// The middle of sorted values, which are not empty.
func median(of sorted: [Double]) -> Double {
  let n = sorted.count
  return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2
}
