import ArgumentParser

/// The stages of a run: short rows first, which is where little contexts are learnt fastest, then
/// rows as long as the model can read.
struct Stages: ExpressibleByArgument, ExpressibleByStringLiteral, CustomStringConvertible {
  let all: [(steps: Int, length: Int)]

  var steps: Int { all.reduce(0) { $0 + $1.steps } }

  /// From text such as `4800x128,2400x512`.
  init?(argument: String) {
    var stages: [(steps: Int, length: Int)] = []
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      let numbers = part.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
      guard numbers.count == 2, let steps = numbers[0], let length = numbers[1], steps > 0,
        (2...BaseModel.contextLength).contains(length)
      else { return nil }
      stages.append((steps, length))
    }
    all = stages
  }

  init(stringLiteral value: String) {
    self.init(argument: value)!
  }

  var description: String {
    all.map { "\($0.steps)x\($0.length)" }.joined(separator: ",")
  }
}
