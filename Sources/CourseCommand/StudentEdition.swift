import Foundation
import Weaving

/// The course as students get it: the solutions of the exercises, and what would give them away,
/// are left out.
struct StudentEdition {
  let root: URL
  let exerciseCount: Int
  /// Files that are copied as they are.
  private let copied: [String]
  /// The texts of those that are not.
  private let written: [String: String]

  /// Solutions with one mistake each, which the tests of the checks plant.
  static let wrongSolutions = "Tests/Fixtures/wrong-solutions/"

  /// Reads the exercises of every lesson. Throws `WeavingError` where their markers are wrong.
  init(of root: URL) throws {
    var (copied, written, exerciseCount) = ([String](), [String: String](), 0)
    for path in try CourseFiles(root: root).paths() where !path.hasPrefix(Self.wrongSolutions) {
      if let lesson = path.wholeMatch(of: /Lessons\/([0-9]{2})-[a-z0-9-]+\/.+\.swift/)?.1 {
        let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
        if path.hasSuffix("/Exercises.swift") {
          let file = try ExerciseFile(parsing: text, file: path, lesson: Int(lesson)!)
          exerciseCount += file.exercises.count
          written[path] = file.studentText
          continue
        }
        try ExerciseFile.checkThatNoMarkers(standIn: text, file: path)
      }
      copied.append(path)
    }
    self.root = root
    self.exerciseCount = exerciseCount
    self.copied = copied
    self.written = written
  }

  /// Writes a whole edition or none. The folder must not exist yet, or be empty.
  func write(to folder: URL) throws {
    let manager = FileManager.default
    let target = folder.standardizedFileURL.resolvingSymlinksInPath()
    if manager.fileExists(atPath: target.path) {
      guard let names = try? manager.contentsOfDirectory(atPath: target.path), names.isEmpty else {
        throw StudentEditionError.notEmpty(folder)
      }
    }
    let temporary = target.deletingLastPathComponent().appendingPathComponent(
      ".\(target.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier).part")
    do {
      func place(of path: String) throws -> URL {
        let file = temporary.appendingPathComponent(path)
        try manager.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        return file
      }
      for path in copied {
        try manager.copyItem(at: root.appendingPathComponent(path), to: place(of: path))
      }
      for (path, text) in written { try Data(text.utf8).write(to: place(of: path)) }
      guard rename(temporary.path, target.path) == 0 else {
        throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
      }
    } catch {
      try? manager.removeItem(at: temporary)
      throw StudentEditionError.notWritten(folder, error)
    }
  }
}

enum StudentEditionError: LocalizedError {
  case notEmpty(URL)
  case notWritten(URL, any Error)

  var errorDescription: String? {
    switch self {
    case .notEmpty(let folder): "\(folder.path) is there already, and is no empty folder"
    case .notWritten(let folder, let error):
      "the student edition cannot be written to \(folder.path): \(error.localizedDescription)"
    }
  }

  var recoverySuggestion: String? {
    switch self {
    case .notEmpty: "name a folder that does not exist yet, or an empty one"
    case .notWritten: "name a folder that you may write in"
    }
  }
}
