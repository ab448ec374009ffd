import Foundation

/// The files that make up the course: what git tracks, or what .gitignore does not name where there
/// is no repository.
struct CourseFiles {
  let root: URL

  /// Paths below the root, sorted. What git tracks and somebody has deleted is left out.
  func paths() throws -> [String] {
    let isRepository = FileManager.default.fileExists(
      atPath: root.appendingPathComponent(".git").path)
    return try (isRepository ? tracked() : found()).filter { type(of: $0) != nil }.sorted()
  }

  private func tracked() throws -> [String] {
    let manager = FileManager.default
    let files = ["list", "errors"].map {
      manager.temporaryDirectory.appendingPathComponent("\($0)-\(UUID())")
    }
    defer { for file in files { try? manager.removeItem(at: file) } }
    for file in files { try Data().write(to: file) }
    let end = try ChildProcess(
      program: URL(fileURLWithPath: "/usr/bin/env"), arguments: ["git", "ls-files", "-z"],
      folder: root
    ).run(output: FileHandle(forWritingTo: files[0]), errors: FileHandle(forWritingTo: files[1]))
    guard case .status(0) = end else {
      let reason = try String(contentsOf: files[1], encoding: .utf8)
      throw GitFailure(reason: reason.trimmingCharacters(in: .whitespacesAndNewlines))
    }
    return try String(contentsOf: files[0], encoding: .utf8).split(separator: "\0").map(String.init)
  }

  /// Everything but what a line of .gitignore, all of which are names or patterns of names, fits.
  private func found() throws -> [String] {
    let file = root.appendingPathComponent(".gitignore")
    let patterns = ((try? String(contentsOf: file, encoding: .utf8)) ?? "")
      .split(whereSeparator: \.isNewline)
      .map { String($0.last == "/" ? $0.dropLast() : $0) }
    func paths(below folder: String) throws -> [String] {
      let names = try FileManager.default.contentsOfDirectory(
        atPath: root.appendingPathComponent(folder).path)
      return try names.filter { name in !patterns.contains { fnmatch($0, name, 0) == 0 } }
        .flatMap { name in
          let path = folder.isEmpty ? name : "\(folder)/\(name)"
          return try type(of: path) == .typeDirectory ? paths(below: path) : [path]
        }
    }
    return try paths(below: "")
  }

  /// A link is a link here, also one to a folder.
  private func type(of path: String) -> FileAttributeType? {
    let path = root.appendingPathComponent(path).path
    return try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
  }
}

struct GitFailure: LocalizedError {
  let reason: String

  var errorDescription: String? { "git cannot list the course's files: \(reason)" }
  var recoverySuggestion: String? {
    "install git and see what `git ls-files` says, or use a copy of the course without .git"
  }
}
