import Foundation
import Layers

/// What is trained of a model, as peft's `print_trainable_parameters` says it.
public struct ParameterSummary: Equatable, Sendable, CustomStringConvertible {
  public let trainable: Int
  public let all: Int

  package init(trainable: Int, all: Int) {
    self.trainable = trainable
    self.all = all
  }

  public var description: String {
    let share = String(format: "%.4f", 100 * Double(trainable) / Double(all))
    return "trainable params: \(grouped(trainable)) || all params: \(grouped(all)) "
      + "|| trainable%: \(share)"
  }

  private func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: place) }
    return String(digits)
  }
}

extension Module {
  public var parameterSummary: ParameterSummary {
    ParameterSummary(trainable: trainableParameterCount, all: parameterCount)
  }
}
