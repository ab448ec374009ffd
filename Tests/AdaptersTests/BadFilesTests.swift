import Adapters
import Files
import Foundation
import Models
import ProgramRunning
import Tensors
import Testing

/// Adapter folders that are damaged or belong to something else. Nothing changes then.
@Suite struct BadFilesTests {
  private let folder: TemporaryFolder
  private let subject = Subject(.languageModel)

  /// A LoRA of the sample model, in a file.
  init() throws {
    folder = try TemporaryFolder()
    let adapter = try LoRA(rank: 2).attach(to: Sample.languageModel())
    adapter.move()
    try adapter.save(to: folder.url, base: "the-sample")
  }

  private func failure<Failure: LocalizedError>(
    _ type: Failure.Type, onto subject: Subject, at location: SourceLocation = #_sourceLocation
  ) throws -> Failure {
    let before = bits(subject.model.parameters())
    let logits = bits(try subject.logits(Sample.rows))
    let trainable = subject.model.trainableParameterCount
    let error = try #require(
      #expect(throws: type, sourceLocation: location) {
        try Adapter.load(folder.url, onto: subject.model)
      }, sourceLocation: location)
    #expect(bits(subject.model.parameters()) == before, sourceLocation: location)
    #expect(bits(try subject.logits(Sample.rows)) == logits, sourceLocation: location)
    #expect(subject.model.trainableParameterCount == trainable, sourceLocation: location)
    #expect(error.errorDescription?.contains(folder.url.path) == true, sourceLocation: location)
    #expect(error.recoverySuggestion?.isEmpty == false, sourceLocation: location)
    return error
  }

  private func change(_ old: String, to new: String) throws {
    let text = try folder.text("adapter_config.json")
    try #require(text.contains(old))
    try folder.write(text.replacing(old, with: new), to: "adapter_config.json")
  }

  private func rewrite(_ change: (inout [NamedTensor]) -> Void) throws {
    let url = folder.path("adapter_model.safetensors")
    let file = try SafetensorsFile(url)
    var tensors = try file.entries.map {
      NamedTensor($0.name, shape: $0.shape, try file.floats($0.name))
    }
    change(&tensors)
    try writeSafetensors(tensors, to: url)
  }

  @Test(
    arguments: [
      ("\"peft_type\": \"LORA\",", "", "\"peft_type\" is missing"),
      ("\"LORA\"", "\"LOHA\"", "LOHA is not supported"),
      ("\"LORA\"", "7", "a string expected, found 7"),
      ("\"CAUSAL_LM\"", "\"SEQ_CLS\"", "\"task_type\": SEQ_CLS is not supported"),
      ("\"r\": 2,", "", "\"r\" is missing"),
      ("\"r\": 2,", "\"r\": 0,", "0 is no possible size"),
      ("\"r\": 2,", "\"r\": \"two\",", "an integer expected"),
      ("\"bias\": \"none\"", "\"bias\": \"some\"", "some is not supported"),
      ("\"r\": 2,", "\"r\": 2, \"rank_pattern\": {\"c_attn\": 4},", "\"rank_pattern\""),
      ("\"r\": 2,", "\"r\": 2, \"use_qalora\": true,", "\"use_qalora\""),
      (
        "\"r\": 2,", "\"r\": 2, \"init_lora_weights\": \"pissa_niter_4\",",
        "pissa_niter_4 is not supported"
      ),
      ("\"modules_to_save\": null", "\"modules_to_save\": [\"wte\"]", "\"modules_to_save\""),
      ("\"use_dora\": false", "\"use_dora\": 1", "true or false expected"),
      ("\"lora_dropout\": 0.0", "\"lora_dropout\": 1.5", "\"lora_dropout\": 1.5 does not lie in"),
      ("{", "", "at byte"), ("}", "", "at byte"),
    ])
  func settingsThatCannotBeUsed(old: String, new: String, said: String) throws {
    try change(old, to: new)
    let error = try failure(ConfigError.self, onto: subject)
    #expect(error.localizedDescription.contains(said), "\(error.localizedDescription)")
  }

  @Test(
    arguments: [
      ("\"c_attn\"", "\"c_atn\"", "c_atn"), ("\"r\": 2,", "\"r\": 999999,", "rank is 999999"),
    ])
  func settingsThatDoNotFitTheModel(old: String, new: String, said: String) throws {
    try change(old, to: new)
    let error = try failure(AdapterError.self, onto: subject)
    #expect(error.localizedDescription.contains(said))
  }

  /// The shapes, the file and the name of the right base.
  @Test func anAdapterOfAnotherBase() throws {
    let wide = Subject(.languageModel, Sample.config(hiddenSize: 16))
    let error = try failure(AdapterFileError.self, onto: wide)
    #expect(
      error.problems.first
        == .shape(
          "base_model.model.transformer.h.0.attn.c_attn.lora_A.weight", expected: [2, 16],
          found: [2, 8]))
    #expect(error.problems.count == 4 && error.base == "the-sample")
    #expect(error.localizedDescription.contains("[2, 8]"))
    #expect(error.recoverySuggestion?.contains("\"the-sample\"") == true)

    var config = Sample.config()
    config.layerCount = 3
    let deep = try failure(AdapterFileError.self, onto: Subject(.languageModel, config))
    let path = "base_model.model.transformer.h"
    #expect(
      deep.problems == ["A", "B"].map { .missing("\(path).2.attn.c_attn.lora_\($0).weight") })
    config.layerCount = 1
    let shallow = try failure(AdapterFileError.self, onto: Subject(.languageModel, config))
    #expect(
      shallow.problems == ["A", "B"].map { .unexpected("\(path).1.attn.c_attn.lora_\($0).weight") })
  }

  @Test(arguments: [Float.nan, -.infinity]) func numbersThatAreNone(_ wrong: Float) throws {
    let name = "base_model.model.transformer.h.1.attn.c_attn.lora_B.weight"
    try rewrite { tensors in
      let place = tensors.firstIndex { $0.name == name }!
      let shape = tensors[place].shape
      var values = [Float](repeating: 0, count: shape.reduce(1, *))
      values[7] = wrong
      tensors[place] = NamedTensor(name, shape: shape, values)
    }
    let error = try failure(AdapterFileError.self, onto: subject)
    #expect(error.problems == [.notFinite(name)])
    #expect(error.recoverySuggestion == "train the adapter again, or take an older copy")
  }

  @Test func filesThatAreNotThere() throws {
    for name in ["adapter_model.safetensors", "adapter_config.json"] {
      try FileManager.default.removeItem(at: folder.path(name))
      let error = try failure(FileReadError.self, onto: subject)
      #expect(error.errorDescription?.contains(name) == true)
    }
  }

  @Test func aFileThatIsCutOff() throws {
    let url = folder.path("adapter_model.safetensors")
    try Data(contentsOf: url).dropLast(4).write(to: url)
    _ = try failure(SafetensorsError.self, onto: subject)
  }

  @Test func whereAnAdapterIsNoneIsLoaded() throws {
    let first = try BitFit().attach(to: subject.model)
    first.move()
    let tuned = bits(try subject.logits(Sample.rows))
    #expect(throws: AdapterError.occupied("lora")) {
      try Adapter.load(folder.url, onto: subject.model)
    }
    #expect(bits(try subject.logits(Sample.rows)) == tuned)
    #expect(subject.model.trainableParameterCount == first.parameterCount)
  }

  @Test func whatCannotBeWrittenIsAnError() throws {
    try folder.write("", to: "file")
    let adapter = try LoRA(rank: 2).attach(to: subject.model)
    #expect(throws: FileWriteError.self) {
      try adapter.save(to: folder.path("file/inside"), base: "sample")
    }
  }
}
