import Charts
import Foundation

/// Where the measured lines bend, in sentences made of their figures.
struct SweepFindings {
  let sweep: SweepResult

  typealias Point = SweepResult.Point

  var width: String {
    let points = sweep.lines.width
    let start = points[0]
    return
      "At width \(count(start.shape.width)) a step reaches \(percent(sweep.roofShare(start))) of "
      + "the roof. "
      + [0.5, 0.8].map { share in
        firstToStay(in: points) { sweep.roofShare($0) >= share }.map {
          "It reaches \(percent(share)) from width \(count($0.shape.width)) on."
        } ?? "It stays below \(percent(share)) up to width \(count(points.last!.shape.width))."
      }.joined(separator: " ")
  }

  var depth: String {
    let (first, last) = (sweep.lines.depth.first!, sweep.lines.depth.last!)
    let blocks = max(1, last.shape.layers - first.shape.layers)
    let slope = (last.ms - first.ms) / Double(blocks)
    return "The share is \(percent(sweep.roofShare(first))) at depth \(first.shape.layers) and "
      + "\(percent(sweep.roofShare(last))) at depth \(last.shape.layers); between them a block "
      + "costs \(readable(slope)) ms."
  }

  var lengthAtFixedTokens: String {
    let points = sweep.lines.lengthAtFixedTokens
    let fastest = points.min { $0.ms < $1.ms }!
    let slower = firstToStay(in: points.filter { $0.shape.length > fastest.shape.length }) {
      $0.ms > 1.2 * fastest.ms
    }
    let dominant = firstToStay(in: points) { $0.cost.attentionShare > 0.2 }
    return "\(count(fastest.shape.tokens)) tokens are fastest in rows of "
      + "\(count(fastest.shape.length)), with \(readable(fastest.ms)) ms. "
      + (slower.map {
        "From rows of \(count($0.shape.length)) on they take more than a fifth longer. "
      }
        ?? "No longer rows take more than a fifth longer. ")
      + (dominant.map {
        "By the formulas attention is more than a fifth of the FLOPs from rows of "
          + "\(count($0.shape.length)) on."
      } ?? "By the formulas attention is nowhere more than a fifth of the FLOPs.")
  }

  var lengthAtFixedRows: String {
    let (first, last) = (sweep.lines.lengthAtFixedRows.first!, sweep.lines.lengthAtFixedRows.last!)
    let tokens = Double(last.shape.tokens) / Double(first.shape.tokens)
    return
      "From rows of \(count(first.shape.length)) to rows of \(count(last.shape.length)) the tokens "
      + "grow \(readable(tokens)) times, the FLOPs "
      + "\(readable(Double(last.cost.flops) / Double(first.cost.flops))) times and the time "
      + "\(readable(last.ms / first.ms)) times."
  }

  var batch: String {
    let points = sweep.lines.batch
    let best = points.max { sweep.roofShare($0) < sweep.roofShare($1) }!
    let near = firstToStay(in: points) { sweep.roofShare($0) >= 0.9 * sweep.roofShare(best) }
    return "The best share is \(percent(sweep.roofShare(best))), with \(rows(best)); with "
      + "\(rows(points[0])) it is \(percent(sweep.roofShare(points[0])))."
      + (near.map { " From \(rows($0)) on a step is within a tenth of the best." } ?? "")
  }

  /// The measured centre beside what the formulas expect.
  func expectation(of point: Point) -> String {
    let expected = point.cost.seconds(
      flopsPerSecond: sweep.roof.flopsPerSecond, bytesPerSecond: sweep.roof.bytesPerSecond)
    return "\(readable(1000 * expected)) ms for the centre, where \(readable(point.ms)) ms were "
      + "measured"
  }

  private func count(_ size: Int) -> String { readable(Double(size)) }

  private func rows(_ point: Point) -> String {
    point.shape.batch == 1 ? "one row" : "\(point.shape.batch) rows"
  }

  /// The first point from which on all hold, so that one lucky point is not taken for a bend.
  private func firstToStay(in points: [Point], _ holds: (Point) -> Bool) -> Point? {
    points.reversed().prefix(while: holds).last
  }
}

/// A share as a reader reads it.
func percent(_ share: Double) -> String { String(format: "%.0f %%", 100 * share) }
