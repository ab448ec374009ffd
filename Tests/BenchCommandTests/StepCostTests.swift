import BenchCommand
import Testing

@Suite struct StepCostTests {
  private func shape(
    layers: Int = 1, width: Int, vocab: Int, batch: Int = 1, length: Int
  ) -> StepShape {
    StepShape(
      layers: layers, width: width, heads: 1, vocab: vocab, positions: length, batch: batch,
      length: length)
  }

  @Test func theSmallestStepByHand() {
    let cost = StepCost(shape(width: 2, vocab: 3, length: 2))
    // Two tokens through 2×6, 2×2, 2×8 and 8×2, each as three products of as many multiplications.
    #expect(cost.linearFlops == 3 * 2 * (2 * 2 * 6 + 2 * 2 * 2 + 2 * 2 * 8 + 2 * 8 * 2))
    // Queries 2, keys 2, head size 2, seven products.
    #expect(cost.attentionFlops == 7 * 2 * 2 * 2 * 2)
    // One labelled position, three products of 1, 3 and 2.
    #expect(cost.headFlops == 3 * 2 * 3 * 2)
    #expect(cost.flops == cost.linearFlops + cost.attentionFlops + cost.headFlops)
  }

  @Test func attentionTakes64QueriesAtATime() {
    func pairs(_ length: Int) -> Int {
      StepCost(shape(width: 1, vocab: 1, length: length)).attentionFlops / 14
    }
    #expect(pairs(64) == 64 * 64)
    #expect(pairs(65) == 64 * 64 + 1 * 65)
    #expect(pairs(150) == 64 * 64 + 64 * 128 + 22 * 150)
  }

  @Test func everythingGrowsWithBlocksAndRows() {
    let one = StepCost(shape(width: 8, vocab: 5, length: 7))
    let many = StepCost(shape(layers: 3, width: 8, vocab: 5, batch: 2, length: 7))
    #expect(many.linearFlops == 6 * one.linearFlops)
    #expect(many.attentionFlops == 6 * one.attentionFlops)
    #expect(many.headFlops == 2 * one.headFlops)
  }

  @Test func aWideModelTakesSixFlopsAWeightAndToken() {
    let wide = shape(layers: 4, width: 4096, vocab: 32_000, length: 128)
    let weights = 4 * 12 * 4096 * 4096 + 32_000 * 4096
    let ratio = Double(StepCost(wide).flops) / Double(6 * weights * 128)
    #expect(abs(ratio - 1) < 0.01)
  }

  @Test func withFewTokensTheOptimiserMovesMostOfTheMemory() {
    let cost = StepCost(shape(width: 64, vocab: 1000, length: 2))
    let parameters = 12 * 64 * 64 + 13 * 64 + (1000 + 2 + 2) * 64
    let optimiser = 4 * 8 * parameters
    #expect(cost.elementwiseBytes > optimiser)
    #expect(Double(cost.elementwiseBytes) < 1.05 * Double(optimiser))
  }

  @Test func productsAndMemoryTakeTheirTimeOneAfterTheOther() {
    let cost = StepCost(shape(width: 16, vocab: 10, length: 8))
    let seconds = cost.seconds(
      flopsPerSecond: Double(cost.flops), bytesPerSecond: 2 * Double(cost.elementwiseBytes))
    #expect(seconds == 1.5)
  }
}
