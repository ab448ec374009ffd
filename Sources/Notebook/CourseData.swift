import Foundation
import Weaving

/// A file or folder of the course's data. Its digest goes into results.json and into the key of
/// every `cached` call that follows.
public func courseData(_ path: String) -> URL {
  inRun("courseData") { run in
    let url = run.root.appendingPathComponent("Data").appendingPathComponent(path)
    try run.depend(on: url, as: "Data/\(path)", help: "restore it from the repository")
    return url
  }
}

/// The model that the reader chose with `--model`, as `locate` finds it; nil without the option.
public func chosenModel(locate: @Sendable (String) throws -> URL) -> URL? {
  inRun("chosenModel") { run in
    guard let name = run.options.model else { return nil }
    let url = try locate(name)
    try run.depend(on: url, as: "--model", help: "name another folder with --model DIR")
    return url
  }
}

/// A file of the reader's own labelled texts.
public struct ChosenData: Sendable, Equatable {
  public let file: URL
  /// The names of its columns, or keys.
  public let textColumn: String
  public let labelColumn: String
}

/// The data that the reader chose with `--data`, `--text-column` and `--label-column`; nil without
/// the first. Like `courseData` it counts for every `cached` call that follows, and results of it
/// are never the published ones.
public func chosenData() -> ChosenData? {
  inRun("chosenData") { run in
    guard let path = run.options.data else { return nil }
    let data = ChosenData(
      file: URL(fileURLWithPath: path), textColumn: run.options.textColumn ?? "text",
      labelColumn: run.options.labelColumn ?? "label")
    try run.depend(
      on: data.file, as: "--data", help: "name another file with --data FILE",
      columns: [data.textColumn, data.labelColumn])
    return data
  }
}

extension LessonRun {
  /// Records the digest of a file or folder, and of what is read of it.
  fileprivate func depend(
    on url: URL, as name: String, help: String, columns: [String] = []
  ) throws {
    guard dataDigests[name] == nil else { return }
    guard FileManager.default.fileExists(atPath: url.path) else {
      throw WeavingError(
        file: name.hasPrefix("--") ? url.path : name, reason: "it does not exist", help: help)
    }
    var digest = try Digest.hex(ofFilesAt: url)
    for column in columns { digest = Digest.hex(of: digest + column) }
    dataDigests[name] = digest
  }
}
