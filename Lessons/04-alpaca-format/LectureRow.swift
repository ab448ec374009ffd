import Course

/// The lecture's example row (000, lines 29 to 39), from how it is printed to a row that a program
/// reads. Each step mends one thing in the text of the step before.
struct LectureRow {
  struct Step {
    let name: String
    let text: String
  }

  static let printed = """
    {

    "instruction": "你现在在做一项情感分类的任务，如果是积极情感，则回答积极。消极情感则回答消极。"
    "input"：他家的奶茶超级好喝。。。
    "output"：“积极”

    }
    """

  static let steps: [Step] = {
    var text = printed
    var steps = [Step(name: "as printed", text: text)]
    for (name, wrong, right) in mends {
      text = text.replacing(wrong, with: right)
      steps.append(Step(name: name, text: text))
    }
    return steps
  }()

  private static let mends = [
    ("one line", "\n", " "),
    ("a comma after the instruction", "。\" ", "。\", "),
    ("ASCII colons", "\"：", "\": "),
    ("quotes around the input, a comma after it", "他家的奶茶超级好喝。。。", "\"他家的奶茶超级好喝。。。\","),
    ("straight quotes around the output", "“积极”", "\"积极\""),
  ]
}

/// What a reader of files makes of a text: the row, or the words of its complaint.
enum Reading {
  case row(Example)
  case complaint(String)

  /// Writes the text into a file of its own and reads it as a user would.
  init(_ text: String, in folder: URL) throws {
    let file = folder.appendingPathComponent("row.jsonl")
    try writeAtomically(Data(text.utf8), to: file)
    do {
      self = .row(try InstructionFile(file).rows()[0].example)
    } catch let error as InstructionFileError {
      guard case .brokenJSON(let words) = error.reason else {
        self = .complaint(error.errorDescription!.replacing(file.path, with: "row.jsonl"))
        return
      }
      self = .complaint(words)
    }
  }

  var example: Example? { if case .row(let example) = self { example } else { nil } }
}

func mendingTable(_ readings: [Reading]) -> Table {
  var table = Table(
    "Mending the row", columns: [.left("the text so far"), .left("what the reader says")])
  for (step, reading) in zip(LectureRow.steps, readings) {
    switch reading {
    case .row: table.add(.label(step.name), "a row")
    case .complaint(let words): table.add(.label(step.name), .text(words))
    }
  }
  return table
}
