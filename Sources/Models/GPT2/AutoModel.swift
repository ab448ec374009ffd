import Foundation

/// Loads a folder as the class that its config.json names, as transformers' Auto classes do.
public enum AutoModel {
  /// The class comes from `architectures`; a file without it holds a base model. Throws
  /// `ConfigError` for a class that the course does not have, and what loading throws.
  public static func load(_ folder: URL, name: String? = nil) throws -> any GPT2Class {
    let url = folder.appendingPathComponent("config.json")
    let architecture =
      try ConfigFile(url).value("architectures", as: "a list of names") {
        $0.elements?.first?.string
      } ?? "GPT2Model"
    switch architecture {
    case "GPT2Model": return try GPT2Model.load(folder, name: name)
    case "GPT2LMHeadModel": return try GPT2LMHeadModel.load(folder, name: name)
    case "GPT2ForSequenceClassification":
      return try GPT2ForSequenceClassification.load(folder, name: name)
    default:
      throw ConfigError(
        file: url, key: "architectures",
        reason: .unsupported(
          architecture,
          known: ["GPT2Model", "GPT2LMHeadModel", "GPT2ForSequenceClassification"]))
    }
  }
}

extension GPT2Class {
  /// How many parameters stand in which part of the model, in the order of the printout.
  public var parameterParts: [(name: String, count: Int)] {
    var parts: [(name: String, count: Int)] = []
    for (key, tensor) in huggingFaceParameters {
      let words = key.replacing("transformer.", with: "").split(separator: ".")
      let name = words[0] == "h" ? "h.*.\(words[2])" : "\(words[0])"
      if let place = parts.firstIndex(where: { $0.name == name }) {
        parts[place].count += tensor.count
      } else {
        parts.append((name, tensor.count))
      }
    }
    return parts
  }
}
