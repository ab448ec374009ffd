import Foundation
import Tokenizers

/// How the parts of a few-shot prompt are written.
///
///     FewShotFormat(beforeInput: "评论：", beforeAnswer: "\n感受：")
///     // 评论：味道很好。\n感受：满意\n评论：送来都凉了。\n感受：
public struct FewShotFormat: Sendable, Codable, Equatable {
  /// What stands before everything, with the line's end that it needs; may be empty.
  public var instruction: String
  public var beforeInput: String
  public var beforeAnswer: String
  /// Closes a worked example.
  public var afterAnswer: String

  public init(
    instruction: String = "", beforeInput: String, beforeAnswer: String,
    afterAnswer: String = "\n"
  ) {
    self.instruction = instruction
    self.beforeInput = beforeInput
    self.beforeAnswer = beforeAnswer
    self.afterAnswer = afterAnswer
  }
}

/// A prompt of an instruction and worked examples ("shots"), after which any input can be asked for.
///
/// Its segments are encoded one by one and stay what they are: a prompt that does not fit is an error,
/// and no shot is ever dropped.
public struct FewShotPrompt: Sendable {
  public struct Shot: Sendable, Codable, Equatable {
    public var input: String
    public var answer: String

    public init(_ input: String, _ answer: String) {
      self.input = input
      self.answer = answer
    }
  }

  public let format: FewShotFormat
  /// The tokenizer's `<|endoftext|>` where it has one, and the instruction.
  public let instruction: [Int32]
  public let shots: [[Int32]]
  public let contextLength: Int
  private let tokenizer: Tokenizer

  /// - Parameter contextLength: the most tokens that the model can look at.
  public init(
    _ format: FewShotFormat, shots: [Shot] = [], tokenizer: Tokenizer, contextLength: Int
  ) {
    self.format = format
    self.tokenizer = tokenizer
    self.contextLength = contextLength
    instruction =
      (tokenizer.endOfText.map { [$0] } ?? []) + tokenizer.encode(format.instruction)
    self.shots = shots.map {
      tokenizer.encode(
        format.beforeInput + $0.input + format.beforeAnswer + $0.answer + format.afterAnswer)
    }
  }

  /// What every query shares: instruction and shots.
  public var prefix: [Int32] { instruction + shots.joined() }

  /// The tokens that ask for one input, to stand after `prefix`. Throws `PromptTooLong` where prefix,
  /// query and `answerTokens` more do not fit into the context.
  public func query(_ input: String, answerTokens: Int) throws(PromptTooLong) -> [Int32] {
    let query = tokenizer.encode(format.beforeInput + input + format.beforeAnswer)
    let problem = PromptTooLong(
      instruction: instruction.count, shots: shots.map(\.count), query: query.count,
      answer: answerTokens, contextLength: contextLength)
    guard problem.tokens <= contextLength else { throw problem }
    return query
  }
}

/// A prompt that does not fit into a model's context, segment by segment, in tokens.
public struct PromptTooLong: LocalizedError, Equatable {
  public let instruction: Int
  public let shots: [Int]
  public let query: Int
  public let answer: Int
  public let contextLength: Int

  public var tokens: Int { instruction + shots.reduce(0, +) + query + answer }

  public var errorDescription: String? {
    let lengths = shots.map(String.init).joined(separator: " + ")
    return """
      the prompt needs \(tokens) tokens (instruction \(instruction), \(shots.count) shots \
      \(lengths.isEmpty ? "0" : lengths), query \(query), answer \(answer)), but the model looks \
      at \(contextLength) at most
      """
  }
  public var recoverySuggestion: String? {
    "take fewer or shorter shots, or shorten the text that is asked about"
  }
}
