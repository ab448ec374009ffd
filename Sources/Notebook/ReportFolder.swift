import Foundation

/// The folder that a run writes its report into: a temporary one beside the target, which takes
/// the target's place when everything is there.
package final class ReportFolder {
  package let target: URL
  /// Where the files go until `publish`.
  package let temporary: URL

  /// Makes the temporary folder, so that a place where nothing can be written is known before the
  /// training starts. Folders that runs which crashed left there are removed.
  package init(target: URL) throws {
    let parent = target.deletingLastPathComponent()
    let process = ProcessInfo.processInfo.processIdentifier
    self.target = target
    temporary = parent.appendingPathComponent(
      ".\(target.lastPathComponent).\(process)\(Self.suffix)", isDirectory: true)
    try Self.checkThatItMayBeReplaced(target)
    do {
      let manager = FileManager.default
      try manager.createDirectory(at: parent, withIntermediateDirectories: true)
      Self.removeLeftovers(of: target)
      try manager.createDirectory(at: temporary, withIntermediateDirectories: false)
    } catch {
      throw ReportFolderError.notWritable(target, Self.reason(of: error))
    }
  }

  private static let suffix = ".part"

  /// Only an earlier report may be replaced: a folder with anything else in it is the reader's.
  private static func checkThatItMayBeReplaced(_ target: URL) throws {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    guard manager.fileExists(atPath: target.path, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else { throw ReportFolderError.notAFolder(target) }
    let names = (try? manager.contentsOfDirectory(atPath: target.path)) ?? []
    guard names.isEmpty || names.contains("results.json") else {
      throw ReportFolderError.notAReport(target)
    }
  }

  private static func removeLeftovers(of target: URL) {
    let parent = target.deletingLastPathComponent()
    let start = ".\(target.lastPathComponent)."
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
    for name in names where name.hasPrefix(start) && name.hasSuffix(suffix) {
      guard let process = pid_t(name.dropFirst(start.count).dropLast(suffix.count)),
        process == getpid() || (kill(process, 0) != 0 && errno == ESRCH)
      else { continue }
      try? FileManager.default.removeItem(at: parent.appendingPathComponent(name))
    }
  }

  /// Puts the new report into the place of the old one.
  package func publish() throws {
    let old = temporary.appendingPathExtension("old")
    let hadOne = rename(target.path, old.path) == 0
    guard rename(temporary.path, target.path) == 0 else {
      let reason = String(cString: strerror(errno))
      if hadOne { rename(old.path, target.path) }
      throw ReportFolderError.notWritable(target, reason)
    }
    try? FileManager.default.removeItem(at: old)
  }

  /// Forgets what was written; the old report stays.
  package func discard() {
    try? FileManager.default.removeItem(at: temporary)
  }

  private static func reason(of error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    return (underlying ?? error as NSError).localizedDescription
  }
}

package enum ReportFolderError: LocalizedError, Equatable {
  case notWritable(URL, String)
  case notAFolder(URL)
  case notAReport(URL)

  package var errorDescription: String? {
    switch self {
    case .notWritable(let folder, let reason):
      "the report cannot be written to \(folder.path): \(reason)"
    case .notAFolder(let file): "the report cannot be written to \(file.path): it is a file"
    case .notAReport(let folder):
      "the report would replace \(folder.path), which holds something else"
    }
  }

  package var recoverySuggestion: String? {
    switch self {
    case .notWritable: "name a folder that you may write in with --output DIR"
    case .notAFolder, .notAReport: "name a new or empty folder with --output DIR"
    }
  }
}
