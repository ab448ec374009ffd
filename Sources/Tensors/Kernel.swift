import CKernels

/// Elementwise kernels over all threads.
enum Kernel {
  static func addScaled(
    _ source: UnsafePointer<Float>, _ scale: Float, to sum: UnsafeMutablePointer<Float>, count: Int
  ) {
    forEachRange(count) { ck_add_scaled(source + $0, scale, sum + $0, $1) }
  }

  /// Sums over the rows of a matrix [rows, width]; each part takes some of the columns.
  static func columnSums(
    _ matrix: UnsafePointer<Float>, rows: Int, width: Int, into sums: UnsafeMutablePointer<Float>,
    accumulate: Bool
  ) {
    let grain = rows * width <= ThreadPool.elementGrain ? width : max(64, (width + 3) / 4)
    ThreadPool.ranges(of: width, grain: grain) { columns in
      ck_column_sums(
        matrix + columns.lowerBound, rows, columns.count, width, sums + columns.lowerBound,
        accumulate)
    }
  }

  /// Runs `body(offset, count)` for the ranges of a flat array.
  static func forEachRange(_ count: Int, _ body: (_ offset: Int, _ count: Int) -> Void) {
    ThreadPool.ranges(of: count, grain: ThreadPool.elementGrain) { body($0.lowerBound, $0.count) }
  }
}
