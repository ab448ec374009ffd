import ArgumentParser
import Commands
import FineTuning
import Foundation
import Models
import Tokenizers

struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "Look over a file of instruction data before a model is tuned on it.",
    discussion: """
      Counts rows, lengths, scripts, duplicates and faulty rows, gives a scorecard with the
      definition of each figure, and shows the first rows as a template renders them. With --model
      lengths are counted in tokens too, the loss mask is shown, and the answers' losses tell how
      hard they are.
      """)

  @Argument(help: "A .jsonl or .json file of instruction data.") var file: String
  @Option(help: "A folder, a model in Data/models, or a name in Hugging Face's cache.")
  var model: String?
  @Option(help: ArgumentHelp(templateHelp)) var template: String?
  @Option(help: "What the loss counts: answers, last-answer, without-end, everything.")
  var mask = MaskName.answers
  @Option(help: "Count what would be cut from rows of more tokens; needs --model.")
  var maxLength: Int?
  @Option(help: "Show so many of the first rows.") var preview = 1
  @Option(help: "Measure the losses of so many answers, evenly spaced; needs --model.")
  var difficultyRows = 50
  @Option(help: "Colour the rows: always, never, or auto: where they go to a terminal.")
  var color = Color.auto
  @Flag(help: "Print one line of JSON.") var json = false

  enum Color: String, ExpressibleByArgument, CaseIterable {
    case always, never, auto

    var isWanted: Bool { self == .always || self == .auto && isatty(STDOUT_FILENO) == 1 }
  }

  enum MaskName: String, ExpressibleByArgument, CaseIterable {
    case answers, lastAnswer = "last-answer", withoutEnd = "without-end", everything

    var mask: LossMask {
      switch self {
      case .answers: .answers
      case .lastAnswer: LossMask(turns: .last)
      case .withoutEnd: LossMask(endCounts: false)
      case .everything: .everything
      }
    }
  }

  func validate() throws {
    guard preview >= 0 else { throw ValidationError("--preview must not be negative") }
    guard difficultyRows >= 0 else {
      throw ValidationError("--difficulty-rows must not be negative")
    }
    if let maxLength, maxLength < 2 { throw ValidationError("--max-length must be at least 2") }
    guard model != nil || (maxLength == nil && template != "chat") else {
      throw ValidationError("--max-length and --template chat need --model")
    }
  }

  func run() throws {
    let folder = try model.map { name in
      var argument = ModelArgument()
      argument.model = name
      return try argument.folder()
    }
    let template = try exampleTemplate(template, model: folder)
    let tokenizer = try folder.map { try Tokenizer(folder: $0) }
    var rows: [InstructionFile.Row] = []
    var faults = Faults()
    try InstructionFile(URL(fileURLWithPath: file)).forEachRow(problem: { faults.add($0) }) {
      rows.append($0)
    }
    let tokens = tokenizer.map {
      TokenSummary(
        rows, template: template, tokenizer: $0, mask: mask.mask, maxLength: maxLength)
    }
    let report = DataReport(
      template: template.name, summary: DataSummary(rows), faults: faults,
      scorecard: Scorecard(rows), tokens: tokens,
      difficulty: try difficulty(of: rows, template, tokenizer, folder),
      preview: rows.prefix(preview).map { row in
        RowPreview(
          row, template: template, tokenizer: tokenizer, mask: mask.mask,
          isColoured: color.isWanted)
      })
    if json {
      try printJSON(report)
    } else {
      print(report.text(maxLength: maxLength))
    }
  }

  private func difficulty(
    of rows: [InstructionFile.Row], _ template: any ExampleTemplate, _ tokenizer: Tokenizer?,
    _ folder: URL?
  ) throws -> Difficulty? {
    guard difficultyRows > 0, let tokenizer, let folder else { return nil }
    return try Difficulty(
      rows.evenlySpaced(difficultyRows), template: template, tokenizer: tokenizer,
      model: GPT2LMHeadModel.load(folder))
  }
}

extension Array {
  /// At most `count` elements, the first among them.
  fileprivate func evenlySpaced(_ count: Int) -> [Element] {
    guard self.count > count else { return self }
    return (0..<count).map { self[$0 * self.count / count] }
  }
}
