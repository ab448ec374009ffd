import Foundation
import Layers
import Models
import Tensors
import Testing
import Tokenizers

@Suite struct GPT2CheckpointTests {
  private var tiny: GPT2Config {
    GPT2Config(vocabSize: 11, contextLength: 6, hiddenSize: 4, layerCount: 2, headCount: 2)
  }

  private func tensors(_ model: some GPT2Class) -> [String: [Float]] {
    Dictionary(
      uniqueKeysWithValues: model.huggingFaceParameters.map { ($0.key, $0.tensor.elements) })
  }

  /// Writes a checkpoint again with other names or contents.
  private func rewrite(
    _ folder: URL, _ change: ([(String, [Int], [Float])]) -> [(String, [Int], [Float])]
  ) throws {
    let file = folder.appendingPathComponent("model.safetensors")
    let old = try SafetensorsFile(file)
    let changed = change(try old.entries.map { ($0.name, $0.shape, try old.floats($0.name)) })
    try writeSafetensors(changed.map { NamedTensor($0.0, shape: $0.1, $0.2) }, to: file)
  }

  private func expectProblems(
    _ problems: [CheckpointError.Problem],
    _ change: ([(String, [Int], [Float])]) -> [(String, [Int], [Float])]
  ) throws {
    try withTemporaryFolder { folder in
      var random = SeededRandom(seed: 1)
      try GPT2LMHeadModel(tiny, random: &random).save(to: folder)
      try rewrite(folder, change)
      let error = #expect(throws: CheckpointError.self) { try GPT2LMHeadModel.load(folder) }
      #expect(error?.problems == problems)
      #expect(error?.errorDescription?.contains("model.safetensors") == true)
    }
  }

  @Test func loadsWhatItSaves() throws {
    for isTied in [true, false] {
      try withTemporaryFolder { folder in
        var random = SeededRandom(seed: 1)
        var config = tiny
        config.tieWordEmbeddings = isTied
        let model = GPT2LMHeadModel(config, random: &random)
        try model.save(to: folder)
        let weights = try WeightFiles(folder)
        #expect(weights.names.contains("transformer.h.1.mlp.c_proj.bias"))
        #expect(weights.names.contains("lm_head.weight") == !isTied)
        let loaded = try GPT2LMHeadModel.load(folder)
        #expect(tensors(loaded) == tensors(model))
        #expect((loaded.head.weight === loaded.transformer.tokenEmbedding) == isTied)
        #expect(loaded.trainableParameterCount == loaded.parameterCount)
        #expect(loaded.loadReport?.message == nil)
      }
    }
  }

  @Test func savesTheTokenizerBesideTheModel() throws {
    try withTemporaryFolder { folder in
      var random = SeededRandom(seed: 1)
      let tokenizer = try TokenizerTrainer(vocabularySize: 260, specialTokens: ["<|endoftext|>"])
        .train(["aaaa bbbb"])
      try GPT2Model(tiny, random: &random).save(to: folder, tokenizer: tokenizer)
      #expect(try Tokenizer(folder: folder).encode("aaaa") == tokenizer.encode("aaaa"))
    }
  }

