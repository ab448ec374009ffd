import Foundation
import Tensors
import Testing
import World

@Suite struct DocumentsTests {
  private static let train: [Document] = Array(
    sharedWorld.documents(.train, seed: 7).prefix(20_000))
  private static let kinds = ClosedWorld.shares.map(\.kind)
    .filter { ClosedWorld.writers[$0] != nil }

  private func sample(_ kind: DocumentKind, _ count: Int = 2_000) -> [String] {
    var random = SeededRandom(seed: 3, stream: kind.rawValue)
    return (0..<count).map { _ in sharedWorld.document(kind, .train, using: &random).text }
  }

  @Test func theSameSeedGivesTheSameBytes() throws {
    let again = try ClosedWorld.load(seed: 1).documents(.train, seed: 7).prefix(2_000)
    #expect(zip(again, Self.train).allSatisfy { $0.text == $1.text && $0.kind == $1.kind })
    let other = sharedWorld.documents(.train, seed: 8).prefix(20)
    #expect(!zip(other, Self.train).allSatisfy { $0.text == $1.text })
  }

  @Test func charactersFollowTheShares() {
    var written: [DocumentKind: Int] = [:]
    for document in Self.train { written[document.kind, default: 0] += document.text.count }
    let total = Double(written.values.reduce(0, +))
    let shares = ClosedWorld.shares.filter { Self.kinds.contains($0.kind) }
    let whole = shares.reduce(0) { $0 + $1.share }
    for (kind, share) in shares {
      #expect(abs(Double(written[kind]!) / total - share / whole) < 0.01, "\(kind)")
    }
  }

  @Test func heldOutPeopleAndDishesStayOut() {
    let corpus = Self.train.map(\.text).joined(separator: "\n")
    var names: [String] = []
    for split in [Split.validation, .heldOut] {
      names += sharedWorld.people(split).flatMap { [$0.name, $0[.nameEn] + " "] }
      names += sharedWorld.towns(split).map(\.name) + sharedWorld.shops(split).map(\.name)
    }
    names += sharedWorld.dishes(.heldOut).map(\.name).filter { !Self.saidInFrames.contains($0) }
    let leaked = corpus.withCString { corpus in names.filter { strstr(corpus, $0) != nil } }
    #expect(leaked.isEmpty)
  }

  /// Dishes so common that frames name them too, or that are part of another's name.
  private static let saidInFrames: Set = ["豆沙包", "烤红薯", "八宝粥", "豆腐脑"]

  @Test func everySlotIsFilled() {
    for document in Self.train {
      #expect(!document.text.contains { "{}[]|\\".contains($0) }, "\(document.text)")
      #expect(document.split == .train)
    }
    for split in [Split.validation, .heldOut] {
      for document in sharedWorld.documents(split, seed: 5).prefix(5_000) {
        #expect(!document.text.contains { "{}[]|\\".contains($0) }, "\(document.text)")
      }
    }
  }

  @Test func lengthsAreBounded() {
    let bounds: [DocumentKind: ClosedRange<Int>] = [
      .person: 15...260, .story: 55...300, .sum: 5...200, .dictionary: 4...330,
      .dialogue: 15...260, .explanation: 12...220, .talk: 7...160, .english: 20...420,
      .prose: 5...450,
    ]
    for kind in Self.kinds {
      guard let bound = bounds[kind] else { continue }
      for text in sample(kind, 1_000) { #expect(bound.contains(text.count), "\(text)") }
    }
  }

  /// The share of documents that begin like an earlier one, and that repeat an earlier one.
  @Test(arguments: [
    (DocumentKind.person, 0.10, 0.02), (.story, 0.35, 0.03), (.sum, 0.12, 0.02),
    (.dictionary, 0.15, 0.02), (.dialogue, 0.60, 0.10), (.explanation, 0.45, 0.16),
    (.talk, 0.28, 0.14), (.english, 0.70, 0.22),
  ]) func documentsDiffer(_ kind: DocumentKind, _ beginnings: Double, _ whole: Double) {
    let texts = sample(kind)
    let count = Double(texts.count)
    let alike = 1 - Double(Set(texts.map { $0.prefix(12) }).count) / count
    let repeated = 1 - Double(Set(texts).count) / count
    #expect(alike < beginnings)
    #expect(repeated < whole)
  }

  @Test func theCorpusHasManyCharactersAndPairs() {
    var characters: [Character: Int] = [:]
    var pairs: Set<String> = []
    var total = 0
    for document in Self.train.prefix(4_000) {
      let text = Array(document.text)
      total += text.count
      for character in text { characters[character, default: 0] += 1 }
      for (first, second) in zip(text, text.dropFirst()) { pairs.insert("\(first)\(second)") }
    }
    #expect(characters.count > 1_600)
    #expect(characters.values.filter { $0 >= 5 }.count > 1_200)
    #expect(Double(pairs.count) / Double(total) > 0.05)
  }

  @Test func punctuationIsFullWidthBesideChinese() throws {
    let half = /[\u{4e00}-\u{9fff}][,.?!:;()]|[,.?!:;(][\u{4e00}-\u{9fff}]/
    let double = /[，。！？；：、]{2}|。”[。，]|“”|　$|\s\n/
    // Reviews and prose are left out: people do not keep to the rules when they write.
    for document in Self.train where document.kind != .review && document.kind != .prose {
      let half = document.text.firstMatch(of: half)
      let double = document.text.firstMatch(of: double)
      #expect(half == nil && double == nil, "\(document.text)")
    }
  }

  @Test func noLabelWordsAndNoInstructions() {
    let words = ["积极", "消极", "正面", "负面", "情感", "Instruction", "请完成", "以下任务", "###"]
    for document in Self.train {
      for word in words { #expect(!document.text.contains(word), "\(document.text)") }
    }
  }

  @Test func charactersAreSimplified() {
    let traditional = Set(
      """
      個們來時說這國學會對過還沒後頭現發開關長門問間見點樣當經從東車馬鳥魚麥黃齊齒龍龜風飛飯飲館餅餃體驗\
      讓議論認識記許話該請誰課調談講謝讀變買賣貴費資質賞賽趕跡輪轉軟較輕輛達遠選邊郵鄉釣鈴錢鐘鐵鎮鏡鬧\
      陽陰階際隊難雖雞離電雲霧靜順須題顏願顯類驚驕愛歡樂舊與興舉書晝畫種稱穩節範簡籃糧級純紙細終結給絲\
      綠緊線練織繼續羅聖聞聽聲職腦臉臨藝藥處虛號蟲裝複親覺觀訪試詩誤誠
      """.filter { $0.isLetter })
    for document in Self.train {
      let found = document.text.filter { traditional.contains($0) }
      #expect(found.isEmpty, "\(found) in \(document.text)")
    }
  }

  @Test func englishHasItsPart() {
    let letters = Self.train.reduce(0) { $0 + $1.text.filter { $0.isASCII && $0.isLetter }.count }
    let total = Self.train.reduce(0) { $0 + $1.text.count }
    #expect((0.06...0.14).contains(Double(letters) / Double(total)))
  }
}
