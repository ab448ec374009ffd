import Foundation
import Models
import ProgramRunning
import Tensors
import Testing
import Tokenizers

@Suite struct GenerateTests {
  let tiny: TinyModel
  let prompt = "the cat"

  init() throws { tiny = try TinyModel() }

  func generated(temperature: Double, tokens: Int, seed: UInt64) throws -> Generation {
    var random = SeededRandom(seed: seed)
    return try tiny.model.generate(
      tiny.tokenizer.encode(prompt),
      GenerationOptions(maxNewTokens: tokens, sampling: try Sampling(temperature: temperature)),
      random: &random)
  }

  @Test func theTextFollowsItsPrompt() throws {
    let outcome = try tiny.tune(
      "generate", "model", "--prompt", prompt, "--max-tokens", "5", "--temperature", "0")
    let text = tiny.tokenizer.decode(try generated(temperature: 0, tokens: 5, seed: 0).tokens)
    #expect(outcome.status == 0 && outcome.errors == "")
    #expect(outcome.output == "\(prompt)\(text)\n")
  }

  @Test func theJSONHoldsIdsAndTheReasonForTheEnd() throws {
    let expected = try generated(temperature: 1, tokens: 3, seed: 7)
    let result = try object(
      tiny.tune(
        "generate", "model", "--prompt", prompt, "--max-tokens", "3", "--temperature", "1",
        "--seed", "7", "--json"
      ).output)
    #expect(result["prompt"] as? String == prompt)
    #expect(result["ids"] as? [Int] == expected.tokens.map(Int.init))
    #expect(result["text"] as? String == tiny.tokenizer.decode(expected.tokens))
    #expect(result["end"] as? String == "length")
  }

  @Test func aPromptCanBeTokenIds() throws {
    let options = ["--max-tokens", "3", "--temperature", "0", "--json"]
    let ids = tiny.tokenizer.encode(prompt).map(String.init).joined(separator: ",")
    let outcome = try tiny.tune(["generate", "model", "--ids", ids] + options)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      try outcome.output == tiny.tune(["generate", "model", "--prompt", prompt] + options).output)
    #expect(try tiny.tune("generate", "model", "--ids", "1,x").isReportedFailure)
    #expect(try tiny.tune("generate", "model", "--ids", "1,9999").isReportedFailure)
    for more in [[], ["--prompt", prompt, "--ids", ids]] {
      let refused = try tiny.tune(["generate", "model"] + more)
      #expect(refused.status != 0 && refused.errors.contains("give either --prompt or --ids"))
    }
  }

  @Test(arguments: WeightFormat.allCases)
  func theWeightsCanBeStoredInFewerBits(_ format: WeightFormat) throws {
    try tiny.model.compress(to: format)
    let expected = try generated(temperature: 0, tokens: 5, seed: 0).tokens
    let outcome = try tiny.tune(
      "generate", "model", "--weights", format.rawValue, "--prompt", prompt, "--max-tokens", "5",
      "--temperature", "0")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output == "\(prompt)\(tiny.tokenizer.decode(expected))\n")
    let wrong = try tiny.tune("generate", "model", "--prompt", prompt, "--weights", "int4")
    #expect(wrong.status == 64 && wrong.errors.contains("int4"), "\(wrong.errors)")
    for choice in ["f32", "f16", "bf16", "int8"] { #expect(wrong.errors.contains(choice)) }
  }

  @Test func generationEndsWhereTheContextIsFull() throws {
    let result = try object(
      tiny.tune(
        "generate", "model", "--prompt", prompt, "--max-tokens", "50", "--temperature", "0",
        "--json"
      ).output)
    let expected = try generated(temperature: 0, tokens: 50, seed: 0)
    #expect(expected.end == .contextFull)
    #expect(result["end"] as? String == "context full")
    #expect(result["ids"] as? [Int] == expected.tokens.map(Int.init))
  }

  @Test(arguments: [[], ["--json"]])
  func aPromptLongerThanTheContextIsAnError(more: [String]) throws {
    let long = String(repeating: "x!", count: TinyModel.contextLength)
    let outcome = try tiny.tune(["generate", "model", "--prompt", long] + more)
    #expect(outcome.isReportedFailure)
    #expect(outcome.errors.contains("but the model looks at 16 at most"))
  }

  @Test(arguments: [["--prompt", ""], ["--prompt", "a", "--temperature=-1"]])
  func whatCannotBeSampledIsAnError(more: [String]) throws {
    #expect(try tiny.tune(["generate", "model"] + more).isReportedFailure)
  }
}
