import Foundation

/// The tensors of a model: one safetensors file, or the shards that `model.safetensors.index.json`
/// lists. They are read as one set of names.
public final class WeightFiles: Sendable {
  /// The file or index that was asked for.
  public let url: URL
  private let files: [SafetensorsFile]
  private let fileByName: [String: SafetensorsFile]

  /// Opens a model's folder, an index or a single safetensors file. Throws `WeightFilesError`,
  /// `SafetensorsError` or `FileReadError`.
  public convenience init(_ url: URL) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
      throw WeightFilesError.missing(url)
    }
    let file = isFolder.boolValue ? try WeightFiles.weights(in: url) : url
    if WeightFiles.isPickle(file) { throw WeightFilesError.pickle(file) }
    if file.lastPathComponent.hasSuffix(".index.json") {
      try self.init(index: file)
    } else {
      let weights = try SafetensorsFile(file)
      self.init(file, [weights], weights.entries.map { ($0.name, weights) })
    }
  }

  private init(_ url: URL, _ files: [SafetensorsFile], _ names: [(String, SafetensorsFile)]) {
    self.url = url
    self.files = files
    fileByName = Dictionary(uniqueKeysWithValues: names)
  }

  private convenience init(index: URL) throws {
    let json: JSONValue
    do {
      json = try MappedFile(index).withBytes { try JSONValue(parsing: $0) }
    } catch let error as JSONError {
      throw WeightFilesError.badIndex(index, "at byte \(error.offset), \(error.reason)")
    }
    guard let members = json["weight_map"]?.members else {
      throw WeightFilesError.badIndex(index, "it has no object \"weight_map\"")
    }
    let folder = index.deletingLastPathComponent()
    var shards: [String: SafetensorsFile] = [:]
    var names: [(String, SafetensorsFile)] = []
    for member in members {
      guard let name = member.value.string, WeightFiles.staysInFolder(name) else {
        throw WeightFilesError.badShardName(
          index, tensor: member.name, shard: member.value.string ?? member.value.kind)
      }
      let shard = try shards[name] ?? SafetensorsFile(folder.appendingPathComponent(name))
      shards[name] = shard
      guard shard[member.name] != nil else {
        throw SafetensorsError(file: shard.url, tensor: member.name, reason: .noSuchTensor)
      }
      names.append((member.name, shard))
    }
    self.init(index, shards.sorted { $0.key < $1.key }.map(\.value), names)
  }

  /// The names of all tensors, sorted.
  public var names: [String] { fileByName.keys.sorted() }

  public subscript(name: String) -> SafetensorsFile.Entry? { fileByName[name]?[name] }

  /// The file that holds a tensor, for messages.
  public func file(of name: String) throws -> SafetensorsFile {
    guard let file = fileByName[name] else {
      throw SafetensorsError(file: url, tensor: name, reason: .noSuchTensor)
    }
    return file
  }

  /// Copies a float tensor to `destination`, as `SafetensorsFile.copy` does.
  public func copy(_ name: String, into destination: UnsafeMutableBufferPointer<Float>) throws {
    try file(of: name).copy(name, into: destination)
  }

  /// The file to open in a model's folder: a single file before an index, as transformers does.
  private static func weights(in folder: URL) throws -> URL {
    let candidates = ["model.safetensors", "model.safetensors.index.json"]
      .map { folder.appendingPathComponent($0) }
    if let found = candidates.first(where: { FileManager.default.fileExists(atPath: $0.path) }) {
      return found
    }
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    if let pickle = (names ?? []).sorted().map(folder.appendingPathComponent).first(where: isPickle)
    {
      throw WeightFilesError.pickle(pickle)
    }
    throw WeightFilesError.none(folder)
  }

  /// A name in an index is a path below the index's folder, never one that leaves it.
  private static func staysInFolder(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix("/") && !name.contains("\\") && !name.contains("\0")
      && !name.split(separator: "/").contains("..")
  }

  private static func isPickle(_ file: URL) -> Bool {
    ["bin", "pt", "pth", "ckpt", "pkl"].contains(file.pathExtension.lowercased())
  }
}

/// A model's weights that are not there, or not in a form that is read.
public enum WeightFilesError: LocalizedError, Equatable {
  case missing(URL)
  case none(URL)
  case pickle(URL)
  case badIndex(URL, String)
  case badShardName(URL, tensor: String, shard: String)

  public var errorDescription: String? {
    switch self {
    case .missing(let url): "\(url.path) does not exist"
    case .none(let folder):
      "\(folder.path) has neither model.safetensors nor model.safetensors.index.json"
    case .pickle(let file):
      "\(file.path) is a pickle, which can run any program when it is opened; it is not read"
    case .badIndex(let file, let reason):
      "\(file.path) is not an index of weights: \(reason)"
    case .badShardName(let file, let tensor, let shard):
      "\(file.path) places \"\(tensor)\" in \"\(shard)\", which is no file of its folder"
    }
  }

  public var recoverySuggestion: String? {
    switch self {
    case .missing: "check the path"
    case .none: "give the folder of a model in Hugging Face's format"
    case .pickle:
      """
      convert it where you trust it, with Python: from transformers import AutoModelForCausalLM; \
      AutoModelForCausalLM.from_pretrained(FOLDER).save_pretrained(NEW, safe_serialization=True)
      """
    case .badIndex, .badShardName: "download the checkpoint again"
    }
  }
}
