import FineTuning
import Foundation
import Layers
import Models
import Statistics
import Tensors
import Testing

@Suite struct TextClassifierTests {
  /// Transformers' class and ours on two equal models, with heads of one seed.
  private func pair(
    padToken: Int32?
  ) -> (theirs: GPT2ForSequenceClassification, ours: TextClassifier) {
    var config = Sample.model().transformer.config
    config.padToken = padToken
    let models = (0..<2).map { _ in
      var random = SeededRandom(seed: 5)
      return GPT2Model(config, random: &random)
    }
    var (first, second) = (SeededRandom(seed: 6), SeededRandom(seed: 6))
    let theirs = GPT2ForSequenceClassification(models[0], random: &first)
    let ours = TextClassifier(models[1], classes: 2, random: &second)
    #expect(first == second)
    return (theirs, ours)
  }

  private let padded: [[Int32]] = [[3, 4, 5, 36, 36], [7, 36, 8, 9, 10], [1, 36, 36, 36, 36]]

  @Test func byDefaultItIsTransformersClassifier() throws {
    let (theirs, ours) = pair(padToken: 36)
    #expect(try theirs(padded).bits == ours(padded).bits)
    #expect(theirs.bits == ours.bits)
    let alone = pair(padToken: nil)
    for row in padded { #expect(try alone.theirs([row]).bits == alone.ours([row]).bits) }
  }

  @Test func trainedByOneTrainerBothStayEqual() throws {
    let (theirs, ours) = pair(padToken: 36)
    let options = TrainingOptions(
      learningRate: 0.01, schedule: Schedule(.linear, warmUpSteps: 1, totalSteps: 5))
    theirs.unfreeze()
    ours.train(only: .all)
    let (first, second) = (Trainer(theirs, options), Trainer(ours, options))
    let before = ours.bits
    for _ in 0..<5 {
      let losses = [
        try first.step(tokens: 1) { try theirs.loss(theirs(padded), .classes([0, 1, 1])) }.loss,
        try second.step(tokens: 1) { try ours(padded).crossEntropy(labels: [0, 1, 1]) }.loss,
      ]
      #expect(losses[0] == losses[1])
    }
    #expect(theirs.bits == ours.bits && ours.bits != before)
  }

  @Test func headsAreTheirFormulas() throws {
    let states = Tensor([3, 16], Sample.tokens(48, below: 37).map { Float($0) / 10 - 1.7 })
    var random = SeededRandom(seed: 1)
    func head(_ kind: ClassificationHead.Kind) -> ClassificationHead {
      var random = SeededRandom(seed: 9)
      return ClassificationHead(kind, width: 16, classes: 4, deviation: 0.3, random: &random)
    }
    /// x·Wᵀ + b in double precision.
    func linear(_ x: [Double], _ layer: Linear) -> [Double] {
      (0..<layer.outputs).map { output in
        let weights = layer.weight.row(output)
        return zip(x, weights).reduce(Double(layer.bias?.elements[output] ?? 0)) {
          $0 + $1.0 * Double($1.1)
        }
      }
    }
    let plain = head(.linear)
    let activated = head(.activation)
    let normed = head(.norm)
    activated.dense!.bias!.assign(.normal([16], deviation: 0.5, using: &random))
    normed.norm!.weight.assign(.normal([16], deviation: 1, using: &random))
    normed.norm!.bias.assign(.normal([16], deviation: 0.5, using: &random))
    #expect(plain.score.weight.bits == activated.score.weight.bits)
    #expect(plain.score.weight.bits == normed.score.weight.bits)
    #expect(plain.parameterCount == 4 * 16)
    #expect(activated.parameterCount == 4 * 16 + 16 * 16 + 16)
    #expect(normed.parameterCount == 4 * 16 + 2 * 16)
    for row in 0..<3 {
      let x = states.row(row).map(Double.init)
      let deviation = (x.map { ($0 - x.mean) * ($0 - x.mean) }.mean + 1e-5).squareRoot()
      let (scale, shift) = (normed.norm!.weight.elements, normed.norm!.bias.elements)
      let scaled = x.indices.map {
        (x[$0] - x.mean) / deviation * Double(scale[$0]) + Double(shift[$0])
      }
      for (head, expected) in [
        (plain, linear(x, plain.score)),
        (activated, linear(linear(x, activated.dense!).map { tanh($0) }, activated.score)),
        (normed, linear(scaled, normed.score)),
      ] {
        #expect(zip(head(states).row(row), expected).allSatisfy { abs(Double($0) - $1) < 1e-4 })
      }
    }
  }

  @Test func eachPartIsTrainedAlone() {
    let classifier = pair(padToken: nil).ours
    func trained() -> Set<String> {
      Set(classifier.namedParameters().filter(\.tensor.requiresGradient).map(\.name))
    }
    let all = Set(classifier.namedParameters().map(\.name))
    classifier.train(only: .head)
    #expect(trained() == ["head.score.weight"])
    classifier.train(only: .lastBlock)
    #expect(
      trained()
        == all.filter {
          $0.hasPrefix("transformer.blocks.1.") || $0.hasPrefix("transformer.finalNorm.")
            || $0.hasPrefix("head.")
        })
    #expect(trained().count == 12 + 2 + 1)
    classifier.train(only: .all)
    #expect(trained() == all)
  }

  @Test(arguments: Pooling.allCases) func featuresGiveTheLogitsOfTheirRows(
    pooling: Pooling
  ) throws {
    var config = Sample.model().transformer.config
    config.padToken = 36
    var random = SeededRandom(seed: 5)
    let classifier = TextClassifier(
      GPT2Model(config, random: &random), classes: 3, head: .activation, pooling: pooling,
      random: &random)
    let rows = LabelledRows(tokens: padded, labels: [0, 2, 1])
    let known = try classifier.withFeatures(rows)
    for (found, expected) in zip(
      try classifier.probabilities(known[[2, 0]]), try classifier.probabilities(rows[[2, 0]]))
    {
      #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 1e-6 })
      #expect(abs(found.reduce(0, +) - 1) < 1e-12)
    }
    #expect(known[[2, 0]].labels == [1, 0])
    #expect(known.prefix(2).tokens == Array(padded.prefix(2)))
  }

  @Test func rowsAtATimeChangeNoProbability() throws {
    let classifier = pair(padToken: nil).ours
    let rows = LabelledRows(
      tokens: (1...9).map { Sample.tokens($0, below: 37) }, labels: Array(repeating: 0, count: 9))
    let whole = try classifier.probabilities(rows)
    for size in [1, 2, 4] {
      let parts = try classifier.probabilities(rows, rowsAtATime: size)
      #expect(
        zip(whole, parts).allSatisfy { zip($0, $1).allSatisfy { abs($0 - $1) < 1e-6 } })
    }
  }
}
