import Foundation

/// A file's bytes, mapped into memory: nothing is read before it is used.
final class MappedFile: @unchecked Sendable {
  private let bytes: UnsafeRawBufferPointer

  init(_ file: URL) throws {
    let descriptor = open(file.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileReadError(file: file, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileReadError(file: file, code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileReadError(file: file, reason: "it is not a file")
    }
    let count = Int(status.st_size)
    guard count > 0 else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0),
      start != MAP_FAILED
    else { throw FileReadError(file: file, code: errno) }
    bytes = UnsafeRawBufferPointer(start: start, count: count)
  }

  /// The bytes are there only as long as `body` runs.
  func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(self) {} }
    return try body(bytes)
  }

  deinit {
    if let start = bytes.baseAddress {
      munmap(UnsafeMutableRawPointer(mutating: start), bytes.count)
    }
  }
}

/// A file that could not be read at all.
public struct FileReadError: LocalizedError {
  public let file: URL
  public let reason: String

  init(file: URL, reason: String) {
    self.file = file
    self.reason = reason
  }

  init(file: URL, code: Int32) {
    self.init(file: file, reason: String(cString: strerror(code)))
  }

  public var errorDescription: String? { "\(file.path) cannot be read: \(reason)" }
  public var recoverySuggestion: String? { "check the path, and that you may read the file" }
}
