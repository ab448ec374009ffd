/// What can be checked of an answer to an open instruction without a judge. All that are given must
/// hold.
public struct OpenChecks: Codable, Equatable, Sendable {
  /// At least one of these, or every one of these, occurs in the answer.
  public let containsAny: [String]?
  public let containsAll: [String]?
  /// How many items the answer lists: on lines of their own, or parted by commas or semicolons.
  public let listOf: Int?
  public let startsWith: String?
  /// White space is not counted.
  public let maxCharacters: Int?
  /// `zh`: at least as many Chinese characters as Latin letters; `en`: letters, none Chinese.
  public let language: InstructionLanguage?
  /// The answer is one JSON object with exactly these keys.
  public let jsonKeys: [String]?

  enum CodingKeys: String, CodingKey, CaseIterable {
    case containsAny = "contains-any"
    case containsAll = "contains-all"
    case listOf = "list-of-n"
    case startsWith = "starts-with"
    case maxCharacters = "max-characters"
    case language
    case jsonKeys = "json"
  }

  /// Whether every check holds of an answer; an empty answer never passes.
  public func hold(of answer: String) -> Bool {
    failed(by: answer) == nil
  }

  /// The name of the first check that fails.
  func failed(by answer: String) -> String? {
    let answer = AnswerText.trimmed(answer)
    let checks: [(CodingKeys, Bool?)] = [
      (.containsAny, containsAny.map { $0.contains { answer.contains($0) } }),
      (.containsAll, containsAll.map { $0.allSatisfy { answer.contains($0) } }),
      (.listOf, listOf.map { AnswerText.items(answer).count == $0 }),
      (.startsWith, startsWith.map { answer.hasPrefix($0) }),
      (.maxCharacters, maxCharacters.map { answer.count { !$0.isWhitespace } <= $0 }),
      (.language, language.map { $0.isSpoken(in: answer) }),
      (.jsonKeys, jsonKeys.map { JSONValue(text: answer)?.keys == Set($0) }),
    ]
    if answer.isEmpty { return "not empty" }
    return checks.first { $0.1 == false }?.0.rawValue
  }

  var isEmpty: Bool {
    containsAny == nil && containsAll == nil && listOf == nil && startsWith == nil
      && maxCharacters == nil && language == nil && jsonKeys == nil
  }
}

extension InstructionLanguage {
  fileprivate func isSpoken(in text: String) -> Bool {
    let chinese = text.unicodeScalars.count { (0x4e00...0x9fff).contains($0.value) }
    let latin = text.unicodeScalars.count { $0.isASCII && $0.properties.isAlphabetic }
    return self == .zh ? chinese > 0 && chinese >= latin : latin > 0 && chinese == 0
  }
}

extension JSONValue {
  /// The keys of an object; nil for any other value.
  fileprivate var keys: Set<String>? {
    if case .object(let members) = self { Set(members.keys) } else { nil }
  }
}
