import CKernels
import COpenBLAS
import Synchronization

/// Matrix products C = α·op(A)·op(B) + β·C over row-major memory.
///
/// OpenBLAS runs with one thread, always. A product is cut into parts by its shape alone, and each
/// part is one single-threaded sgemm; so the bits do not depend on how many threads share the parts.
/// Where all sides are long and the processor has AVX-512, `ck_large_product` takes sgemm's place,
/// whose bits do not depend on the parts either.
public enum MatrixProduct {
  /// Makes OpenBLAS single-threaded, once.
  private static let singleThreaded: Void = openblas_set_num_threads(1)

  /// For OpenBLAS's routines that are no products.
  static func useOneThread() { _ = singleThreaded }

  /// The kernels that OpenBLAS chose for this processor, for example "SkylakeX".
  public static var coreName: String { String(cString: openblas_get_corename()) }

  /// A part is worth handing to another thread above this many multiplications.
  private static let smallestPart = 1 << 18
  private static let mostParts = 4
  /// A product is large when no side is shorter. How it is cut changes none of its bits, and each part
  /// packs the operand that is not cut: as many parts as threads pack least and leave none idle.
  private static let largeSide = 384
  /// Along a side as long as a vocabulary twice as many parts share the work better among disturbed
  /// threads.
  private static let longSide = 1 << 13
  private static let hasLargeKernel = ck_has_large_product()

  /// C [m, n] from op(A) [m, k] and op(B) [k, n]. `lda`, `ldb`, `ldc` are the distances between rows
  /// in memory. `finish(rows, columns)` runs for each part right after it was computed, while it is
  /// in the cache.
  public static func run(
    transposeA: Bool = false, transposeB: Bool = false, m: Int, n: Int, k: Int, alpha: Float = 1,
    a: UnsafePointer<Float>, lda: Int, b: UnsafePointer<Float>, ldb: Int, beta: Float = 0,
    c: UnsafeMutablePointer<Float>, ldc: Int,
    finish: ((_ rows: Range<Int>, _ columns: Range<Int>) -> Void)? = nil
  ) {
    if m == 0 || n == 0 { return }
    if m == 1, !transposeA, beta == 0, alpha == 1 {
      oneRow(transposeB: transposeB, n: n, k: k, a: a, b: b, ldb: ldb, c: c)
      finish?(0..<1, 0..<n)
      return
    }
    let isLarge =
      hasLargeKernel && min(m, n, k) >= largeSide && alpha == 1 && (beta == 0 || beta == 1)
    let cutsRows = m >= n || isLarge && transposeA
    let length = cutsRows ? m : n
    let parts =
      isLarge
      ? ThreadPool.threadCount * (length < longSide ? 1 : 2)
      : max(1, min(mostParts, m * n * max(1, k) / smallestPart, length / 16))
    // 96 is a multiple of the rows and of the columns of the kernel's tile.
    let grain = roundedUp((length + parts - 1) / parts, to: isLarge ? 96 : 16)
    let part = isLarge ? large : single
    ThreadPool.ranges(of: length, grain: grain) { range in
      let (start, size) = (range.lowerBound, range.count)
      if cutsRows {
        part(
          transposeA, transposeB, size, n, k, alpha, a + (transposeA ? start : start * lda), lda, b,
          ldb, beta, c + start * ldc, ldc)
        finish?(range, 0..<n)
      } else {
        part(
          transposeA, transposeB, m, size, k, alpha, a, lda, b + (transposeB ? start * ldb : start),
          ldb, beta, c + start, ldc)
        finish?(0..<m, range)
      }
    }
  }

  /// One `ck_large_product` in the calling thread; `alpha` is 1 and `beta` 0 or 1.
  private static func large(
    _ transposeA: Bool, _ transposeB: Bool, _ m: Int, _ n: Int, _ k: Int, _ alpha: Float,
    _ a: UnsafePointer<Float>, _ lda: Int, _ b: UnsafePointer<Float>, _ ldb: Int, _ beta: Float,
    _ c: UnsafeMutablePointer<Float>, _ ldc: Int
  ) {
    timed {
      ck_large_product(transposeA, transposeB, m, n, k, a, lda, b, ldb, beta == 1, c, ldc)
    }
  }

  /// One sgemm in the calling thread.
  @inline(__always)
  static func single(
    _ transposeA: Bool, _ transposeB: Bool, _ m: Int, _ n: Int, _ k: Int, _ alpha: Float,
    _ a: UnsafePointer<Float>, _ lda: Int, _ b: UnsafePointer<Float>, _ ldb: Int, _ beta: Float,
    _ c: UnsafeMutablePointer<Float>, _ ldc: Int
  ) {
    _ = singleThreaded
    timed {
      cblas_sgemm(
        CblasRowMajor, transposeA ? CblasTrans : CblasNoTrans,
        transposeB ? CblasTrans : CblasNoTrans, Int32(m), Int32(n), Int32(k), alpha, a, Int32(lda),
        b, Int32(ldb), beta, c, Int32(ldc))
    }
  }

  @inline(__always)
  private static func timed(_ product: () -> Void) {
    let start = isTimed.load(ordering: .relaxed) ? ContinuousClock.now : nil
    product()
    if let start {
      nanoseconds.wrappingAdd(Int((.now - start) / .nanoseconds(1)), ordering: .relaxed)
    }
  }

  private static let isTimed = Atomic(false)
  private static let nanoseconds = Atomic(0)

  /// The seconds that all threads together spent inside sgemm while `body` ran.
  public static func seconds(during body: () throws -> Void) rethrows -> Double {
    nanoseconds.store(0, ordering: .relaxed)
    isTimed.store(true, ordering: .relaxed)
    defer { isTimed.store(false, ordering: .relaxed) }
    try body()
    return Double(nanoseconds.load(ordering: .relaxed)) / 1e9
  }

  /// sgemm at one row runs at a tenth of what memory gives, so this case has kernels of its own.
  private static func oneRow(
    transposeB: Bool, n: Int, k: Int, a: UnsafePointer<Float>, b: UnsafePointer<Float>, ldb: Int,
    c: UnsafeMutablePointer<Float>
  ) {
    if transposeB && ldb != k {
      single(false, true, 1, n, k, 1, a, k, b, ldb, 0, c, n)
      return
    }
    let grain = max(64, roundedUp(smallestPart / max(1, k), to: 64))
    ThreadPool.ranges(of: n, grain: grain) { range in
      if transposeB {
        ck_matrix_vector(b, a, c, k, range.lowerBound, range.upperBound)
      } else {
        ck_vector_matrix(a, b, c, k, ldb, range.lowerBound, range.upperBound)
      }
    }
  }

  private static func roundedUp(_ value: Int, to multiple: Int) -> Int {
    (value + multiple - 1) / multiple * multiple
  }
}
