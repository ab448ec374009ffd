import Layers
import Models
import Tensors
import Testing

@Suite struct AttentionWeightsTests {
  /// Of every block: each token's weights add up to 1, none lies on a later token, and the values
  /// weighed by them are what the attention hands to its projection.
  @Test(arguments: [nil] + VirtualTokensTests.Kind.allCases.map { $0 })
  func areWhatTheAttentionWeighsBy(_ kind: VirtualTokensTests.Kind?) throws {
    let model = VirtualTokensTests.model(kind)
    let row: [Int32] = kind == .free ? [3, 21, 4, 1, 22, 20, 5] : [3, 1, 4, 1, 5]
    let (heads, size, width) = (2, 4, 8)
    let (T, P) = (row.count, model.transformer.leadingTokenCount)
    let all = try model.transformer.attentionWeights(row: row)
    #expect(all.count == 2)

    let recorders = model.transformer.blocks.map { block in
      let pair = (qkv: Recorder(), projection: Recorder())
      block.attention.qkv.adapter = pair.qkv
      block.attention.projection.adapter = pair.projection
      return pair
    }
    _ = try withoutGradients { try model.logits(TokenBatch([row])) }
    for (layer, weights) in all.enumerated() {
      #expect(weights.shape == [heads, T, P + T])
      let qkv = recorders[layer].qkv.output!
      var values = qkv.columns(2 * width..<3 * width).elements
      if let prefix = model.transformer.prefix {
        values = prefix.keysAndValues()[layer].columns(width..<2 * width).elements + values
      }
      let mixed = recorders[layer].projection.input!.elements.suffix(T * width)
      for head in 0..<heads {
        for token in 0..<T {
          let start = (head * T + token) * (P + T)
          let shares = weights.elements[start..<start + P + T].map(Double.init)
          #expect(abs(shares.reduce(0, +) - 1) < 1e-6)
          #expect(shares[...(P + token)].allSatisfy { $0 > 0 })
          #expect(shares[(P + token + 1)...].allSatisfy { $0 == 0 })
          for place in 0..<size {
            let column = head * size + place
            let expected = shares.indices.reduce(0.0) {
              $0 + shares[$1] * Double(values[$1 * width + column])
            }
            let found = mixed[mixed.startIndex + token * width + column]
            #expect(abs(Double(found) - expected) < 3e-6)
          }
        }
      }
    }
  }

  @Test func aRowThatTheModelCannotTakeIsAnError() {
    let model = VirtualTokensTests.model(.front)
    #expect(throws: ModelInputError.emptyRow(0)) { try model.transformer.attentionWeights(row: []) }
    #expect(throws: ModelInputError.unknownToken(20, row: 0, vocabSize: 20)) {
      try model.transformer.attentionWeights(row: [20])
    }
    #expect(throws: ModelInputError.self) {
      try model.transformer.attentionWeights(row: [Int32](repeating: 1, count: 22))
    }
  }
}
