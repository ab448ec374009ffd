import Charts
import Testing

@Suite struct SummaryTests {
  @Test func eachKindSaysItsNumbers() {
    #expect(
      Samples.lines.summary
        == "Accuracy over labelled rows — accuracy / labelled rows: pre-trained 72% (8) → 96% (128);"
        + " random 52% (8) → 81% (128); chance 50%.")
    #expect(
      Samples.bars.summary
        == "Exact match by task — exact match: base: sentiment 0%, sums 2%;"
        + " tuned: sentiment 100%, sums 45%; majority 50%.")
    #expect(
      Samples.histogram.summary
        == "Length of the answers — rows / tokens: kept: n = 9, 3 … 6 … 9;"
        + " rejected: n = 5, 1 … 2 … 14; limit 10.")
    #expect(
      Samples.heat.summary
        == "Loss by learning rate and batch — loss (learning rate, batch size) 2 × 2:"
        + " 1.75 (1e-3, eight) … 2.5 (1e-4, sixteen).")
    #expect(
      Samples.scatter.summary
        == "Quality and cost — score / parameters: LoRA: n = 2, 0.7 … 0.8; full: all 0.82 (2M);"
        + " base 0.6.")
    #expect(
      Samples.confusion.summary
        == "Sentiment of reviews — predicted = actual: negative 45/50 (90%);"
        + " positive 47/50 (94%).")
  }

  @Test func aRowWithoutCountsHasNoShare() {
    let matrix = ConfusionMatrix("m", classes: ["a", "b"], counts: [[0, 0], [1, 3]])
    #expect(matrix.shares == [[0, 0], [0.25, 0.75]])
  }

  @Test func valuesByStep() {
    let series = Series("mini", steps: [10, 20], values: [2.5, 1.25] as [Float])
    #expect(series.points == [Point(10, 2.5), Point(20, 1.25)])
  }
}
