import Foundation

/// Finds the folder of a model that a user names: a path, a model of the course under
/// Data/models, or a model that is in Hugging Face's cache.
public struct ModelLocator: Sendable {
  /// The folder whose subfolders are the course's models.
  public let models: URL
  private let environment: [String: String]

  /// `models` is the course's Data/models; `environment` decides where the cache is.
  public init(models: URL, environment: [String: String]) {
    self.models = models
    self.environment = environment
  }

  /// The folder with config.json of the model called `name`. A folder comes before a model of the
  /// course, and that before the cache. Throws `ModelNotFound`.
  public func folder(of name: String) throws -> URL {
    var tried: [String] = []
    func accept(_ folder: URL, _ what: String) -> Bool {
      let found = FileManager.default.fileExists(
        atPath: folder.appendingPathComponent("config.json").path)
      if !found { tried.append("\(what) \(folder.path), which has no config.json") }
      return found
    }
    if !name.isEmpty {
      let path = URL(fileURLWithPath: expandingHome(name), isDirectory: true)
      if accept(path, "the folder") { return path }
    }
    if isPlainName(name) {
      let own = models.appendingPathComponent(name, isDirectory: true)
      if accept(own, "the course's model") { return own }
    }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if (1...2).contains(parts.count), parts.allSatisfy(isPlainName) {
      let repository = cache.appendingPathComponent(
        "models--" + parts.joined(separator: "--"), isDirectory: true)
      let reference = repository.appendingPathComponent("refs/main")
      if let text = try? String(contentsOf: reference, encoding: .utf8) {
        let revision = text.trimmingCharacters(in: .whitespacesAndNewlines)
        if isPlainName(revision) {
          let snapshot = repository.appendingPathComponent("snapshots/\(revision)")
          if accept(snapshot, "the cached snapshot") { return snapshot }
        } else {
          tried.append("the cache's \(reference.path), which names no revision")
        }
      } else {
        tried.append("Hugging Face's cache, where \(reference.path) is missing")
      }
    }
    throw ModelNotFound(name: name, tried: tried, courseModels: courseModels)
  }

  /// The names of the course's models, sorted.
  public var courseModels: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: models.path)) ?? []
    return names.filter {
      FileManager.default.fileExists(
        atPath: models.appendingPathComponent("\($0)/config.json").path)
    }.sorted()
  }

  /// huggingface_hub's rule: HF_HUB_CACHE, else $HF_HOME/hub, else ~/.cache/huggingface/hub, where
  /// XDG_CACHE_HOME may replace ~/.cache.
  var cache: URL {
    func variable(_ name: String) -> String? {
      environment[name].flatMap { $0.isEmpty ? nil : expandingHome($0) }
    }
    if let cache = variable("HF_HUB_CACHE") {
      return URL(fileURLWithPath: cache, isDirectory: true)
    }
    let home =
      variable("HF_HOME")
      ?? (variable("XDG_CACHE_HOME") ?? expandingHome("~/.cache")) + "/huggingface"
    return URL(fileURLWithPath: home + "/hub", isDirectory: true)
  }

  private func expandingHome(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/") else { return path }
    return (environment["HOME"] ?? NSHomeDirectory()) + path.dropFirst()
  }

  private func isPlainName(_ name: String) -> Bool {
    !name.isEmpty && name != "." && name != ".." && !name.contains("/") && !name.contains("\0")
  }
}

/// No model goes by the name that was given.
public struct ModelNotFound: LocalizedError, Equatable {
  public let name: String
  /// The places that were looked at, with what was wrong.
  public let tried: [String]
  public let courseModels: [String]

  public var errorDescription: String? {
    "there is no model \"\(name)\"; looked for: \(tried.joined(separator: "; "))"
  }

  public var recoverySuggestion: String? {
    let own =
      courseModels.isEmpty
      ? "the course has no models yet" : "the course has \(courseModels.joined(separator: ", "))"
    return "give a folder in Hugging Face's format or the name of a model; \(own)"
  }
}
