import ArgumentParser
import FineTuning
import Foundation
import Tensors

/// What a model is tuned to do.
enum TrainTask: String, Codable, CaseIterable, ExpressibleByArgument {
  case sft
  case classify
  case pretrain
}

/// The options of a run. Those of a configuration file have the same names and are checked one by
/// one, so that nothing here is required and what concerns two of them is in `checkTogether`.
struct TrainOptions: ParsableArguments {
  enum Mask: String, Codable, CaseIterable, ExpressibleByArgument {
    case answers
    case everything

    var lossMask: LossMask { self == .answers ? .answers : .everything }
  }

  @Option(
    help: """
      sft: answers to instructions; classify: a label for a text, with a head of its own; pretrain: \
      text as it is.
      """)
  var task = TrainTask.sft
  @Option(
    help: """
      The file to train on. sft: .jsonl or .json rows of instructions; classify: .csv, .tsv or \
      .jsonl rows of a text and its label; pretrain: .jsonl rows of a text, or a .txt file.
      """)
  var data: String?
  @Option(help: "A file of the same form to validate on.") var validation: String?
  @Option(help: "The share of the rows to validate on instead, such as 0.1.")
  var validationShare: Double?
  @Option(help: ArgumentHelp("sft: " + templateHelp)) var template: String?
  @Option(help: "sft: what the loss counts; answers by default.") var mask: Mask?
  @Option(help: "classify, pretrain: the column or key of the texts; text by default.")
  var textColumn: String?
  @Option(help: "classify: the column or key of the labels; label by default.")
  var labelColumn: String?
  @Option(
    help: """
      sft: longer rows lose the start of their prompt, then the end of their answer; classify: \
      longer texts lose their end; pretrain: tokens of a window, by default as many as the model \
      looks at.
      """)
  var maxLength: Int?

  @OptionGroup(title: "What is trained") var method: MethodOptions

  @Option(help: "How many steps to train.") var steps: Int?
  @Option(help: "How many passes over the rows to train; 3 unless --steps is given.")
  var epochs: Int?
  @Option(help: "Tokens in a batch.") var batchTokens = 2048
  @Option(
    help: """
      The highest learning rate; by default 3e-4 for full and freeze, 1e-3 for lora, dora and \
      adapter, 3e-3 for the other methods; for hybrid first that of full, then that of lora.
      """)
  var learningRate: Float?
  @Option(help: "Steps in which the learning rate rises; by default a tenth of all.")
  var warmUp: Int?
  @Option(
    help: """
      Decides the order of the rows, the split, what is drawn for a new head or adapter, and what \
      dropout drops.
      """)
  var seed: UInt64 = 1
  @Option(help: "Steps between evaluations.") var evaluateEvery = 50
  @Option(help: "Evaluations without a better one that end the run.") var patience: Int?
  @Option(help: "Steps between checkpoints.") var checkpointEvery = 100
  @Flag(help: "Go on from the last checkpoint of the same command.") var resume = false
  @Option(help: "The folder to write.") var output: String?

  func validate() throws {
    let counts = [steps, epochs, patience, batchTokens, evaluateEvery, checkpointEvery]
    guard counts.allSatisfy({ $0 ?? 1 > 0 }), warmUp ?? 0 >= 0,
      learningRate.map({ $0 > 0 && $0.isFinite }) ?? true
    else {
      throw ValidationError("counts and the learning rate must be positive")
    }
    guard validationShare.map({ $0 > 0 && $0 < 1 }) ?? true else {
      throw ValidationError("--validation-share must lie between 0 and 1")
    }
    guard maxLength ?? 2 > 1 else { throw ValidationError("--max-length must be 2 or more") }
  }

  /// Options of which only one can be given.
  static let rivals = [["steps", "epochs"], ["validation", "validation-share"]]

  func checkTogether() throws {
    guard data != nil else { throw ValidationError("Missing expected argument '--data <data>'") }
    guard output != nil else {
      throw ValidationError("Missing expected argument '--output <output>'")
    }
    guard steps == nil || epochs == nil else {
      throw ValidationError("give either --steps or --epochs")
    }
    guard validation == nil || validationShare == nil else {
      throw ValidationError("give either --validation or --validation-share")
    }
    let misplaced: [(String, Bool, [TrainTask])] = [
      ("template", template != nil, [.sft]), ("mask", mask != nil, [.sft]),
      ("text-column", textColumn != nil, [.classify, .pretrain]),
      ("label-column", labelColumn != nil, [.classify]),
    ]
    for (name, isGiven, tasks) in misplaced where isGiven && !tasks.contains(task) {
      throw ValidationError(
        "--\(name) means nothing to --task \(task.rawValue); it is for "
          + tasks.map(\.rawValue).joined(separator: " and "))
    }
    try method.checkTogether()
  }

  var training: InstructionTraining {
    InstructionTraining(
      steps.map { .steps($0) } ?? .epochs(epochs ?? 3),
      learningRate: learningRate ?? method.method.learningRate, warmUpSteps: warmUp,
      packing: .budget(tokens: batchTokens), evaluateEvery: evaluateEvery,
      patience: patience, seed: seed)
  }

  /// `checkTogether` has seen to it that it is given.
  var dataFile: URL { URL(fileURLWithPath: data!) }
  var validationFile: URL { validation.map { URL(fileURLWithPath: $0) } ?? dataFile }

  /// The most tokens of a row, unless they are cut.
  func rowLimit(contextLength: Int) throws -> Int {
    if let maxLength, maxLength > contextLength {
      throw TrainRowsError.maxLengthOverContext(maxLength, contextLength: contextLength)
    }
    return min(contextLength, batchTokens)
  }

  /// The rows of the file to train on, and those to validate on: of a file of their own or, drawn
  /// by the seed, a share of the first.
  func sources<Row>(
    _ read: (URL) throws -> [Row]
  ) throws -> (training: [Row], validation: [Row]) {
    let rows = try read(dataFile)
    if validation != nil { return (rows, try read(validationFile)) }
    guard let validationShare else { return (rows, []) }
    guard rows.count > 1 else { throw TrainRowsError.tooFewToSplit(dataFile) }
    let count = min(max(1, Int((Double(rows.count) * validationShare).rounded())), rows.count - 1)
    var random = SeededRandom(seed: seed, stream: "validation")
    let held = Set(random.sample(count, from: Array(rows.indices)))
    return (
      rows.indices.filter { !held.contains($0) }.map { rows[$0] },
      rows.indices.filter(held.contains).map { rows[$0] }
    )
  }
}
