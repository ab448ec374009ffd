import CLessonSupport
import Foundation

/// Sends file descriptor 1 to a temporary file, so that whatever a cell prints, from Swift, from C
/// or from a child process, lands in the report in the order in which it was written.
package final class OutputCapture {
  private let file: Int32
  private let screen: Int32
  /// Up to where `take` has read.
  private var position: off_t = 0

  package init() throws {
    let folder = FileManager.default.temporaryDirectory
    var path = Array(folder.appendingPathComponent("cell-output-XXXXXX").path.utf8CString)
    fflush(nil)
    lesson_buffer_lines()
    file = mkstemp(&path)
    guard file >= 0 else { throw OutputCaptureError(folder: folder, code: errno) }
    unlink(path)
    _ = fcntl(file, F_SETFL, O_APPEND)
    screen = dup(STDOUT_FILENO)
    guard screen >= 0, dup2(file, STDOUT_FILENO) >= 0 else {
      throw OutputCaptureError(folder: folder, code: errno)
    }
    for descriptor in [file, screen] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    lesson_show_on_crash(file, screen)
  }

  /// What was printed since the last call.
  package func take() -> String {
    fflush(nil)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = pread(file, &buffer, buffer.count, position)
      guard count > 0 else { break }
      bytes += buffer[..<count]
      position += off_t(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Shows a text on the real standard output. Everything captured so far counts as seen.
  package func echo(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(screen, $0.baseAddress, $0.count) }
      guard count > 0 else { break }
      bytes = bytes.dropFirst(count)
    }
    lesson_set_unseen(Int(position))
  }

  /// Gives standard output back.
  package func end() {
    fflush(nil)
    dup2(screen, STDOUT_FILENO)
  }
}

struct OutputCaptureError: LocalizedError {
  let folder: URL
  let code: Int32

  var errorDescription: String? {
    "what the cells print cannot be kept in \(folder.path): \(String(cString: strerror(code)))"
  }
  var recoverySuggestion: String? { "let TMPDIR name a folder that you may write in" }
}
