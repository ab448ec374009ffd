import Foundation
import Layers
import Models

/// Which linear layers an adapter goes to, chosen as peft chooses its `target_modules`.
public enum TargetModules: Codable, Equatable, Sendable {
  /// Those that peft takes for GPT-2 where nothing is said: `c_attn`.
  case standard
  /// A layer is taken if its name is one of these or ends in a dot and one of these: `c_proj` takes
  /// the projection of the attention and that of the MLP.
  case names([String])
  /// A layer is taken if this regular expression matches its whole name.
  case pattern(String)
  /// All linear layers of the blocks.
  case allLinear
}

extension TargetModules: ExpressibleByArrayLiteral {
  public init(arrayLiteral names: String...) { self = .names(names) }
}

extension TargetModules {
  /// The layers that are taken, in the order of the model. Every name must take one, and so must
  /// the pattern; else `AdapterError.noTarget` says what there is.
  func layers(
    in model: GPT2Model, standard: [String] = ["c_attn"]
  ) throws(AdapterError) -> [(name: String, layer: Linear)] {
    let all = model.linearLayers
    switch self {
    case .standard: return try TargetModules.names(standard).layers(in: model)
    case .allLinear: return all
    case .names(let names):
      let idle = names.filter { name in !all.contains { Self.matches($0.name, name) } }
      guard idle.isEmpty, !names.isEmpty else {
        throw .noTarget(idle, all: all.map(\.name))
      }
      return all.filter { layer in names.contains { Self.matches(layer.name, $0) } }
    case .pattern(let pattern):
      guard let expression = try? Regex(pattern) else { throw .badPattern(pattern) }
      let found = all.filter { $0.name.wholeMatch(of: expression) != nil }
      guard !found.isEmpty else { throw .noTarget([pattern], all: all.map(\.name)) }
      return found
    }
  }

  private static func matches(_ layer: String, _ name: String) -> Bool {
    layer == name || layer.hasSuffix("." + name)
  }
}
