import FineTuning
import Tensors
import Testing

@Suite struct NearDuplicatesTests {
  /// 40 random letters, no two texts alike.
  private func texts(_ count: Int, seed: UInt64 = 1) -> [String] {
    var random = SeededRandom(seed: seed)
    return (0..<count).map { _ in
      String((0..<40).map { _ in "abcdefghijklmnopqrstuvwxyz".randomElement(using: &random)! })
    }
  }

  @Test func similarityIsThatOfPiecesOfFive() throws {
    // Pieces of abcdefghij are 6, those of abcdefghijk 7, and all of the 6 are among them.
    let found = NearDuplicates(of: ["abcdefghij", "abcdefghijk"]).matches
    #expect(found == [NearDuplicates.Match(place: 1, earlier: 0, similarity: 6.0 / 7)])
    // abcdefghi and abcdefghj share 4 of 6 pieces, which is below 0.7.
    #expect(NearDuplicates(of: ["abcdefghi", "abcdefghj"]).matches.isEmpty)
  }

  @Test func caseSpacesAndMarksDoNotCount() {
    let found = NearDuplicates(of: ["今天天气很好，我们去公园。", "今天 天气很好；我们去公园！"]).matches
    #expect(found == [NearDuplicates.Match(place: 1, earlier: 0, similarity: 1)])
  }

  @Test func shortTextsMatchOnlyThemselves() {
    let found = NearDuplicates(of: ["ab", "abc", "", "!", "AB", "…"]).matches
    #expect(found == [NearDuplicates.Match(place: 4, earlier: 0, similarity: 1)])
  }

  @Test func randomTextsDoNotMatchAndChangedOnesDo() {
    let texts = texts(300)
    #expect(NearDuplicates(of: texts).matches.isEmpty)
    // One letter more at the end: 36 of 37 pieces are shared.
    let matches = NearDuplicates(of: texts + texts.map { $0 + "z" }).matches
    #expect(matches.map(\.place) == Array(300..<600))
    #expect(matches.map(\.earlier) == Array(0..<300))
    #expect(matches.allSatisfy { $0.similarity == 36.0 / 37 })
  }

  @Test func theMostSimilarEarlierTextIsNamed() {
    let base = texts(1)[0]
    let matches = NearDuplicates(of: [base, base + "qqq", base + "qq"], threshold: 0.95).matches
    #expect(matches == [NearDuplicates.Match(place: 2, earlier: 1, similarity: 38.0 / 39)])
  }
}
