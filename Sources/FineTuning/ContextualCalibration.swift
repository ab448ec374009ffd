import Foundation

/// Takes a prompt's own liking for an answer out of the scores of the answers (Zhao et al., 2021,
/// "Calibrate Before Use").
///
/// A prompt that ends in an input which says nothing, such as "N/A", should leave every answer equally
/// likely. What it prefers all the same is the prompt's bias, and is subtracted from every row.
public struct ContextualCalibration: Sendable, Codable, Equatable {
  /// ln of the mean probability of each answer after inputs without content, among the answers.
  public let logPriors: [Double]

  /// - Parameter contentFree: for each input without content, ln p of each answer.
  public init(contentFree: [[Double]]) {
    let count = contentFree.first?.count ?? 0
    precondition(count > 0, "calibration needs an input without content, and answers")
    precondition(
      contentFree.allSatisfy { $0.count == count }, "every input has the same answers")
    let shares = contentFree.map { scores in
      let top = scores.max()!
      let powers = scores.map { exp($0 - top) }
      return powers.map { $0 / powers.reduce(0, +) }
    }
    logPriors = (0..<count).map { answer in log(shares.map { $0[answer] }.mean) }
  }

  /// ln p of each answer less its prior: comparable among the answers, no longer a probability.
  public func callAsFunction(_ logProbabilities: [Double]) -> [Double] {
    precondition(logProbabilities.count == logPriors.count, "one score for each answer")
    return zip(logProbabilities, logPriors).map { $0 - $1 }
  }
}
