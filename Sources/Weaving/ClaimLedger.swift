import Foundation

/// Every claim that the course decides: Lessons/claims.yaml.
public struct ClaimLedger: Sendable {
  public static let file = "Lessons/claims.yaml"

  /// In the file's order.
  public let entries: [ClaimEntry]

  /// Reads the ledger of a course. Throws a WeavingError that names line, entry and reason.
  public init(root: URL) throws {
    let url = root.appendingPathComponent(Self.file)
    guard let text = try? String(contentsOf: url, encoding: .utf8) else {
      throw WeavingError(
        file: Self.file, reason: "it is missing or not UTF-8",
        help: "restore it from the repository"
      )
    }
    try self.init(parsing: text)
  }

  public init(parsing text: String) throws {
    entries = try ClaimReader(file: Self.file).entries(of: text)
  }

  public subscript(id: String) -> ClaimEntry? { entries.first { $0.id == id } }

  /// The claims of a lesson.
  public func entries(ofLesson number: Int) -> [ClaimEntry] {
    entries.filter { $0.lesson == number }
  }
}
