import FineTuning
import Foundation
import Testing

@Suite struct BagOfWordsTests {
  private let moods = [
    ("味道很好", 1), ("很好吃，还会来", 1), ("服务好", 1), ("味道不好", 0), ("很差，不会再来", 0),
    ("Too SALTY", 0), ("贵", 0),
  ].map { (text: $0, label: $1) }

  private func close(_ a: [[Double]], _ b: [[Double]], within tolerance: Double) -> Bool {
    a.count == b.count
      && zip(a.joined(), b.joined()).allSatisfy { abs($0 - $1) <= tolerance }
  }

  /// scikit-learn 1.9.1: LogisticRegression(C=4, tol=1e-10) on the same features; C = 2 / strength.
  @Test func twoClassesAreThoseOfScikitLearn() {
    let words = BagOfWords(moods, classes: 2, strength: 0.5)
    let expected = [
      [0.55619408, 0.44380592], [0.87235367, 0.12764633], [0.8658136, 0.1341864],
      [0.78974141, 0.21025859],
    ]
    #expect(
      close(words.probabilities(["味道好", "不会来", "too", "咸"]), expected, within: 2e-5))
    #expect(words.strength == 0.5)
  }

  /// Likewise with C=0.5; C = 1 / strength.
  @Test func threeClassesAreThoseOfScikitLearn() {
    let weather = [
      ("晴天", 0), ("今天是晴天", 0), ("下雨了", 1), ("雨还在下", 1), ("雨大", 1), ("阴天", 2), ("今天多云", 2),
      ("云很厚", 2),
    ].map { (text: $0, label: $1) }
    let words = BagOfWords(weather, classes: 3, strength: 2)
    let expected = [
      [0.31594826, 0.34457729, 0.33947445], [0.17665009, 0.55869228, 0.26465763],
      [0.13492716, 0.25422701, 0.61084583], [0.20699349, 0.38442664, 0.40857987],
    ]
    #expect(close(words.probabilities(["晴", "下雨天", "多云", "风"]), expected, within: 2e-5))
  }

  @Test func onlyCharactersAndNeighboursCount() {
    let words = BagOfWords(moods, classes: 2, strength: 1)
    let p = words.probabilities(["好", "好好", "好咸好", "Salty", "sALTY", "", "咸"])
    // 好好 and 好咸好 add only pairs that training never saw.
    #expect(p[0] == p[1] && p[0] == p[2])
    #expect(p[3] == p[4] && p[3] != p[5])
    // Nothing known is left but how frequent the classes are.
    #expect(p[5] == p[6] && p[5][0] > 0.5)
  }

  @Test func trainingIsDeterministic() {
    let texts = moods.map(\.text)
    let first = BagOfWords.tuned(moods, validation: moods, classes: 2).probabilities(texts)
    #expect(first == BagOfWords.tuned(moods, validation: moods, classes: 2).probabilities(texts))
  }

  @Test func validationChoosesTheStrength() {
    let strengths = [0.1, 1, 10]
    let texts = moods.map(\.text)
    func chosen(_ labels: [Int]) -> Double {
      BagOfWords.tuned(
        moods, validation: zip(texts, labels).map { ($0, $1) }, classes: 2, strengths: strengths
      ).strength
    }
    // Rows that are right reward trust, rows that are wrong punish it.
    #expect(chosen(moods.map(\.label)) == 0.1)
    #expect(chosen(moods.map { 1 - $0.label }) == 10)
    // Where nothing tells strengths apart the strongest is kept.
    let even = [("好", 1), ("差", 0)].map { (text: $0, label: $1) }
    let unknown = [("x", 1), ("y", 0)].map { (text: $0, label: $1) }
    #expect(
      BagOfWords.tuned(even, validation: unknown, classes: 2, strengths: strengths).strength == 10)
  }

  /// A model that went on from a stronger one ends where one from the start ends.
  @Test func theWayToAStrengthDoesNotMatter() {
    let texts = moods.map(\.text)
    let tuned = BagOfWords.tuned(moods, validation: moods, classes: 2, strengths: [0.1, 1, 100])
    let direct = BagOfWords(moods, classes: 2, strength: 0.1)
    #expect(tuned.strength == 0.1)
    #expect(close(tuned.probabilities(texts), direct.probabilities(texts), within: 1e-4))
  }

  @Test func whatIsNoTaskIsRefused() async {
    await #expect(processExitsWith: .failure) {
      _ = BagOfWords([("a", 2)], classes: 2, strength: 1)
    }
    await #expect(processExitsWith: .failure) {
      _ = BagOfWords([("a", 1)], classes: 2, strength: 0)
    }
    await #expect(processExitsWith: .failure) {
      _ = BagOfWords.tuned([("a", 1)], validation: [], classes: 2)
    }
  }
}
