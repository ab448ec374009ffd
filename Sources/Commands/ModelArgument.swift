import ArgumentParser
import Files
import Foundation
import Models

/// MODEL on a command line: a folder, a model in Data, or a name in Hugging Face's cache.
public struct ModelArgument: ParsableArguments {
  @Argument(help: "A folder, a model in Data/models, or a name in Hugging Face's cache.")
  public var model: String

  public init() {}

  public func folder() throws -> URL {
    let models =
      (try? CourseFolder.data()) ?? URL(fileURLWithPath: "Data", isDirectory: true)
    return try ModelLocator(
      models: models.appendingPathComponent("models", isDirectory: true),
      environment: ProcessInfo.processInfo.environment
    ).folder(of: model)
  }
}

/// Output that a program may read: one line of JSON with sorted keys.
public func printJSON(_ value: some Encodable) throws {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  print(String(decoding: try encoder.encode(value), as: UTF8.self))
}
