import Foundation
import Notebook

/// A text that the solution of an exercise gave; what each does to its process is what is tested.
func solve(_ way: String) throws -> String {
  switch way {
  case "print": print("the solution prints")
  case "throw": throw CocoaError(.fileNoSuchFile)
  case "nothing": throw Unsolved("99.3")
  case "trap": return [String]()[way.count]
  case "exit": exit(0)
  case "loop": while !way.isEmpty { usleep(1000) }
  default: break
  }
  return way
}

@_cdecl("lesson_exercises")
func addExercises() {
  let isSolved = ProcessInfo.processInfo.environment["FIXTURE"] == "solved"
  for (id, way) in [
    ("99.1", "right"), ("99.1", "print"), ("99.2", "right"), ("99.2", "trap"), ("99.2", "exit"),
    ("99.2", "loop"), ("99.2", "throw"), ("99.2", "wrong"), ("99.3", "nothing"),
  ] {
    exercise(id, "the way \(way)", hint: "not by \(way)") {
      let taken = isSolved ? "right" : way
      try expect(solve(taken), equals: taken == "wrong" ? "right" : taken)
    }
  }
}
