import Foundation

/// Where each claim is decided, to see that it is decided once over all lessons.
struct ClaimLedger {
  private var places: [String: (file: String, line: Int)] = [:]

  /// Enters the claims that a lesson's code decides, and returns those that are there already.
  mutating func enter(_ lesson: Lesson) throws -> [Problem] {
    var problems: [Problem] = []
    let names = try FileManager.default.contentsOfDirectory(atPath: lesson.folder.path).sorted()
    for name in names where name.hasSuffix(".swift") {
      let file = "Lessons/\(lesson.name)/\(name)"
      let text = try String(contentsOf: lesson.folder.appendingPathComponent(name), encoding: .utf8)
      let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      for (index, line) in lines.enumerated() where !line.hasPrefix("//") {
        for match in line.matches(of: /\bid: "(C[0-9]{2}\.[0-9]+)"/) {
          let id = String(match.1)
          if let place = places[id] {
            problems.append(
              Problem(
                file: file, line: index + 1,
                message: "\(id) is decided at \(place.file):\(place.line) already: keep one"))
          } else {
            places[id] = (file, index + 1)
          }
        }
      }
    }
    return problems
  }
}