  @Test func loadsOneCheckpointIntoThreeClasses() throws {
    try withTemporaryFolder { folder in
      var random = SeededRandom(seed: 1)
      let model = GPT2LMHeadModel(tiny, random: &random)
      try model.save(to: folder)
      let base = try GPT2Model.load(folder)
      #expect(base.parameters().map(\.elements) == model.parameters().map(\.elements))
      #expect(base.huggingFaceParameters[0].key == "wte.weight")
      let classifier = try GPT2ForSequenceClassification.load(
        folder, labels: 3, name: "mini", seed: 4)
      #expect(classifier.score.weight.shape == [3, 4])
      #expect(classifier.loadReport?.newlyInitialized == ["score.weight"])
      #expect(
        classifier.loadReport?.message == """
          Some weights of GPT2ForSequenceClassification were not initialized from the model \
          checkpoint at mini and are newly initialized: ['score.weight']
          You should probably TRAIN this model on a down-stream task to be able to use it for \
          predictions and inference.
          """)
      let again = try GPT2ForSequenceClassification.load(folder, labels: 3, seed: 4)
      #expect(again.score.weight.elements == classifier.score.weight.elements)
      #expect(Set(classifier.score.weight.elements).count == 12)
      let other = try GPT2ForSequenceClassification.load(folder, labels: 3, seed: 5)
      #expect(other.score.weight.elements != classifier.score.weight.elements)
    }
  }

  @Test func leavesOtherHeadsAside() throws {
    try withTemporaryFolder { folder in
      var random = SeededRandom(seed: 1)
      try GPT2ForSequenceClassification(tiny, random: &random).save(to: folder)
      #expect(try GPT2LMHeadModel.load(folder).loadReport?.unused == ["score.weight"])
      #expect(try GPT2Model.load(folder).loadReport?.unused == ["score.weight"])
      let error = #expect(throws: CheckpointError.self) {
        try GPT2ForSequenceClassification.load(folder, labels: 5)
      }
      #expect(error?.problems == [.shape("score.weight", expected: [5, 4], found: [2, 4])])
    }
  }

  /// The Hub's gpt2 has no prefix, and buffers; some files hold a tied head as well.
  @Test func readsTheHubsNames() throws {
    try withTemporaryFolder { folder in
      var random = SeededRandom(seed: 1)
      let model = GPT2LMHeadModel(tiny, random: &random)
      try model.save(to: folder)
      try rewrite(folder) { tensors in
        tensors.map { ($0.0.replacingOccurrences(of: "transformer.", with: ""), $0.1, $0.2) } + [
          ("h.0.attn.bias", [1, 1, 6, 6], Array(repeating: 1, count: 36)),
          ("h.1.attn.masked_bias", [], [-10000]),
          ("lm_head.weight", [11, 4], Array(repeating: 7, count: 44)),
        ]
      }
      let loaded = try GPT2LMHeadModel.load(folder)
      #expect(tensors(loaded) == tensors(model))
      #expect(loaded.loadReport?.unused == [])
    }
  }

  @Test func drawsAnUntiedHeadThatIsMissing() throws {
    try withTemporaryFolder { folder in
      var random = SeededRandom(seed: 1)
      var config = tiny
      config.tieWordEmbeddings = false
      try GPT2Model(config, random: &random).save(to: folder)
      let model = try GPT2LMHeadModel.load(folder)
      #expect(model.loadReport?.newlyInitialized == ["lm_head.weight"])
      #expect(Set(model.head.weight.elements).count > 40)
    }
  }

  @Test func namesWhatIsMissing() throws {
    try expectProblems([.missing("transformer.ln_f.bias")]) { tensors in
      tensors.filter { $0.0 != "transformer.ln_f.bias" }
    }
  }

  @Test func namesWhatIsUnexpected() throws {
    try expectProblems([
      .unexpected("transformer.h.2.ln_1.bias"), .unexpected("transformer.wte.bias"),
    ]) { tensors in
      tensors + [
        ("transformer.h.2.ln_1.bias", [4], [0, 0, 0, 0]), ("transformer.wte.bias", [], [0]),
      ]
    }
  }

  @Test func namesWrongShapes() throws {
    let key = "transformer.h.0.mlp.c_fc.weight"
    try expectProblems([.shape(key, expected: [4, 16], found: [16, 4])]) { tensors in
      tensors.map { $0.0 == key ? ($0.0, [16, 4], $0.2) : $0 }
    }
  }

  @Test func namesATensorThatIsThereTwice() throws {
    try expectProblems([.twice("transformer.ln_f.bias")]) { tensors in
      tensors + [("ln_f.bias", [4], [0, 0, 0, 0])]
    }
  }

  @Test func refusesWeightsThatAreNoFloats() throws {
    try withTemporaryFolder { folder in
      var random = SeededRandom(seed: 1)
      try GPT2Model(tiny, random: &random).save(to: folder)
      let file = folder.appendingPathComponent("model.safetensors")
      var data = try Data(contentsOf: file)
      let header = try #require(data.range(of: Data(#""ln_f.bias":{"dtype":"F32""#.utf8)))
      data.replaceSubrange(header.upperBound - 4..<header.upperBound - 1, with: Data("I32".utf8))
      try data.write(to: file)
      let error = #expect(throws: SafetensorsError.self) { try GPT2Model.load(folder) }
      #expect(error?.reason == .notAFloat(.i32) && error?.tensor == "ln_f.bias")
    }
  }

  @Test func theTableNamesEveryParameterBothWays() {
    var random = SeededRandom(seed: 1)
    var config = tiny
    config.tieWordEmbeddings = false
    let models: [any GPT2Class] = [
      GPT2Model(config, random: &random), GPT2LMHeadModel(config, random: &random),
      GPT2ForSequenceClassification(config, random: &random),
    ]
    for model in models {
      for (name, _) in model.namedParameters() {
        let key = KeyTable.gpt2.theirs(name)
        #expect(key.flatMap(KeyTable.gpt2.ours) == name, "\(name) is \(key ?? "in no row")")
      }
    }
    #expect(
      models[0].huggingFaceParameters.map(\.key) == [
        "wte.weight", "wpe.weight",
        "h.0.ln_1.weight", "h.0.ln_1.bias", "h.0.attn.c_attn.weight", "h.0.attn.c_attn.bias",
        "h.0.attn.c_proj.weight", "h.0.attn.c_proj.bias", "h.0.ln_2.weight", "h.0.ln_2.bias",
        "h.0.mlp.c_fc.weight", "h.0.mlp.c_fc.bias", "h.0.mlp.c_proj.weight", "h.0.mlp.c_proj.bias",
        "h.1.ln_1.weight", "h.1.ln_1.bias", "h.1.attn.c_attn.weight", "h.1.attn.c_attn.bias",
        "h.1.attn.c_proj.weight", "h.1.attn.c_proj.bias", "h.1.ln_2.weight", "h.1.ln_2.bias",
        "h.1.mlp.c_fc.weight", "h.1.mlp.c_fc.bias", "h.1.mlp.c_proj.weight", "h.1.mlp.c_proj.bias",
        "ln_f.weight", "ln_f.bias",
      ])
    #expect(
      KeyTable.gpt2.ours("transformer.h.10.attn.c_attn") == "transformer.blocks.10.attention.qkv")
    #expect(KeyTable.gpt2.theirs("blocks.0.attention.qkv.adapter.down") == nil)
    #expect(KeyTable.gpt2.theirs("blocks.x.norm1.bias") == nil)
  }

  @Test func drawsWeightsAsGPT2Does() {
    var random = SeededRandom(seed: 1)
    let config = GPT2Config(
      vocabSize: 500, contextLength: 100, hiddenSize: 64, layerCount: 8, headCount: 2)
    let model = GPT2LMHeadModel(config, random: &random)
    for (key, tensor) in model.huggingFaceParameters {
      let values = tensor.elements.map(Double.init)
      let mean = values.reduce(0, +) / Double(values.count)
      let deviation =
        (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
      let expected: (mean: Double, deviation: Double) =
        if key.hasSuffix("bias") { (0, 0) } else if key.contains("ln_") {
          (1, 0)
        } else if key
          .hasSuffix("c_proj.weight")
        { (0, 0.02 / 4) } else { (0, 0.02) }
      #expect(abs(mean - expected.mean) < 0.001, "\(key)")
      #expect(abs(deviation - expected.deviation) <= 0.05 * expected.deviation, "\(key)")
    }
    var same = SeededRandom(seed: 1)
    let threads = ThreadPool.threadCount
    ThreadPool.threadCount = 1
    let again = GPT2LMHeadModel(config, random: &same)
    ThreadPool.threadCount = threads
    #expect(tensors(again) == tensors(model))
  }
}
