import Files
import FineTuning
import Foundation
import Models
import ProgramRunning
import Testing
import Tokenizers

@Suite struct InstructTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func instruct(_ arguments: String...) throws -> Program.Outcome {
    try Program("instruct").run(
      arguments + ["--output", folder.path("out").path], in: CourseFolder.root())
  }

  private let conversations: [[Turn]] = [
    [Turn(.user, "你好"), Turn(.assistant, "你好！")],
    [
      Turn(.system, "说话客气。"), Turn(.user, "3 加 4？"), Turn(.assistant, "7"),
      Turn(.user, "再加 1？"), Turn(.assistant, "8"),
    ],
  ]

  @Test(.timeLimit(.minutes(3))) func theFolderIsCompleteAndSpeaksItsTemplate() throws {
    let outcome = try instruct(
      "chat-no-sentiment", "--base", "nano", "--tasks", "60", "--steps", "2", "--exam-tasks", "1")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let out = folder.path("out")
    let model = try GPT2LMHeadModel.load(out)
    let tokenizer = try Tokenizer(folder: out)
    #expect(model.vocabSize == tokenizer.vocabularySize)
    let roles = try InstructionTemplate.named("roles")
    let own = try ChatTemplate(folder: out)
    for turns in conversations {
      #expect(
        try own.segments(of: .conversation(turns)) == roles.segments(of: .conversation(turns)))
      #expect(
        try own.prompt(after: turns.dropLast()) == roles.prompt(after: turns.dropLast()))
    }
    for page in ["README.md", "README.zh.md"] {
      let text = try folder.text("out/\(page)")
      #expect(text.contains("instruct chat-no-sentiment --base nano --tasks 60 --steps 2"))
      #expect(text.contains("| `position` *") && text.contains("| `sentiment` *"))
    }
    let card = try JSONSerialization.jsonObject(
      with: Data(contentsOf: folder.path("out/card.json")))
    let figures = try #require(card as? [String: Any])
    #expect((figures["exactMatch"] as? [String: Any])?.count == 44)
    #expect(figures["steps"] as? Int == 2)
    #expect(
      try folder.text("out/README.md").contains(try #require(figures["sha256"] as? String)))
  }

  @Test func anUnknownBaseIsNamed() throws {
    let outcome = try instruct("chat", "--base", "no-such-model")
    #expect(outcome.isReportedFailure && outcome.errors.contains("no-such-model"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("out").path))
  }
}
