/// Numbers in Chinese words, as they are read aloud.
public enum Numerals {
  private static let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  /// A number from 0 to 9999: 14 is 十四, 205 is 二百零五.
  public static func chinese(_ number: Int) -> String {
    precondition((0...9999).contains(number), "\(number) is outside 0...9999")
    if number < 10 { return digits[number] }
    if number < 20 { return "十" + (number == 10 ? "" : digits[number - 10]) }
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十")] where number >= unit {
      let (head, rest) = (number / unit, number % unit)
      if rest == 0 { return digits[head] + name }
      let gap = rest * 10 < unit ? "零" : ""
      let tail = rest < 20 && rest >= 10 ? "一" + chinese(rest) : chinese(rest)
      return digits[head] + name + gap + tail
    }
    return digits[number]
  }

  /// The same before a measure word: two is 两.
  public static func counting(_ number: Int) -> String {
    number == 2 ? "两" : chinese(number)
  }

  private static let englishSmall = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
  ]
  private static let englishTens = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]

  /// A number from 0 to 99 in English words: 42 is forty-two.
  public static func english(_ number: Int) -> String {
    precondition((0...99).contains(number), "\(number) is outside 0...99")
    if number < 20 { return englishSmall[number] }
    let tail = number % 10 == 0 ? "" : "-" + englishSmall[number % 10]
    return englishTens[number / 10] + tail
  }
}
