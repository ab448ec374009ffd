import Foundation

/// A new, empty folder that is gone when nobody holds it any more.
public final class TemporaryFolder {
  public let url = FileManager.default.temporaryDirectory
    .appendingPathComponent("program-\(UUID().uuidString)", isDirectory: true)

  public init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  public func path(_ name: String) -> URL { url.appendingPathComponent(name) }

  public func text(_ name: String) throws -> String {
    try String(contentsOf: path(name), encoding: .utf8)
  }

  /// Writes a file and the folders above it.
  public func write(_ text: String, to name: String) throws {
    try FileManager.default.createDirectory(
      at: path(name).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: path(name))
  }

  /// The names in a folder below it, sorted, hidden ones included.
  public func names(in folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(folder).path).sorted()
  }
}
