/// What GPT-2's regular expression and the flags of added tokens ask about a character.
struct CharacterClass: OptionSet, Sendable {
  let rawValue: UInt8

  static let letter = CharacterClass(rawValue: 1)  // \p{L}
  static let number = CharacterClass(rawValue: 2)  // \p{N}
  static let space = CharacterClass(rawValue: 4)  // \s
  static let word = CharacterClass(rawValue: 8)  // \w

  /// The part that decides where a word ends: letter, number, space, or none of them.
  var kind: CharacterClass { intersection([.letter, .number, .space]) }
}

/// Classes of all code points, as a table of blocks of 256 in which equal blocks are stored once.
///
/// They are those of Unicode 16, as in Hugging Face's tokenizers 0.23. Swift 6.3's own properties
/// are those of Unicode 17, in which 4,657 more code points are letters or numbers.
struct CharacterClasses: @unchecked Sendable {
  static let shared = CharacterClasses()

  // Written only in init and never freed: there is one table.
  private let blockOf: UnsafeMutablePointer<UInt16>
  private let blocks: UnsafeMutablePointer<UInt8>

  private init() {
    var flat = [UInt8](repeating: 0, count: 0x110000)
    func mark(_ ranges: [UInt32], _ classes: CharacterClass) {
      for i in stride(from: 0, to: ranges.count, by: 2) {
        for code in ranges[i]...ranges[i + 1] { flat[Int(code)] |= classes.rawValue }
      }
    }
    mark(UnicodeRanges.letters, [.letter, .word])
    mark(UnicodeRanges.numbers, .number)
    mark(UnicodeRanges.spaces, .space)
    mark(UnicodeRanges.otherWordCharacters, .word)

    var numbers: [ArraySlice<UInt8>: UInt16] = [:]
    var distinct: [UInt8] = []
    blockOf = .allocate(capacity: flat.count >> 8)
    for block in 0..<(flat.count >> 8) {
      let slice = flat[(block << 8)..<((block + 1) << 8)]
      let number = numbers[slice, default: UInt16(numbers.count)]
      if Int(number) == numbers.count {
        numbers[slice] = number
        distinct += slice
      }
      blockOf[block] = number
    }
    blocks = .allocate(capacity: distinct.count)
    blocks.initialize(from: distinct, count: distinct.count)
  }

  @inline(__always)
  func callAsFunction(_ codePoint: UInt32) -> CharacterClass {
    let block = Int(blockOf[Int(codePoint >> 8)])
    return CharacterClass(rawValue: blocks[block << 8 | Int(codePoint & 0xFF)])
  }

  /// Class and length of the character that starts at `text`, which is valid UTF-8.
  @inline(__always)
  func first(of text: UnsafePointer<UInt8>) -> (class: CharacterClass, length: Int) {
    let lead = UInt32(text[0])
    if lead < 0x80 { return (CharacterClass(rawValue: blocks[Int(lead)]), 1) }
    let second = UInt32(text[1] & 0x3F)
    if lead < 0xE0 { return (self((lead & 0x1F) << 6 | second), 2) }
    let third = UInt32(text[2] & 0x3F)
    if lead < 0xF0 { return (self((lead & 0x0F) << 12 | second << 6 | third), 3) }
    let fourth = UInt32(text[3] & 0x3F)
    return (self((lead & 0x07) << 18 | second << 12 | third << 6 | fourth), 4)
  }

  /// Class and length of the character that ends before `text`, in valid UTF-8.
  func last(before text: UnsafePointer<UInt8>) -> (class: CharacterClass, length: Int) {
    var start = text - 1
    while start.pointee & 0xC0 == 0x80 { start -= 1 }
    return first(of: start)
  }
}
