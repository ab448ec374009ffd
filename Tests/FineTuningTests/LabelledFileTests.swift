import FineTuning
import Foundation
import Testing

@Suite struct LabelledFileTests {
  typealias Reason = LabelledFileError.Reason

  /// Reads a file of these bytes and gives its rows as `label: text`.
  private func read(
    _ bytes: some Sequence<UInt8>, as name: String, text: String = "text", label: String = "label",
    labels: [String]? = nil
  ) throws -> (rows: [String], classes: [String]) {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent(name)
      try Data(bytes).write(to: file)
      let read = try LabelledFile(file, text: text, label: label, labels: labels)
      return (read.rows.map { "\(read.classes[$0.label]): \($0.text)" }, read.classes)
    }
  }

  private func expect(
    _ reason: Reason, line: Int?, in bytes: some Sequence<UInt8>, as name: String,
    labels: [String]? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let error = #expect(throws: LabelledFileError.self, sourceLocation: sourceLocation) {
      try read(bytes, as: name, labels: labels)
    }
    guard let error else { return }
    #expect(error.reason == reason && error.line == line, sourceLocation: sourceLocation)
    let place = error.file.path + (line.map { ":\($0): " } ?? ": ")
    #expect(error.errorDescription!.hasPrefix(place), sourceLocation: sourceLocation)
    #expect(error.recoverySuggestion!.count > 10, sourceLocation: sourceLocation)
  }

  // MARK: What is read

  @Test func columnsAreFoundByName() throws {
    let csv = try read(
      "id,mood,review\n1,good,很好\n2,bad,很差\n".utf8, as: "a.csv",
      text: "review", label: "mood")
    #expect(csv.rows == ["good: 很好", "bad: 很差"])
    #expect(csv.classes == ["bad", "good"])
    let tsv = try read("label\ttext\ngood\t好, 很好\nbad\t\"a\tb\"".utf8, as: "a.TSV")
    #expect(tsv.rows == ["good: 好, 很好", "bad: a\tb"])
    let lines = [
      #"{"text": "很好\n", "label": "good", "n": 1}"#, "",
      #"{"label": "bad", "text": "\u5f88\u5dee"}"#,
    ]
    let jsonl = try read(lines.joined(separator: "\n").utf8, as: "a.jsonl")
    #expect(jsonl.rows == ["good: 很好\n", "bad: 很差"])
  }

  @Test func quotedFieldsHoldSeparatorsQuotesAndLineEnds() throws {
    let csv = "text,label\n\"a,\"\"b\"\"\nc\",x\n\"\"\"\",y\nplain \"quote\",y\n"
    #expect(
      try read(csv.utf8, as: "a.csv").rows == ["x: a,\"b\"\nc", "y: \"", "y: plain \"quote\""])
  }

  @Test(arguments: ["\n", "\r\n"])
  func byteOrderMarksAndBothLineEndsAreRead(end: String) throws {
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    let csv = ["text,label", "", "好,x", "差,y", ""].joined(separator: end)
    #expect(try read(mark + csv.utf8, as: "a.csv").rows == ["x: 好", "y: 差"])
    let jsonl = [#"{"text":"好","label":"x"}"#, "", #"{"text":"差","label":"y"}"#]
      .joined(separator: end)
    #expect(try read(mark + jsonl.utf8, as: "a.jsonl").rows == ["x: 好", "y: 差"])
  }

  @Test func whiteSpaceIsNoPartOfALabelOrColumnName() throws {
    let csv = try read("text, label\n a ,x \nb, y\nc,x\n".utf8, as: "a.csv")
    #expect(csv.rows == ["x:  a ", "y: b", "x: c"])
    #expect(csv.classes == ["x", "y"])
  }

  @Test func givenLabelsFixTheOrderOfTheClasses() throws {
    let csv = "text,label\na,neg\nb,pos\n"
    let read = try read(csv.utf8, as: "a.csv", labels: ["pos", "none", "neg"])
    #expect(read.classes == ["pos", "none", "neg"])
    #expect(read.rows == ["neg: a", "pos: b"])
    expect(
      .unknownLabel("neg", known: ["pos", "bad"]), line: 2, in: csv.utf8, as: "a.csv",
      labels: ["pos", "bad"])
  }

  // MARK: What is refused

  @Test func filesThatCannotBeReadAreNamed() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("none.csv")
      #expect(throws: LabelledFileError(file: file, line: nil, reason: .missing)) {
        try LabelledFile(file)
      }
      let error = #expect(throws: LabelledFileError.self) { try LabelledFile(folder) }
      guard case .unreadable(let words) = error?.reason else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(!words.isEmpty)
    }
    expect(.unknownKind, line: nil, in: "text,label\na,b\n".utf8, as: "a.txt")
    expect(.empty, line: nil, in: [], as: "a.csv")
    expect(.empty, line: nil, in: [0xef, 0xbb, 0xbf], as: "a.jsonl")
    expect(.empty, line: nil, in: "\n\n".utf8, as: "a.csv")
    expect(.noRows, line: nil, in: "text,label\n".utf8, as: "a.csv")
    expect(.noRows, line: nil, in: " \r\n".utf8, as: "a.jsonl")
  }

  @Test func brokenUTF8IsFoundToTheByte() {
    let start = Array("text,label\n好,x\n差".utf8)
    expect(.notUTF8(byte: 4), line: 3, in: start + [0xff, 0x2c], as: "a.csv")
    // The start of a character that the file's end cuts off.
    expect(.notUTF8(byte: 4), line: 3, in: start + [0xe5, 0xa5], as: "a.tsv")
    // GBK, as Excel saves it.
    expect(.notUTF8(byte: 1), line: 2, in: Array("text\n".utf8) + [0xba, 0xc3], as: "a.csv")
    // A surrogate, which UTF-8 may not hold.
    expect(.notUTF8(byte: 1), line: 1, in: [0xed, 0xa0, 0x80], as: "a.jsonl")
  }

  @Test func columnsThatAreMissingOrDoubleAreNamed() {
    expect(
      .missingColumn("label", found: ["text", "mood"]), line: 2, in: "\ntext, mood\na,b\n".utf8,
      as: "a.csv")
    expect(
      .missingColumn("text", found: ["text;label"]), line: 1, in: "text;label\n".utf8, as: "a.csv")
    expect(.columnTwice("text"), line: 1, in: "text,text,label\n".utf8, as: "a.csv")
    let good = #"{"text": "a", "label": "x"}"# + "\n"
    expect(
      .missingColumn("label", found: ["n", "text"]), line: 2,
      in: (good + #"{"text": "a", "n": 1}"#).utf8, as: "a.jsonl")
  }

  /// Each mistake stands behind a quoted field of three lines, which must be counted.
  @Test(
    arguments: [
      ("a", .fieldCount(1, expected: 2), 5), ("a,b,c", .fieldCount(3, expected: 2), 5),
      ("a,\"b", .unclosedQuote, 5), ("a,\"b\nc", .unclosedQuote, 5),
      ("\"a\nb\"c,d", .textAfterQuote, 6), ("\"a\" ,d", .textAfterQuote, 5),
      (" ,b", .emptyText, 5), ("\"\",b", .emptyText, 5), ("a,", .emptyLabel, 5),
    ] as [(String, Reason, Int)], ["\n", "\r\n"])
  func linesAreRightAfterAFieldOfSeveral(mistake: (String, Reason, Int), end: String) {
    let csv = "text,label\n\"1\n2\n3\",x\n\(mistake.0)\nlast,y\n".replacing("\n", with: end)
    expect(mistake.1, line: mistake.2, in: csv.utf8, as: "a.csv")
  }

  @Test(
    arguments: [
      ("[1]", .notAnObject), ("{", .notAnObject), ("7", .notAnObject),
      (#"{"text": "a", "label": "b"} {}"#, .notAnObject),
      (#"{"text": "a", "label": 1}"#, .notAString("label")),
      (#"{"text": null, "label": "x"}"#, .notAString("text")),
      (#"{"text": "a", "label": true}"#, .notAString("label")),
      (#"{"text": " ", "label": "x"}"#, .emptyText), (#"{"text": "a", "label": ""}"#, .emptyLabel),
    ] as [(String, Reason)])
  func linesThatAreNoRowAreNamed(line: String, reason: Reason) {
    let good = #"{"text": "a", "label": "x"}"#
    expect(reason, line: 3, in: "\(good)\n\n\(line)\n\(good)\n".utf8, as: "a.jsonl")
  }

  @Test func oneClassIsNotEnough() {
    let csv = "text,label\na,x\nb,x\n"
    expect(.oneClass("x"), line: nil, in: csv.utf8, as: "a.csv")
    expect(.oneClass("x"), line: nil, in: csv.utf8, as: "a.csv", labels: ["x", "y"])
  }

  @Test func messagesSayWhatWasFound() {
    let file = URL(fileURLWithPath: "/data/mine.csv")
    func message(_ line: Int?, _ reason: Reason) -> String {
      LabelledFileError(file: file, line: line, reason: reason).errorDescription!
    }
    #expect(
      message(1, .missingColumn("label", found: ["text", "mood"]))
        == #"/data/mine.csv:1: there is no column "label", only "text", "mood""#)
    #expect(message(3, .notUTF8(byte: 4)) == "/data/mine.csv:3: byte 4 of the line is not UTF-8")
    #expect(
      message(5, .fieldCount(1, expected: 2))
        == "/data/mine.csv:5: it has 1 field, and the first line names 2")
    #expect(message(nil, .missing) == "/data/mine.csv: it does not exist")
  }
}
