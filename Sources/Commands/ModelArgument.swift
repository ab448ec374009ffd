import ArgumentParser
import Files
import Foundation
import Models

/// MODEL on a command line: a folder, a model in Data, or a name in Hugging Face's cache.
public struct ModelArgument: ParsableArguments {
  @Argument(help: "A folder, a model in Data/models, or a name in Hugging Face's cache.")
  public var model: String

  public init() {}

  /// Throws `ModelNotFound`, or `AdapterIsNoModel` for the folder of an adapter.
  public func folder() throws -> URL {
    try AdapterIsNoModel.check(URL(fileURLWithPath: model, isDirectory: true))
    let models =
      (try? CourseFolder.data()) ?? URL(fileURLWithPath: "Data", isDirectory: true)
    return try ModelLocator(
      models: models.appendingPathComponent("models", isDirectory: true),
      environment: ProcessInfo.processInfo.environment
    ).folder(of: model)
  }
}

/// The folder of an adapter where that of a model was wanted.
public struct AdapterIsNoModel: LocalizedError {
  let folder: URL
  /// What the adapter's settings call the model that it belongs to.
  let base: String?

  public var errorDescription: String? { "\(folder.path) holds an adapter, and no model" }
  public var recoverySuggestion: String? {
    "give its base" + (base.map { ", which it calls \"\($0)\"," } ?? "")
      + " as the model, and this folder with --adapter"
  }

  static func check(_ folder: URL) throws {
    let settings = folder.appendingPathComponent("adapter_config.json")
    guard FileManager.default.fileExists(atPath: settings.path),
      (try? WeightFiles(folder)) == nil
    else { return }
    let base = try ConfigFile(settings).value(
      "base_model_name_or_path", as: "a string", \.string)
    throw AdapterIsNoModel(folder: folder, base: base)
  }
}

/// Output that a program may read: one line of JSON with sorted keys.
public func printJSON(_ value: some Encodable) throws {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  print(String(decoding: try encoder.encode(value), as: UTF8.self))
}
