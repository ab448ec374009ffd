import Course

/// A folder as something was saved in it.
struct SavedFolder: Codable {
  private let files: [String: Data]

  /// Keeps what `write` puts into a new folder.
  init(_ write: (URL) throws -> Void) throws {
    files = try Self.inNewFolder { folder in
      try write(folder)
      let urls = try FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil)
      return try Dictionary(
        uniqueKeysWithValues: urls.map { ($0.lastPathComponent, try Data(contentsOf: $0)) })
    }
  }

  /// Of all files together.
  var bytes: Int { files.values.reduce(0) { $0 + $1.count } }

  /// Gives `body` a folder with the same files, for as long as it runs.
  func reading<Result>(_ body: (URL) throws -> Result) throws -> Result {
    try Self.inNewFolder { folder in
      for (name, data) in files {
        try writeAtomically(data, to: folder.appendingPathComponent(name))
      }
      return try body(folder)
    }
  }

  private static func inNewFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("lesson-09-\(UUID())", isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}
