import Foundation

/// A lesson's Exercises.swift, taken apart into exercises.
///
/// An exercise is a throwing function at column 0 whose documentation begins with
/// `/// Exercise 2.1: `, followed by the task. Its body is one solution between the lines
/// `// BEGIN SOLUTION` and `// END SOLUTION`. Other code of the file is left to the students.
public struct ExerciseFile: Sendable {
  public struct Exercise: Sendable {
    /// The lesson's number and the exercise's: 2.1.
    public let id: String
    /// The line of the function, from 1.
    let line: Int
    /// The lines of the solution with its markers, from 0.
    let solution: ClosedRange<Int>
  }

  public let exercises: [Exercise]
  private let lines: [String]

  /// Throws `WeavingError` with the line of what is wrong.
  public init(parsing text: String, file: String, lesson: Int) throws {
    lines = Weaving.lines(of: text)
    var parser = ExerciseParser(file: file, lesson: lesson)
    for (index, line) in lines.enumerated() { try parser.read(line, index: index) }
    exercises = try parser.finish()
  }

  /// The file with other lines in the place of each solution and its markers; nil leaves a solution
  /// as it is.
  public func text(replacingSolutions body: (Exercise) -> [String]?) -> String {
    var (result, next) = ([String](), 0)
    for exercise in exercises {
      result += lines[next..<exercise.solution.lowerBound]
      result += body(exercise) ?? Array(lines[exercise.solution])
      next = exercise.solution.upperBound + 1
    }
    return (result + lines[next...]).joined(separator: "\n")
  }

  /// The file as students get it.
  public var studentText: String {
    text { ["  throw Unsolved(\"\($0.id)\")"] }
  }

  /// A file that is no Exercises.swift reaches students as it is, so a solution in it is an error.
  public static func checkThatNoMarkers(standIn text: String, file: String) throws {
    for (index, line) in Weaving.lines(of: text).enumerated() where Marker.isMeant(by: line) {
      throw WeavingError(
        file: file, line: index + 1,
        reason: "a marker of a solution stands outside Exercises.swift",
        help: "exercises and their solutions stand in the lesson's Exercises.swift")
    }
  }
}

private enum Marker: String {
  case begin = "// BEGIN SOLUTION"
  case end = "// END SOLUTION"

  /// Whether a line is a marker or looks like a misspelt one, which would let a solution through.
  static func isMeant(by line: String) -> Bool {
    line.contains(/(?i)\b(BEGIN|END)[\s_-]*SOLUTION\b/)
  }
}

/// Goes through the file line by line.
private struct ExerciseParser {
  let file: String
  let lesson: Int

  /// Where in the file the parser is.
  private enum Place {
    case outside
    /// In a function, from its first line to the one that ends in `{`.
    case signature
    case body
  }

  private var exercises: [ExerciseFile.Exercise] = []
  private var place = Place.outside
  /// The exercise whose documentation or function this is, and the line of its heading, from 0.
  private var heading: (id: String, index: Int)?
  private var function = (index: 0, signature: "")
  private var begin: Int?
  private var end: Int?

  init(file: String, lesson: Int) {
    self.file = file
    self.lesson = lesson
  }

  mutating func read(_ line: String, index: Int) throws {
    if Marker.isMeant(by: line) { return try readMarker(line, index: index) }
    switch place {
    case .outside:
      if line.hasPrefix("///") {
        try readDocumentation(line, index: index)
      } else if line.contains(/^([a-z]+ )*func\b/) {
        function = (index, "")
        try readSignature(line, index: index)
      } else if line.isEmpty || line.first == "}" {
        try checkThatNoHeadingWaits()
      }
    case .signature: try readSignature(line, index: index)
    case .body:
      if line == "}" {
        try closeFunction(index)
      } else if heading != nil, begin == nil || end != nil, !line.allSatisfy(\.isWhitespace) {
        throw error(
          index, "code of exercise \(heading!.id) stands outside its solution",
          "a solution is the whole body of its function")
      }
    }
  }

  private mutating func readMarker(_ line: String, index: Int) throws {
    guard let marker = Marker(rawValue: line.trimmingCharacters(in: .whitespaces)) else {
      throw error(
        index, "this is not a marker as it should be",
        "write \(Marker.begin.rawValue) or \(Marker.end.rawValue), alone on a line")
    }
    guard place == .body, let heading else {
      throw error(
        index, "\(marker.rawValue) stands outside an exercise's function",
        "an exercise is a function at column 0 below `/// Exercise \(lesson).1: `")
    }
    switch marker {
    case .begin:
      if let begin {
        throw error(
          index, "exercise \(heading.id) begins a solution on line \(begin + 1) already",
          "give each exercise one solution, which ends with \(Marker.end.rawValue)")
      }
      begin = index
    case .end:
      guard begin != nil, end == nil else {
        throw error(
          index, "\(marker.rawValue) ends nothing", "begin with \(Marker.begin.rawValue)")
      }
      end = index
    }
  }

  private mutating func readDocumentation(_ line: String, index: Int) throws {
    guard line.contains(/^\/\/\/ *(?i:exercise) +[0-9]/) else { return }
    guard let match = line.firstMatch(of: /^\/\/\/ Exercise (([0-9]+)\.[1-9][0-9]*): \S/),
      match.2 == "\(lesson)"
    else {
      throw error(
        index, "this is not the heading of an exercise of lesson \(lesson)",
        "write `/// Exercise \(lesson).1: ` and the task")
    }
    try checkThatNoHeadingWaits()
    let id = String(match.1)
    if let other = exercises.first(where: { $0.id == id }) {
      throw error(
        index, "exercise \(id) stands on line \(other.line) already", "give it the next number")
    }
    heading = (id, index)
  }

  private func checkThatNoHeadingWaits() throws {
    guard let heading else { return }
    throw error(
      heading.index, "exercise \(heading.id) has no function", "put it directly below its task")
  }

  private mutating func readSignature(_ line: String, index: Int) throws {
    function.signature += line + " "
    place = line.hasSuffix("{") ? .body : .signature
    if line.hasSuffix("}") { try closeFunction(index) }
  }

  private mutating func closeFunction(_ index: Int) throws {
    defer { (place, heading, begin, end) = (.outside, nil, nil, nil) }
    guard let heading else { return }
    guard function.signature.contains(/\bthrows\b/) else {
      throw error(
        function.index, "exercise \(heading.id) does not throw",
        "declare it `throws`: the student edition has `throw Unsolved` in place of its solution")
    }
    guard let begin else {
      throw error(
        function.index, "exercise \(heading.id) has no solution",
        "put its body between \(Marker.begin.rawValue) and \(Marker.end.rawValue)")
    }
    guard let end else {
      throw error(
        begin, "the solution of exercise \(heading.id) does not end",
        "close it with \(Marker.end.rawValue) before the function's last line")
    }
    exercises.append(
      .init(id: heading.id, line: function.index + 1, solution: begin...end))
  }

  mutating func finish() throws -> [ExerciseFile.Exercise] {
    if let begin, end == nil {
      throw error(begin, "the solution does not end", "close it with \(Marker.end.rawValue)")
    }
    guard place == .outside else {
      throw error(function.index, "the function does not end", "close it with } at column 0")
    }
    try checkThatNoHeadingWaits()
    guard !exercises.isEmpty else {
      throw error(
        0, "there is no exercise in it",
        "begin the documentation of a function with `/// Exercise \(lesson).1: ` and the task")
    }
    return exercises
  }

  private func error(_ index: Int, _ reason: String, _ help: String) -> WeavingError {
    WeavingError(file: file, line: index + 1, reason: reason, help: help)
  }
}
