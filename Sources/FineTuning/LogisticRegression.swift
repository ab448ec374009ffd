import Foundation

/// Softmax regression on sparse features, with an L2 penalty on every weight but the biases.
struct LogisticRegression: Sendable {
  /// The features that are not 0, always in the same order, so that sums are equal to the bit.
  typealias Features = [(column: Int, value: Double)]

  let classes: Int
  /// [features + 1, classes], the last row being the biases.
  private(set) var weights: [Double]

  init(features: Int, classes: Int) {
    precondition(classes > 1, "classification needs at least two classes")
    self.classes = classes
    weights = Array(repeating: 0, count: (features + 1) * classes)
  }

  /// Goes on from the present weights to the minimum of Σ −ln p + strength/2 · ‖W‖², where no part
  /// of the gradient is larger than 1e-5.
  mutating func fit(_ rows: [(features: Features, label: Int)], strength: Double) {
    for row in rows {
      precondition(0..<classes ~= row.label, "class \(row.label) is not in 0 ..< \(classes)")
    }
    weights = minimum(from: weights, gradientBelow: 1e-5) { weights, gradient in
      loss(rows, strength, weights, &gradient)
    }
  }

  /// p(class) of a text with these features.
  func probabilities(_ features: Features) -> [Double] {
    var logP = Array(repeating: 0.0, count: classes)
    weights.withUnsafeBufferPointer { weights in
      logP.withUnsafeMutableBufferPointer { logProbabilities(features, weights, into: $0) }
    }
    return logP.map { exp($0) }
  }

  /// The loss over all rows, and its gradient.
  private func loss(
    _ rows: [(features: Features, label: Int)], _ strength: Double, _ weights: [Double],
    _ gradient: inout [Double]
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
            logProbabilities(row.features, weights, into: logP)
            loss -= logP[row.label]
            for k in 0..<classes {
              let error = exp(logP[k]) - (k == row.label ? 1 : 0)
              for (column, value) in row.features {
                gradient[column * classes + k] += error * value
              }
              gradient[biases + k] += error
            }
          }
        }
      }
    }
    return loss
  }

  private func logProbabilities(
    _ features: Features, _ weights: UnsafeBufferPointer<Double>,
    into logP: UnsafeMutableBufferPointer<Double>
  ) {
    for k in 0..<classes {
      logP[k] = features.reduce(weights[weights.count - classes + k]) {
        $0 + weights[$1.column * classes + k] * $1.value
      }
    }
    let top = logP.max()!
    let logSum = top + log(logP.reduce(0) { $0 + exp($1 - top) })
    for k in 0..<classes { logP[k] -= logSum }
  }
}
