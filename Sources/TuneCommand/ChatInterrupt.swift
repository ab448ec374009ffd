import Foundation
import Synchronization

/// Ctrl-C while a model answers.
enum ChatInterrupt {
  // A signal's handler can capture nothing.
  private static let came = Atomic(false)

  /// Runs `work`, in which Ctrl-C ends the answer and not the program; `work` asks whether it came.
  static func awaited<Result>(
    during work: (_ hasCome: () -> Bool) throws -> Result
  ) rethrows -> Result {
    came.store(false, ordering: .relaxed)
    let before = signal(SIGINT) { _ in ChatInterrupt.came.store(true, ordering: .relaxed) }
    defer { signal(SIGINT, before) }
    return try work { came.load(ordering: .relaxed) }
  }
}
