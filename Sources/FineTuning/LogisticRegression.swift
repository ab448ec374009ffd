import Foundation

/// Softmax regression on features that are 0 or 1, with an L2 penalty on every weight but the
/// biases.
struct LogisticRegression: Sendable {
  struct Row {
    /// The features that are 1, in ascending order.
    let ones: [Int]
    let label: Int
  }

  let classes: Int
  /// [features + 1, classes], the last row being the biases.
  private(set) var weights: [Double]

  init(features: Int, classes: Int) {
    precondition(classes > 1, "classification needs at least two classes")
    self.classes = classes
    weights = Array(repeating: 0, count: (features + 1) * classes)
  }

  /// Goes on from the present weights to the minimum of Σ −ln p + strength/2 · ‖W‖², where no part
  /// of the gradient is larger than 1e-4.
  mutating func fit(_ rows: [Row], strength: Double) {
    for row in rows {
      precondition(0..<classes ~= row.label, "class \(row.label) is not in 0 ..< \(classes)")
    }
    weights = minimum(from: weights, gradientBelow: 1e-4) { weights, gradient in
      loss(rows, strength, weights, &gradient)
    }
  }

  /// p(class) of a text with these features.
  func probabilities(_ ones: [Int]) -> [Double] {
    var logP = Array(repeating: 0.0, count: classes)
    weights.withUnsafeBufferPointer { weights in
      logP.withUnsafeMutableBufferPointer { logProbabilities(ones, weights, into: $0) }
    }
    return logP.map { exp($0) }
  }

  /// The loss over all rows, and its gradient.
  private func loss(
    _ rows: [Row], _ strength: Double, _ weights: [Double], _ gradient: inout [Double]
  ) -> Double {
    var loss = 0.0
    var logP = Array(repeating: 0.0, count: classes)
    let biases = weights.count - classes
    weights.withUnsafeBufferPointer { weights in
      gradient.withUnsafeMutableBufferPointer { gradient in
        logP.withUnsafeMutableBufferPointer { logP in
          for i in 0..<biases {
            gradient[i] = strength * weights[i]
            loss += strength / 2 * weights[i] * weights[i]
          }
          for i in biases..<weights.count { gradient[i] = 0 }
          for row in rows {
            logProbabilities(row.ones, weights, into: logP)
            loss -= logP[row.label]
            for k in 0..<classes {
              let error = exp(logP[k]) - (k == row.label ? 1 : 0)
              for one in row.ones { gradient[one * classes + k] += error }
              gradient[biases + k] += error
            }
          }
        }
      }
    }
    return loss
  }

  private func logProbabilities(
    _ ones: [Int], _ weights: UnsafeBufferPointer<Double>,
    into logP: UnsafeMutableBufferPointer<Double>
  ) {
    for k in 0..<classes {
      logP[k] = ones.reduce(weights[weights.count - classes + k]) { $0 + weights[$1 * classes + k] }
    }
    let top = logP.max()!
    let logSum = top + log(logP.reduce(0) { $0 + exp($1 - top) })
    for k in 0..<classes { logP[k] -= logSum }
  }
}
