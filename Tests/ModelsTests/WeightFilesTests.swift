import Foundation
import Models
import Testing

@Suite struct WeightFilesTests {
  private func write(_ text: String, to name: String, in folder: URL) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  @Test func readsASingleFile() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("model.safetensors")
      try writeSafetensors([NamedTensor("a", shape: [2], [1, 2])], to: file)
      for url in [folder, file] {
        let weights = try WeightFiles(url)
        #expect(weights.names == ["a"])
        #expect(weights["a"]?.shape == [2])
        #expect(weights["b"] == nil)
      }
    }
  }

  @Test func readsShardsAsOne() throws {
    try withTemporaryFolder { folder in
      for (shard, name, value) in [("1", "a", Float(1)), ("2", "b", 2)] {
        try writeSafetensors(
          [NamedTensor(name, shape: [1], [value], as: .bf16)],
          to: folder.appendingPathComponent("model-0000\(shard)-of-00002.safetensors"))
      }
      try write(
        """
        {"metadata": {"total_size": 4}, "weight_map": {
        "a": "model-00001-of-00002.safetensors", "b": "model-00002-of-00002.safetensors"}}
        """, to: "model.safetensors.index.json", in: folder)
      let weights = try WeightFiles(folder)
      #expect(weights.names == ["a", "b"])
      var value: [Float] = [0]
      try value.withUnsafeMutableBufferPointer { try weights.copy("b", into: $0) }
      #expect(value == [2])
    }
  }

  @Test(arguments: ["../x.safetensors", "/x.safetensors", "a/../../x", "", "a\\\\b"])
  func refusesAShardOutsideTheFolder(_ name: String) throws {
    try withTemporaryFolder { folder in
      let index = "model.safetensors.index.json"
      try write(#"{"weight_map": {"a": "\#(name)"}}"#, to: index, in: folder)
      let error = #expect(throws: WeightFilesError.self) { try WeightFiles(folder) }
      guard case .badShardName = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
  }

  @Test func refusesAnIndexThatIsNone() throws {
    try withTemporaryFolder { folder in
      let url = folder.appendingPathComponent("model.safetensors.index.json")
      for text in ["{}", "[", #"{"weight_map": []}"#] {
        try Data(text.utf8).write(to: url)
        #expect(throws: WeightFilesError.self) { try WeightFiles(folder) }
      }
    }
  }

  @Test func namesATensorThatItsShardLacks() throws {
    try withTemporaryFolder { folder in
      try writeSafetensors(
        [NamedTensor("a", shape: [1], [1])], to: folder.appendingPathComponent("s.safetensors"))
      try write(
        #"{"weight_map": {"b": "s.safetensors"}}"#, to: "model.safetensors.index.json",
        in: folder)
      let error = #expect(throws: SafetensorsError.self) { try WeightFiles(folder) }
      #expect(error?.reason == .noSuchTensor && error?.tensor == "b")
    }
  }

  @Test(arguments: ["pytorch_model.bin", "model.pt", "model.PTH", "last.ckpt"])
  func refusesPickles(_ name: String) throws {
    try withTemporaryFolder { folder in
      try write("x", to: name, in: folder)
      let file = folder.appendingPathComponent(name)
      for url in [folder, file] {
        let error = #expect(throws: WeightFilesError.self) { try WeightFiles(url) }
        guard case .pickle(let found) = error else {
          Issue.record("\(String(describing: error))")
          continue
        }
        #expect(found.path == file.path)
        #expect(error?.recoverySuggestion?.contains("safe_serialization=True") == true)
      }
    }
  }

  @Test func namesAFolderWithoutWeights() throws {
    try withTemporaryFolder { folder in
      #expect(throws: WeightFilesError.none(folder)) { try WeightFiles(folder) }
      let missing = folder.appendingPathComponent("no")
      #expect(throws: WeightFilesError.missing(missing)) { try WeightFiles(missing) }
    }
  }
}
