import Foundation
import Layers
import Models
import Tensors
import Tokenizers

/// A conversation that a model takes part in, question by question.
///
///     let conversation = try Conversation(model, template: template, tokenizer: tokenizer)
///     let reply = try conversation.ask("What is a library for?", random: &random) { text in
///       show(text)
///       return true
///     }
///
/// The keys and values of what the model has seen are kept: a question costs the tokens that differ
/// from what the cache holds, which are its own and those of the words around it. Each prompt is
/// rendered and encoded anew and compared with the cache, so that templates which write earlier turns
/// differently are followed too.
public final class Conversation {
  /// What the model is told before the first question.
  public private(set) var system: String?
  /// Questions with their answers, by turns.
  public private(set) var exchanges: [Turn]

  private let model: any LanguageModel
  private let template: any ExampleTemplate
  private let tokenizer: Tokenizer
  private let stopTokens: Set<Int32>
  private let stopTexts: [String]
  private let cache: KVCache
  /// The tokens that the cache holds.
  private var seen: [Int32] = []
  /// How many of the oldest exchanges' turns are not shown any more.
  private var forgotten = 0

  /// - Parameter turns: what was said before, as a row of instruction data has it; it may be empty.
  /// - Throws: what the template throws where it cannot render a question after these turns, and
  ///   `ConversationError`.
  public init(
    _ model: any LanguageModel, template: any ExampleTemplate, tokenizer: Tokenizer,
    turns: [Turn] = []
  ) throws {
    self.model = model
    self.template = template
    self.tokenizer = tokenizer
    stopTokens = Set(model.eosTokens + template.stops.compactMap(tokenizer.id(of:)))
    stopTexts = template.stops
    cache = model.makeCache(rows: 1, capacity: model.contextLength)
    system = turns.first { $0.role == .system }?.text
    exchanges = turns.filter { $0.role != .system }
    try check(system: system, exchanges)
  }

  /// The whole conversation, forgotten turns included.
  public var turns: [Turn] { opening(system) + exchanges }

  /// Whether the template shows earlier turns to the model.
  public var hasTurns: Bool { (template as? InstructionTemplate)?.hasTurns ?? true }

  /// Changes what the model is told before the first question; nil takes it away. Throws as `init`
  /// does; then nothing has changed.
  public func tell(system: String?) throws {
    try check(system: system, [])
    self.system = system
    forgotten = 0
  }

  /// Forgets every question and answer.
  public func reset() {
    exchanges = []
    forgotten = 0
  }

  /// Asks and answers. The oldest exchanges are left out as far as needed to keep room for an answer,
  /// `maxTokens` or a quarter of the context, whichever is less.
  ///
  /// - Parameter onText: gets, for each token, the text that has become certain, which may be empty;
  ///   false ends the answer.
  /// - Throws: `ConversationError` for a question that cannot be asked, and what the template, the
  ///   sampling and the model throw. The conversation is then what it was.
  public func ask(
    _ question: String, maxTokens: Int = 256, sampling: Sampling = .greedy,
    random: inout SeededRandom, onText: (String) throws -> Bool = { _ in true }
  ) throws -> Reply {
    precondition(maxTokens > 0, "an answer needs a token")
    let (prompt, forgotten) = try prompt(asking: question, maxTokens: maxTokens)
    let shared = zip(seen, prompt).prefix { $0 == $1 }.count
    // The last token is always computed: the answer follows from its logits.
    let known = min(shared, prompt.count - 1)
    cache.shorten(to: [known])
    seen.removeSubrange(known...)

    var answer = AnswerStream(tokenizer, stops: stopTexts)
    var tokens: [Int32] = []
    var end: Reply.End?
    var new = Array(prompt[known...])
    while end == nil {
      let token = try nextToken(after: new, sampling, random: &random)
      if stopTokens.contains(token) {
        end = .stopToken
        break
      }
      tokens.append(token)
      let goesOn = try onText(answer.append(token))
      if answer.isStopped {
        end = .stopText
      } else if !goesOn {
        end = .interrupted
      } else if tokens.count == maxTokens {
        end = .length
      } else if prompt.count + tokens.count > model.contextLength {
        end = .contextFull
      }
      new = [token]
    }
    let rest = answer.finish()
    if !rest.isEmpty { _ = try onText(rest) }

    let isKept = isSayable(answer.text)
    if isKept { exchanges += [Turn(.user, question), Turn(.assistant, answer.text)] }
    self.forgotten = forgotten
    return Reply(
      text: answer.text, tokens: tokens, prompt: prompt, computed: prompt.count - known, end: end!,
      forgotten: forgotten, isKept: isKept)
  }

  private func nextToken(
    after new: [Int32], _ sampling: Sampling, random: inout SeededRandom
  ) throws -> Int32 {
    try withoutGradients {
      let hidden = try model.hiddenStates(TokenBatch([new]), cache: cache, dropout: nil)
      seen += new
      let logits = model.head(hidden.rows([new.count - 1])).elements  // [V]
      return try logits.withUnsafeBufferPointer {
        try sampling.nextToken(logits: $0, history: seen, random: &random)
      }
    }
  }

  /// The tokens of the conversation with one more question, and how many turns they leave out.
  private func prompt(
    asking question: String, maxTokens: Int
  ) throws -> (tokens: [Int32], forgotten: Int) {
    let room = min(maxTokens, max(1, model.contextLength / 4))
    let earlier = hasTurns ? exchanges : []
    var forgotten = min(forgotten, earlier.count)
    while true {
      let tokens = try tokens(
        opening(system) + earlier.dropFirst(forgotten) + [Turn(.user, question)])
      if tokens.count + room <= model.contextLength { return (tokens, forgotten) }
      guard forgotten < earlier.count else {
        throw ConversationError.tooLong(
          tokens: tokens.count, contextLength: model.contextLength, room: room)
      }
      forgotten += 2
    }
  }

  private func opening(_ system: String?) -> [Turn] { system.map { [Turn(.system, $0)] } ?? [] }

  private func check(system: String?, _ exchanges: [Turn]) throws {
    _ = try tokens(opening(system) + (hasTurns ? exchanges : []) + [Turn(.user, "?")])
  }

  private func tokens(_ turns: [Turn]) throws -> [Int32] {
    do {
      return try EncodedExample(template.prompt(after: turns), tokenizer: tokenizer).tokens
    } catch let error as ExampleError {
      guard case .specialTokenInTurn(let token, let kind) = error.reason else { throw error }
      throw ConversationError.specialToken(token, kind)
    }
  }

  /// Whether an answer can stand in a conversation: data with empty answers is refused, and so is
  /// text that spells a special token.
  private func isSayable(_ answer: String) -> Bool {
    !answer.isBlank && !tokenizer.encode(answer).contains(where: tokenizer.isSpecialToken)
  }
}
