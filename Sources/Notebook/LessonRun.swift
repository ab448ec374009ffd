import CLessonSupport
import Files
import Foundation
import Statistics
import Weaving

/// The one run of a lesson's program, from the first verb to the end of the process.
@MainActor
final class LessonRun {
  private(set) static var current: LessonRun?

  let name: String
  let options: RunOptions
  let root: URL
  let lesson: LessonSource
  let translation: Translation?
  let published: Results?
  let ledger: ClaimLedger
  let report: ReportFolder
  let capture: OutputCapture

  var blocks: [String: [Block]] = [:]
  var notes: [String: Value] = [:]
  var checks: [Check] = []
  var claims: [Claim] = []
  /// How each of the claims is decided.
  var tests: [ClaimTest] = []
  var charts: Set<String> = []
  var seeds: [UInt64] = []
  var hardware: [String: String] = [
    "cores": Hardware.cores, "processor": Hardware.processor, "system": Hardware.system,
  ]
  var dataDigests: [String: String] = [:]
  var timings: [String: Double] = [:]
  /// English texts that the run showed, and those of them that zh.md lacks.
  private(set) var labels: Set<String> = []
  private(set) var untranslated: Set<String> = []

  var cacheKeys: Set<String> = []
  /// The key of the `cached` call whose body is running.
  var openCacheKey: String?

  private let process = ProcessInfo.processInfo.processIdentifier
  private let proseKeys: Set<String>
  private let clock = ContinuousClock()
  private let start = ContinuousClock.now
  private var cellStart = ContinuousClock.now
  private var openedCells = 0
  private var printed = ""
  private var shown: [String] = []

  /// The run of this process, which the first call starts.
  static func running() throws -> LessonRun {
    if let current { return current }
    let run = try LessonRun(arguments: CommandLine.arguments)
    current = run
    lesson_at_exit(lessonProcessEnds)
    return run
  }

  private init(arguments: [String]) throws {
    let program = URL(fileURLWithPath: arguments.first ?? "").lastPathComponent
    options = try RunOptions(parsing: Array(arguments.dropFirst()))
    if options.wantsHelp {
      print("usage: \(program) [options]\n\(RunOptions.usage)")
      exit(0)
    }
    guard program.hasPrefix("lesson-") else { throw LessonRunError.notALesson(program) }
    name = String(program.dropFirst("lesson-".count))
    if options.checksExercises {
      exit(try ExerciseRun(lesson: name, options: options).status())
    }
    root = try CourseFolder.root()
    let folder = root.appendingPathComponent("Lessons/\(name)", isDirectory: true)
    lesson = try LessonSource(folder: folder)
    translation = try Translation(folder: folder, of: lesson)
    try translation?.checkKeys(against: lesson)
    published = try Results.published(inLesson: folder)
    ledger = try ClaimLedger(root: root)
    proseKeys = Set(lesson.sections.flatMap { keys(in: $0.prose.text) })
    report = try ReportFolder(
      target: options.output.map { URL(fileURLWithPath: $0, isDirectory: true).standardizedFileURL }
        ?? root.appendingPathComponent("Reports/\(options.profile.rawValue)/\(name)"))
    do { capture = try OutputCapture() } catch {
      report.discard()
      throw error
    }
  }

  /// False in a child that was forked and ends on its own.
  var isThisProcess: Bool { getpid() == process }

  var openCell: LessonSource.Cell? {
    openedCells == 0 ? nil : lesson.cells[openedCells - 1]
  }

  /// An error that stands in the open cell.
  func error(_ reason: String, help: String) -> WeavingError {
    WeavingError(file: lesson.file, line: openCell?.line, reason: reason, help: help)
  }

  func openCell(_ id: String, line: Int) throws {
    try forbidInsideCached("cell")
    closeCell()
    guard openedCells < lesson.cells.count else {
      throw LessonRunError.stale(program: "lesson-\(name)", id: id, line: line, parsed: nil, lesson)
    }
    let parsed = lesson.cells[openedCells]
    guard parsed.id == id, parsed.line == line else {
      throw LessonRunError.stale(
        program: "lesson-\(name)", id: id, line: line, parsed: parsed, lesson)
    }
    openedCells += 1
    cellStart = clock.now
  }

