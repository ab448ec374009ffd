import Foundation
import Testing
import World

@Suite struct OpenInstructionsTests {
  private static let chinese = try! OpenInstructions.load(.zh)
  private static let english = try! OpenInstructions.load(.en)

  @Test func thereAreEnoughInEveryCategory() {
    #expect(Self.chinese.rows.count >= 150 && Self.english.rows.count >= 30)
    for category in OpenInstruction.Category.allCases {
      #expect(Self.chinese.rows.count { $0.category == category } >= 8, "\(category)")
    }
    for split in Split.allCases { #expect(Self.chinese[split].count >= 8) }
    #expect(Split.allCases.map { Self.chinese[$0].count }.reduce(0, +) == Self.chinese.rows.count)
    #expect(Self.chinese.rows.contains { $0.instruction == "用几句话向儿童介绍登月。" })
  }

  @Test func writtenAnswersAreCorrectAndOthersAreNot() {
    for row in Self.chinese.rows + Self.english.rows {
      #expect(row.answers.allSatisfy(row.isCorrect) && Set(row.answers).count == row.answers.count)
      #expect(!row.isCorrect("") && !row.isCorrect("。"))
      #expect(!row.isCorrect(row.instruction) && !row.isCorrect(row.instruction + row.answers[0]))
    }
  }

  @Test func answersUseTheCharactersOfTheWorld() {
    var frequent: [Character: Int] = [:]
    for document in sharedWorld.documents(.train, seed: 7).prefix(20_000) {
      for character in document.text { frequent[character, default: 0] += 1 }
    }
    let answers = (Self.chinese.rows + Self.english.rows).flatMap(\.answers).joined()
      .filter { !$0.isWhitespace }
    let known = answers.count { frequent[$0, default: 0] >= 3 }
    #expect(Double(known) / Double(answers.count) >= 0.98)
  }

  private func row(_ checks: String, _ answers: String) throws -> OpenInstruction {
    let text = """
      {"id":"x","category":"list","instruction":"说一说。","answers":\(answers),"checks":\(checks)}
      """
    return try JSONDecoder().decode(OpenInstruction.self, from: Data(text.utf8))
  }

  @Test(arguments: [
    ("{\"contains-any\":[\"猫\",\"狗\"]}", "我有一条狗。", "我有一只鸟。"),
    ("{\"contains-all\":[\"猫\",\"狗\"]}", "狗和猫。", "只有狗。"),
    ("{\"list-of-n\":3}", "苹果、梨、桃。", "苹果、梨"),
    ("{\"list-of-n\":2}", "1. 起床\n2. 洗脸\n", "起床，洗脸，吃饭"),
    ("{\"starts-with\":\"从前\"}", " 从前有座山。", "很久从前"),
    ("{\"max-characters\":4}", "你好 吗？", "你最近好吗？"),
    ("{\"language\":\"en\"}", "It is 3.", "It is 三."),
    ("{\"language\":\"zh\"}", "他叫Tom，很高。", "He is Tom 高."),
    ("{\"json\":[\"a\",\"b\"]}", "{\"b\":1,\"a\":[2]}", "{\"a\":1}"),
    ("{\"contains-any\":[\"天\"],\"max-characters\":3}", "天黑。", "天已经黑了。"),
  ]) func checks(_ checks: String, _ right: String, _ wrong: String) throws {
    let row = try row(checks, "[]")
    #expect(row.isCorrect(right) && !row.isCorrect(wrong))
  }

  @Test(arguments: [
    ("{\"id\":\"a\"}", "the row has no \"category\""),
    ("nothing", "no JSON"),
    (
      "{\"id\":\"a\",\"category\":\"sing\",\"instruction\":\"i\",\"answers\":[]}", "sing"
    ),
    (
      "{\"id\":\"a\",\"category\":\"list\",\"instruction\":\"i\",\"answers\":[\"x\",\"y\"]}",
      "three answers"
    ),
    (
      "{\"id\":\"a\",\"category\":\"list\",\"instruction\":\"i\",\"answers\":[\"x\"],"
        + "\"checks\":{\"contains-all\":[\"y\"]}}", "fails its check contains-all"
    ),
    (
      "{\"id\":\"a\",\"category\":\"list\",\"instruction\":\"i\",\"answers\":[\"x\"],"
        + "\"checks\":{\"contain-all\":[\"x\"]}}", "\"contain-all\" is unknown"
    ),
    (
      "{\"id\":\"a\",\"category\":\"list\",\"instruction\":\"i\",\"answers\":[\"x\"],\"checks\":{}}",
      "names no check"
    ),
    (
      "{\"id\":\"a\",\"category\":\"list\",\"instruction\":\" \",\"answers\":[\"x\",\"y\",\"z\"]}",
      "the instruction is empty"
    ),
    (
      "{\"id\":\"good\",\"category\":\"list\",\"instruction\":\"i\",\"answers\":[\"x\",\"y\",\"z\"]}",
      "the id good stands twice"
    ),
    (
      "{\"id\":\"a\",\"category\":\"list\",\"instruction\":\"good\",\"answers\":[\"x\",\"y\",\"z\"]}",
      "“good” stands twice"
    ),
  ]) func aRowThatIsOfNoUseIsNamed(_ line: String, _ reason: String) throws {
    let good =
      "{\"id\":\"good\",\"category\":\"list\",\"instruction\":\"good\",\"answers\":[\"x\",\"y\",\"z\"]}"
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("open-\(UUID().uuidString).jsonl")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data((good + "\n\n" + line + "\n").utf8).write(to: file)
    #expect {
      try OpenInstructions(file: file)
    } throws: { error in
      guard let error = error as? OpenInstructionsError else { return false }
      return error.line == 3 && error.reason.contains(reason)
        && error.errorDescription!.contains(":3: ")
    }
  }
}
