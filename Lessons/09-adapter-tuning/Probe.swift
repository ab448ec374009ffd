import Course

/// Sits in a place of a block and keeps what comes by; what it is given to do, it passes on.
final class Probe: ResidualAdapter {
  private let inner: (any ResidualAdapter)?
  /// What came out of the sublayer, the stream before it, and the stream after it, all [N, H].
  private(set) var branch = Tensor([0])
  private(set) var residual = Tensor([0])
  private(set) var output = Tensor([0])

  init(around inner: (any ResidualAdapter)?) { self.inner = inner }

  func callAsFunction(_ branch: Tensor, residual: Tensor) -> Tensor {
    let output = inner?(branch, residual: residual) ?? residual + branch
    (self.branch, self.residual, self.output) = (branch, residual, output)
    return output
  }

  /// The length of what the adapter adds over the length of what the sublayer does.
  var share: Double {
    let (branch, residual, output) = (branch.elements, residual.elements, output.elements)
    var (change, whole) = (0.0, 0.0)
    for place in output.indices {
      let added = Double(output[place]) - Double(residual[place]) - Double(branch[place])
      change += added * added
      whole += Double(branch[place]) * Double(branch[place])
    }
    return (change / whole).squareRoot()
  }
}

extension GPT2LMHeadModel {
  /// Lets `body` run with a probe in every place, after attention and after the feed-forward network
  /// of each block, and puts back what stood there.
  func probed<Result>(
    _ body: (_ probes: [(attention: Probe, feedForward: Probe)]) throws -> Result
  ) rethrows -> Result {
    let blocks = transformer.blocks
    let before = blocks.map { ($0.attentionAdapter, $0.mlpAdapter) }
    let probes = before.map { (attention: Probe(around: $0), feedForward: Probe(around: $1)) }
    for (block, probe) in zip(blocks, probes) {
      (block.attentionAdapter, block.mlpAdapter) = (probe.attention, probe.feedForward)
    }
    defer {
      for (block, old) in zip(blocks, before) {
        (block.attentionAdapter, block.mlpAdapter) = old
      }
    }
    return try body(probes)
  }

  /// Takes every adapter out of its place.
  func removeAdapters() {
    for block in transformer.blocks { (block.attentionAdapter, block.mlpAdapter) = (nil, nil) }
  }
}
