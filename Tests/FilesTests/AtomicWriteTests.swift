import Files
import Foundation
import Testing

@Suite struct AtomicWriteTests {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)

  @Test func aFailedWriteLeavesTheOldFile() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("a.txt")
    try writeAtomically(Data("old".utf8), to: file)
    struct Interrupted: Error {}
    #expect(throws: FileWriteError.self) {
      try writeAtomically(to: file) { temporary in
        try Data("half".utf8).write(to: temporary)
        throw Interrupted()
      }
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.txt"])
  }

  @Test func anUnwritableFolderIsNamed() {
    let file = URL(fileURLWithPath: "/proc/no-such-folder/a.txt")
    #expect(throws: FileWriteError.self) { try writeAtomically(Data(), to: file) }
  }
}
