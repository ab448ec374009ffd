import Foundation

/// The probabilities that logits stand for: eˣ / Σ eˣ.
public func softmax(_ logits: [Float]) -> [Double] {
  let top = Double(logits.max() ?? 0)
  let powers = logits.map { exp(Double($0) - top) }
  let sum = powers.reduce(0, +)
  return powers.map { $0 / sum }
}
