import Foundation

/// A 64-bit FNV-1a digest, grown piece by piece. It tells an edited text from the one that was
/// stamped; it is no defence against somebody who wants two texts to look the same.
public struct Digest: Sendable {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  public init() {}

  public mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
  }

  /// Adds a text and an end mark, so that "ab" + "c" differs from "a" + "bc".
  public mutating func add(_ text: String) {
    add(text.utf8)
    add(CollectionOfOne(0xff))
  }

  /// Sixteen hexadecimal digits.
  public var hex: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The digest of one text.
  public static func hex(of text: String) -> String {
    var digest = Digest()
    digest.add(text)
    return digest.hex
  }

  /// The stamp of prose in zh.md: eight hexadecimal digits that do not move when lines are only
  /// wrapped anew.
  public static func stamp(of prose: String) -> String {
    var digest = Digest()
    for word in prose.split(whereSeparator: \.isWhitespace) { digest.add(String(word)) }
    return String(digest.hex.suffix(8))
  }

  /// The digest of a file's bytes, or of every file below a folder in the order of their paths.
  public static func hex(ofFilesAt url: URL) throws -> String {
    var digest = Digest()
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    _ = manager.fileExists(atPath: url.path, isDirectory: &isFolder)
    let paths =
      isFolder.boolValue ? try manager.subpathsOfDirectory(atPath: url.path).sorted() : [""]
    for path in paths {
      let file = path.isEmpty ? url : url.appendingPathComponent(path)
      var inner: ObjCBool = false
      guard manager.fileExists(atPath: file.path, isDirectory: &inner), !inner.boolValue else {
        continue
      }
      digest.add(path)
      let bytes = try Data(contentsOf: file, options: .alwaysMapped)
      bytes.withUnsafeBytes { digest.add($0) }
      digest.add(CollectionOfOne(0xff))
    }
    return digest.hex
  }
}
