import Files
import Foundation
import Tensors

/// The instruction tasks of a closed world: who and what they ask about comes from the world and a
/// seed, the words they are asked with from the banks of Data/instructions.
public struct Instructions: Sendable {
  private let world: ClosedWorld
  private let bank: InstructionBank

  /// The tasks of a world, worded by the course's own banks. Throws `PhraseBankError` and
  /// `InstructionBankError`, which name what is wrong with a bank.
  public init(of world: ClosedWorld) throws {
    try self.init(
      of: world,
      from: CourseFolder.data().appendingPathComponent("instructions", isDirectory: true))
  }

  /// The same from the banks of a folder laid out like Data/instructions.
  public init(of world: ClosedWorld, from folder: URL) throws {
    self.world = world
    bank = try InstructionBank(folder: folder)
    try bank.checkWares(of: world)
  }

  /// `count` different tasks of one family, in an order fixed by the seed.
  ///
  /// They come in blocks that hold every kind and class of the family equally often, three in
  /// Chinese for one in English, so a smaller count with the same seed gives the first of them, and
  /// every whole number of blocks is balanced.
  /// - Parameters:
  ///   - split: of what the tasks are about.
  ///   - wording: whether they are asked in words that training may show.
  /// - Throws: `InstructionsExhausted` if the world does not hold so many.
  public func tasks(
    _ family: InstructionFamily, _ count: Int, _ split: Split, wording: InstructionWording = .seen,
    seed: UInt64
  ) throws -> [InstructionTask] {
    var source = FamilyTasks(family, world, bank, split, wording, seed: seed)
    return try (0..<count).map { found in
      guard let task = source.next() else {
        throw InstructionsExhausted(family: family, split: split, asked: count, found: found)
      }
      return task
    }
  }

  /// Tasks of several families, drawn by the mixture's shares, in an order fixed by the seed. The
  /// sequence does not end; no task comes twice until its family has no other left.
  public func mixed(
    _ mixture: InstructionMixture, _ split: Split, wording: InstructionWording = .seen,
    seed: UInt64
  ) -> some Sequence<InstructionTask> {
    MixedTasks(mixture, world, bank, split, wording, seed: seed)
  }
}

extension ClosedWorld {
  /// `count` different tasks of one family; see `Instructions.tasks`.
  public func instructions(
    _ family: InstructionFamily, _ count: Int, _ split: Split, wording: InstructionWording = .seen,
    seed: UInt64
  ) throws -> [InstructionTask] {
    try Instructions(of: self).tasks(family, count, split, wording: wording, seed: seed)
  }
}

/// More tasks were asked for than the world holds.
public struct InstructionsExhausted: LocalizedError, Equatable {
  public let family: InstructionFamily
  public let split: Split
  public let asked: Int
  public let found: Int

  public var errorDescription: String? {
    "\(asked) different tasks of the family \(family) were asked for, but the split \(split) "
      + "holds few more than \(found)"
  }
  public var recoverySuggestion: String? {
    "ask for fewer, or add descriptions in Data/instructions"
  }
}

/// The different tasks of one family.
struct FamilyTasks: IteratorProtocol {
  private let family: InstructionFamily
  private let variants: [TaskVariant]
  private let wording: InstructionWording
  private var writer: TaskWriter
  private var block: [TaskVariant] = []
  private var seen = Set<[String]>()

  init(
    _ family: InstructionFamily, _ world: ClosedWorld, _ bank: InstructionBank, _ split: Split,
    _ wording: InstructionWording, seed: UInt64
  ) {
    self.family = family
    self.wording = wording
    variants = family.variants
    writer = TaskWriter(
      world: world, bank: bank, split: split,
      random: SeededRandom(
        seed: seed, stream: "instructions \(family.rawValue) \(split.rawValue) \(wording.rawValue)"
      ))
  }

  /// So many draws without a new task mean that there is none, or hardly one.
  private static let patience = 1_000

  /// Nil once hardly a task is left that was not given.
  mutating func next() -> InstructionTask? {
    if block.isEmpty { block = writer.random.shuffled(variants) }
    let variant = block.removeLast()
    for _ in 0..<Self.patience {
      guard let draft = variant.write(&writer, variant.language),
        draft.subject.map({ Split(of: $0) == writer.split }) ?? true
      else { continue }
      let task = word(draft, variant.language)
      if seen.insert([task.instruction, task.input]).inserted { return task }
    }
    return nil
  }

  /// Allows tasks to come again.
  mutating func forget() { seen.removeAll(keepingCapacity: true) }

  private mutating func word(
    _ draft: TaskDraft, _ language: InstructionLanguage
  ) -> InstructionTask {
    let description = writer.random.pick(
      writer.bank.descriptions(draft.group, language, wording))
    let slots = draft.slots.merging(["input": draft.input]) { slot, _ in slot }
    return InstructionTask(
      family: family, language: language, split: writer.split, wording: wording,
      instruction: InstructionBank.fill(description, slots),
      input: description.contains("{input}") ? "" : draft.input,
      output: draft.answers[0], accepted: draft.answers.uniqued(), form: draft.form,
      label: draft.label, people: draft.people)
  }
}
