import Files
import Foundation
import Tensors

/// Settings, models and files of adapters that do not fit each other.
public indirect enum AdapterError: LocalizedError, Equatable {
  /// Names or a pattern that take no layer, and the names of all layers.
  case noTarget([String], all: [String])
  case badPattern(String)
  /// A setting with a value that the model cannot have.
  case setting(method: String, name: String, value: String, allowed: String)
  case occupied(String)
  case noMerge(String)
  /// The format that the model's weights are compressed to.
  case compressed(WeightFormat)
  /// The parameter concerned.
  case notFinite(String)
  /// Settings of a file that do not fit the model.
  case file(URL, AdapterError)

  public var errorDescription: String? {
    switch self {
    case .noTarget(let names, _):
      names.isEmpty
        ? "no target modules are given"
        : "target modules that are not in the base model: "
          + names.map { "\"\($0)\"" }.joined(separator: ", ")
    case .badPattern(let pattern): "\"\(pattern)\" is no regular expression"
    case .setting(let method, let name, let value, let allowed):
      "\(method): \(name) is \(value), but must be \(allowed)"
    case .occupied(let method):
      "\(method) cannot be attached where another adapter is active"
    case .noMerge(let method):
      "\(method) cannot be merged: no weights of the base have its effect"
    case .compressed(let format):
      "no adapter can be attached to a model whose weights are stored as \(format.rawValue)"
    case .notFinite(let parameter): "\(parameter) holds values that are no numbers"
    case .file(let url, let error): "\(url.path): \(error.localizedDescription)"
    }
  }

  public var recoverySuggestion: String? {
    switch self {
    case .noTarget(let names, let all): Self.nearNames(names, all)
    case .badPattern: "write it as for Python's re.fullmatch, such as .*attn.c_(attn|proj)"
    case .setting: "change the setting"
    case .occupied: "deactivate or merge the other adapter first"
    case .noMerge: "keep the adapter beside its base; lora, dora and ia3 can be merged"
    case .compressed: "attach or merge the adapter first, and compress the weights then"
    case .notFinite: "train again with a lower learning rate; the base is unchanged"
    case .file: "load the base that the adapter was trained on"
    }
  }

  /// The layers' last names, with the nearest to each wrong one first.
  private static func nearNames(_ names: [String], _ all: [String]) -> String {
    var kinds: [String] = []
    for name in all {
      let kind = name.split(separator: ".").drop {
        $0 == "transformer" || $0 == "h" || Int($0) != nil
      }
      .joined(separator: ".")
      if !kinds.contains(kind) { kinds.append(kind) }
    }
    let near = names.compactMap { wrong in
      kinds.min { distance($0, wrong) < distance($1, wrong) }.map {
        "for \"\(wrong)\" perhaps \($0)"
      }
    }
    let known = "the layers of a block are \(kinds.joined(separator: ", "))"
    return near.isEmpty ? known : known + "; " + near.joined(separator: ", ")
  }

  /// To the whole name or to its last part, whichever is nearer.
  private static func distance(_ known: String, _ wrong: String) -> Int {
    min(
      editDistance(known, wrong),
      editDistance(String(known.split(separator: ".").last ?? ""), wrong))
  }
}
