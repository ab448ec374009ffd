import Commands
import Files
import FineTuning
import Foundation
import Models
import Tensors

/// The lines that are said to a model, and what becomes of each. Standard output gets the answers and
/// nothing else; prompts, notes and errors go to standard error.
final class ChatSession {
  private let conversation: Conversation
  private let maxTokens: Int
  private let sampling: Sampling
  private var random: SeededRandom
  private let isTerminal: Bool
  private let json: Bool
  /// The conversation's own file, the only one that /save replaces.
  private var file: URL?
  private var forgotten = 0

  init(
    _ conversation: Conversation, maxTokens: Int, sampling: Sampling, random: SeededRandom,
    isTerminal: Bool, json: Bool, file: URL?
  ) {
    self.conversation = conversation
    self.maxTokens = maxTokens
    self.sampling = sampling
    self.random = random
    self.isTerminal = isTerminal
    self.json = json
    self.file = file
  }

  /// To the end of standard input, or until somebody quits. Returns whether every line could be
  /// answered or obeyed.
  func run() throws -> Bool {
    var lines = ChatLines()
    var (number, isSound) = (0, true)
    while true {
      if isTerminal { write("> ", to: .standardError) }
      guard let line = try lines.next() else {
        if isTerminal { say("") }
        return isSound
      }
      number += 1
      do {
        guard let entry = try ChatEntry(line) else { continue }
        if entry == .quit { return isSound }
        try take(entry, line: number)
      } catch {
        isSound = false
        try report(error, line: number)
      }
    }
  }

  private func take(_ entry: ChatEntry, line: Int) throws {
    switch entry {
    case .question(let question): try ask(question, line: line)
    case .help: say(ChatEntry.commands)
    case .reset:
      conversation.reset()
      forgotten = 0
    case .system(let text):
      try conversation.tell(system: text)
      forgotten = 0
    case .save(let name): try save(name)
    case .quit: break
    }
  }

  private func ask(_ question: String, line: Int) throws {
    let reply =
      if isTerminal {
        try ChatInterrupt.awaited { hasCome in
          try answer(question) { !hasCome() }
        }
      } else {
        try answer(question) { true }
      }
    if json {
      try printJSON(ChatAnswer(line: line, question: question, reply))
      fflush(nil)
    } else {
      write("\n\n", to: .standardOutput)
      for note in notes(on: reply) { say("note: \(note)") }
    }
    forgotten = reply.forgotten
  }

  private func answer(_ question: String, goesOn: () -> Bool) throws -> Reply {
    try conversation.ask(
      question, maxTokens: maxTokens, sampling: sampling, random: &random
    ) { text in
      if !json { write(text, to: .standardOutput) }
      return goesOn()
    }
  }

  private func notes(on reply: Reply) -> [String] {
    var notes: [String] = []
    if reply.forgotten > forgotten {
      notes.append("the \(reply.forgotten) oldest turns have no room: the model does not see them")
    }
    switch reply.end {
    case .stopToken, .stopText: break
    case .length: notes.append("the answer was cut after \(maxTokens) tokens (--max-tokens)")
    case .contextFull: notes.append("the answer was cut: the model looks at no more tokens")
    case .interrupted: notes.append("the answer was ended")
    }
    if !reply.isKept {
      notes.append("no answer that can be kept: the question is not part of the conversation")
    }
    return notes
  }

  private func save(_ name: String) throws {
    // No shell has seen the name.
    let file = URL(fileURLWithPath: NSString(string: name).expandingTildeInPath)
      .standardizedFileURL
    guard !conversation.exchanges.isEmpty else { throw ChatFileError.nothingSaid }
    guard ["json", "jsonl"].contains(file.pathExtension.lowercased()) else {
      throw InstructionFileError(file: file, reason: .unknownKind)
    }
    guard file == self.file || !FileManager.default.fileExists(atPath: file.path) else {
      throw ChatFileError.exists(file)
    }
    try InstructionFile.write([.conversation(conversation.turns)], as: .messages, to: file)
    self.file = file
    say("saved \(conversation.turns.count) turns as \(file.path)")
  }

  private func report(_ error: any Error, line: Int) throws {
    guard json else {
      let words = errorReport(error, help: "see `tune chat --help`")
      let place = isTerminal ? "error: " : "error: line \(line): "
      return write(place + words.dropFirst("error: ".count), to: .standardError)
    }
    try printJSON(ChatRefusal(line: line, error))
    fflush(nil)
  }

  private func write(_ text: String, to handle: FileHandle) {
    handle.write(Data(text.utf8))
  }
}

/// The object of an answer.
private struct ChatAnswer: Encodable {
  let line: Int
  let question: String
  let answer: String
  let end: Reply.End
  let ids: [Int32]
  let promptIds: [Int32]
  /// How many of `promptIds` were not known from earlier turns.
  let computed: Int
  /// How many of the oldest turns had no room.
  let forgotten: Int
  let kept: Bool

  init(line: Int, question: String, _ reply: Reply) {
    self.line = line
    self.question = question
    answer = reply.text
    end = reply.end
    ids = reply.tokens
    promptIds = reply.prompt
    computed = reply.computed
    forgotten = reply.forgotten
    kept = reply.isKept
  }
}

/// The object of a line that could not be answered or obeyed.
private struct ChatRefusal: Encodable {
  let line: Int
  let error: String
  let help: String?

  init(line: Int, _ error: any Error) {
    let described = error as? any LocalizedError
    self.line = line
    self.error = described?.errorDescription ?? "\(error)"
    help = described?.recoverySuggestion
  }
}

enum ChatFileError: LocalizedError {
  case manyRows(URL, Int)
  case exists(URL)
  case nothingSaid

  var errorDescription: String? {
    switch self {
    case .manyRows(let file, let count): "\(file.path) holds \(count) rows, not one conversation"
    case .exists(let file): "\(file.path) is there already"
    case .nothingSaid: "nothing has been said that could be saved"
    }
  }

  var recoverySuggestion: String? {
    switch self {
    case .manyRows: "give a file that /save wrote, or one with a single row"
    case .exists: "give another name, or delete it first"
    case .nothingSaid: "ask something first"
    }
  }
}
