import Course

/// The class that each row of features gets from a head drawn with this seed, as a model that is
/// loaded without a head draws it.
func predictions(_ features: Tensor, headSeed: UInt64) -> [Int] {
  var random = SeededRandom(seed: headSeed, stream: "head")
  let head = Tensor.normal([2, features.dim(1)], deviation: 0.02, using: &random)
  let logits = withoutGradients { features.linear(head, layout: .outputsByInputs) }
  return (0..<features.dim(0)).map { row in
    logits.pointer[2 * row + 1] > logits.pointer[2 * row] ? 1 : 0
  }
}

/// The share of the second half of the rows that fall on the right side of the plane half-way between
/// the two class means of the first half.
func meanDirectionAccuracy(_ features: Tensor, _ labels: [Int]) -> Double {
  let (half, width) = (labels.count / 2, features.dim(1))
  func mean(of label: Int) -> [Float] {
    let rows = (0..<half).filter { labels[$0] == label }
    return (0..<width).map { column in
      rows.reduce(0) { $0 + features.pointer[$1 * width + column] } / Float(rows.count)
    }
  }
  let (complaint, praise) = (mean(of: 0), mean(of: 1))
  let hits = (half..<labels.count).filter { row in
    var side: Float = 0
    for column in 0..<width {
      let middle = (praise[column] + complaint[column]) / 2
      side +=
        (praise[column] - complaint[column])
        * (features.pointer[row * width + column] - middle)
    }
    return (side > 0 ? 1 : 0) == labels[row]
  }
  return Double(hits.count) / Double(labels.count - half)
}

/// config.json names a class that this lesson does not expect.
struct WrongClass: LocalizedError {
  let found: String
  var errorDescription: String? { "config.json names \(found), not GPT2LMHeadModel" }
  var recoverySuggestion: String? { "give --model a folder that was saved by a language model" }
}