  /// Puts a block into the open cell; the remark is for the terminal alone.
  func add(_ block: Block, verb: String, remark: String = "") throws {
    guard let id = openCell?.id else {
      throw error(
        "\(verb) is called before the first cell", help: "open a cell with cell(\"id\") first")
    }
    try forbidInsideCached(verb)
    keepOutput()
    _ = block.translated { label($0, in: .en) }  // so that results.json lists its labels
    blocks[id, default: []].append(block)
    shown.append(terminalText(of: block) + remark)
  }

  func forbidInsideCached(_ verb: String) throws {
    guard let openCacheKey else { return }
    throw error(
      "\(verb) is called inside cached(\"\(openCacheKey)\"), where the next run would leave it out",
      help: "return what it needs from the cached body and call \(verb) after it")
  }

  /// Moves what was printed into the report; what comes before the first cell is only shown.
  private func keepOutput() {
    readOutput()
    guard !printed.isEmpty else { return }
    shown.append(printed.hasSuffix("\n") ? String(printed.dropLast()) : printed)
    var text = printable(printed)
    while text.last == "\n" { text.removeLast() }
    if let id = openCell?.id, !text.isEmpty { blocks[id, default: []].append(.output(text)) }
    printed = ""
  }

  /// Takes what was printed since the last call; it stays part of the cell.
  @discardableResult
  func readOutput() -> String {
    let text = capture.take()
    printed += text
    return text
  }

  /// Puts into the cell what a cached body printed when it ran.
  func replay(_ output: String) {
    readOutput()
    printed += output
  }

  func closeCell() {
    keepOutput()
    if !shown.isEmpty { capture.echo(shown.joined(separator: "\n") + "\n") }
    shown = []
    if let id = openCell?.id { timings["cell \(id)"] = Self.seconds(clock.now - cellStart) }
  }

  func note(_ key: String, _ value: Value) throws {
    try forbidInsideCached("note")
    guard notes[key] == nil else {
      throw error("note(\"\(key)\") is called twice", help: "give each note a key of its own")
    }
    guard proseKeys.contains(key) else {
      throw error(
        "no prose uses {{\(key)}}", help: "write {{\(key)}} into the prose or drop the note")
    }
    if case .label(let text) = value { _ = label(text, in: .en) }
    notes[key] = value
  }

  /// A label in a language; the English text where the Chinese is missing.
  func label(_ text: String, in language: Language) -> String {
    guard Translation.isNeeded(for: text) else { return text }
    labels.insert(text)
    guard language == .zh else { return text }
    if let entry = translation?.strings[text] { return entry.chinese }
    untranslated.insert(text)
    return text
  }

  /// Weaves and publishes the report.
  func finish() throws {
    closeCell()
    guard openedCells == lesson.cells.count else {
      let cell = lesson.cells[openedCells]
      throw WeavingError(
        file: lesson.file, line: cell.line, reason: "the run never reached the cell `\(cell.id)`",
        help: "every cell runs once, in order; end the lesson without exit()")
    }
    let failed = checks.filter { !$0.holds }
    guard failed.isEmpty else { throw LessonRunError.checksFailed(failed) }
    decideClaims()
    timings["run"] = Self.seconds(clock.now - start)
    try write()
    try report.publish()
    capture.end()
    var message = "report: \(report.target.appendingPathComponent("report.en.md").path)\n"
    if translation != nil, !untranslated.isEmpty {
      let list = untranslated.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
      message += "warning: the table of strings in Lessons/\(name)/zh.md lacks \(list)\n"
    }
    standardError(message)
  }

  /// Leaves the earlier report as it is, and shows what was printed last.
  func abandon() {
    closeCell()
    capture.end()
    report.discard()
  }

  private static func seconds(_ duration: Duration) -> Double {
    duration / .seconds(1)
  }
}
