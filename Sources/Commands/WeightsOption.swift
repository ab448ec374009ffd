import ArgumentParser
import Models
import Tensors

/// `--weights` on a command line: how the weights of a model that generates are stored.
public struct WeightsOption: ParsableArguments {
  public enum Choice: String, CaseIterable, ExpressibleByArgument {
    case f32, f16, bf16, int8

    /// nil for the floats that they are.
    var format: WeightFormat? { WeightFormat(rawValue: rawValue) }
  }

  @Option(help: "How the weights are stored: fewer bits are read faster, and are rounded.")
  public var weights = Choice.f32

  public init() {}

  public var areCompressed: Bool { weights.format != nil }

  /// Throws `CompressionError`.
  public func apply(to model: GPT2LMHeadModel) throws(CompressionError) {
    if let format = weights.format { try model.compress(to: format) }
  }
}
