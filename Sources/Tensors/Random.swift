import Foundation

/// A seeded random number generator: the same seed gives the same numbers on every machine.
///
/// The generator is SplitMix64 (Steele, Lea and Flood, 2014). Its whole state is one word, so a
/// training run can store it in a checkpoint and resume exactly. The shuffles and draws are
/// written here, and not taken from the standard library, because those may change between
/// Swift versions.
public struct SeededRandom: RandomNumberGenerator, Sendable, Codable, Equatable {
  /// The word from which the next number follows.
  public private(set) var state: UInt64

  public init(seed: UInt64) {
    state = seed
  }

  /// A generator for one purpose: streams with different labels do not depend on each other.
  public init(seed: UInt64, stream label: String) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in label.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    self.init(seed: seed ^ hash)
    state = next()
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// A number in [0, 1) with 53 random bits.
  public mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A number in [low, high).
  public mutating func uniform(_ low: Float, _ high: Float) -> Float {
    low + (high - low) * Float(unit())
  }

  /// A draw from the normal distribution with mean 0 and deviation 1 (Box and Muller, 1958).
  public mutating func normal() -> Float {
    let radius = (-2 * log(1 - unit())).squareRoot()
    return Float(radius * cos(2 * .pi * unit()))
  }

  /// An integer in 0 ..< bound, without the bias of a plain remainder.
  public mutating func int(below bound: Int) -> Int {
    precondition(bound > 0, "int(below:) needs a positive bound, not \(bound)")
    let bound = UInt64(bound)
    let limit = UInt64.max - UInt64.max % bound
    while true {
      let draw = next()
      if draw < limit { return Int(draw % bound) }
    }
  }

  /// True with the given probability.
  public mutating func chance(_ probability: Double) -> Bool {
    unit() < probability
  }

  /// One element, each equally likely.
  public mutating func pick<Element>(_ elements: [Element]) -> Element {
    precondition(!elements.isEmpty, "pick needs at least one element")
    return elements[int(below: elements.count)]
  }

  /// The elements in random order (Fisher and Yates).
  public mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    var last = result.count - 1
    while last > 0 {
      result.swapAt(last, int(below: last + 1))
      last -= 1
    }
    return result
  }

  /// `count` different elements in random order; all of them when there are fewer.
  public mutating func sample<Element>(_ count: Int, from elements: [Element]) -> [Element] {
    Array(shuffled(elements).prefix(count))
  }
}
