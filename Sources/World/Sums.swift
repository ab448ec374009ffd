import Tensors

/// A sum with small whole numbers.
public struct Sum: Sendable, Equatable {
  public enum Operation: String, CaseIterable, Sendable, Codable {
    case add = "+"
    case subtract = "-"
    case multiply = "×"
  }

  public let operation: Operation
  public let left: Int
  public let right: Int

  public init(_ left: Int, _ operation: Operation, _ right: Int) {
    (self.left, self.operation, self.right) = (left, operation, right)
  }

  public var result: Int {
    switch operation {
    case .add: left + right
    case .subtract: left - right
    case .multiply: left * right
    }
  }

  /// The sum in digits without its result, such as 17+25.
  public var question: String { "\(left)\(operation.rawValue)\(right)" }

  /// The split follows from the three numbers of an addition, in whatever order they stand, so
  /// that 17+25, 25+17, 42-17 and 42-25 are learnt or held out together. The multiplication table
  /// is too small to be parted: it belongs to every split.
  public func belongs(to split: Split) -> Bool {
    switch operation {
    case .add: Split(of: "\(min(left, right))+\(max(left, right))") == split
    case .subtract:
      Split(of: "\(min(right, result))+\(max(right, result))") == split
    case .multiply: true
    }
  }
}

extension World {
  /// A sum of a split with an operation: additions and subtractions up to 100, products of two
  /// numbers from 2 to 9.
  public static func sum(
    _ operation: Sum.Operation, _ split: Split, upTo limit: Int = 100,
    using random: inout SeededRandom
  ) -> Sum {
    precondition(limit >= 20, "a limit of \(limit) leaves too few sums to every split")
    while true {
      let sum: Sum
      switch operation {
      case .add:
        let total = 2 + random.int(below: limit - 1)
        let left = 1 + random.int(below: total - 1)
        sum = Sum(left, .add, total - left)
      case .subtract:
        let left = 2 + random.int(below: limit - 1)
        sum = Sum(left, .subtract, 1 + random.int(below: left - 1))
      case .multiply:
        sum = Sum(2 + random.int(below: 8), .multiply, 2 + random.int(below: 8))
      }
      if sum.belongs(to: split) { return sum }
    }
  }

  /// Sums as exercises, as little stories, or as games with numbers.
  func sums(_ split: Split, using random: inout SeededRandom) -> String {
    var scene = scene(split, using: &random)
    switch random.int(below: 20) {
    case 0..<5: return exercises(split, in: &scene, using: &random)
    case 5..<8:
      return lines(2 + random.int(below: 4)) {
        let operation = random.pick(Sum.Operation.allCases)
        self.set(Self.sum(operation, split, using: &random), in: &scene)
        return text(operation.frames, in: &scene, using: &random)
      }
    case 8..<14:
      return lines(1 + random.int(below: 2)) {
        story(split, in: &scene, using: &random)
      }
    case 14: return carry(split, in: &scene, using: &random)
    default:
      return lines(1 + random.int(below: 3)) { game(split, in: &scene, using: &random) }
    }
  }

  private func lines(_ count: Int, _ line: () -> String) -> String {
    (0..<count).map { _ in line() }.joined(separator: "\n")
  }

  private func exercises(
    _ split: Split, in scene: inout Scene, using random: inout SeededRandom
  ) -> String {
    let operations: [Sum.Operation] =
      random.chance(0.5) ? [random.pick(Sum.Operation.allCases)] : [.add, .subtract]
    let limit = random.chance(0.5) ? 20 : 100
    var page = text("sums.heading", in: &scene, using: &random)
    let inline = random.chance(0.3)
    page += inline ? "：" : "\n"
    let inWords = random.chance(0.25)
    let exercises = (0..<(4 + random.int(below: 5))).map { _ in
      let sum = Self.sum(random.pick(operations), split, upTo: limit, using: &random)
      return inWords
        ? Numerals.chinese(sum.left) + sum.operation.word + Numerals.chinese(sum.right) + "等于"
          + Numerals.chinese(sum.result)
        : "\(sum.question)=\(sum.result)"
    }
    page += exercises.joined(separator: inline ? "，" : "\n")
    if inline { page += "。" }
    if random.chance(0.3) {
      page += (inline ? "" : "\n") + text("sums.remark", in: &scene, using: &random)
    }
    return page
  }

  private func story(
    _ split: Split, in scene: inout Scene, using random: inout SeededRandom
  ) -> String {
    let thing = random.pick(counted.filter(\.isSmall))
    set("thing", thing.chinese, in: &scene)
    set("unit", thing.unit, in: &scene)
    let operation = random.pick(Sum.Operation.allCases)
    set(Self.sum(operation, split, upTo: 50, using: &random), in: &scene)
    if operation != .multiply && random.chance(0.25) {
      return text(
        operation == .add ? "sums.moneyAdd" : "sums.moneySubtract", in: &scene, using: &random)
    }
    return text(operation.frames + "Story", in: &scene, using: &random)
  }

  /// An addition of two numbers of two digits, step by step.
  private func carry(
    _ split: Split, in scene: inout Scene, using random: inout SeededRandom
  ) -> String {
    while true {
      let sum = Self.sum(.add, split, using: &random)
      guard sum.left >= 10, sum.right >= 10, sum.right % 10 > 0, sum.result < 100 else { continue }
      set(sum, in: &scene)
      let ones = sum.left % 10 + sum.right % 10
      let (leftTens, rightTens) = (sum.left / 10, sum.right / 10)
      let carried = ones >= 10
      let sumOfOnes = "\(sum.left % 10)+\(sum.right % 10)=\(ones)"
      set("carryOnes", sumOfOnes + (carried ? "，写\(ones % 10)进1" : ""), in: &scene)
      let tens = "\(leftTens)+\(rightTens)" + (carried ? "+1" : "")
      set("carryTens", tens + "=\(sum.result / 10)", in: &scene)
      set("tens2", rightTens * 10, in: &scene)
      set("ones2", sum.right % 10, in: &scene)
      set("partial", sum.left + rightTens * 10, in: &scene)
      return text("sums.carry", in: &scene, using: &random)
    }
  }

  private func set(_ sum: Sum, in scene: inout Scene) {
    for (place, number) in [sum.left, sum.right, sum.result].enumerated() {
      set("n\(place + 1)", number, in: &scene)
      set("w\(place + 1)", Numerals.chinese(number), in: &scene)
      set("c\(place + 1)", Numerals.counting(number), in: &scene)
    }
  }
}

extension Sum.Operation {
  fileprivate var frames: String {
    switch self {
    case .add: "sums.add"
    case .subtract: "sums.subtract"
    case .multiply: "sums.multiply"
    }
  }

  fileprivate var word: String {
    switch self {
    case .add: "加"
    case .subtract: "减"
    case .multiply: "乘"
    }
  }
}
