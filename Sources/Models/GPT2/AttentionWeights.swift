import Foundation
import Layers
import Tensors

extension GPT2Model {
  /// How every token of one row divides its attention: for each block the probabilities
  /// [heads, T, P + T], where P counts the virtual tokens in front. Computed step by step, for
  /// looking at. Throws `ModelInputError`.
  public func attentionWeights(row: [Int32]) throws -> [Tensor] {
    let (heads, D, H) = (config.headCount, config.headSize, config.hiddenSize)
    let batch = TokenBatch([row])
    try check(batch, cache: nil)
    return withoutGradients {
      let front = prompt.flatMap { $0.placement == .front ? $0 : nil }
      let led = front.map { leading(batch, $0) } ?? batch
      let shift = Int32(prefix?.count ?? 0)
      var x = embedding(led.ids, positions: led.positions.map { $0 + shift }, dropout: nil)
      let prefixes = prefix?.keysAndValues()
      let (T, P) = (row.count, leadingTokenCount)
      return blocks.enumerated().map { layer, block in
        var qkv = block.attention.qkv(block.norm1(x))
        if let pair = prefixes?[layer] { qkv = qkv.leading(pair, led.segments) }
        let weights = Tensor([heads, T, P + T])
        let scale = config.attentionScale(layer: layer)
        for head in 0..<heads {
          for token in 0..<T {
            let query = qkv.pointer + (P + token) * 3 * H + head * D
            let scores = (0...P + token).map { seen -> Double in
              let key = qkv.pointer + seen * 3 * H + H + head * D
              return (0..<D).reduce(0.0) { $0 + Double(query[$1]) * Double(key[$1]) }
                * Double(scale)
            }
            let largest = scores.max()!
            let powers = scores.map { exp($0 - largest) }
            let sum = powers.reduce(0, +)
            for (seen, power) in powers.enumerated() {
              weights.pointer[(head * T + token) * (P + T) + seen] = Float(power / sum)
            }
          }
        }
        x = block(
          x, segments: led.segments, prefix: prefixes?[layer], cache: nil, dropout: nil)
        return weights
      }
    }
  }
}
