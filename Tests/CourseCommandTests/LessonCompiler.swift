import Foundation
import ProgramRunning
import Testing

/// Makes lesson programs from exercises and checks that are not the package's own. They are compiled
/// against the modules that were built for the tests, so the engine is not built again.
struct LessonCompiler {
  /// The folder of the course that the tests belong to.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Some lesson of the package, whose objects but its own are those of every lesson.
  private static let model = "lesson-00-world-and-base"

  private let flags: [String]
  private let objects: String

  init() throws {
    let built = Program("course").url.deletingLastPathComponent()
    let sources = Self.root.appendingPathComponent("Sources")
    func children(of folder: URL, _ path: String) throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .map { folder.appendingPathComponent("\($0)/\(path)").path }
        .filter { FileManager.default.fileExists(atPath: $0) }
    }
    var flags = ["-swift-version", "6", "-warnings-as-errors", "-wmo"]
    flags += ["-I", built.appendingPathComponent("Modules").path]
    for folder in [built, sources] {
      for map in try children(of: folder, "module.modulemap") {
        flags += ["-Xcc", "-fmodule-map-file=\(map)"]
      }
    }
    for folder in try children(of: sources, "include") { flags += ["-I", folder] }
    // The C modules of the packages that the course depends on, such as that of Yams.
    for package in try children(of: Self.root.appendingPathComponent(".build/checkouts"), "Sources")
    {
      for include in try children(of: URL(fileURLWithPath: package), "include") {
        flags += ["-I", include]
      }
    }
    let blas = try Self.run("pkg-config", ["--cflags", "--libs", "openblas"], in: Self.root).output
    flags += blas.split(whereSeparator: \.isWhitespace).map(String.init)
    for library in ["stdc++", "m", "pthread", "boost_iostreams"] { flags.append("-l\(library)") }
    self.flags = flags
    let list = built.appendingPathComponent("\(Self.model).product/Objects.LinkFileList")
    let own = "/\(Self.model.replacing("-", with: "_")).build/"
    objects = try String(contentsOf: list, encoding: .utf8).split(separator: "\n")
      .filter { !$0.contains(own) }.joined(separator: "\n")
  }

  /// Compiles a lesson that consists of these texts and a main.swift without content, as a program
  /// in the folder.
  func compile(_ lesson: String, exercises: String, checks: String, in folder: TemporaryFolder)
    throws
  {
    let sources = "\(lesson)-sources"
    try folder.write("import Course\n\ncell(\"exercises\")\n", to: "\(sources)/main.swift")
    try folder.write(exercises, to: "\(sources)/Exercises.swift")
    try folder.write(checks, to: "\(sources)/Checks.swift")
    try folder.write(objects, to: "\(sources)/objects")
    let outcome = try Self.run(
      "swiftc",
      ["-o", "../lesson-\(lesson)", "-module-name", "exercises"] + flags
        + ["main.swift", "Exercises.swift", "Checks.swift", "@objects"],
      in: folder.path(sources))
    try #require(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }

  private static func run(_ tool: String, _ arguments: [String], in folder: URL) throws
    -> Program.Outcome
  {
    try Program(at: URL(fileURLWithPath: "/usr/bin/env")).run([tool] + arguments, in: folder)
  }
}
