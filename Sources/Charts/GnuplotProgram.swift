import CGnuplot
import Foundation

/// The gnuplot found on a search path, run without a shell and with a time limit.
package struct GnuplotProgram {
  let searchPath: String
  let timeLimit: Double

  /// `timeLimit` in seconds.
  package init(
    searchPath: String = ProcessInfo.processInfo.environment["PATH"] ?? "", timeLimit: Double = 60
  ) {
    self.searchPath = searchPath
    self.timeLimit = timeLimit
  }

  package struct Drawn {
    let script: Data
    package let picture: Picture
  }

  package func draw(_ sketch: Sketch, named name: String, chart: String) throws -> Drawn {
    let program = try find()
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("chart-" + UUID().uuidString, isDirectory: true)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw ChartError.scriptNotWritten(chart: chart, reason: error.localizedDescription)
    }
    defer { try? FileManager.default.removeItem(at: folder) }
    let script = folder.appendingPathComponent(name + ".gp")
    let image = folder.appendingPathComponent(name + ".svg")
    try write(sketch, to: script, image: image.lastPathComponent, chart: chart)
    try run(program, script: script.lastPathComponent, in: folder, chart: chart)
    let svg = (try? Data(contentsOf: image)) ?? Data()
    return Drawn(
      script: try Data(contentsOf: script), picture: try Picture(checking: svg, chart: chart))
  }

  private func find() throws -> URL {
    for folder in searchPath.split(separator: ":") {
      let candidate = URL(fileURLWithPath: String(folder)).appendingPathComponent("gnuplot")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
    }
    throw ChartError.gnuplotMissing(searchPath: searchPath)
  }

  private func run(_ program: URL, script: String, in folder: URL, chart: String) throws {
    let process = Process()
    process.executableURL = program
    // Without -d the reader's own start-up file would change the picture.
    process.arguments = ["-d", script]
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    // A file and not a pipe: nobody has to empty it while gnuplot runs.
    let messages = folder.appendingPathComponent("messages")
    try Data().write(to: messages)
    let messageFile = try FileHandle(forWritingTo: messages)
    defer { try? messageFile.close() }
    process.standardError = messageFile
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    do {
      try process.run()
    } catch {
      throw ChartError.gnuplotFailed(chart: chart, status: -1, message: error.localizedDescription)
    }
    if ended.wait(timeout: .now() + timeLimit) == .timedOut {
      kill(process.processIdentifier, SIGKILL)
      ended.wait()
      throw ChartError.gnuplotTimedOut(chart: chart, seconds: timeLimit)
    }
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      let message = (try? String(contentsOf: messages, encoding: .utf8)) ?? ""
      throw ChartError.gnuplotFailed(
        chart: chart, status: process.terminationStatus,
        message: message.trimmingCharacters(in: .whitespacesAndNewlines))
    }
  }
}

/// Hands a sketch over to gnuplot-iostream.
private func write(_ sketch: Sketch, to script: URL, image: String, chart: String) throws {
  let names = sketch.blocks.map { strdup($0.name) }
  defer { names.forEach { free($0) } }
  let values = sketch.blocks.flatMap { $0.rows.joined() }
  var message = [CChar](repeating: 0, count: 512)
  let status = values.withUnsafeBufferPointer { values in
    var start = 0
    let blocks = zip(sketch.blocks, names).map { block, name in
      defer { start += block.rows.count * (block.rows.first?.count ?? 0) }
      return CGnuplotBlock(
        name: name, values: values.baseAddress.map { $0 + start },
        rows: block.rows.count, columns: block.rows.first?.count ?? 0)
    }
    return cgnuplot_write(
      script.path, sketch.settings(image: image), blocks, blocks.count, sketch.commands, &message,
      message.count)
  }
  guard status == 0 else {
    let bytes = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let reason = String(decoding: bytes, as: UTF8.self)
    throw ChartError.scriptNotWritten(chart: chart, reason: reason)
  }
}
