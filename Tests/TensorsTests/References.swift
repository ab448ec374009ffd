import Foundation
import Tensors

/// The operations once more, in double precision and without a thought for speed, from their
/// formulas alone.
enum Reference {
  /// y = x·W + b for x [rows, inputs].
  static func linear(
    _ x: [Double], _ weight: [Double], bias: [Double]?, inputs: Int, outputs: Int,
    layout: WeightLayout
  ) -> [Double] {
    var y: [Double] = []
    for row in 0..<x.count / inputs {
      for output in 0..<outputs {
        var sum = bias?[output] ?? 0
        for input in 0..<inputs {
          switch layout {
          case .inputsByOutputs: sum += x[row * inputs + input] * weight[input * outputs + output]
          case .outputsByInputs: sum += x[row * inputs + input] * weight[output * inputs + input]
          }
        }
        y.append(sum)
      }
    }
    return y
  }

  static func layerNorm(
    _ x: [Double], weight: [Double], bias: [Double], epsilon: Double
  ) -> [Double] {
    let width = weight.count
    return stride(from: 0, to: x.count, by: width).flatMap { start in
      let row = x[start..<start + width]
      let mean = row.reduce(0, +) / Double(width)
      let variance = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(width)
      return zip(row, zip(weight, bias)).map {
        ($0 - mean) / (variance + epsilon).squareRoot() * $1.0 + $1.1
      }
    }
  }

  static func geluNew(_ x: Double) -> Double {
    0.5 * x * (1 + Foundation.tanh((2 / Double.pi).squareRoot() * (x + 0.044715 * pow(x, 3))))
  }

  /// −log softmax(logits)[label].
  static func negativeLogLikelihood(_ logits: ArraySlice<Double>, label: Int32) -> Double {
    let top = logits.max()!
    let sum = logits.reduce(0) { $0 + exp($1 - top) }
    return log(sum) + top - logits[logits.startIndex + Int(label)]
  }

  /// Σ weight · (−log p(label)) / denominator over the labelled rows of logits.
  static func crossEntropy(
    _ logits: [Double], labels: [Int32], weights: [Double]? = nil, denominator: Double? = nil
  ) -> Double {
    let classes = logits.count / labels.count
    var (sum, total) = (0.0, 0.0)
    for (row, label) in labels.enumerated() where label != ignoreIndex {
      let weight = weights?[row] ?? 1
      sum +=
        weight
        * negativeLogLikelihood(logits[row * classes..<(row + 1) * classes], label: label)
      total += weight
    }
    let divisor = denominator ?? total
    return divisor == 0 ? 0 : sum / divisor
  }

  /// Attention with a full matrix of scores for each head. `mask[head][token]` multiplies the
  /// probabilities of that query, one factor for each key of its row.
  static func causalAttention(
    _ qkv: [Double], heads: Int, lengths: [Int], width: Int, scale: Double,
    mask: [[[Double]]]? = nil
  ) -> [Double] {
    let size = width / heads
    var output = [Double](repeating: 0, count: lengths.reduce(0, +) * width)
    let at = { (token: Int, part: Int, head: Int) in token * 3 * width + part * width + head * size
    }
    var start = 0
    for length in lengths {
      for head in 0..<heads {
        for query in 0..<length {
          let q = at(start + query, 0, head)
          let scores = (0...query).map { key in
            let k = at(start + key, 1, head)
            return scale * (0..<size).reduce(0) { $0 + qkv[q + $1] * qkv[k + $1] }
          }
          let top = scores.max()!
          let exponentials = scores.map { exp($0 - top) }
          let sum = exponentials.reduce(0, +)
          for key in 0...query {
            let kept = mask?[head][start + query][key] ?? 1
            let v = at(start + key, 2, head)
            for c in 0..<size {
              output[(start + query) * width + head * size + c] +=
                exponentials[key] / sum * kept * qkv[v + c]
            }
          }
        }
      }
      start += length
    }
    return output
  }
}
