/// Which steps `bench sweep` measures: lines through one common centre along width, depth, length
/// and batch, and steps of other sizes that only the share of sgemm is wanted of.
struct SweepPlan {
  let centre: StepShape
  let widths: [Int]
  let depths: [Int]
  let lengths: [Int]
  let batches: [Int]
  /// By name, beside the centre.
  let references: [(name: String, shape: StepShape)]
  /// Cubes that the roof is looked for with, besides the steps' own products.
  let cubes: [Int]

  /// Heads are 64 wide at every width, as GPT-2's are.
  private static let headSize = 64

  var lines: SweepLines<StepShape> {
    SweepLines(
      width: widths.map { centre.with(\.width, $0).with(\.heads, $0 / Self.headSize) },
      depth: depths.map { centre.with(\.layers, $0) },
      lengthAtFixedTokens: lengths.map {
        centre.with(\.length, $0).with(\.batch, centre.tokens / $0)
      },
      lengthAtFixedRows: lengths.map { centre.with(\.length, $0) },
      batch: batches.map { centre.with(\.batch, $0) })
  }

  /// Products that are large enough for the roof, those of the widest blocks among them: m, n, k.
  var products: [(m: Int, n: Int, k: Int)] {
    cubes.map { ($0, $0, $0) } + widths.suffix(3).map { (centre.tokens, 4 * $0, $0) }
  }

  static let full = SweepPlan(
    centre: StepShape(
      layers: 4, width: 256, heads: 4, vocab: 4096, positions: 1024, batch: 16, length: 128),
    widths: [64, 128, 256, 384, 512, 768, 1024], depths: [1, 2, 4, 6, 8, 12],
    lengths: [16, 32, 64, 128, 256, 512, 1024], batches: [1, 2, 4, 8, 16, 32, 64],
    references: [
      (
        "gpt2-full",
        StepShape(
          layers: 12, width: 768, heads: 12, vocab: 50257, positions: 128, batch: 4, length: 128)
      )
    ],
    cubes: [1024, 2048])

  /// Seconds, to see that all works.
  static let quick = SweepPlan(
    centre: StepShape(
      layers: 2, width: 128, heads: 2, vocab: 1024, positions: 256, batch: 8, length: 64),
    widths: [64, 128, 256], depths: [1, 2, 4], lengths: [16, 64, 256], batches: [1, 8, 32],
    references: [], cubes: [512])
}
