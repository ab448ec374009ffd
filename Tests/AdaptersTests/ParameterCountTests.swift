import Adapters
import Models
import Testing

/// What is counted on GPT-2 124M, whose weights are never drawn.
@Suite struct ParameterCountTests {
  private typealias Row = (name: String, method: any AdapterMethod, labels: Int)

  private static let ranks: [Row] = [1, 4, 8, 16, 32, 64].map { ("lora r\($0)", LoRA(rank: $0), 0) }
  private static let others: [Row] = [
    ("lora r8 2 labels", LoRA(), 2),
    ("lora r16 2 labels", LoRA(rank: 16), 2),
    ("lora r8 all-linear", LoRA(targets: .allLinear), 0),
    ("lora r8 bias all", LoRA(biases: .all), 0),
    ("lora r8 bias lora_only", LoRA(biases: .loraOnly), 0),
    ("lora r8 c_attn+c_proj", LoRA(targets: ["c_attn", "c_proj"]), 0),
    ("dora r8", LoRA(isWeightDecomposed: true), 0),
    ("dora r16", LoRA(rank: 16, isWeightDecomposed: true), 0),
    ("ia3", IA3(), 0),
    ("ia3 2 labels", IA3(), 2),
    ("ln-tuning", LayerNormTuning(), 0),
    ("ln-tuning 2 labels", LayerNormTuning(), 2),
    ("p-tuning P20 MLP H128", PTuning(length: 20, hiddenSize: 128), 0),
    ("p-tuning P20 MLP H768", PTuning(length: 20, hiddenSize: 768), 0),
    ("prefix P10", PrefixTuning(length: 10), 0),
    ("prefix P20", PrefixTuning(length: 20), 0),
    ("prefix P30", PrefixTuning(length: 30), 0),
    ("prefix P20 projection H512", PrefixTuning(length: 20, projection: 512), 0),
    ("prefix P20 projection H768", PrefixTuning(length: 20, projection: 768), 0),
    ("prompt P8", PromptTuning(length: 8, initialisation: .normal(deviation: 1)), 0),
    ("prompt P10", PromptTuning(length: 10, initialisation: .normal(deviation: 1)), 0),
    ("prompt P20", PromptTuning(length: 20, initialisation: .normal(deviation: 1)), 0),
  ]

  /// GPT-2 124M with memory that nobody writes.
  private func model(labels: Int = 0) -> any AdaptableModel {
    var weights = InitialWeights(random: nil)
    let base = GPT2Model(GPT2Config().withLabels(labels), &weights)
    return labels == 0
      ? GPT2LMHeadModel(base, &weights) : GPT2ForSequenceClassification(base, &weights)
  }

  /// peft's counts and its printed line. Where peft keeps a copy of what it trains beside the
  /// model's own (norms, the head), its `all params` count both; ours count one.
  @Test func countsWhatPeftCounts() throws {
    let file = try AdapterFixture.json(AdapterFixture.file("peft/counts.json"))
    let counts = try #require(file["counts"]?.members)
    let ours = Set((Self.ranks + Self.others).map(\.name))
    #expect(counts.map(\.name).filter { !ours.contains($0) && !$0.contains("LSTM") } == [])
    let models = [0: model(), 2: model(labels: 2)]
    for (row, method, labels) in Self.ranks + Self.others {
      let model = try #require(models[labels])
      let base = model.parameterCount
      #expect(base == (labels == 0 ? 124_439_808 : 124_441_344))
      let adapter = try method.attach(to: model)
      defer { adapter.deactivate() }
      let expected = try #require(file["counts"]?[row])
      #expect(adapter.parameterCount == expected["trainable"]?.int, "\(row)")
      let summary = model.parameterSummary
      #expect(summary.trainable == adapter.parameterCount)
      guard labels == 0, method as? LayerNormTuning == nil else { continue }
      #expect(summary.all == expected["all"]?.int, "\(row)")
      if let line = file["printed"]?[row]?.string { #expect(summary.description == line) }
    }
  }

  /// Methods that peft does not have, by hf-parity's table and AdapterHub's counts.
  @Test func countsWhatOthersCount() throws {
    let model = model()
    let hub = try AdapterFixture.json(AdapterFixture.file("adapterhub/counts.json"))["counts"]
    let methods: [(any AdapterMethod, Int)] = [
      (BitFit(), 102_144), (FreezeTuning(blocks: 1), 7_089_408),
      (
        Bottleneck(size: 48, placement: .feedForward, form: .pfeiffer),
        try #require(hub?["seq_bn"]?["trainable"]?.int)
      ),
      (
        Bottleneck(size: 48, activation: .swish),
        try #require(hub?["double_seq_bn"]?["trainable"]?.int)
      ),
    ]
    for (method, expected) in methods {
      let adapter = try method.attach(to: model)
      #expect(adapter.parameterCount == expected)
      adapter.deactivate()
    }
    #expect(methods[2].1 == 894_528 && methods[3].1 == 1_789_056)
  }

  @Test(
    arguments: [
      (0, 7, "trainable params: 0 || all params: 7 || trainable%: 0.0000"),
      (999, 1_000, "trainable params: 999 || all params: 1,000 || trainable%: 99.9000"),
      (
        1_234_567, 1_234_567,
        "trainable params: 1,234,567 || all params: 1,234,567 || trainable%: 100.0000"
      ),
    ])
  func theLineIsPefts(trainable: Int, all: Int, line: String) {
    #expect(ParameterSummary(trainable: trainable, all: all).description == line)
  }
}
