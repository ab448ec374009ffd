import Foundation

/// Writes a whole file or nothing: the bytes go to a temporary file in the same folder, which then
/// takes the place of the old one. Folders that are missing are made.
public func writeAtomically(_ data: Data, to file: URL) throws {
  try writeAtomically(to: file) { temporary in
    try data.write(to: temporary)
  }
}

/// The same for a file that `body` writes piece by piece at the URL it is given.
public func writeAtomically(to file: URL, _ body: (URL) throws -> Void) throws {
  let folder = file.deletingLastPathComponent()
  let temporary = folder.appendingPathComponent(
    ".\(file.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier).part")
  do {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try body(temporary)
  } catch {
    try? FileManager.default.removeItem(at: temporary)
    throw FileWriteError(file: file, reason: error)
  }
  guard rename(temporary.path, file.path) == 0 else {
    let reason = String(cString: strerror(errno))
    try? FileManager.default.removeItem(at: temporary)
    throw FileWriteError(file: file, reason: reason)
  }
}

/// A file that could not be written; what was there before is untouched.
public struct FileWriteError: LocalizedError {
  public let file: URL
  public let reason: String

  init(file: URL, reason: String) {
    self.file = file
    self.reason = reason
  }

  init(file: URL, reason error: any Error) {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    self.init(file: file, reason: (underlying ?? error as NSError).localizedDescription)
  }

  public var errorDescription: String? { "\(file.path) could not be written: \(reason)" }
  public var recoverySuggestion: String? {
    "check that the folder exists, that you may write in it and that the disk is not full"
  }
}
