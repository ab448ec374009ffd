import Adapters
import Models
import Testing

/// One method with its settings, and what must hold for it.
struct MethodCase: Sendable, CustomTestStringConvertible {
  enum Start: Sendable {
    /// The base's logits, bit for bit.
    case exactlyTheBase
    case nearTheBase
    /// Anywhere: something is in the model that the base does not have.
    case elsewhere
  }

  let testDescription: String
  let method: any AdapterMethod
  let start: Start
  let merges: Bool
  /// Rows of the sample model that the method has an effect on.
  let rows: [[Int32]]

  init(
    _ name: String, _ method: any AdapterMethod, start: Start = .exactlyTheBase,
    merges: Bool = false, rows: [[Int32]] = Sample.rows
  ) {
    testDescription = name
    self.method = method
    self.start = start
    self.merges = merges
    self.rows = rows
  }

  static let all = reparametrised + subsets + bottlenecks + virtualTokens

  static let reparametrised = [
    MethodCase("LoRA", LoRA(rank: 3, alpha: 6), merges: true),
    MethodCase("rsLoRA", LoRA(rank: 3, alpha: 6, isRankStabilised: true), merges: true),
    MethodCase(
      "LoRA everywhere, all biases", LoRA(rank: 2, targets: .allLinear, biases: .all),
      merges: true),
    MethodCase(
      "LoRA, its biases", LoRA(rank: 2, targets: ["c_proj"], biases: .loraOnly), merges: true),
    MethodCase(
      "DoRA", LoRA(rank: 2, isWeightDecomposed: true), start: .nearTheBase, merges: true),
    MethodCase(
      "DoRA everywhere",
      LoRA(rank: 2, targets: .allLinear, isRankStabilised: true, isWeightDecomposed: true),
      start: .nearTheBase, merges: true),
    MethodCase("IA3", IA3(), merges: true),
    MethodCase("IA3 of outputs", IA3(targets: ["c_proj"], feedForward: []), merges: true),
    MethodCase(
      "IA3 everywhere",
      IA3(targets: .allLinear, feedForward: .pattern(#".*\.c_proj"#)), merges: true),
  ]

  static let subsets = [
    MethodCase("BitFit", BitFit(), merges: true),
    MethodCase("layer norms", LayerNormTuning(), merges: true),
    MethodCase("freeze", FreezeTuning(blocks: 1), merges: true),
  ]

  static let bottlenecks: [MethodCase] =
    zip(
      [Bottleneck.Form.houlsby, .pfeiffer].flatMap { form in
        Bottleneck.Placement.allCases.map { (form, $0) }
      },
      Bottleneck.Activation.allCases + [.relu]
    ).map { place, activation in
      MethodCase(
        "\(place.0), \(place.1), \(activation)",
        Bottleneck(size: 3, placement: place.1, form: place.0, activation: activation))
    } + [
      MethodCase(
        "bottleneck that is drawn, without biases",
        Bottleneck(size: 3, activation: .tanh, hasBias: false, startsAtBase: false),
        start: .elsewhere)
    ]

  static let virtualTokens = [
    MethodCase("prefix", PrefixTuning(length: 3), start: .elsewhere),
    MethodCase("prefix, projected", PrefixTuning(length: 3, projection: 5), start: .elsewhere),
    MethodCase(
      "prompt, drawn", PromptTuning(length: 2, initialisation: .normal(deviation: 0.5)),
      start: .elsewhere),
    MethodCase("prompt from the vocabulary", PromptTuning(length: 3), start: .elsewhere),
    MethodCase(
      "prompt from tokens", PromptTuning(length: 3, initialisation: .tokens([4, 9])),
      start: .elsewhere),
    MethodCase(
      "prompt at free places", PromptTuning(length: 2, placement: .free), start: .elsewhere,
      rows: Sample.freeRows),
    MethodCase("P-tuning", PTuning(length: 3, hiddenSize: 5), start: .elsewhere),
    MethodCase(
      "P-tuning at free places", PTuning(length: 2, hiddenSize: 5, placement: .free),
      start: .elsewhere, rows: Sample.freeRows),
  ]
}
