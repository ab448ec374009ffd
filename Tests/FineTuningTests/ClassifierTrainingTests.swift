import FineTuning
import Foundation
import Layers
import Models
import Statistics
import Tensors
import Testing

@Suite struct ClassifierTrainingTests {
  /// Rows of random tokens whose class is that of their last token: below 18 or not.
  private func rows(_ count: Int, seed: UInt64) -> LabelledRows {
    let tokens = (0..<count).map {
      Sample.tokens(2 + $0 % 5, below: 37, seed: seed &* 1000 &+ UInt64($0))
    }
    return LabelledRows(tokens: tokens, labels: tokens.map { $0.last! < 18 ? 0 : 1 })
  }

  private func classifier(width: Int = 16) -> TextClassifier {
    var random = SeededRandom(seed: 3)
    return TextClassifier(
      Sample.model(width: width).transformer, classes: 2, random: &random)
  }

  private func training(
    _ part: TextClassifier.Part = .all, rate: Float = 5e-3, steps: Int = 60, seed: UInt64 = 1
  ) -> ClassifierTraining {
    ClassifierTraining(
      part, learningRate: rate, steps: steps, batchRows: 8, validateEvery: 7, seed: seed)
  }

  @Test(arguments: TextClassifier.Part.allCases) func learnsAndMovesItsPartOnly(
    part: TextClassifier.Part
  ) throws {
    let classifier = classifier()
    let before = Dictionary(
      uniqueKeysWithValues: classifier.namedParameters().map { ($0.name, $0.tensor.bits) })
    let run = try classifier.fit(
      rows(48, seed: 1), validation: rows(60, seed: 2), training(part, rate: 0.02))
    #expect(run.kept.accuracy > run.curve[0].accuracy)
    #expect(run.trainAccuracy > (part == .head ? 0.7 : 0.9))
    for (name, tensor) in classifier.namedParameters() {
      #expect((tensor.bits != before[name]) == tensor.requiresGradient, "\(name)")
      #expect(tensor.gradient == nil)
    }
  }

  /// The weights that are left are those of the best validation, and of the first that is best.
  @Test func keepsTheBestOfItsValidations() throws {
    let classifier = classifier()
    let validation = rows(40, seed: 2)
    let run = try classifier.fit(rows(16, seed: 1), validation: validation, training())
    #expect(run.curve.map(\.step) == [0, 7, 14, 21, 28, 35, 42, 49, 56, 60])
    let trained = run.curve.dropFirst()
    let best = trained.map(\.accuracy).max()!
    #expect(run.kept.accuracy == best && run.kept.step > 0)
    #expect(run.kept.loss == trained.filter { $0.accuracy == best }.map(\.loss).min())
    let probabilities = try classifier.probabilities(validation)
    let hits = zip(probabilities, validation.labels).map { $0[1] > $0[0] ? $1 == 1 : $1 == 0 }
    #expect(Double(hits.count { $0 }) / 40 == best)
    let loss = zip(probabilities, validation.labels).map { -log($0[$1]) }.mean
    #expect(abs(loss - run.kept.loss) < 1e-9)
  }

  @Test func aLossThatIsNoNumberEndsTheRun() throws {
    let classifier = classifier()
    let before = classifier.bits
    let run = try classifier.fit(
      rows(16, seed: 1), validation: rows(40, seed: 2), training(rate: 1e30))
    #expect(run.kept.step == 0)
    #expect(run.curve.allSatisfy { $0.loss.isFinite })
    #expect(classifier.bits == before)
    let coded = try JSONDecoder().decode(
      ClassifierRun.self, from: JSONEncoder().encode(run))
    #expect(coded == run)
  }

  /// What a run computes, without what it took.
  private func numbers(_ run: ClassifierRun) -> [[Double]] {
    run.curve.map { [Double($0.step), $0.trainingLoss ?? -1, $0.accuracy, $0.loss, $0.operations] }
  }

