import ArgumentParser
import Commands
import Files
import Foundation
import Notebook

extension Profile: ExpressibleByArgument {}

struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build and run lessons; their reports go into Reports/<profile>.")

  @Argument(help: "Lessons, such as 5, 05 or 05-loss-mask.") var lessons: [String] = []
  @Flag(help: "Run every lesson.") var all = false
  @Option(help: "How much to compute: smoke, class or full.") var profile = Profile.class
  @Flag(help: "Let the reports be the published ones; with --profile full only.") var publish =
    false
  @Option(help: "The folder for the reports, instead of Reports/<profile>.") var output: String?
  @Option(help: "Another model in Hugging Face's format.") var model: String?
  @Option(help: "Labelled texts of your own, for lessons that take them: .csv, .tsv or .jsonl.")
  var data: String?
  @Option(help: "The column of their texts (text).") var textColumn: String?
  @Option(help: "The column of their labels (label).") var labelColumn: String?
  @Option(help: "The first seed.") var seed: UInt64 = 0
  @Flag(help: "Compute again what .cache holds.") var fresh = false
  @Flag(inversion: .prefixedNo, help: "Build each lesson before it runs.") var build = true

  func validate() throws {
    guard all == lessons.isEmpty else {
      throw ValidationError("name lessons, such as 05, or say --all")
    }
    if publish, profile != .full || model != nil || data != nil {
      throw ValidationError(
        "--publish takes the course's own models and data and all seeds: --profile full, no --model, "
          + "no --data")
    }
    if data == nil, textColumn != nil || labelColumn != nil {
      throw ValidationError("--text-column and --label-column name columns of the file in --data")
    }
  }

  func run() throws {
    let root = try CourseFolder.root()
    let chosen = try all ? Lesson.all(in: root) : Lesson.named(lessons, in: root)
    let reports =
      output.map { URL(fileURLWithPath: $0, isDirectory: true) }
      ?? root.appendingPathComponent("Reports/\(profile.rawValue)", isDirectory: true)
    let index = ReportIndex(folder: reports, profile: profile)
    try index.checkThatItMayBeReplaced()
    let start = ContinuousClock.now
    for lesson in chosen {
      let program = LessonProgram(lesson: lesson, root: root)
      if build { try program.build() }
      let started = ContinuousClock.now
      let report = reports.appendingPathComponent(lesson.name, isDirectory: true)
      try program.run(options + ["--output", report.path])
      say("\(lesson.name): \(seconds(since: started))")
      if publish {
        try Publication(program: program).publish(report)
        say("\(lesson.name): published")
      }
      try index.write(lessons: Lesson.all(in: root))
    }
    say("\(chosen.count == 1 ? "1 lesson" : "\(chosen.count) lessons"): \(seconds(since: start))")
  }

  /// What every lesson is started with.
  private var options: [String] {
    let chosen = [
      ("--model", model), ("--data", data), ("--text-column", textColumn),
      ("--label-column", labelColumn),
    ]
    return ["--profile", profile.rawValue, "--seed", String(seed)]
      + chosen.flatMap { option, value in value.map { [option, $0] } ?? [] }
      + (fresh ? ["--fresh"] : [])
  }

  private func seconds(since start: ContinuousClock.Instant) -> String {
    ValueFormat.seconds.string(for: (ContinuousClock.now - start) / .seconds(1))
  }
}
