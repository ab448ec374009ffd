import Foundation
import ProgramRunning
import Testing

extension TinyModel {
  /// A run of many steps that is killed once it has left a checkpoint.
  func killedRun(_ arguments: [String], at checkpoint: String = "training.safetensors") throws {
    let log = folder.path("killed.log")
    try Data().write(to: log)
    let handle = try FileHandle(forWritingTo: log)
    let process = try Program("tune").start(
      arguments, in: folder.url, output: handle, errors: handle)
    let file = folder.path("out/checkpoint/\(checkpoint)").path
    while process.isRunning, !FileManager.default.fileExists(atPath: file) { usleep(1000) }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try #require(process.terminationReason == .uncaughtSignal)
  }

  /// Files of the run in `out`, as equal runs leave them: reports without the paragraph of what was
  /// measured.
  func comparable(_ files: [String]) throws -> [Data] {
    try files.map { name in
      let data = try Data(contentsOf: folder.path("out/\(name)"))
      guard name.hasPrefix("report") else { return data }
      let lines = String(decoding: data, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false)
      let rest = lines.filter { !$0.hasPrefix("Measured this time: ") && !$0.hasPrefix("这一次实测：") }
      try #require(rest.count == lines.count - 1)
      return Data(rest.joined(separator: "\n").utf8)
    }
  }
}
