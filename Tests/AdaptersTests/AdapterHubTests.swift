import Adapters
import Models
import Tensors
import Testing

/// The numbers of AdapterHub's bottleneck adapters.
@Suite struct AdapterHubTests {
  private static let cases: [(name: String, method: Bottleneck)] = [
    ("seq_bn", Bottleneck(size: 4, placement: .feedForward, form: .pfeiffer)),
    ("double_seq_bn", Bottleneck(size: 4, activation: .swish)),
    ("seq_bn-classifier", Bottleneck(size: 4, placement: .feedForward, form: .pfeiffer)),
  ]

  @Test(arguments: cases) func computesAndTrainsTheSameWay(name: String, method: Bottleneck) throws
  {
    let fixture = try AdapterFixture("adapterhub/\(name)")
    let files = try ["adapter", "model_head"].compactMap { file in
      let url = fixture.folder.appendingPathComponent("\(file).safetensors")
      return file == "adapter" || fixture.isClassifier ? try SafetensorsFile(url) : nil
    }
    let parity = try AdapterParity(fixture) { model, _ in
      let adapter = try method.attach(to: model)
      let names = adapter.parameters.map { fixture.storedName($0.name) }
      #expect(Set(names) == Set(files.flatMap { $0.entries.map(\.name) }))
      for (name, (_, tensor)) in zip(names, adapter.parameters) {
        let file = try #require(files.first { $0[name] != nil })
        try file.copy(name, into: tensor.storage.buffer)
      }
      return adapter
    }
    print(parity)
    #expect(parity.logits <= 5e-6)
    #expect(parity.loss <= 5e-6)
    #expect(parity.gradient.error <= 2e-5)
    #expect(parity.training <= 2e-5)
    #expect(parity.greedy ?? true)
  }
}
