/// What texts of several languages are measured in: a unit is a sign of a script without spaces
/// between words (Chinese characters, kana), or else a run of letters and digits. Case and width
/// make no difference, marks and spaces are no units.
///
/// Units are told apart by 64-bit hashes that are the same on every run.
package enum TextUnits {
  /// "请写 two words" has the units 请, 写, two, words.
  package static func of(_ text: String) -> [UInt64] {
    var units: [UInt64] = []
    var word: UInt64?
    for scalar in text.unicodeScalars {
      let folded = folded(scalar)
      if isSign(folded) {
        if let ended = word { units.append(mixed(ended)) }
        word = nil
        units.append(mixed(extended(seed, folded)))
      } else if isLetter(folded) {
        word = extended(word ?? seed, folded)
      } else if let ended = word {
        units.append(mixed(ended))
        word = nil
      }
    }
    if let ended = word { units.append(mixed(ended)) }
    return units
  }

  /// The letters and digits of a text, case and width aside.
  static func letters(of text: String) -> [UInt32] {
    text.unicodeScalars.compactMap { scalar in
      let folded = folded(scalar)
      return isSign(folded) || isLetter(folded) ? folded : nil
    }
  }

  /// Whether the first letter is a sign that is a unit by itself, as a Chinese character is.
  static func startsWithSign(_ text: String) -> Bool {
    for scalar in text.unicodeScalars {
      let folded = folded(scalar)
      if isSign(folded) { return true }
      if isLetter(folded) { return false }
    }
    return false
  }

  /// A hash of `count` neighbours at each place; of all of them where there are fewer.
  static func grams(_ values: [some FixedWidthInteger], _ count: Int) -> [UInt64] {
    guard !values.isEmpty else { return [] }
    let length = min(count, values.count)
    return (0...values.count - length).map { start in
      mixed(values[start..<start + length].reduce(seed) { extended($0, $1) })
    }
  }

  /// A full-width sign as its half-width one, as Unicode's compatibility forms pair them.
  static func halfWidth(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xFF01...0xFF5E: scalar - 0xFEE0
    case 0x3000: 0x20
    default: scalar
    }
  }

  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  private static func extended(_ hash: UInt64, _ value: some FixedWidthInteger) -> UInt64 {
    (hash ^ UInt64(truncatingIfNeeded: value)) &* 0x0000_0100_0000_01b3
  }

  /// Spreads a hash over all its bits (the finaliser of MurmurHash3).
  private static func mixed(_ hash: UInt64) -> UInt64 {
    var hash = (hash ^ (hash >> 33)) &* 0xff51_afd7_ed55_8ccd
    hash = (hash ^ (hash >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    return hash ^ (hash >> 33)
  }

  private static func folded(_ scalar: Unicode.Scalar) -> UInt32 {
    let value = halfWidth(scalar.value)
    if value < 0x80 { return 0x41...0x5A ~= value ? value + 0x20 : value }
    if isSign(value) { return value }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first!.value : value
  }

  private static func isSign(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3041...0x30FF: scalar != 0x30FB
    case 0x3005, 0x3007, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0x20000...0x323AF:
      true
    default: false
    }
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return 0x61...0x7A ~= scalar || 0x30...0x39 ~= scalar }
    switch Unicode.Scalar(scalar)?.properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
      return true
    default: return false
    }
  }
}
