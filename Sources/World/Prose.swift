import Files
import Foundation

/// Whole texts written by hand: reviews, notes, conversations, little stories, explanations.
///
/// Every file of `Data/world/prose` holds documents parted by an empty line. One in ten is kept for
/// validation; a document that speaks of somebody or something held out belongs to that split, and
/// all others train.
public struct Prose: Sendable {
  private let documents: [Split: [String]]

  /// - Parameter heldOutNames: names that must not occur in documents of other splits.
  public init(folder: URL, heldOutNames: [String]) throws {
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "txt" }.sorted { $0.lastPathComponent < $1.lastPathComponent }
    var documents: [Split: [String]] = [:]
    for file in files {
      guard let text = try? String(contentsOf: file, encoding: .utf8) else {
        throw ProseError(file: file)
      }
      for document in Self.documents(of: text) {
        documents[Self.split(of: document, heldOutNames: heldOutNames), default: []]
          .append(document)
      }
    }
    self.documents = documents
  }

  /// The documents of a split, file by file.
  public subscript(split: Split) -> [String] { documents[split, default: []] }

  private static func documents(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
      .split(separator: "")
      .map { $0.joined(separator: "\n") }
  }

  private static func split(of document: String, heldOutNames: [String]) -> Split {
    if heldOutNames.contains(where: document.contains) { return .heldOut }
    return Split(of: document) == .validation ? .validation : .train
  }
}

/// A file of prose that cannot be read.
public struct ProseError: LocalizedError {
  public let file: URL

  public var errorDescription: String? { "\(file.path): it is missing or not UTF-8" }
  public var recoverySuggestion: String? { "restore it from the repository" }
}
