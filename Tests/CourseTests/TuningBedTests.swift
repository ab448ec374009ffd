import Course
import Testing

@Suite struct TuningBedTests {
  private let instructions = TuningSample.instructions
  private let families: [InstructionFamily] = [.sentiment, .documentKind]

  @Test func everyClassOfEveryFamilyIsAskedAboutEquallyOften() throws {
    let questions = try instructions.classQuestions(families, 48, .heldOut, seed: 1)
    #expect(Set(questions.map(\.text)).count == 48)
    for family in families {
      let answers = questions.filter { $0.family == family }.map(\.answer)
      for place in family.classAnswers.indices {
        #expect(answers.count { $0 == place } == 24 / family.classAnswers.count)
      }
    }
    #expect(try instructions.classQuestions(families, 49, .heldOut, seed: 1).count == 49)
  }

  @Test func theSeedDecidesWhatIsLearnedFromAndNothingIsJudgedThatWas() throws {
    let bed = try TuningSample.bed()
    #expect(try bed.training(40, seed: 3) == bed.training(40, seed: 3))
    #expect(try bed.training(40, seed: 3) != bed.training(40, seed: 4))
    #expect(try !bed.leaks(200, seed: 3))
    #expect(bed.validation.count == 16 && bed.test.count == 24)
  }

  @Test func guessingIsRightAsOftenAsTheClassesAllow() throws {
    let bed = try TuningSample.bed()
    #expect(abs(bed.chance - (1.0 / 2 + 1.0 / 6) / 2) < 1e-12)
    #expect(abs(try bed.majority(24, seed: 1) - bed.chance) < 1e-12)
    // Of 26 rows 13 are reviews, 7 of them complaints, and 3 stories are one too many.
    #expect(abs(try bed.majority(26, seed: 1) - bed.chance) < 1e-12)
  }

  /// Against the losses of each row with each answer, one by one.
  @Test func aJudgementIsTheLossOfWholeAnswersAmongThoseOfTheFamily() throws {
    let bed = try TuningSample.bed()
    let model = TuningSample.model()
    let judgement = try bed.judge(model)
    for (place, question) in bed.test.enumerated() {
      let scores = try question.family.classAnswers.indices.map { answer in
        let row = try EncodedExample(
          bed.template.segments(of: question.example(answer: answer)), tokenizer: bed.tokenizer)
        return -Double(row.labelCount) * Double(try model.loss(ExampleBatch([row])).scalar)
      }
      let right = scores[question.answer]
      let nats = log(scores.reduce(0) { $0 + exp($1 - right) })
      #expect(abs(judgement.nats[place] - nats) < 1e-3)
      #expect(judgement.hits[place] == (scores.max() == right))
    }
    #expect(Set(judgement.hits).count == 2)
  }

  @Test func aTieIsNoHit() {
    let judgement = Judgement(scores: [[-1, -1], [-1, -2], [-900, -2]], right: [0, 0, 0])
    #expect(judgement.hits == [false, true, false])
    #expect(abs(judgement.nats[0] - log(2)) < 1e-12)
    #expect(abs(judgement.nats[1] - log(1 + exp(-1))) < 1e-12)
    #expect(abs(judgement.nats[2] - 898) < 1e-9)
    #expect(abs(judgement.accuracy - 1.0 / 3) < 1e-12)
  }

  @Test func scoresOfArmsStayPaired() {
    let one = SeedScores([[1, 0, 1], [1, 1, 1]])
    let other = SeedScores([[0, 0, 1]])
    let difference = one - other
    #expect(difference.values == [[1, 0, 0], [1, 1, 0]])
    #expect(difference.perSeed == [1.0 / 3, 2.0 / 3])
    #expect((2 * difference).values == [[2, 0, 0], [2, 2, 0]])
    #expect(difference.at([0, 2]).values == [[1, 0], [1, 0]])
    #expect(difference.paired.mean == difference.mean && difference.mean == 0.5)
    #expect((other - one).values == [[-1, 0, 0], [-1, -1, 0]])
  }
}
