import Foundation
import Weaving

/// The digests of the course's data as it is now. Lessons share their models, so each is read once.
struct DataDigests {
  let root: URL
  private var known: [String: String?] = [:]

  init(root: URL) { self.root = root }

  /// The digest of a file or folder named as in results.json, such as `Data/models/mini`; nil when
  /// it is not there.
  subscript(name: String) -> String? {
    mutating get {
      if let digest = known[name] { return digest }
      let url = root.appendingPathComponent(name)
      let exists = FileManager.default.fileExists(atPath: url.path)
      let digest = exists ? try? Digest.hex(ofFilesAt: url) : nil
      known[name] = digest
      return digest
    }
  }
}
