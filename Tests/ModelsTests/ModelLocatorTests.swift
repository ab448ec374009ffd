import Foundation
import Models
import Testing

@Suite struct ModelLocatorTests {
  private func makeModel(_ folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("{}".utf8).write(to: folder.appendingPathComponent("config.json"))
  }

  private func cache(_ repository: String, in hub: URL) throws -> URL {
    let folder = hub.appendingPathComponent(repository)
    let references = folder.appendingPathComponent("refs")
    try FileManager.default.createDirectory(at: references, withIntermediateDirectories: true)
    try Data("abc\n".utf8).write(to: references.appendingPathComponent("main"))
    let snapshot = folder.appendingPathComponent("snapshots/abc")
    try makeModel(snapshot)
    return snapshot
  }

  @Test func findsAFolderFirst() throws {
    try withTemporaryFolder { folder in
      let model = folder.appendingPathComponent("mine")
      try makeModel(model)
      let locator = ModelLocator(models: folder, environment: ["HOME": folder.path])
      #expect(try locator.folder(of: model.path).path == model.path)
      #expect(try locator.folder(of: "~/mine").path == model.path)
    }
  }

  @Test func findsTheCoursesModels() throws {
    try withTemporaryFolder { folder in
      try makeModel(folder.appendingPathComponent("mini"))
      try makeModel(folder.appendingPathComponent("chat"))
      let locator = ModelLocator(models: folder, environment: ["HF_HUB_CACHE": folder.path])
      #expect(try locator.folder(of: "mini").lastPathComponent == "mini")
      #expect(locator.courseModels == ["chat", "mini"])
    }
  }

  @Test func findsTheCacheByItsVariables() throws {
    try withTemporaryFolder { folder in
      let places = [
        ("HF_HUB_CACHE", "one", "one"), ("HF_HOME", "two", "two/hub"),
        ("XDG_CACHE_HOME", "three", "three/huggingface/hub"),
        ("HOME", "four", "four/.cache/huggingface/hub"),
      ]
      for (_, _, hub) in places {
        _ = try cache("models--gpt2", in: folder.appendingPathComponent(hub))
        _ = try cache("models--org--name", in: folder.appendingPathComponent(hub))
      }
      var environment: [String: String] = [:]
      for (variable, value, hub) in places.reversed() {
        environment[variable] = folder.appendingPathComponent(value).path
        let locator = ModelLocator(
          models: folder.appendingPathComponent("none"), environment: environment)
        let base = folder.appendingPathComponent(hub).path
        #expect(
          try locator.folder(of: "gpt2").path == base + "/models--gpt2/snapshots/abc")
        #expect(
          try locator.folder(of: "org/name").path == base + "/models--org--name/snapshots/abc")
      }
    }
  }

  @Test func listsWhatItLookedFor() throws {
    try withTemporaryFolder { folder in
      try makeModel(folder.appendingPathComponent("mini"))
      let hub = folder.appendingPathComponent("hub")
      let locator = ModelLocator(models: folder, environment: ["HF_HUB_CACHE": hub.path])
      let error = #expect(throws: ModelNotFound.self) { try locator.folder(of: "gpt2") }
      #expect(error?.courseModels == ["mini"])
      #expect(error?.tried.count == 3)
      let text = try #require(error?.errorDescription)
      #expect(text.contains(folder.appendingPathComponent("gpt2").path))
      #expect(text.contains(hub.appendingPathComponent("models--gpt2/refs/main").path))
      #expect(error?.recoverySuggestion?.contains("mini") == true)
    }
  }

  @Test(arguments: ["", "..", "../x", "a/b/c", "org/..", "/nowhere"])
  func refusesNamesThatAreNone(_ name: String) throws {
    try withTemporaryFolder { folder in
      let locator = ModelLocator(
        models: folder.appendingPathComponent("models"),
        environment: ["HF_HUB_CACHE": folder.path])
      #expect(throws: ModelNotFound.self) { try locator.folder(of: name) }
    }
  }

  @Test func refusesARevisionThatLeavesTheCache() throws {
    try withTemporaryFolder { folder in
      let snapshot = try cache("models--gpt2", in: folder)
      let main = snapshot.appendingPathComponent("../../refs/main").standardizedFileURL
      try makeModel(folder.appendingPathComponent("elsewhere"))
      try Data("../../elsewhere".utf8).write(to: main)
      let locator = ModelLocator(
        models: folder.appendingPathComponent("models"),
        environment: ["HF_HUB_CACHE": folder.path])
      #expect(throws: ModelNotFound.self) { try locator.folder(of: "gpt2") }
    }
  }
}
