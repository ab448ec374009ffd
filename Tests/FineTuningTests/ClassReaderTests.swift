import FineTuning
import Layers
import Models
import Tensors
import Testing

@Suite struct ClassReaderTests {
  private static let classes = 3
  private static let texts: [[Int32]] = [[5, 7, 1], [9], [2, 2, 3, 30, 4], [7, 8]]
  private static let labels: [Int32] = [0, 2, 1, 2]

  private static func reader(dropout: Float = 0) -> ClassReader {
    var config = Sample.model(dropout: dropout).config.withLabels(classes)
    config.padToken = 36
    var random = SeededRandom(seed: 3)
    return ClassReader(GPT2ForSequenceClassification(config, random: &random))
  }

  private static var rows: [EncodedExample] {
    zip(texts, labels).enumerated().map { index, row in
      EncodedExample(text: row.0, class: Int(row.1), row: index + 1)
    }
  }

  /// Loss and gradients are those of GPT2ForSequenceClassification.
  @Test func theLossIsThatOfTheClassifier() throws {
    let reader = Self.reader()
    let classifier = reader.classifier
    let expected = try classifier.gradients { _ in
      try classifier.loss(try classifier(Self.texts), .classes(Self.labels))
    }
    let found = try classifier.gradients { _ in try reader.loss(ExampleBatch(Self.rows)) }
    #expect(abs(found.loss - expected.loss) < 1e-6)
    #expect(found.difference(expected) < 1e-5)
    #expect(abs(try reader.meanLoss(Self.rows).nats - expected.loss) < 1e-6)
  }

  @Test func rowsHoldOneLabelEach() {
    let row = EncodedExample(text: [5, 7, 1], class: 2, row: 4)
    #expect(row.tokens == [5, 7, 1, 1] && row.labels == [-100, -100, -100, 2])
    #expect(row.labelCount == 1 && row.row == 4)
    #expect(row.kinds == [.user, .user, .user, .assistant])
  }

  @Test func probabilitiesDoNotDependOnTheBatch() throws {
    let classifier = Self.reader().classifier
    let all = try classifier.probabilities(Self.texts)
    #expect(all.count == 4 && all.allSatisfy { abs($0.reduce(0, +) - 1) < 1e-9 })
    let single = try classifier.probabilities(Self.texts, rowsAtATime: 1)
    for (a, b) in zip(all.joined(), single.joined()) { #expect(abs(a - b) < 1e-6) }
  }

  /// What tunes language models tunes classifiers: stopped and taken up, with dropout.
  @Test func aRunThatIsTakenUpEndsTheSame() throws {
    let training = InstructionTraining(
      .steps(20), learningRate: 1e-2, packing: .budget(tokens: 8), evaluateEvery: 5, seed: 2)
    let whole = Self.reader(dropout: 0.1)
    let expected = try whole.fit(Self.rows, validation: Self.rows, training)
    #expect(expected.best!.loss < expected.evaluations[0].loss / 2)
    struct Interruption: Error {}
    try withTemporaryFolder { folder in
      let checkpoints = InstructionCheckpoints(folder: folder, every: 4)
      #expect(throws: Interruption.self) {
        _ = try Self.reader(dropout: 0.1).fit(
          Self.rows, validation: Self.rows, training, checkpoints: checkpoints
        ) { event in
          if case .step(let progress) = event, progress.step == 14 { throw Interruption() }
        }
      }
      let reader = Self.reader(dropout: 0.1)
      let run = try reader.fit(
        Self.rows, validation: Self.rows, training, checkpoints: checkpoints)
      #expect(run == expected && reader.bits == whole.bits)
    }
  }
}
