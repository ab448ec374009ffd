import Tensors
import Testing

@Suite struct CrossEntropyTests {
  struct Problem: Sendable, CustomStringConvertible {
    let rows, width, vocabulary: Int
    /// The share of positions that have a label.
    var labelled = 1.0
    var isWeighted = false
    var denominator: Float?
    var description: String {
      "\(rows)×\(width)×\(vocabulary), \(labelled) labelled, weighted \(isWeighted), "
        + "denominator \(denominator ?? 0)"
    }

    var labels: [Int32] {
      var random = SeededRandom(seed: 11)
      return (0..<rows).map { _ in
        random.chance(labelled) ? Int32(random.int(below: vocabulary)) : ignoreIndex
      }
    }
    var weights: [Float]? {
      var random = SeededRandom(seed: 12)
      return isWeighted ? (0..<rows).map { _ in random.uniform(0, 3) } : nil
    }

    func loss(_ hidden: Tensor, _ head: Tensor) -> Tensor {
      hidden.languageModelLoss(
        head: head, labels: labels, weights: weights, denominator: denominator)
    }
    func reference(_ hidden: [Double], _ head: [Double]) -> Double {
      let logits = Reference.linear(
        hidden, head, bias: nil, inputs: width, outputs: vocabulary, layout: .outputsByInputs)
      return reference(logits: logits)
    }
    func reference(logits: [Double]) -> Double {
      Reference.crossEntropy(
        logits, labels: labels, weights: weights?.map(Double.init),
        denominator: denominator.map(Double.init))
    }
  }

  static let problems = [
    Problem(rows: 1, width: 1, vocabulary: 2), Problem(rows: 1, width: 17, vocabulary: 33),
    Problem(rows: 2, width: 3, vocabulary: 1), Problem(rows: 7, width: 17, vocabulary: 3),
    Problem(rows: 65, width: 3, vocabulary: 33, labelled: 0.6),
    Problem(rows: 130, width: 5, vocabulary: 17, labelled: 0.3, isWeighted: true),
    Problem(rows: 7, width: 3, vocabulary: 17, denominator: 40),
    Problem(rows: 33, width: 3, vocabulary: 5, labelled: 0.5, isWeighted: true, denominator: 3.5),
    Problem(rows: 20, width: 3, vocabulary: 5, labelled: 0),
    Problem(rows: 20, width: 3, vocabulary: 5, labelled: 0, denominator: 8),
  ]

  @Test(arguments: problems) func languageModelLoss(problem: Problem) {
    expectClose(
      GradientCheck(
        shapes: [[problem.rows, problem.width], [problem.vocabulary, problem.width]],
        operation: { problem.loss($0[0], $0[1]) }, reference: { problem.reference($0[0], $0[1]) }))
  }

  @Test(arguments: problems) func crossEntropy(problem: Problem) {
    let operation = { (logits: Tensor) in
      logits.crossEntropy(
        labels: problem.labels, weights: problem.weights, denominator: problem.denominator)
    }
    let shape = [problem.rows, problem.vocabulary]
    expectClose(
      GradientCheck(shapes: [shape], operation: { operation($0[0]) }) {
        problem.reference(logits: $0[0])
      })
    expectClose(
      GradientCheck(shapes: [shape], operation: { operation($0[0]) + operation($0[0] * 2) }) { x in
        problem.reference(logits: x[0]) + problem.reference(logits: x[0].map { 2 * $0 })
      })
  }

  /// Head and hidden states freeze apart: the other's gradient stays what it was, to the bit.
  @Test(arguments: problems, [(true, false), (false, true)])
  func oneSideFrozen(problem: Problem, trains: (hidden: Bool, head: Bool)) {
    let gradients = [(true, true), trains].map { trains in
      let hidden = Tensor.normal([problem.rows, problem.width], seed: 1)
      let head = Tensor.normal([problem.vocabulary, problem.width], seed: 2)
      hidden.requiresGradient = trains.0
      head.requiresGradient = trains.1
      problem.loss(hidden, head).backward()
      return (hidden.gradient?.bits, head.gradient?.bits)
    }
    #expect(gradients[1].0 == (trains.hidden ? gradients[0].0! : nil))
    #expect(gradients[1].1 == (trains.head ? gradients[0].1! : nil))
  }

  @Test func nothingIsRecordedWhenNothingTrains() {
    let problem = Self.problems[4]
    let hidden = Tensor.parameter([problem.rows, problem.width], seed: 1)
    let head = Tensor.parameter([problem.vocabulary, problem.width], seed: 2)
    let recorded = problem.loss(hidden, head)
    #expect(problem.loss(hidden.detached, head.detached).node == nil)
    let evaluated = withoutGradients { problem.loss(hidden, head) }
    #expect(evaluated.node == nil)
    #expect(recorded.node != nil)
    #expect(evaluated.bits == recorded.bits)
  }

