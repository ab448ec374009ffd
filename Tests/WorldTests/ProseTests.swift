import Files
import Foundation
import Testing
import World

@Suite struct ProseTests {
  private func folder(_ files: [String: Data]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("prose-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, data) in files { try data.write(to: folder.appendingPathComponent(name)) }
    return folder
  }

  @Test func documentsArePartedByEmptyLines() throws {
    let folder = try folder([
      "b.txt": Data("三\n四\n".utf8), "a.txt": Data("\n\n一\n\n \n二 \n".utf8),
      "notes.md": Data("no prose".utf8),
    ])
    let prose = try Prose(folder: folder, heldOutNames: [])
    let all = Split.allCases.flatMap { prose[$0] }
    #expect(Set(all) == ["一", "二", "三\n四"])
    #expect(all.allSatisfy { Split(of: $0) != .validation || prose[.validation].contains($0) })
    #expect(prose[.heldOut].isEmpty)
  }

  @Test func whatNamesSomethingHeldOutIsHeldOut() throws {
    let folder = try folder(["a.txt": Data("王小明今天来了。\n\n李红今天来了。".utf8)])
    let prose = try Prose(folder: folder, heldOutNames: ["王小明"])
    #expect(prose[.heldOut] == ["王小明今天来了。"])
    #expect(!(prose[.train] + prose[.validation]).contains("王小明今天来了。"))
  }

  @Test func aBrokenFileIsNamed() throws {
    let folder = try folder(["a.txt": Data([0xff, 0xfe, 0x00])])
    let error = #expect(throws: ProseError.self) {
      try Prose(folder: folder, heldOutNames: [])
    }
    #expect(error?.errorDescription?.contains("a.txt") == true)
  }

  @Test func theCourseHasAHundredThousandCharactersOfProseToTrainOn() {
    let training = sharedWorld.prose[.train]
    #expect(training.reduce(0) { $0 + $1.count } >= 100_000)
    #expect(Set(training).count == training.count)
    #expect(sharedWorld.prose[.validation].count > 100)
  }

  @Test func theBanksHoldSixThousandPhrasesOfReviewsAndTalk() throws {
    let banks = try CourseFolder.data().appendingPathComponent("world")
    let names =
      ReviewDomain.allCases.map { "reviews-\($0.rawValue)" } + ["reviews-general", "talk"]
    let phrases = try names.reduce(0) { try $0 + PhraseBank(named: $1, in: banks).count }
    #expect(phrases >= 6_000)
  }
}
