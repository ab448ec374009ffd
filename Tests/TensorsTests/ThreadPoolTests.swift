import Foundation
import Synchronization
import Tensors
import Testing

@Suite(.serialized) struct ThreadPoolTests {
  /// How often each part of one job ran. Two threads never write the same element if the pool is
  /// right, and if it is wrong the counts show it.
  final class Counts: @unchecked Sendable {
    let memory = UnsafeMutablePointer<Int32>.allocate(capacity: 64)
    deinit { memory.deallocate() }

    /// Runs a job of so many parts and returns whether each ran once, on a thread below the limit.
    func runsOnce(_ parts: Int, threads: Int) -> Bool {
      memory.update(repeating: 0, count: 64)
      let strays = Atomic<Int>(0)
      ThreadPool.run(parts) { part, worker in
        memory[part] += 1
        if worker >= threads { strays.add(1, ordering: .relaxed) }
      }
      return (0..<64).allSatisfy { memory[$0] == ($0 < parts ? 1 : 0) }
        && strays.load(ordering: .relaxed) == 0
    }
  }

  private func restoringThreadCount(_ body: () throws -> Void) rethrows {
    let before = ThreadPool.threadCount
    defer { ThreadPool.threadCount = before }
    try body()
  }

  @Test func everyPartRunsOnceInManySmallJobs() {
    restoringThreadCount {
      var random = SeededRandom(seed: 1)
      let counts = Counts()
      var failures = 0
      for job in 0..<120_000 {
        // Mostly in runs of one count, and now and then changed before every job.
        if job % 100 == 0 || job % 5_000 < 50 {
          ThreadPool.threadCount = 1 + random.int(below: job % 10_000 < 8_000 ? 2 : 4)
        }
        if !counts.runsOnce(random.int(below: 41), threads: ThreadPool.threadCount) {
          failures += 1
        }
      }
      #expect(failures == 0)
    }
  }

  /// Pauses let the workers fall asleep, so that jobs begin while they are awake, asleep or between.
  @Test func jobsAfterAPause() {
    restoringThreadCount {
      ThreadPool.threadCount = 3
      let counts = Counts()
      var failures = 0
      for job in 0..<400 {
        usleep(UInt32(job * 7 % 1_000))
        if !counts.runsOnce(1 + job % 30, threads: 3) { failures += 1 }
      }
      #expect(failures == 0)
    }
  }

  @Test func aJobInsideAJobRunsInItsThread() {
    restoringThreadCount {
      for threads in 1...4 {
        ThreadPool.threadCount = threads
        let total = Atomic<Int>(0)
        let nestedStrays = Atomic<Int>(0)
        for _ in 0..<200 {
          ThreadPool.run(13) { _, _ in
            let outer = Thread.current
            ThreadPool.run(7) { _, _ in
              total.add(1, ordering: .relaxed)
              if Thread.current !== outer { nestedStrays.add(1, ordering: .relaxed) }
            }
          }
        }
        #expect(total.load(ordering: .relaxed) == 200 * 13 * 7)
        #expect(nestedStrays.load(ordering: .relaxed) == 0)
      }
    }
  }

  @Test func severalCallersAtOnce() {
    restoringThreadCount {
      ThreadPool.threadCount = 2
      let failures = Atomic<Int>(0)
      withoutActuallyEscaping({
        let counts = Counts()
        for job in 0..<5_000 where !counts.runsOnce(job % 30, threads: 2) {
          failures.add(1, ordering: .relaxed)
        }
      }) { (work: @escaping () -> Void) in
        nonisolated(unsafe) let work = work
        DispatchQueue.concurrentPerform(iterations: 4) { _ in work() }
      }
      #expect(failures.load(ordering: .relaxed) == 0)
    }
  }

  @Test(arguments: [0, 1, 99, 100, 101, 1000]) func rangesCoverEverythingOnce(count: Int) {
    let hits = Mutex([Int](repeating: 0, count: count))
    ThreadPool.ranges(of: count, grain: 100) { range in
      hits.withLock { hits in for i in range { hits[i] += 1 } }
    }
    #expect(hits.withLock { $0.allSatisfy { $0 == 1 } })
  }

  @Test func theCountStaysWithinItsLimits() {
    restoringThreadCount {
      ThreadPool.threadCount = 0
      #expect(ThreadPool.threadCount == 1)
      ThreadPool.threadCount = 1000
      #expect(ThreadPool.threadCount == 64)
    }
  }
}