  @Test func theSeedDecidesIt() throws {
    let runs = try [1, 1, 2].map { seed in
      try classifier().fit(
        rows(24, seed: 1), validation: rows(40, seed: 2), training(seed: seed))
    }
    #expect(numbers(runs[0]) == numbers(runs[1]))
    #expect(numbers(runs[0]) != numbers(runs[2]))
  }

  /// Wide enough that every operation is cut into parts.
  @Test func threadsChangeNoBit() throws {
    let before = ThreadPool.threadCount
    defer { ThreadPool.threadCount = before }
    let runs = try [1, 2].map { threads in
      ThreadPool.threadCount = threads
      let classifier = classifier(width: 96)
      let run = try classifier.fit(
        rows(24, seed: 1), validation: rows(40, seed: 2), training(steps: 8))
      return (numbers(run), classifier.bits)
    }
    #expect(runs[0].0 == runs[1].0 && runs[0].1 == runs[1].1)
  }

  /// A head on features goes where a head on tokens goes, and costs the model once.
  @Test func aHeadOnFeaturesTrainsAlike() throws {
    let (first, second) = (classifier(), classifier())
    let (train, validation) = (rows(24, seed: 1), rows(40, seed: 2))
    let onTokens = try first.fit(train, validation: validation, training(.head, rate: 0.05))
    let onFeatures = try second.fit(
      try second.withFeatures(train), validation: try second.withFeatures(validation),
      training(.head, rate: 0.05))
    for (one, other) in zip(onTokens.curve, onFeatures.curve) {
      #expect(abs(one.loss - other.loss) < 1e-4)
      #expect(one.accuracy == other.accuracy)
    }
    let head = 2.0 * 8 * 2 * 16
    #expect(
      onFeatures.curve.last!.operations == (try second.featureOperations(train)) + 60 * 2 * head)
    #expect(onFeatures.curve[0].operations == (try second.featureOperations(train)))
    #expect(onTokens.curve[0].operations == 0)
    #expect(onTokens.curve.last!.operations > onFeatures.curve.last!.operations)
  }

  @Test func reachingAnAccuracy() throws {
    let run = try classifier().fit(
      rows(48, seed: 1), validation: rows(60, seed: 2), training(rate: 0.02))
    let reached = try #require(run.reaching(run.kept.accuracy))
    #expect(reached.accuracy >= run.kept.accuracy && reached.step <= run.kept.step)
    #expect(
      run.curve.filter { $0.step < reached.step }.allSatisfy { $0.accuracy < run.kept.accuracy })
    #expect(run.reaching(0)?.step == 7)
    #expect(run.reaching(1.01) == nil)
    #expect(zip(run.curve, run.curve.dropFirst()).allSatisfy { $0.seconds < $1.seconds })
  }

  @Test func everyRowComesBeforeAnyComesAgain() {
    for (count, size) in [(24, 8), (10, 4), (7, 16)] {
      var order = RowOrder(count, seed: 3)
      let drawn = (0..<count).flatMap { _ in order.next(size) }
      for start in stride(from: 0, to: drawn.count - count + 1, by: count) {
        #expect(Set(drawn[start..<start + count]).count == count)
      }
      #expect(Array(drawn.prefix(count)) != Array(0..<count))
    }
    var small = RowOrder(3, seed: 1)
    #expect(small.next(16).count == 3)
  }

  @Test func whatCannotBeTrainedIsRefused() async {
    await #expect(processExitsWith: .failure) {
      var random = SeededRandom(seed: 3)
      let classifier = TextClassifier(Sample.model().transformer, classes: 2, random: &random)
      let rows = LabelledRows(tokens: [[1, 2]], labels: [0])
      _ = try classifier.fit(
        try classifier.withFeatures(rows), validation: rows,
        ClassifierTraining(.all, learningRate: 1, steps: 1, validateEvery: 1, seed: 1))
    }
    await #expect(processExitsWith: .failure) {
      _ = LabelledRows(tokens: [[1]], labels: [])
    }
  }
}
