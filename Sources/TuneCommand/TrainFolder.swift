import Charts
import Commands
import Files
import Foundation

/// The folder that a run writes. Each file is there whole or not at all, and the one that makes it the
/// folder of a model or of an adapter comes last.
struct TrainFolder {
  let url: URL
  private let lastFile: String

  init(_ url: URL, _ method: TrainMethod) {
    self.url = url
    lastFile = method == .full ? "config.json" : "adapter_config.json"
  }

  /// Where hybrid puts the model that its full steps leave.
  static let baseName = "base"

  var checkpoints: URL { url.appendingPathComponent("checkpoint", isDirectory: true) }
  private var record: URL { url.appendingPathComponent("run.json") }
  private var scoresFile: URL { checkpoints.appendingPathComponent("scores.json") }

  /// A new run wants a folder that is empty or not there; one that goes on, a run that has not ended.
  func checkBefore(resuming: Bool) throws(TrainFolderError) {
    let files = FileManager.default
    if resuming {
      guard files.fileExists(atPath: record.path) else { throw .nothingToResume(url) }
      guard !files.fileExists(atPath: url.appendingPathComponent(lastFile).path) else {
        throw .ended(url)
      }
    } else if files.fileExists(atPath: url.path) {
      guard let names = try? files.contentsOfDirectory(atPath: url.path) else {
        throw .notAFolder(url)
      }
      guard names.isEmpty else { throw .notEmpty(url) }
    }
  }

  func begin(_ record: TrainRecord) throws { try writeAtomically(record.json, to: self.record) }

  /// Refuses a run other than the one that began here.
  func checkSame(_ new: TrainRecord) throws {
    guard let old = try? Data(contentsOf: record) else { throw TrainFolderError.damaged(record) }
    try new.checkSame(as: old, at: record)
  }

  /// The scores of the evaluations so far, by step.
  func scores() throws -> [Int: ClassScores] {
    guard let data = try? Data(contentsOf: scoresFile) else { return [:] }
    do { return try JSONDecoder().decode([Int: ClassScores].self, from: data) } catch {
      throw TrainFolderError.damaged(scoresFile)
    }
  }

  func write(scores: [Int: ClassScores]) throws {
    try writeAtomically(JSONEncoder().encode(scores), to: scoresFile)
  }

  /// Writes the report's pages with their charts. A chart that cannot be drawn does not cost a run:
  /// it is said, and the page goes without.
  func write(_ report: TrainReport) throws {
    for language in TrainReport.Language.allCases {
      var chart: ChartFiles?
      do {
        chart = try report.chart(language).write(named: "loss.\(language.rawValue)", to: url)
      } catch let error as ChartError {
        say(errorReport(error, help: "").trimmingCharacters(in: .newlines))
      }
      try writeAtomically(
        Data(report.page(language, chart: chart?.image.lastPathComponent).utf8),
        to: url.appendingPathComponent("report.\(language.rawValue).md"))
    }
  }

  /// Puts what `save` writes into the folder, then drops the checkpoints. `save` gets a folder that
  /// nobody looks at; should it throw, there is nothing of it.
  func publish(_ save: (URL) throws -> Void) throws {
    let files = FileManager.default
    let staged = url.appendingPathComponent(".model.part", isDirectory: true)
    try? files.removeItem(at: staged)
    defer { try? files.removeItem(at: staged) }
    try save(staged)
    let names = try files.contentsOfDirectory(atPath: staged.path).filter { $0 != lastFile }
    for name in names.sorted() + [lastFile] {
      try writeAtomically(to: url.appendingPathComponent(name)) { temporary in
        try files.moveItem(at: staged.appendingPathComponent(name), to: temporary)
      }
    }
    try? files.removeItem(at: checkpoints)
  }

  /// Puts the folder that `save` writes in the place of hybrid's base.
  func publishBase(_ save: (URL) throws -> Void) throws {
    let files = FileManager.default
    let staged = url.appendingPathComponent(".base.part", isDirectory: true)
    let base = url.appendingPathComponent(Self.baseName, isDirectory: true)
    try? files.removeItem(at: staged)
    defer { try? files.removeItem(at: staged) }
    try save(staged)
    try? files.removeItem(at: base)
    try files.moveItem(at: staged, to: base)
  }
}

/// Copies the files that a model's folder holds for its tokenizer.
func copyTokenizer(from source: URL, to folder: URL) throws {
  let files = FileManager.default
  let names = [
    "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "vocab.json",
    "merges.txt", "encoder.json", "vocab.bpe", "chat_template.jinja", "generation_config.json",
  ]
  for name in names where files.fileExists(atPath: source.appendingPathComponent(name).path) {
    // What the Hugging Face cache holds are links.
    try files.copyItem(
      at: source.appendingPathComponent(name).resolvingSymlinksInPath(),
      to: folder.appendingPathComponent(name))
  }
}

enum TrainFolderError: LocalizedError {
  case notAFolder(URL)
  case notEmpty(URL)
  case nothingToResume(URL)
  case ended(URL)
  case damaged(URL)
  case otherRun(URL, [String])
  /// The files whose contents have changed.
  case otherData(URL, [String])

  var errorDescription: String? {
    switch self {
    case .notAFolder(let url): "\(url.path) is a file, or a folder that cannot be read"
    case .notEmpty(let url): "the folder \(url.path) is not empty"
    case .nothingToResume(let url): "no run began in \(url.path): it has no run.json"
    case .ended(let url): "the run in \(url.path) has ended"
    case .damaged(let url): "\(url.path) is damaged"
    case .otherRun(let url, let differences):
      "another run began in \(url.path): \(differences.joined(separator: "; "))"
    case .otherData(let url, let files):
      "\(files.joined(separator: " and ")) has changed since the run in \(url.path) began"
    }
  }

  var recoverySuggestion: String? {
    switch self {
    case .notAFolder, .damaged, .ended: "give another --output, and no --resume"
    case .notEmpty: "give another --output, or go on with a run that began there with --resume"
    case .nothingToResume: "leave --resume out to begin one"
    case .otherRun: "give what it began with, or another --output without --resume"
    case .otherData: "put the file back as it was, or give another --output without --resume"
    }
  }
}
