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

  /// scikit-learn 1.9.1: TfidfVectorizer(binary=True) with the same characters and pairs, and
  /// LogisticRegression(C=4, tol=1e-10); C = 2 / strength.
  @Test func twoClassesAreThoseOfScikitLearn() {
    let words = BagOfWords(moods, classes: 2, strength: 0.5)
    let expected = [
      [0.5114816, 0.4885184],
      [0.65644884, 0.34355116],
      [0.71329685, 0.28670315],
      [0.61675402, 0.38324598],
    ]
    #expect(
      close(words.probabilities(["味道好", "不会来", "too", "咸"]), expected, within: 2e-6))
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
      [0.32792908, 0.3382615, 0.33380942],
      [0.21957251, 0.45875481, 0.32167268],
      [0.20836479, 0.32363273, 0.46800247],
      [0.23741306, 0.38041494, 0.38217201],
    ]
    #expect(close(words.probabilities(["晴", "下雨天", "多云", "风"]), expected, within: 2e-6))
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
