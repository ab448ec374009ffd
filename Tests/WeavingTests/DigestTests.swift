import Foundation
import Testing
import Weaving

@Suite struct DigestTests {
  @Test func theDigestIsFNV1a() {
    var digest = Digest()
    #expect(digest.hex == "cbf29ce484222325")
    digest.add("foobar".utf8)
    #expect(digest.hex == "85944171f73967e8")
  }

  @Test func textsDoNotRunTogether() {
    var (one, two) = (Digest(), Digest())
    for text in ["ab", "c"] { one.add(text) }
    for text in ["a", "bc"] { two.add(text) }
    #expect(one.hex != two.hex)
  }

  @Test func aFolderIsTheNamesAndBytesOfItsFiles() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let inner = folder.appendingPathComponent("inner")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    var seen: Set<String> = [try Digest.hex(ofFilesAt: folder)]
    for (name, text) in [("a", "1"), ("inner/b", "1"), ("a", "2"), ("inner/b", ""), ("c", "")] {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
      #expect(seen.insert(try Digest.hex(ofFilesAt: folder)).inserted)
    }
    let file = folder.appendingPathComponent("a")
    #expect(try Digest.hex(ofFilesAt: file) != Digest.hex(ofFilesAt: folder))
  }
}
