import CKernels

/// The only thread pool of the course. Results never depend on the number of threads: work is cut
/// into parts by the shape of the data alone, and every part is computed by one thread.
public enum ThreadPool {
  /// The number of threads that share the parts; by default one a processor.
  public static var threadCount: Int {
    get { ck_thread_count() }
    set { ck_set_thread_count(newValue) }
  }

  /// Runs `body(part, worker)` once for every part; `worker` numbers the thread that runs it and
  /// is below `threadCount`, so that threads can have scratch memory of their own.
  @inlinable
  public static func run(_ parts: Int, _ body: (_ part: Int, _ worker: Int) -> Void) {
    if parts == 1 {
      body(0, 0)
      return
    }
    withoutActuallyEscaping(body) { body in
      var escapable = body
      withUnsafeMutablePointer(to: &escapable) { pointer in
        ck_parallel(
          parts,
          { context, part, worker in
            context!.assumingMemoryBound(to: ((Int, Int) -> Void).self).pointee(part, worker)
          }, pointer)
      }
    }
  }

  /// Cuts 0 ..< count into ranges of `grain` elements (the last may be shorter) and runs them.
  @inlinable
  public static func ranges(of count: Int, grain: Int, _ body: (Range<Int>) -> Void) {
    run((count + grain - 1) / grain) { part, _ in
      body(part * grain..<min(count, (part + 1) * grain))
    }
  }

  /// Elements an elementwise kernel takes at a time: long enough to hide the hand-over, short
  /// enough to share.
  @usableFromInline package static let elementGrain = 1 << 15

  /// Rows of `width` floats that make one part of about `elementGrain` elements.
  package static func rowGrain(width: Int) -> Int {
    max(1, elementGrain / max(1, width))
  }
}
