import Adapters
import Foundation
import Layers
import Models
import ProgramRunning
import Testing

/// What we write beside what peft wrote.
@Suite struct PeftFilesTests {
  /// What loading replaces: virtual tokens that an encoder made have none any more.
  private let encoderKeys: Set = [
    "encoder_hidden_size", "encoder_num_layers", "encoder_dropout",
    "encoder_reparameterization_type", "prefix_projection",
  ]
  /// What has no part in the numbers of an adapter that is there already.
  private let idleKeys: Set = [
    "peft_version", "init_lora_weights", "init_ia3_weights", "init_weights", "megatron_core",
    "qalora_group_size", "prompt_tuning_init", "prompt_tuning_init_text", "tokenizer_name_or_path",
  ]

  @Test(arguments: AdapterFixture.peft) func writesWhatItReads(_ name: String) throws {
    let fixture = try AdapterFixture("peft/\(name)")
    let folder = try TemporaryFolder()
    let adapter = try Adapter.load(fixture.folder, onto: fixture.base())
    try adapter.save(to: folder.url, base: fixture.isClassifier ? "classifier" : "base")
    #expect(try folder.names() == ["adapter_config.json", "adapter_model.safetensors"])

    let theirs = try SafetensorsFile(
      fixture.folder.appendingPathComponent("adapter_model.safetensors"))
    let ours = try SafetensorsFile(folder.path("adapter_model.safetensors"))
    #expect(Set(ours.entries.map(\.name)) == Set(theirs.entries.map(\.name)))
    for entry in theirs.entries {
      #expect(try ours.entry(entry.name).shape == entry.shape)
      #expect(try ours.floats(entry.name) == theirs.floats(entry.name), "\(entry.name)")
    }
    try compareSettings(
      try AdapterFixture.json(folder.path("adapter_config.json")),
      try AdapterFixture.json(fixture.folder.appendingPathComponent("adapter_config.json")))
  }

  private func compareSettings(_ ours: JSONValue, _ theirs: JSONValue) throws {
    let names = try #require(ours.members).map(\.name)
    #expect(names == names.sorted())
    for member in try #require(theirs.members) {
      let (name, value) = (member.name, member.value)
      if encoderKeys.contains(name) { continue }
      guard let found = ours[name] else {
        let isIdle = [.null, .bool(false), .object([]), .array([])].contains(value)
        #expect(isIdle || idleKeys.contains(name), "\(name) is \(value.text()) in peft's file")
        continue
      }
      if name == "peft_type", value == .string("P_TUNING") {
        #expect(found == .string("PROMPT_TUNING"))
      } else if name == "prompt_tuning_init" {
        #expect(found == .string("RANDOM"))
      } else if let elements = value.elements {
        let list = try #require(found.elements)
        #expect(Set(list.compactMap(\.string)) == Set(elements.compactMap(\.string)), "\(name)")
      } else {
        #expect(found == value, "\(name)")
      }
    }
  }

  /// Trained with dropout elsewhere, it is used without.
  @Test func dropoutOfADoRAHasNoPartInItsUse() throws {
    let fixture = try AdapterFixture("peft/dora")
    let folder = try TemporaryFolder()
    for name in ["adapter_config.json", "adapter_model.safetensors"] {
      try FileManager.default.copyItem(
        at: fixture.folder.appendingPathComponent(name), to: folder.path(name))
    }
    let text = try String(contentsOf: folder.path("adapter_config.json"), encoding: .utf8)
    let dropped = text.replacing("\"lora_dropout\": 0.0", with: "\"lora_dropout\": 0.05")
    #expect(dropped != text)
    try dropped.write(to: folder.path("adapter_config.json"), atomically: true, encoding: .utf8)
    let (with, without) = (try fixture.base(), try fixture.base())
    _ = try Adapter.load(folder.url, onto: with)
    _ = try Adapter.load(fixture.folder, onto: without)
    #expect(
      try #require(with as? GPT2LMHeadModel).logits(TokenBatch([[1, 2, 3]])).elements
        == #require(without as? GPT2LMHeadModel).logits(TokenBatch([[1, 2, 3]])).elements)
  }

  /// Every method through a file: the same logits bit for bit, in a fresh base and in the one that
  /// it was trained on.
  @Test(arguments: MethodCase.all, Subject.Kind.allCases)
  func savedIsLoaded(_ tried: MethodCase, _ kind: Subject.Kind) throws {
    let folder = try TemporaryFolder()
    let subject = Subject(kind)
    let adapter = try tried.method.attach(to: subject.model)
    try subject.train(tried.rows, steps: 2)
    adapter.move()
    let tuned = bits(try subject.logits(tried.rows))
    try adapter.save(to: folder.url, base: "sample")
    adapter.deactivate()
    let inactive = try TemporaryFolder()
    try adapter.save(to: inactive.url, base: "sample")
    for file in try folder.names() {
      #expect(try Data(contentsOf: folder.path(file)) == Data(contentsOf: inactive.path(file)))
    }
    for model in [subject.model, Subject(kind).model] {
      let loaded = try Adapter.load(folder.url, onto: model)
      #expect(model.trainableParameters().isEmpty)
      #expect(bits(try Subject(model).logits(tried.rows)) == tuned)
      loaded.deactivate()
      let further = try Adapter.load(folder.url, onto: model, isTrainable: true)
      #expect(model.trainableParameterCount == further.parameterCount)
      #expect(further.canMerge == tried.merges)
    }
  }
}
