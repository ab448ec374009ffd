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
}

/// A number with a comma between its thousands.
package func grouped(_ number: Int) -> String {
  number.formatted(.number.locale(Locale(identifier: "en_US")))
}

extension Module {
  public var parameterSummary: ParameterSummary {
    ParameterSummary(trainable: trainableParameterCount, all: parameterCount)
  }
}
