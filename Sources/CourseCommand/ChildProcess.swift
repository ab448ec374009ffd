import Foundation

/// A program that is started and waited for. Foundation gives it a process group of its own, which
/// Ctrl-C on a terminal does not reach, so a signal that ends us ends it as well.
struct ChildProcess {
  let program: URL
  let arguments: [String]
  var folder: URL?
  var environment: [String: String] = [:]

  /// How it ended.
  enum End {
    case status(Int32)
    case signal(Int32)
  }

  /// Runs it with nothing to read. Output and errors go to the given files, or where ours go.
  func run(output: FileHandle? = nil, errors: FileHandle? = nil) throws -> End {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = folder }
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    if let output { process.standardOutput = output }
    if let errors { process.standardError = errors }
    try process.run()
    let watches = [SIGINT, SIGTERM].map { end(with: $0, and: process.processIdentifier) }
    process.waitUntilExit()
    for watch in watches { watch.cancel() }
    for signal in [SIGINT, SIGTERM] { Foundation.signal(signal, SIG_DFL) }
    return process.terminationReason == .uncaughtSignal
      ? .signal(process.terminationStatus) : .status(process.terminationStatus)
  }

  private func end(with signal: Int32, and child: pid_t) -> any DispatchSourceSignal {
    Foundation.signal(signal, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: signal, queue: .global())
    source.setEventHandler {
      kill(child, SIGTERM)
      Foundation.exit(128 + signal)
    }
    source.resume()
    return source
  }
}
