import Foundation
import Tensors
import Testing
import World

@Suite struct SumsTests {
  private func texts(_ split: Split) -> [String] {
    var random = SeededRandom(seed: 11)
    return (0..<5_000).map { _ in sharedWorld.document(.sum, split, using: &random).text }
  }

  @Test func equationsInDigitsAreRight() {
    var seen = 0
    for text in texts(.train) {
      for match in text.matches(of: /(\d+)([-+×÷])(\d+)(?:\+(\d+))?=(\d+)/) {
        let (left, right) = (Int(match.1)!, Int(match.3)!)
        let more = match.4.map { Int($0)! } ?? 0
        let result =
          switch match.2 {
          case "+": left + right + more
          case "-": left - right
          case "×": left * right
          default: left / right
          }
        #expect(result == Int(match.5)!, "\(text)")
        seen += 1
      }
    }
    #expect(seen > 5_000)
  }

  @Test func equationsInWordsAreRight() {
    let values = Dictionary(uniqueKeysWithValues: (0...200).map { (Numerals.chinese($0), $0) })
    var seen = 0
    for text in texts(.train) {
      let pattern = /([零一二三四五六七八九十百]+)(加|减|乘)([零一二三四五六七八九十百]+)等于([零一二三四五六七八九十百]+)/
      for match in text.matches(of: pattern) {
        let (left, right) = (values[String(match.1)]!, values[String(match.3)]!)
        let result = match.2 == "加" ? left + right : match.2 == "减" ? left - right : left * right
        #expect(result == values[String(match.4)], "\(text)")
        seen += 1
      }
    }
    #expect(seen > 500)
  }

  @Test func storiesAreRight() {
    var seen = 0
    for text in texts(.train) {
      if let match = text.firstMatch(of: /有(\d+).+?又送给.(\d+).+?现在.+?有(\d+)/) {
        #expect(Int(match.1)! + Int(match.2)! == Int(match.3)!, "\(text)")
        seen += 1
      }
      if let match = text.firstMatch(of: /^付了(\d+)块，东西(\d+)块，找回(\d+)块/) {
        #expect(Int(match.1)! - Int(match.2)! == Int(match.3)!, "\(text)")
        seen += 1
      }
      if let match = text.firstMatch(of: /从小到大.*?([\d、]{4,}).*?得到([\d、]+)/) {
        let (before, after) = (numbers(match.1), numbers(match.2))
        #expect(before.sorted() == after, "\(text)")
        seen += 1
      }
    }
    #expect(seen > 100)
  }

  private func numbers(_ list: Substring) -> [Int] { list.split(separator: "、").map { Int($0)! } }

  @Test func pricesInDialoguesAgree() {
    var random = SeededRandom(seed: 2)
    var seen = 0
    for _ in 0..<5_000 {
      let text = sharedWorld.document(.dialogue, .train, using: &random).text
      guard
        let match = text.firstMatch(
          of: /(\d+)块[^\d]*?(\d+)块[^\d]*?找您(\d+)块/)
      else { continue }
      #expect(Int(match.2)! - Int(match.1)! == Int(match.3)!, "\(text)")
      seen += 1
    }
    #expect(seen > 50)
  }

  @Test func sumsOfOtherSplitsStayOut() {
    for text in texts(.train) {
      for match in text.matches(of: /(?:^|[^\d+])(\d+)\+(\d+)=(\d+)/)
      where !text.contains("怎么算") && !text.contains("位上") && !text.contains("分成") {
        #expect(Sum(Int(match.1)!, .add, Int(match.2)!).belongs(to: .train), "\(text)")
      }
    }
    #expect(Sum(17, .add, 25).belongs(to: .train) == Sum(42, .subtract, 25).belongs(to: .train))
    #expect(Sum(17, .add, 25).belongs(to: .train) == Sum(25, .add, 17).belongs(to: .train))
  }

  @Test func phrasesBelongToTheirSplit() {
    var random = SeededRandom(seed: 4)
    for split in Split.allCases {
      for _ in 0..<500 {
        let pair = sharedWorld.phrasePair(split, using: &random)
        #expect(Split(of: pair.chinese) == split)
        #expect(!pair.english.contains(/\b1\b|\ba [aeio]/))
      }
    }
  }
}
