/// The languages in which every report is written.
public enum Language: String, Sendable, Codable, CaseIterable {
  case en
  case zh
}

/// A text that exists in both languages.
public struct Bilingual: Sendable, Codable, Equatable {
  public var en: String
  public var zh: String

  public init(en: String, zh: String) {
    self.en = en
    self.zh = zh
  }

  public subscript(language: Language) -> String {
    language == .en ? en : zh
  }
}
