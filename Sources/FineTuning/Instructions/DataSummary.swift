/// What a file of instruction data holds, in counts.
public struct DataSummary: Sendable, Codable, Equatable {
  public let rows: Int
  /// Rows by the name of their form.
  public let forms: [String: Int]
  /// Characters (grapheme clusters) of what is asked, system texts and earlier answers aside.
  public let questionCharacters: Lengths
  /// Characters of all answers of a row.
  public let answerCharacters: Lengths
  /// Letters by script, as shares of all letters.
  public let scripts: [String: Double]
  /// Rows by the script of at least 80 % of their letters; "mixed" where none has as many.
  public let rowsByScript: [String: Int]
  /// Rows that repeat the turns of an earlier row to the letter.
  public let exactDuplicates: [Repetition]
  /// Of the others, those that nearly repeat an earlier row: see `NearDuplicates`.
  public let nearDuplicates: [Repetition]

  /// A row and the earlier one that it repeats, by their numbers.
  public struct Repetition: Sendable, Codable, Equatable {
    public let row: Int
    public let earlier: Int
    public let similarity: Double

    package init(row: Int, earlier: Int, similarity: Double) {
      self.row = row
      self.earlier = earlier
      self.similarity = similarity
    }
  }

  public init(_ rows: [InstructionFile.Row], threshold: Double = 0.7) {
    var letters = ScriptCount()
    var rowsByScript: [String: Int] = [:]
    var first: [[String]: Int] = [:]
    var exact: [Repetition] = []
    var unique: [Int] = []
    for (place, row) in rows.enumerated() {
      let turns = row.example.turns
      let own = ScriptCount(turns)
      letters.add(own)
      rowsByScript[own.main, default: 0] += 1
      let words = turns.flatMap { [$0.role.rawValue, $0.text] }
      if let earlier = first[words] {
        exact.append(Repetition(row: row.number, earlier: earlier, similarity: 1))
      } else {
        first[words] = row.number
        unique.append(place)
      }
    }
    let near = NearDuplicates(
      of: unique.lazy.map { rows[$0].example.turns.map(\.text).joined(separator: "\n") },
      threshold: threshold)
    self.rows = rows.count
    forms = rows.reduce(into: [:]) { $0[$1.form.rawValue, default: 0] += 1 }
    questionCharacters = Lengths(rows.map { $0.example.question.count })
    answerCharacters = Lengths(rows.map { $0.example.answer.count })
    scripts = letters.shares
    self.rowsByScript = rowsByScript
    exactDuplicates = exact
    nearDuplicates = near.matches.map { match in
      Repetition(
        row: rows[unique[match.place]].number, earlier: rows[unique[match.earlier]].number,
        similarity: match.similarity)
    }
  }
}

/// The mean and some ranks of lengths; all 0 where there are none.
public struct Lengths: Sendable, Codable, Equatable {
  public let count: Int
  public let mean: Double
  public let median: Int
  /// The smallest length that at least 95 % of them do not exceed.
  public let percentile95: Int
  public let maximum: Int

  public init(_ lengths: [Int]) {
    let sorted = lengths.sorted()
    func rank(_ percent: Int) -> Int {
      sorted.isEmpty ? 0 : sorted[(sorted.count * percent + 99) / 100 - 1]
    }
    count = sorted.count
    mean = sorted.isEmpty ? 0 : Double(sorted.reduce(0, +)) / Double(sorted.count)
    median = rank(50)
    percentile95 = rank(95)
    maximum = sorted.last ?? 0
  }
}

extension Example {
  /// What the user says, and the instruction with its input.
  var question: String {
    switch self {
    case .instruction(let instruction, let input, _): joined(instruction, input)
    case .completion(let prompt, _): prompt
    case .conversation(let turns): turns.texts(of: .user)
    }
  }

  var answer: String {
    switch self {
    case .instruction(_, _, let output): output
    case .completion(_, let completion): completion
    case .conversation(let turns): turns.texts(of: .assistant)
    }
  }
}

extension [Turn] {
  fileprivate func texts(of role: Role) -> String {
    filter { $0.role == role }.map(\.text).joined(separator: "\n")
  }
}

/// How many letters of a text are of which script.
private struct ScriptCount {
  private var counts = [Int](repeating: 0, count: Script.allCases.count)

  private enum Script: Int, CaseIterable {
    case latin, han, kana, hangul, cyrillic, greek, arabic, devanagari, other
  }

  init(_ turns: [Turn] = []) {
    for turn in turns {
      for scalar in turn.text.unicodeScalars {
        if let script = Self.script(of: scalar) { counts[script.rawValue] += 1 }
      }
    }
  }

  mutating func add(_ other: ScriptCount) {
    for place in counts.indices { counts[place] += other.counts[place] }
  }

  var shares: [String: Double] {
    let sum = counts.reduce(0, +)
    return Script.allCases.reduce(into: [:]) { shares, script in
      let count = counts[script.rawValue]
      if count > 0 { shares["\(script)"] = Double(count) / Double(sum) }
    }
  }

  var main: String {
    let sum = counts.reduce(0, +)
    if sum == 0 { return "none" }
    let main = Script.allCases.first { counts[$0.rawValue] * 5 >= sum * 4 }
    return main.map { "\($0)" } ?? "mixed"
  }

  /// Nil for what is no letter. Ranges of Unicode's blocks, full-width Latin included.
  private static func script(of scalar: Unicode.Scalar) -> Script? {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A: .latin
    case 0..<0x80: nil
    case 0x3041...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9D: .kana
    case 0x3005, 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: .han
    case _ where !scalar.properties.isAlphabetic: nil
    case 0x80...0x24F, 0x1E00...0x1EFF, 0xFF21...0xFF3A, 0xFF41...0xFF5A: .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
    case 0x400...0x52F: .cyrillic
    case 0x600...0x6FF, 0x750...0x77F: .arabic
    case 0x900...0x97F: .devanagari
    case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7A3: .hangul
    default: .other
    }
  }
}
