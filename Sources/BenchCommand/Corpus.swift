import ArgumentParser
import Files
import Foundation
import Tensors
import World

/// Text for timing tokenizers: documents of the closed world, each ended by a NUL byte, half of the
/// bytes Chinese and half English.
struct Corpus: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the text that tokenising is timed on.")

  @Option(help: "Size in millions of bytes.") var megabytes = 50
  @Option(help: "Decides the documents.") var seed: UInt64 = 1
  @Option(help: "The file to write.") var output: String

  func validate() throws {
    guard megabytes > 0 else { throw ValidationError("--megabytes must be positive") }
  }

  func run() throws {
    let world = try ClosedWorld.load(seed: seed)
    var english = EnglishDocuments(
      world, tasks: try Instructions(of: world), seed: seed)
    var chinese = world.documents(.train, seed: seed).lazy.filter { $0.kind != .english }
      .map(\.text).makeIterator()
    var text = ""
    var (englishBytes, chineseBytes) = (0, 0)
    while text.utf8.count < megabytes * 1_000_000 {
      let before = text.utf8.count
      if englishBytes < chineseBytes {
        text += english.next() + "\0"
        englishBytes += text.utf8.count - before
      } else {
        text += chinese.next()! + "\0"
        chineseBytes += text.utf8.count - before
      }
    }
    try writeAtomically(Data(text.utf8), to: URL(fileURLWithPath: output))
  }
}

/// Texts about the people of the world, reviews and instructions.
private struct EnglishDocuments {
  private let world: ClosedWorld
  private var tasks: any IteratorProtocol<InstructionTask>
  private var random: SeededRandom

  init(_ world: ClosedWorld, tasks: Instructions, seed: UInt64) {
    self.world = world
    self.tasks = tasks.mixed(.general, .train, seed: seed).lazy
      .filter { $0.language == .en }.makeIterator()
    random = SeededRandom(seed: seed, stream: "English documents")
  }

  /// Some texts of one kind, as a page of them would have.
  mutating func next() -> String {
    let kind = random.int(below: 3)
    let texts = (0..<1 + random.int(below: 8)).map { _ in
      switch kind {
      case 0: world.document(.english, .train, using: &random).text
      case 1:
        world.reviews.english(
          random.pick(ReviewDomain.allCases), positive: random.chance(0.5), .train, using: &random
        ).text
      default: page(of: tasks.next()!)
      }
    }
    return mistyped(texts.joined(separator: "\n"))
  }

  private func page(of task: InstructionTask) -> String {
    [task.instruction, task.input, task.output].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// One word in fifty with two neighbouring characters swapped: the world's English has few
  /// different words, and a text that people typed has many that come once.
  private mutating func mistyped(_ text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      guard word.count > 1, random.chance(0.02) else { return String(word) }
      var characters = Array(word)
      let place = random.int(below: characters.count - 1)
      characters.swapAt(place, place + 1)
      return String(characters)
    }.joined(separator: " ")
  }
}
