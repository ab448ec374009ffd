import Adapters
import FineTuning
import Foundation
import Models

/// What a task makes of the model and the files of a command line.
protocol TrainSubject {
  associatedtype Model: LanguageModel
  associatedtype Base: AdaptableModel
  var model: Model { get }
  /// The part of it that an adapter goes to.
  var base: Base { get }
  /// What is trained instead of the model's own weights; nil as long as those are.
  var adapter: Adapter? { get set }
  var rows: TrainRows { get }
  /// The names of the classes; nil without classes.
  var labels: [String]? { get }
  /// What the report asks before and after.
  var questions: [TrainQuestion] { get }

  /// What the model says to the questions as it is now.
  func answers() throws -> [String]
  /// How it does on the validation rows as it is now; nil without classes.
  func scores() throws -> ClassScores?
  /// Writes config.json and model.safetensors.
  func save(to folder: URL) throws
  /// Writes what an adapter's own files do not say; nothing without classes.
  func saveLabels(to folder: URL) throws
}

extension TrainSubject {
  func saveLabels(to folder: URL) throws {}

  var labels: [String]? { nil }
  func scores() throws -> ClassScores? { nil }
}

extension TrainSubject {
  /// What the model says without an adapter.
  func answersOfBase() throws -> [String] {
    try adapter?.whileInactive(answers) ?? answers()
  }
}

struct TrainQuestion {
  let text: String
  let expected: String

  /// So many of the rows are asked.
  static let count = 4
  /// An answer has so many tokens at most.
  static let answerTokens = 64
}

/// The rows of a run in tokens.
struct TrainRows {
  let training: [EncodedExample]
  let validation: [EncodedExample]

  var summary: String {
    let tokens = training.reduce(0) { $0 + $1.count }
    let labels = training.reduce(0) { $0 + $1.labelCount }
    return "\(training.count) rows of \(tokens) tokens, \(labels) of them counted"
      + (validation.isEmpty ? "" : "; \(validation.count) rows to validate on")
  }
}
