import Testing
import Weaving

@Suite struct ExerciseFileTests {
  static let text = """
    import Course

    /// Exercise 2.1: Add two numbers.
    ///
    /// Hint: there is an operator.
    func add(_ a: Int, _ b: Int) throws -> Int {
      // BEGIN SOLUTION
      let sum = a + b
      func same() -> Int {
        sum
      }
      return same()
      // END SOLUTION
    }

    /// Half of it.
    func half(_ a: Int) -> Int { a / 2 }

    struct Pair {
      var sum: Int
    }

    /// Exercise 2.2: Multiply.
    @discardableResult
    func multiply(
      _ a: Int, by b: Int
    ) throws -> Int {

      // BEGIN SOLUTION
      a * b
      // END SOLUTION
    }

    """

  func parse(_ text: String) throws -> ExerciseFile {
    try ExerciseFile(parsing: text, file: "Exercises.swift", lesson: 2)
  }

  @Test func studentsGetTheFileWithoutItsSolutions() throws {
    let file = try parse(Self.text)
    #expect(file.exercises.map(\.id) == ["2.1", "2.2"])
    #expect(
      file.studentText == """
        import Course

        /// Exercise 2.1: Add two numbers.
        ///
        /// Hint: there is an operator.
        func add(_ a: Int, _ b: Int) throws -> Int {
          throw Unsolved("2.1")
        }

        /// Half of it.
        func half(_ a: Int) -> Int { a / 2 }

        struct Pair {
          var sum: Int
        }

        /// Exercise 2.2: Multiply.
        @discardableResult
        func multiply(
          _ a: Int, by b: Int
        ) throws -> Int {

          throw Unsolved("2.2")
        }

        """)
  }

  @Test func otherSolutionsTakeTheirPlace() throws {
    let text = try parse(Self.text).text { $0.id == "2.1" ? ["  return 0", ""] : ["  0"] }
    #expect(text.contains("-> Int {\n  return 0\n\n}"))
    #expect(text.contains("\n\n  0\n}\n") && !text.contains("SOLUTION"))
    #expect(try parse(Self.text).text { _ in nil } == Self.text)
  }

  @Test(
    arguments: [
      // Markers.
      ("  // END SOLUTION\n}\n\n/// Half", "}\n\n/// Half", 7, "does not end"),
      ("  // BEGIN SOLUTION\n  let", "  let", 7, "code of exercise 2.1 stands outside"),
      ("  let sum = a + b\n", "  // BEGIN SOLUTION\n", 8, "begins a solution on line 7 already"),
      ("  let sum = a + b\n", "  // END SOLUTION\n", 9, "stands outside its solution"),
      ("  // BEGIN SOLUTION\n  let", "  // END SOLUTION\n  let", 7, "ends nothing"),
      ("  // END SOLUTION\n", "  // END SOLUTION\n  // END SOLUTION\n", 14, "ends nothing"),
      ("import Course\n", "// BEGIN SOLUTION\n", 1, "stands outside an exercise's function"),
      ("  var sum: Int", "  // BEGIN SOLUTION", 20, "stands outside an exercise's function"),
      (
        "func half(_ a: Int) -> Int { a / 2 }",
        "func half(_ a: Int) -> Int {\n  // BEGIN SOLUTION\n  a / 2\n  // END SOLUTION\n}", 18,
        "stands outside an exercise's function"
      ),
      ("  // BEGIN SOLUTION\n  a * b", "  // begin solution\n  a * b", 29, "not a marker"),
      ("  // BEGIN SOLUTION\n  a * b", "  //BEGIN SOLUTION\n  a * b", 29, "not a marker"),
      ("  // BEGIN SOLUTION\n  a * b", "  // BEGIN SOLUTION 2.2\n  a * b", 29, "not a marker"),
      ("  a * b\n  // END SOLUTION", "  a * b  // END SOLUTION", 30, "not a marker"),
      ("  // BEGIN SOLUTION\n  a * b\n  // END SOLUTION\n", "  a * b\n", 29, "stands outside"),
      ("  // BEGIN SOLUTION\n  a * b\n  // END SOLUTION\n", "", 25, "has no solution"),
      (
        "  // END SOLUTION\n}\n\n/// Half", "  // END SOLUTION\n  print()\n}\n\n/// Half", 14,
        "stands outside its solution"
      ),
      ("\n  // END SOLUTION\n}\n", "\n", 7, "does not end"),
      // Functions.
      (") throws -> Int {\n\n", ") -> Int {\n\n", 25, "does not throw"),
      (
        "/// Exercise 2.2: Multiply.\n@discardableResult\n", "/// Exercise 2.2: Multiply.\n\n", 23,
        "has no function"
      ),
      (
        "/// Exercise 2.2: Multiply.", "/// Exercise 2.1: Multiply.", 23, "stands on line 6 already"
      ),
      ("/// Exercise 2.2: Multiply.", "/// Exercise 3.1: Multiply.", 23, "not the heading"),
      ("/// Exercise 2.2: Multiply.", "/// Exercise 2.2 Multiply.", 23, "not the heading"),
      ("/// Half of it.", "/// Exercise 2.3: Halve.", 17, "does not throw"),
      (
        "/// Half of it.\nfunc half(_ a: Int) ->",
        "/// Exercise 2.3: Halve.\nfunc half(_ a: Int) throws ->", 17, "has no solution"
      ),
    ])
  func whatIsMalformedIsAnErrorWithItsLine(
    old: String, new: String, line: Int, reason: String
  ) throws {
    let broken = try #require(Self.text.contains(old) ? Self.text : nil)
      .replacing(old, with: new, maxReplacements: 1)
    let error = try #require(throws: WeavingError.self) { try parse(broken) }
    #expect(error.file == "Exercises.swift" && error.line == line, "\(error)")
    #expect(error.reason.contains(reason), "\(error)")
    #expect(!error.help.isEmpty)
  }

  @Test func aFileThatEndsTooEarlyIsAnError() throws {
    let (head, tail) = (Self.text.firstRange(of: "  a * b\n")!, "the function does not end")
    let open = try #require(throws: WeavingError.self) {
      try parse(String(Self.text[..<head.upperBound]))
    }
    #expect(open.line == 29 && open.reason == "the solution does not end")
    let closed = try #require(throws: WeavingError.self) {
      try parse(Self.text[..<head.upperBound] + "  // END SOLUTION\n")
    }
    #expect(closed.line == 25 && closed.reason == tail)
    let empty = try #require(throws: WeavingError.self) { try parse("import Course\n") }
    #expect(empty.line == 1 && empty.reason == "there is no exercise in it")
  }

  @Test func noOtherFileMayHaveMarkers() throws {
    try ExerciseFile.checkThatNoMarkers(
      standIn: "// the solution begins\nlet solution = 1\n", file: "main.swift")
    let error = try #require(throws: WeavingError.self) {
      try ExerciseFile.checkThatNoMarkers(
        standIn: "let x = 1\n  // Begin Solution\n", file: "Checks.swift")
    }
    #expect(error.errorDescription?.hasPrefix("Checks.swift:2: ") == true)
  }
}