  /// A large vocabulary leaves 256 rows to a chunk, so that 600 labelled rows take three.
  static let chunked = Problem(rows: 700, width: 3, vocabulary: 8_209, labelled: 0.87)

  @Test func severalChunks() {
    let problem = Self.chunked
    #expect(problem.labels.count { $0 != ignoreIndex } > 2 * 256 + 30)
    expectClose(
      GradientCheck(
        shapes: [[problem.rows, problem.width], [problem.vocabulary, problem.width]],
        mostPlaces: 4, operation: { problem.loss($0[0], $0[1]) },
        reference: { problem.reference($0[0], $0[1]) }), gradients: 1e-5)
  }

  /// Losses of parts that fit one chunk each, over the common denominator, add up to the whole.
  @Test(arguments: [false, true]) func chunksAddUp(isWeighted: Bool) {
    var problem = Self.chunked
    problem.isWeighted = isWeighted
    let (rows, labels) = (problem.rows, problem.labels)
    let hidden = Tensor.parameter([rows, problem.width], seed: 1)
    let head = Tensor.parameter([problem.vocabulary, problem.width], seed: 2)
    let whole = problem.loss(hidden, head)
    whole.backward()
    let gradients = [hidden.gradient!, head.gradient!]
    hidden.gradient = nil
    head.gradient = nil
    let total = zip(labels, problem.weights ?? Array(repeating: 1, count: rows))
      .reduce(0) { $0 + ($1.0 == ignoreIndex ? 0 : $1.1) }
    var sum = 0.0
    for start in stride(from: 0, to: rows, by: 200) {
      let part = start..<min(rows, start + 200)
      let loss = hidden.rows(Array(part)).languageModelLoss(
        head: head, labels: Array(labels[part]), weights: problem.weights.map { Array($0[part]) },
        denominator: total)
      sum += Double(loss.scalar)
      loss.backward()
    }
    #expect(abs(Double(whole.scalar) - sum) < 2e-6 * sum)
    for (whole, parts) in zip(gradients, [hidden.gradient!, head.gradient!]) {
      let largest = whole.elements.map(abs).max()!
      let error = zip(whole.elements, parts.elements).map { abs($0 - $1) }.max()!
      #expect(error <= 2e-6 * largest)
    }
  }

  @Test(arguments: problems + [chunked]) func lossesOfEveryPosition(problem: Problem) {
    let hidden = Tensor.parameter([problem.rows, problem.width], seed: 1)
    let head = Tensor.parameter([problem.vocabulary, problem.width], seed: 2)
    let losses = hidden.languageModelLosses(head: head, labels: problem.labels)
    let logits = Reference.linear(
      hidden.elements.map(Double.init), head.elements.map(Double.init), bias: nil,
      inputs: problem.width, outputs: problem.vocabulary, layout: .outputsByInputs)
    let classes = problem.vocabulary
    for (row, label) in problem.labels.enumerated() {
      let expected =
        label == ignoreIndex
        ? 0
        : Reference.negativeLogLikelihood(
          logits[row * classes..<(row + 1) * classes], label: label)
      #expect(abs(Double(losses[row]) - expected) <= 2e-6 * max(1, expected))
    }
  }

  /// Logits far apart: the loss is their distance, and the probabilities are 0 and 1.
  @Test func largeLogitsStaySound() {
    let logits = Tensor([2, 3], [500, -500, 0, 90, 0, -90])
    logits.requiresGradient = true
    let loss = logits.crossEntropy(labels: [1, 0])
    #expect(loss.scalar == 500)
    loss.backward()
    #expect(logits.gradient!.elements == [0.5, -0.5, 0, 0, 0, 0])
  }

  /// Fewer weights than rows would be read beyond their end.
  @Test func everyRowNeedsAWeight() async {
    await #expect(processExitsWith: .failure) {
      _ = Tensor([3, 2]).crossEntropy(labels: [0, 1, 0], weights: [1, 1])
    }
    await #expect(processExitsWith: .failure) {
      _ = Tensor([2, 2]).languageModelLoss(
        head: Tensor([3, 2]), labels: [0, 1], weights: [1, 1, 1])
    }
  }

  /// A label beyond the head would be read from other memory.
  @Test func everyLabelIsInTheVocabulary() async {
    await #expect(processExitsWith: .failure) {
      _ = Tensor([2, 2]).languageModelLosses(head: Tensor([3, 2]), labels: [0, 3])
    }
    await #expect(processExitsWith: .failure) {
      _ = Tensor([2, 2]).languageModelLosses(head: Tensor([3, 2]), labels: [0])
    }
  }
}
