import Adapters
import Foundation
import Models
import Tensors
import Testing

/// Settings that do not fit a model, and models that have an adapter already.
@Suite struct BadSettingsTests {
  private let subject = Subject(.languageModel)

  /// Attaching fails, says why, and leaves the model as it was.
  private func failure(_ method: any AdapterMethod) throws -> AdapterError {
    let model = subject.model
    let before = bits(model.parameters())
    let trainable = model.trainableParameterCount
    let logits = bits(try subject.logits(Sample.rows))
    let error = try #require(
      #expect(throws: AdapterError.self) { try method.attach(to: model) })
    #expect(error.errorDescription?.isEmpty == false)
    #expect(error.recoverySuggestion?.isEmpty == false)
    #expect(bits(model.parameters()) == before && model.trainableParameterCount == trainable)
    #expect(bits(try subject.logits(Sample.rows)) == logits)
    return error
  }

  @Test(
    arguments: [
      (LoRA(targets: ["c_atn"]), ["c_atn"], "for \"c_atn\" perhaps attn.c_attn"),
      (
        LoRA(targets: ["c_attn", "c_project", "q_proj"]), ["c_project", "q_proj"],
        "for \"c_project\" perhaps attn.c_proj, for \"q_proj\" perhaps attn.c_proj"
      ),
      (LoRA(targets: ["proj"]), ["proj"], "for \"proj\" perhaps attn.c_proj"),
      (LoRA(targets: [""]), [""], "perhaps"),
      (LoRA(targets: []), [], "mlp.c_fc"),
      (LoRA(targets: .pattern("attn")), ["attn"], "perhaps attn.c_attn"),
      (IA3(targets: ["mlp.c_pro"]), ["mlp.c_pro"], "for \"mlp.c_pro\" perhaps mlp.c_proj"),
      (IA3(feedForward: ["fc"]), ["fc"], "for \"fc\" perhaps mlp.c_fc"),
    ] as [(any AdapterMethod, [String], String)])
  func targetsThatTakeNoLayer(
    method: any AdapterMethod, wrong: [String], near: String
  ) throws {
    let error = try failure(method)
    guard case .noTarget(let names, let all) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(names == wrong && all.count == 8)
    let text = try #require(error.errorDescription)
    #expect(wrong.allSatisfy { text.contains("\"\($0)\"") })
    #expect(!text.contains("c_attn"))
    let help = try #require(error.recoverySuggestion)
    #expect(help.contains(near), "\(help)")
    #expect(help.contains("attn.c_attn, attn.c_proj, mlp.c_fc, mlp.c_proj"))
  }

  @Test func aPatternThatIsNone() throws {
    #expect(try failure(LoRA(targets: .pattern("c_(attn"))) == .badPattern("c_(attn"))
  }

  @Test(
    arguments: [
      (LoRA(rank: 0), "rank is 0"), (LoRA(rank: -3), "rank is -3"),
      (LoRA(rank: 9), "rank is 9, but must be in 1 … 8"),
      (LoRA(rank: 2, alpha: 0), "alpha"), (LoRA(rank: 2, alpha: .nan), "alpha"),
      (LoRA(rank: 2, dropout: 1), "dropout is 1"), (LoRA(rank: 2, dropout: -0.1), "dropout"),
      (LoRA(rank: 2, dropout: .nan), "dropout"),
      (LoRA(rank: 2, dropout: 0.1, isWeightDecomposed: true), "0 with DoRA"),
      (Bottleneck(size: 0), "size is 0"), (Bottleneck(size: 9), "1 … 8"),
      (PrefixTuning(length: 0), "length is 0"), (PrefixTuning(length: 16), "1 … 15"),
      (PrefixTuning(length: 2, projection: 0), "projection is 0"),
      (PrefixTuning(length: 2, deviation: .infinity), "deviation is inf"),
      (PromptTuning(length: 16), "1 … 15"),
      (PromptTuning(length: 2, initialisation: .normal(deviation: -1)), "deviation is -1"),
      (PromptTuning(length: 2, initialisation: .tokens([])), "tokens"),
      (PromptTuning(length: 2, initialisation: .tokens([3, 12])), "0 ..< 12"),
      (PTuning(length: 0), "length is 0"), (PTuning(length: 2, hiddenSize: 0), "hidden size is 0"),
      (FreezeTuning(blocks: 0), "blocks is 0"), (FreezeTuning(blocks: 3), "1 … 2"),
    ] as [(any AdapterMethod, String)])
  func settingsThatNoModelHas(method: any AdapterMethod, said: String) throws {
    let error = try failure(method)
    guard case .setting(type(of: method).name, _, _, _) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(error.localizedDescription.contains(said), "\(error.localizedDescription)")
  }

  /// One adapter at a time, whatever it stands in.
  @Test(arguments: MethodCase.all) func whereAnAdapterIsNoOtherGoes(_ tried: MethodCase) throws {
    let first = try tried.method.attach(to: subject.model)
    first.move()
    let tuned = bits(try subject.logits(tried.rows))
    let others: [any AdapterMethod] = [
      LoRA(rank: 2), BitFit(), LayerNormTuning(), FreezeTuning(), IA3(), Bottleneck(size: 2),
      PrefixTuning(length: 2), PromptTuning(length: 2), PTuning(length: 2),
    ]
    for other in others {
      #expect(throws: AdapterError.occupied(type(of: other).name)) {
        try other.attach(to: subject.model)
      }
    }
    #expect(bits(try subject.logits(tried.rows)) == tuned)
    #expect(subject.model.trainableParameterCount == first.parameterCount)
    first.deactivate()
    let second = try LoRA(rank: 2).attach(to: subject.model)
    second.deactivate()
    first.activate()
    #expect(bits(try subject.logits(tried.rows)) == tuned)
  }
}
