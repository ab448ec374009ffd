import Course

/// Which families the chat model answers best in its own template, by validation tasks.
struct BestFamilies: Codable {
  struct Family: Codable {
    let family: InstructionFamily
    let right: Double
  }

  let all: [Family]

  static let count = 6
  static let maxTokens = 32

  /// JSON has a section of its own, and its answers are longer than the limit here.
  init(
    _ model: GPT2LMHeadModel, _ instructions: Instructions, _ template: InstructionTemplate,
    _ tokenizer: Tokenizer, tasksEach: Int
  ) throws {
    let families = InstructionMixture.general.parts.map(\.family).filter { $0 != .extraction }
    let tasks = try families.map { try instructions.atMost(tasksEach, of: $0, .validation) }
    let hits = try Asked(
      model, Array(tasks.joined()), template, tokenizer, maxTokens: Self.maxTokens
    ).hits
    var place = 0
    all = zip(families, tasks).map { family, tasks in
      defer { place += tasks.count }
      return Family(family: family, right: hits[place..<place + tasks.count].map { $0 }.mean)
    }
  }

  /// Of equally good ones the first in the mixture.
  var best: [InstructionFamily] {
    all.enumerated().sorted { ($1.element.right, $0.offset) < ($0.element.right, $1.offset) }
      .prefix(Self.count).map(\.element.family)
  }
}

extension Instructions {
  /// Small families hold fewer tasks.
  func atMost(_ count: Int, of family: InstructionFamily, _ split: Split) throws
    -> [InstructionTask]
  {
    do { return try tasks(family, count, split, seed: 1) } catch let end as InstructionsExhausted {
      return try tasks(family, end.found, split, seed: 1)
    }
  }
}

/// One model, asked the same tasks in one way after the other; the first is its own.
struct ChatMismatch {
  let names: [String]
  let asked: [Asked]

  private func loss(_ place: Int) -> PairedDifferences {
    PairedDifferences([zip(asked[0].hits, asked[place].hits).map { $0 - $1 }])
  }

  /// Points lost.
  func loss(_ name: String) -> Double { 100 * loss(names.firstIndex(of: name)!).mean }

  func right(_ name: String) -> Double { asked[names.firstIndex(of: name)!].hits.mean }

  /// The mean over whole other templates.
  var others: Double {
    asked.suffix(InstructionTemplate.names.count).map(\.hits.mean).mean
  }

  var chart: BarChart {
    BarChart(
      "The chat model, asked in other ways", value: .percent("right"),
      zip(names, asked).map { name, asked in
        let interval = PairedDifferences([asked.hits]).interval()
        return Bar(
          name, asked.hits.mean, low: interval.lowerBound, high: interval.upperBound)
      }, direction: .horizontal, reference: Reference(asked[0].hits.mean, "its own"))
  }

  var table: Table {
    var table = Table(
      "What each change costs",
      columns: [
        .left("asked with"), .right("right"), .right("loss, points"), .right("from"),
        .right("to"), .right("ended by itself"),
      ])
    for (place, name) in names.enumerated() {
      let loss = loss(place)
      let interval = loss.interval()
      let isOwn = place == 0
      table.add(
        .label(name), .percent(asked[place].hits.mean, 1),
        isOwn ? .text("") : .fixed(100 * loss.mean, 1),
        isOwn ? .text("") : .fixed(100 * interval.lowerBound, 1),
        isOwn ? .text("") : .fixed(100 * interval.upperBound, 1),
        .percent(asked[place].ended))
    }
    return table
  }
}
