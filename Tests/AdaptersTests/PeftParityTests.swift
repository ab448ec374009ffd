import Adapters
import Foundation
import Layers
import Models
import ProgramRunning
import Tensors
import Testing

/// The numbers of peft, from its own files.
@Suite struct PeftParityTests {
  /// Prints one line a fixture, of which the parity table is made. The bounds are several times what
  /// was measured, for processors that round otherwise.
  @Test(arguments: AdapterFixture.peft) func computesAndTrainsTheSameWay(_ name: String) throws {
    let fixture = try AdapterFixture("peft/\(name)")
    let parity = try AdapterParity(fixture) { model, atFreePlaces in
      if let encoder = fixture.encoder {
        return try attachEncoder(fixture, encoder, to: model, atFreePlaces)
      }
      guard atFreePlaces else {
        return try Adapter.load(fixture.folder, onto: model, isTrainable: true)
      }
      let copy = try TemporaryFolder()
      for file in ["adapter_config.json", "adapter_model.safetensors"] {
        try FileManager.default.copyItem(
          at: fixture.folder.appendingPathComponent(file), to: copy.path(file))
      }
      let config = try copy.text("adapter_config.json")
      try copy.write(
        config.replacing("\"peft_type\"", with: "\"placement\": \"free\", \"peft_type\""),
        to: "adapter_config.json")
      return try Adapter.load(copy.url, onto: model, isTrainable: true)
    }
    print(parity)
    #expect(parity.logits <= 5e-6)
    #expect(parity.loss <= 5e-6)
    #expect(parity.gradient.error <= 2e-5)
    #expect(parity.training <= 2e-5)
    #expect(parity.merged ?? 0 <= 1e-5)
    #expect(parity.greedy ?? true)
  }

  /// A network whose weights stand beside peft's folder, which holds only what the network made.
  private func attachEncoder(
    _ fixture: AdapterFixture, _ encoder: SafetensorsFile, to model: any AdaptableModel,
    _ atFreePlaces: Bool
  ) throws -> Adapter {
    let method: any AdapterMethod =
      fixture.hasPrefix
      ? PrefixTuning(length: 4, projection: 8)
      : PTuning(length: 4, hiddenSize: 8, placement: atFreePlaces ? .free : .front)
    let adapter = try method.attach(to: model)
    for (name, tensor) in adapter.parameters {
      try encoder.copy(fixture.storedName(name), into: tensor.storage.buffer)
    }
    return adapter
  }

  /// What an encoder made is read from peft's file as vectors of their own.
  @Test(arguments: ["p-tuning", "prefix-projection"])
  func whatAnEncoderMadeIsLoaded(_ name: String) throws {
    let fixture = try AdapterFixture("peft/\(name)")
    let model = try fixture.base()
    _ = try Adapter.load(fixture.folder, onto: model)
    #expect(model.trainableParameters().isEmpty)
    for (index, row) in try fixture.rows().enumerated() {
      let logits = try withoutGradients {
        try (model as! GPT2LMHeadModel).logits(TokenBatch([row])).elements
      }
      let expected = try fixture.expected.floats("logits.\(index)").suffix(logits.count)
      #expect(relativeError(logits, Array(expected)) <= 5e-6)
    }
  }

  /// Where peft begins a prompt: rows of the token embeddings, repeated or cut to the length.
  @Test func aPromptBeginsWithTokensAsPeftBegins() throws {
    let fixture = try AdapterFixture("peft/prompt-text")
    for (index, start) in try #require(fixture.record["initial"]?.elements).enumerated() {
      let tokens = try #require(start["text"]?.elements).compactMap(\.int32)
      let adapter = try PromptTuning(length: 4, initialisation: .tokens(tokens))
        .attach(to: fixture.base())
      let expected = try fixture.expected.floats("initial.\(index)")
      #expect(adapter.parameters[0].tensor.elements == expected)
    }
    let model = try fixture.base()
    let table = model.transformer.tokenEmbedding
    let drawn = try PromptTuning(length: 4, initialisation: .vocabulary).attach(to: model)
    let vectors = drawn.parameters[0].tensor
    for place in 0..<4 {
      let vector = vectors.rows([place]).elements
      #expect((0..<table.dim(0)).contains { table.rows([$0]).elements == vector })
    }
  }
}
