import Files
import Foundation
import Weaving

/// Keeps the result of a long computation, an arm of an experiment, from run to run.
///
///     let losses = try cached("rank-8-seed-1") { try train(rank: 8, seed: 1) }
///
/// The result is kept below .cache under the digest of the lesson's code without its prose, of the
/// data it read so far, the profile, the first seed and the key: an edit of prose keeps it, an edit
/// of code does not. What the body prints is kept as well and shown again. The other verbs do not
/// belong in it: return what they need.
public func cached<Result: Codable>(
  _ key: String, _ body: () throws -> Result
) rethrows -> Result {
  let (file, mayRead) = inRun("cached") { try $0.openCache(key) }
  defer { inRun("cached") { $0.openCacheKey = nil } }
  if mayRead, let data = try? Data(contentsOf: file),
    let kept = try? fromJSON(Kept<Result>.self, data)
  {
    let output = kept.output
    inRun("cached") { $0.replay(output) }
    return kept.value
  }
  let value = try body()
  let output = inRun("cached") { $0.readOutput() }
  do {
    try writeAtomically(json(Kept(value: value, output: output)), to: file)
  } catch {
    endProcess(with: error)
  }
  return value
}

private struct Kept<Value: Codable>: Codable {
  let value: Value
  let output: String
}

extension LessonRun {
  /// The file that keeps a key's result, and whether what is in it counts.
  fileprivate func openCache(_ key: String) throws -> (file: URL, mayRead: Bool) {
    try forbidInsideCached("cached")
    guard cacheKeys.insert(key).inserted else {
      throw error(
        "cached(\"\(key)\") is called twice",
        help: "give each arm a key of its own, such as \"\(key)-seed-1\"")
    }
    readOutput()
    openCacheKey = key
    var digest = Digest()
    for text in [lesson.codeDigest, String(options.seed)] { digest.add(text) }
    for (name, data) in dataDigests.sorted(by: { $0.key < $1.key }) {
      digest.add(name)
      digest.add(data)
    }
    let plain = key.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    let file = "\(String(plain.prefix(60)))-\(Digest.stamp(of: key)).json"
    let folder = root.appendingPathComponent(
      ".cache/\(name)/\(options.profile.rawValue)-\(digest.hex)", isDirectory: true)
    return (folder.appendingPathComponent(file), !options.fresh)
  }
}
