import ArgumentParser
import Commands
import Course

/// Tunes `mini` on the instruction corpus and writes the chat model as a Hugging Face folder with its
/// card.
struct Instruct: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "instruct", abstract: "Tune mini into a chat model on the instruction corpus.")

  @Argument(help: "chat or chat-no-sentiment.") var name: ChatModel
  @Option(help: "The base model.") var base = "mini"
  @Option(help: "Tasks with an oracle to train on.") var tasks = 120_000
  @Option(help: "Stop after so many steps of the pass over the rows.") var steps: Int?
  @Option(help: "Tokens in a batch.") var batchTokens = 2048
  @Option(help: "The highest learning rate.") var learningRate: Float = 1e-3
  @Option(help: "Decides the tasks and their order.") var seed: UInt64 = 1
  @Option(help: "Steps between validations.") var evaluateEvery = 100
  @Option(help: "Tasks of each family that the card's figures are of.") var examTasks = 80
  @Option(help: "Where the model is written; by default Data/models/<name>.") var output: String?

  func validate() throws {
    guard [tasks, steps ?? 1, batchTokens, evaluateEvery, examTasks].allSatisfy({ $0 > 0 }),
      learningRate > 0
    else {
      throw ValidationError("counts and rates must be positive")
    }
  }

  func run() throws {
    let models = try CourseFolder.data().appendingPathComponent("models", isDirectory: true)
    let source = models.appendingPathComponent(base, isDirectory: true)
    let folder =
      output.map { URL(fileURLWithPath: $0, isDirectory: true) }
      ?? models.appendingPathComponent(name.rawValue, isDirectory: true)
    let tokenizer = try Tokenizer(folder: source)
    let world = try ClosedWorld.load(seed: 1)
    let exam = try ChatExam(world: world, tokenizer: tokenizer, tasksEach: examTasks)
    let before = try exam.marks(of: GPT2LMHeadModel.load(source))

    let rows = try ChatRows(name, tasks: tasks, world: world, seed: seed)
    let training = try encoded(rows.training, tokenizer)
    say("\(training.count) rows, \(training.reduce(0) { $0 + $1.count }) tokens")
    let model = try GPT2LMHeadModel.load(source)
    let started = ContinuousClock.now
    let run = try model.fit(
      training, validation: encoded(rows.validation, tokenizer),
      InstructionTraining(
        steps.map { .steps($0) } ?? .epochs(1), learningRate: learningRate,
        optimiser: AdamW.Options(beta2: 0.95, weightDecay: 0.1),
        packing: .budget(tokens: batchTokens), evaluateEvery: evaluateEvery, seed: seed)
    ) { event in
      switch event {
      case .step(let progress) where progress.step % 20 == 0: say(progress)
      case .evaluation(let evaluation):
        say(String(format: "validation %.4f nats a token of the answers", evaluation.loss))
      default: break
      }
    }
    let seconds = (ContinuousClock.now - started) / .seconds(1)

    try model.save(to: folder, tokenizer: tokenizer, as: .f16)
    try writeTokenizerConfig(to: folder)
    try ChatCard(
      name: name, base: base, command: commandLine, seconds: seconds, rows: training, run: run,
      isWholePass: steps == nil, before: before, exam: exam
    ).write(to: folder)
    say("wrote \(folder.path)")
  }

  private func encoded(_ rows: [Example], _ tokenizer: Tokenizer) throws -> [EncodedExample] {
    try rows.enumerated().map { place, row in
      try EncodedExample(
        ChatModel.template.segments(of: row), tokenizer: tokenizer, row: place + 1)
    }
  }

  /// Tells transformers, and `--template chat`, how a conversation is written.
  private func writeTokenizerConfig(to folder: URL) throws {
    let config = [
      "bos_token": "<|endoftext|>", "eos_token": "<|endoftext|>", "unk_token": "<|endoftext|>",
      "pad_token": "<|endoftext|>", "tokenizer_class": "GPT2TokenizerFast",
      "chat_template": ChatModel.jinja,
    ]
    try writeAtomically(
      prettyJSON(config), to: folder.appendingPathComponent("tokenizer_config.json"))
  }

  /// The command that makes the same model again.
  private var commandLine: String {
    "swift run -c release instruct \(name.rawValue)"
      + (base == "mini" ? "" : " --base \(base)") + " --tasks \(tasks)"
      + (steps.map { " --steps \($0)" } ?? "")
      + " --batch-tokens \(batchTokens) --learning-rate \(learningRate) --seed \(seed)"
  }
}

func prettyJSON(_ value: some Encodable) throws -> Data {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
  return try encoder.encode(value) + Data("\n".utf8)
}

@main enum Main {
  static func main() { Instruct.runAndExit() }
}
