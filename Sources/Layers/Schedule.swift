import Foundation

/// How the learning rate moves over a run: a linear warm-up, then the shape; as transformers'
/// schedules, in which the first step uses s = 0.
public struct Schedule: Sendable, Codable, Equatable {
  public enum Shape: String, Sendable, Codable, CaseIterable {
    case constant
    case linear
    case cosine
  }

  public var shape: Shape
  public var warmUpSteps: Int
  public var totalSteps: Int

  public init(_ shape: Shape, warmUpSteps: Int = 0, totalSteps: Int) {
    self.shape = shape
    self.warmUpSteps = warmUpSteps
    self.totalSteps = totalSteps
  }

  /// The factor on the peak learning rate at step s, counted from 0.
  public func factor(at step: Int) -> Float {
    if step < warmUpSteps { return Float(step) / Float(max(1, warmUpSteps)) }
    let rest = Double(max(1, totalSteps - warmUpSteps))
    switch shape {
    case .constant: return 1
    case .linear: return Float(max(0, Double(totalSteps - step) / rest))
    case .cosine:
      let progress = min(1, Double(step - warmUpSteps) / rest)
      return Float(max(0, 0.5 * (1 + cos(.pi * progress))))
    }
  }
}
