import ArgumentParser
import Tensors

/// How many threads share the work.
struct Threads: ParsableArguments {
  @Option(help: "Threads; by default one a processor.") var threads = ThreadPool.threadCount

  func validate() throws {
    guard threads > 0 else { throw ValidationError("--threads must be positive") }
  }

  func use() { ThreadPool.threadCount = threads }
}
