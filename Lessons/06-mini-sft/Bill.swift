import Course

/// What the cards of the committed models say about their training.
struct Card: Decodable {
  /// Of a base model.
  let tokensSeen: Int?
  /// Of a model tuned on instructions.
  let tokens: Int?
  let labels: Int?
  let steps: Int?
  let parameters: Int?

  init(_ folder: URL) throws {
    let file = folder.appendingPathComponent("card.json")
    do {
      self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
    } catch {
      throw CardError(file: file, reason: "\(error)")
    }
  }
}

struct CardError: LocalizedError {
  let file: URL
  let reason: String
  var errorDescription: String? { "\(file.path) could not be read: \(reason)" }
  var recoverySuggestion: String? { "restore it from the repository" }
}

/// Tokens of tuning beside those of pre-training.
struct Bill {
  let pretraining: Int
  let runs: [(name: String, tokens: Int, labels: Int)]

  /// The lecture's figure.
  static let lecture = 1e-4

  func ratio(_ run: Int) -> Double { Double(runs[run].tokens) / Double(pretraining) }

  var table: Table {
    var table = Table(
      "Tokens",
      columns: [
        .left("training"), .right("tokens read"), .right("in the loss"),
        .right("read, of pre-training"), .right("in the loss, of pre-training"),
      ])
    table.add(
      "pre-training of mini", .integer(pretraining), .integer(pretraining), .percent(1, 1),
      .percent(1, 1))
    for run in runs {
      table.add(
        .label(run.name), .integer(run.tokens), .integer(run.labels),
        .percent(Double(run.tokens) / Double(pretraining), 1),
        .percent(Double(run.labels) / Double(pretraining), 1))
    }
    table.add(
      "the lecture's ten-thousandth", .integer(Int(Self.lecture * Double(pretraining))), "–",
      .percent(Self.lecture, 2), "–")
    return table
  }

  var evidence: [Claim.Evidence] {
    runs.indices.map { .init(runs[$0].name, .percent(ratio($0), 2)) }
      + [.init("the lecture", .percent(Self.lecture, 2))]
  }
}

extension TunedModel {
  /// Training losses, each the mean of some steps, and the evaluations.
  static func lossChart(_ mini: TunedModel, _ nano: TunedModel) -> LineChart {
    let length = max(1, mini.run.steps.count / 16)
    let training = stride(from: 0, to: mini.run.steps.count, by: length).map { start in
      let part = mini.run.steps[start..<min(start + length, mini.run.steps.count)]
      return Point(Double(start) + Double(part.count + 1) / 2, part.map(\.loss).mean)
    }
    func validation(_ model: TunedModel) -> [Point] {
      model.run.evaluations.map { Point(Double($0.step), $0.loss) }
    }
    return LineChart(
      "Loss of the answers", x: "step", y: "nats per token",
      [
        Series("mini, training", training), Series("mini, validation", validation(mini)),
        Series("nano, validation", validation(nano)),
      ])
  }

  var rateChart: LineChart {
    LineChart(
      "Learning rate", x: "step", y: "learning rate",
      [Series("mini", run.steps.map { Point(Double($0.step), Double($0.learningRate)) })])
  }
}
