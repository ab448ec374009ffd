import Foundation

/// A program of the package, which tests run as a process.
public struct Program {
  public struct Outcome {
    public let status: Int32
    public let signal: Bool
    public let output: String
    public let errors: String

    /// Ended by itself with a line `error: …` and a line `help: …`, and printed nothing.
    public var isReportedFailure: Bool {
      !signal && status != 0 && output.isEmpty && errors.hasPrefix("error: ")
        && errors.contains("\nhelp: ")
    }
  }

  public let url: URL

  /// Programs lie where the tests' own binary lies.
  public init(_ name: String) {
    url = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent(name)
  }

  public init(at url: URL) { self.url = url }

  public func start(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:],
    output: FileHandle, errors: FileHandle
  ) throws -> Process {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    return process
  }

  /// Runs it to its end.
  public func run(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:]
  ) throws -> Outcome {
    let files = ["output", "errors"].map {
      FileManager.default.temporaryDirectory.appendingPathComponent("\($0)-\(UUID())")
    }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    for file in files { try Data().write(to: file) }
    let process = try start(
      arguments, in: folder, environment: environment,
      output: FileHandle(forWritingTo: files[0]), errors: FileHandle(forWritingTo: files[1]))
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, signal: process.terminationReason == .uncaughtSignal,
      output: try String(contentsOf: files[0], encoding: .utf8),
      errors: try String(contentsOf: files[1], encoding: .utf8))
  }
}
