import ArgumentParser
import CKernels
import Files
import Foundation
import Tensors

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what this machine has for the course.")

  func run() throws {
    let process = ProcessInfo.processInfo
    let memory = Double(process.physicalMemory) / 1e9
    show("course", (try? CourseFolder.root().path) ?? "not found")
    show("swift", firstLine(of: ["swift", "--version"]))
    show("gnuplot", firstLine(of: ["gnuplot", "--version"]))
    show("OpenBLAS core", MatrixProduct.coreName)
    show(
      "kernels", "x86-64 level \(ck_clone_level()) of \(ck_processor_level()) that there is")
    show("threads", "\(ThreadPool.threadCount) of \(process.activeProcessorCount) processors")
    show("memory", String(format: "%.1f GB", memory))
    show("python", firstLine(of: ["python3", "--version"]) + ", for tests only")
  }

  private func show(_ name: String, _ value: String) {
    print(name.padding(toLength: 15, withPad: " ", startingAt: 0) + value)
  }

  private func firstLine(of command: [String]) -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return "missing" }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0, let line = text.split(separator: "\n").first else {
      return "missing"
    }
    return String(line)
  }
}
