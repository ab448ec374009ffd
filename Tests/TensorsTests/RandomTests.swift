import Tensors
import Testing

@Suite struct RandomTests {
  @Test func publishedNumbers() {
    var random = SeededRandom(seed: 1_234_567)
    let drawn = (0..<5).map { _ in random.next() }
    #expect(
      drawn == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test func theStateIsEnoughToGoOn() throws {
    var random = SeededRandom(seed: 5)
    _ = random.next()
    var resumed = SeededRandom(seed: random.state)
    #expect((0..<9).map { _ in random.next() } == (0..<9).map { _ in resumed.next() })
  }

  /// The first four moments, within four standard errors.
  @Test func normalDraws() {
    var random = SeededRandom(seed: 6)
    let count = 200_000
    let draws = (0..<count).map { _ in Double(random.normal()) }
    let mean = { (power: Int) in
      draws.reduce(0) { sum, x in sum + (0..<power).reduce(1.0) { p, _ in p * x } } / Double(count)
    }
    let error = 4 / Double(count).squareRoot()
    #expect(abs(mean(1)) < error)
    #expect(abs(mean(2) - 1) < error * 2.0.squareRoot())
    #expect(abs(mean(3)) < error * 15.0.squareRoot())
    #expect(abs(mean(4) - 3) < error * 96.0.squareRoot())
    let beyondTwo = Double(draws.count { abs($0) > 2 }) / Double(count)
    #expect(abs(beyondTwo - 0.0455) < error * 0.21)
  }

  @Test func unitDraws() {
    var random = SeededRandom(seed: 7)
    let draws = (0..<100_000).map { _ in random.unit() }
    #expect(draws.allSatisfy { $0 >= 0 && $0 < 1 })
    let mean = draws.reduce(0, +) / Double(draws.count)
    #expect(abs(mean - 0.5) < 0.0036)
  }

  @Test(arguments: [1, 2, 3, 7, 10, 64]) func integersAreEquallyLikely(bound: Int) {
    var random = SeededRandom(seed: 8)
    let count = 30_000
    var counts = [Int](repeating: 0, count: bound)
    for _ in 0..<count { counts[random.int(below: bound)] += 1 }
    let expected = Double(count) / Double(bound)
    let chiSquare = counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) }
    #expect(chiSquare / expected < Double(bound) + 5 * (2 * Double(bound)).squareRoot())
  }

  /// With bound = ¾ of all words a plain remainder would be below a third of them two times in four.
  @Test func aLargeBoundIsNotBiased() {
    var random = SeededRandom(seed: 9)
    let bound = Int.max / 4 * 3
    let below = (0..<40_000).count { _ in random.int(below: bound) < bound / 3 }
    let deviation = (40_000.0 * 2 / 9).squareRoot()
    #expect(abs(Double(below) - 40_000.0 / 3) < 4 * deviation)
  }

  @Test func streamsDoNotFollowEachOther() {
    let labels = ["data", "dropout", "init", ""]
    var seen: Set<UInt64> = []
    for seed in 0..<50 as Range<UInt64> {
      for label in labels {
        var random = SeededRandom(seed: seed, stream: label)
        for _ in 0..<100 { seen.insert(random.next()) }
      }
    }
    #expect(seen.count == 50 * 4 * 100)
    #expect(SeededRandom(seed: 1, stream: "data") == SeededRandom(seed: 1, stream: "data"))
    var (a, b) = (SeededRandom(seed: 1, stream: "a"), SeededRandom(seed: 1, stream: "b"))
    let products = (0..<40_000).map { _ in Double(a.normal()) * Double(b.normal()) }
    #expect(abs(products.reduce(0, +)) < 4 * 200)
  }

  @Test func shufflesAreEvenAndLoseNothing() {
    var random = SeededRandom(seed: 10)
    var places = [[Int]](repeating: [0, 0, 0, 0], count: 4)
    for _ in 0..<8_000 {
      let shuffled = random.shuffled([0, 1, 2, 3])
      #expect(shuffled.sorted() == [0, 1, 2, 3])
      for (place, element) in shuffled.enumerated() { places[element][place] += 1 }
    }
    #expect(places.allSatisfy { $0.allSatisfy { abs($0 - 2_000) < 160 } })
    #expect(random.sample(3, from: Array(0..<9)).count == 3)
    #expect(random.sample(20, from: [1, 2]).sorted() == [1, 2])
  }

  @Test func chancesAndBounds() {
    var random = SeededRandom(seed: 11)
    #expect(!(0..<1000).contains { _ in random.chance(0) })
    #expect((0..<1000).allSatisfy { _ in random.chance(1) })
    #expect((0..<1000).allSatisfy { _ in (-2..<3).contains(random.uniform(-2, 3)) })
    #expect(Set((0..<100).map { _ in random.pick(["a", "b"]) }) == ["a", "b"])
  }
}
