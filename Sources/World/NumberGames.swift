import Tensors

extension World {
  /// Comparing, ordering, counting on and back, halves, places of digits, hours, ages.
  func game(
    _ split: Split, in scene: inout Scene, using random: inout SeededRandom
  ) -> String {
    let thing = random.pick(counted.filter(\.isSmall))
    set("thing", thing.chinese, in: &scene)
    set("unit", thing.unit, in: &scene)
    switch random.int(below: 9) {
    case 0:
      let smaller = 1 + random.int(below: 98)
      setNumbers(smaller + 1 + random.int(below: 99 - smaller), smaller, 0, in: &scene)
      return text("sums.compareNumbers", in: &scene, using: &random)
    case 1:
      return compareAges(split, in: &scene, using: &random)
    case 2:
      return order(in: &scene, using: &random)
    case 3:
      return sequence(in: &scene, using: &random)
    case 4:
      let from = 5 + random.int(below: 6)
      let numbers = Array((1...from).reversed())
      let inWords = random.chance(0.5)
      setList(numbers, in: &scene, separator: "、", inWords: inWords)
      set("largest", inWords ? Numerals.chinese(from) : String(from), in: &scene)
      return text("sums.countdown", in: &scene, using: &random)
    case 5:
      let half = 1 + random.int(below: 30)
      setNumbers(half * 2, half, 0, in: &scene)
      return text("sums.parity", in: &scene, using: &random)
    case 6:
      let odd = 1 + 2 * random.int(below: 49)
      setNumbers(odd, odd + 1, 0, in: &scene)
      return text("sums.odd", in: &scene, using: &random)
    case 7:
      let number = 11 + random.int(below: 88)
      setNumbers(number, 0, 0, in: &scene)
      set("tens", number / 10, in: &scene)
      set("ones", number % 10, in: &scene)
      set("before", number - 1, in: &scene)
      set("after", number + 1, in: &scene)
      return text("sums.place", in: &scene, using: &random)
    default:
      let start = 6 + random.int(below: 4)
      let hours = 1 + random.int(below: 3)
      setNumbers(start, hours, start + hours, in: &scene)
      return text("sums.clock", in: &scene, using: &random)
    }
  }

  private func compareAges(
    _ split: Split, in scene: inout Scene, using random: inout SeededRandom
  ) -> String {
    while true {
      let (one, other) = (random.pick(people(split)), random.pick(people(split)))
      guard one.age > other.age else { continue }
      setNumbers(one.age, other.age, one.age - other.age, in: &scene)
      set("older", one.name, in: &scene)
      set("younger", other.name, in: &scene)
      return text("sums.compareAges", in: &scene, using: &random)
    }
  }

  private func order(in scene: inout Scene, using random: inout SeededRandom) -> String {
    let limit = random.chance(0.5) ? 20 : 100
    let numbers = random.sample(3 + random.int(below: 4), from: Array(1...limit))
    let sorted = numbers.sorted()
    setList(numbers, in: &scene, separator: "、")
    set("sorted", sorted.map(String.init).joined(separator: "、"), in: &scene)
    set("reversed", sorted.reversed().map(String.init).joined(separator: "、"), in: &scene)
    set("smallest", sorted[0], in: &scene)
    set("largest", sorted[sorted.count - 1], in: &scene)
    return text("sums.order", in: &scene, using: &random)
  }

  private func sequence(in scene: inout Scene, using random: inout SeededRandom) -> String {
    let step = random.pick([2, 3, 4, 5, 10])
    let start = random.chance(0.5) ? step : 1 + random.int(below: 9)
    let numbers = (0..<5).map { start + $0 * step }
    setList(numbers, in: &scene, separator: "、")
    set("step", step, in: &scene)
    set("smallest", start, in: &scene)
    set("next", start + 5 * step, in: &scene)
    return text("sums.sequence", in: &scene, using: &random)
  }

  private func setNumbers(_ first: Int, _ second: Int, _ third: Int, in scene: inout Scene) {
    for (place, number) in [first, second, third].enumerated() {
      set("n\(place + 1)", number, in: &scene)
      set("w\(place + 1)", Numerals.chinese(number), in: &scene)
      set("c\(place + 1)", Numerals.counting(number), in: &scene)
    }
  }

  private func setList(
    _ numbers: [Int], in scene: inout Scene, separator: String, inWords: Bool = false
  ) {
    let words = numbers.map { inWords ? Numerals.chinese($0) : String($0) }
    set("list", words.joined(separator: separator), in: &scene)
  }
}
