import Course

/// Texts with labels, and what it takes to write them as rows of instructions: the question that all
/// rows share, and the words that stand for the labels.
struct LabelledSet {
  let name: String
  let instruction: String
  /// The answer of each label.
  let answers: [String]
  let rows: [(text: String, label: Int)]
}

extension LabelledSet {
  /// The text as the input, the label's word as the output.
  var examples: [Example] {
    rows.map { .instruction(instruction, input: $0.text, output: answers[$0.label]) }
  }

  /// A row's text and label, read from nothing but the row and the list of answers. Throws
  /// `UnknownAnswer`.
  func labelled(_ example: Example) throws(UnknownAnswer) -> (text: String, label: Int) {
    guard case .instruction(_, let input, let output) = example,
      let label = answers.firstIndex(where: { $0.utf8.elementsEqual(output.utf8) })
    else { throw UnknownAnswer(answer: example.turns.last?.text ?? "") }
    return (input, label)
  }
}

/// An answer that stands for no label of the set.
struct UnknownAnswer: LocalizedError, Equatable {
  let answer: String
  var errorDescription: String? { "“\(answer)” is no answer of the set" }
}

/// What became of a set on its way into a file and back.
struct RoundTrip {
  let set: String
  let rows: Int
  let bytes: Int
  /// Rows whose text came back byte by byte.
  let equalTexts: Int
  let equalLabels: Int
  /// Answers that stood for no label.
  let unknown: Int

  var isExact: Bool { equalTexts == rows && equalLabels == rows && unknown == 0 }

  /// - Parameter reader: reads the file back, where that is not the set that wrote it.
  init(_ set: LabelledSet, readBy reader: LabelledSet? = nil, in folder: URL) throws {
    let file = folder.appendingPathComponent("rows.jsonl")
    try InstructionFile.write(set.examples, as: .alpaca, to: file)
    let read = try InstructionFile(file).rows().map(\.example)
    var (texts, labels, unknown) = (0, 0, 0)
    for (row, example) in zip(set.rows, read) {
      do throws(UnknownAnswer) {
        let back = try (reader ?? set).labelled(example)
        // Swift's == would take é in one sign and é in two for equal.
        if back.text.utf8.elementsEqual(row.text.utf8) { texts += 1 }
        if back.label == row.label { labels += 1 }
      } catch {
        unknown += 1
      }
    }
    self.set = set.name
    rows = read.count == set.rows.count ? read.count : 0
    bytes = try Data(contentsOf: file).count
    (equalTexts, equalLabels, self.unknown) = (texts, labels, unknown)
  }
}

func roundTripTable(_ title: String, _ trips: [RoundTrip]) -> Table {
  var table = Table(
    title,
    columns: [
      .left("set"), .right("rows"), .right("bytes of the file"), .right("equal texts"),
      .right("equal labels"), .right("unknown answers"),
    ])
  for trip in trips {
    table.add(
      .label(trip.set), .integer(trip.rows), .number(Double(trip.bytes), .bytes),
      .integer(trip.equalTexts), .integer(trip.equalLabels), .integer(trip.unknown))
  }
  return table
}
