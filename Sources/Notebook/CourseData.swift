import Foundation
import Weaving

/// A file or folder of the course's data. Its digest goes into results.json and into the key of
/// every `cached` call that follows.
public func courseData(_ path: String) -> URL {
  inRun("courseData") { run in
    let url = run.root.appendingPathComponent("Data").appendingPathComponent(path)
    try run.depend(on: url, as: "Data/\(path)")
    return url
  }
}

/// The model that the reader chose with `--model`, as `locate` finds it; nil without the option.
public func chosenModel(locate: @Sendable (String) throws -> URL) -> URL? {
  inRun("chosenModel") { run in
    guard let name = run.options.model else { return nil }
    let url = try locate(name)
    try run.depend(on: url, as: "--model")
    return url
  }
}

extension LessonRun {
  fileprivate func depend(on url: URL, as name: String) throws {
    guard dataDigests[name] == nil else { return }
    guard FileManager.default.fileExists(atPath: url.path) else {
      throw WeavingError(
        file: name == "--model" ? url.path : name, reason: "it does not exist",
        help: "restore it from the repository, or name another folder with --model DIR")
    }
    dataDigests[name] = try Digest.hex(ofFilesAt: url)
  }
}
