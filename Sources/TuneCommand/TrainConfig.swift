import ArgumentParser
import Foundation
import YAMLFaults
import Yams

/// Options of `tune train` in a .yaml file, each under its long name:
///
///     task: classify
///     data: reviews.jsonl
///     learning-rate: 1e-4
///     resume: true
struct TrainConfig {
  private let options: [(name: String, argument: String)]

  init(_ file: URL) throws(TrainConfigError) {
    func error(_ node: Node?, _ reason: String, _ help: String) -> TrainConfigError {
      TrainConfigError(file: file, line: node?.mark?.line, reason: reason, help: help)
    }
    let text: String
    do { text = try String(contentsOf: file, encoding: .utf8) } catch let problem {
      let isMissing = !FileManager.default.fileExists(atPath: file.path)
      throw error(
        nil, isMissing ? "it does not exist" : problem.localizedDescription,
        "check the name, that you may read the file, and that it is UTF-8")
    }
    let root: Node?
    do { root = try Yams.compose(yaml: text) } catch let problem {
      throw TrainConfigError(file: file, yaml: problem)
    }
    guard let fields = root?.mapping else {
      throw error(
        root, "it is no list of options with their values",
        "write an option a line, such as learning-rate: 1e-4")
    }
    let known = Self.known
    var options: [(name: String, argument: String)] = []
    for (key, value) in fields {
      let name = key.string ?? ""
      guard let kind = known[name] else {
        throw error(
          key, "\"\(name)\" is no option of tune train",
          "the options are \(known.keys.sorted().joined(separator: ", "))")
      }
      guard let scalar = value.scalar, value.null == nil else {
        throw error(value, "\"\(name)\" has no single value", "write one after the colon")
      }
      switch kind {
      case .flag:
        guard let isOn = value.bool else {
          throw error(
            value, "\"\(name)\" is \"\(scalar.string)\"", "write true or false")
        }
        if isOn { options.append((name, "--\(name)")) }
      case .value:
        let argument = "--\(name)=\(scalar.string)"
        do { _ = try TrainOptions.parse([argument]) } catch let problem {
          let reason = TrainOptions.message(for: problem)
          throw error(
            value, "\"\(name)\": \(reason)", "tune train --help says what each option takes")
        }
        options.append((name, argument))
      }
    }
    self.options = options
  }

  /// As arguments that stand before those of a command line, which win: what these give, or a rival
  /// of, is left out.
  func arguments(beside given: [String]) -> [String] {
    let names = Set(
      given.filter { $0.hasPrefix("--") }.map { $0.dropFirst(2).prefix { $0 != "=" } })
    return options.filter { name, _ in
      let rivals = TrainOptions.rivals.first { $0.contains(name) } ?? [name]
      return !rivals.contains { names.contains($0[...]) }
    }.map(\.argument)
  }

  private enum Kind { case value, flag }

  /// The long names, which ArgumentParser makes of those of the properties.
  private static var known: [String: Kind] {
    let options = [Mirror(reflecting: TrainOptions()), Mirror(reflecting: MethodOptions())]
      .flatMap(\.children).filter { !($0.value is OptionGroup<MethodOptions>) }
    return Dictionary(
      uniqueKeysWithValues: options.map { label, wrapper in
        let name = (label ?? "").drop { $0 == "_" }.map { letter in
          letter.isUppercase ? "-\(letter.lowercased())" : "\(letter)"
        }.joined()
        return (name, wrapper is Flag<Bool> ? Kind.flag : .value)
      })
  }
}

/// A configuration file that cannot be used.
struct TrainConfigError: LocalizedError {
  let file: URL
  /// From 1; nil where the file as a whole is wrong.
  let line: Int?
  let reason: String
  let help: String

  init(file: URL, line: Int?, reason: String, help: String) {
    self.file = file
    self.line = line
    self.reason = reason
    self.help = help
  }

  /// What Yams has to say about a text that is no YAML.
  init(file: URL, yaml error: any Error) {
    let fault = YAMLFault(error)
    self.init(
      file: file, line: fault.line, reason: fault.reason,
      help: "mend the YAML: an option a line, a colon and a space before its value")
  }

  var errorDescription: String? { "\(file.path)\(line.map { ":\($0)" } ?? ""): \(reason)" }
  var recoverySuggestion: String? { help }
}
