import Adapters
import ArgumentParser
import Foundation
import Tokenizers

/// What of a model is trained.
enum TrainMethod: String, Codable, CaseIterable, ExpressibleByArgument {
  case full
  case lora
  case dora
  case adapter
  case prefix
  case prompt
  case pTuning = "p-tuning"
  case ia3
  case bitfit
  case layerNorm = "layer-norm"
  case freeze
  /// Every weight for the first steps, and LoRA on what came of it for the others.
  case hybrid

  /// Of the adapter's steps, for hybrid.
  var learningRate: Float {
    switch self {
    case .full, .freeze: 3e-4
    case .lora, .dora, .adapter, .hybrid: 1e-3
    case .prefix, .prompt, .pTuning, .ia3, .bitfit, .layerNorm: 3e-3
    }
  }
}

/// What the vectors of `--method prompt` start as.
enum PromptStart: String, CaseIterable, ExpressibleByArgument {
  case random
  case vocabulary
  case text
}

extension LoRA.TrainedBiases: ExpressibleByArgument {}
extension Bottleneck.Placement: ExpressibleByArgument {}
extension Bottleneck.Form: ExpressibleByArgument {}

/// The options of a run that say what is trained. Each means something to some methods only.
struct MethodOptions: ParsableArguments {
  @Option(
    help: """
      full: every weight; hybrid: every weight for the first steps, then lora; layer-norm, bitfit \
      and freeze: the norms, all biases, the last blocks; the others: new parameters beside the \
      model's own.
      """)
  var method = TrainMethod.full
  @Option(help: "lora, dora, hybrid: the width between the two matrices; 8 by default.")
  var rank: Int?
  @Option(
    help: "lora, dora, hybrid: their product is scaled by alpha/rank; 16 by default.")
  var alpha: Float?
  @Option(help: "lora, hybrid: dropout on what the matrices read; 0 by default.")
  var loraDropout: Float?
  @Option(
    help: """
      lora, dora, hybrid: the layers to change; names with commas between them, such as \
      c_attn,mlp.c_proj, or all-linear, or a pattern for the whole name; c_attn by default.
      """)
  var targets: String?
  @Flag(help: "lora, dora, hybrid: scale by alpha/√rank instead.") var rsLora = false
  @Option(help: "lora, dora, hybrid: biases that are trained besides; none by default.")
  var trainBiases: LoRA.TrainedBiases?
  @Option(help: "adapter: the width of the bottleneck; 16 by default.") var adapterSize: Int?
  @Option(help: "adapter: the branches of a block that have one; both by default.")
  var adapterPlacement: Bottleneck.Placement?
  @Option(
    help: """
      adapter: houlsby reads the branch, pfeiffer the branch and the stream; houlsby by default.
      """)
  var adapterForm: Bottleneck.Form?
  @Option(
    help: """
      prefix, prompt, p-tuning: the number of virtual tokens, by which the model looks at fewer; 10 \
      by default.
      """)
  var virtualTokens: Int?
  @Option(
    help: """
      prefix: the width of a network that makes the keys and values while training; none by default.
      """)
  var projection: Int?
  @Option(
    help: """
      prompt: what the vectors start as: random numbers, tokens drawn from the vocabulary, or those \
      of --prompt-text; vocabulary by default.
      """)
  var promptInit: PromptStart?
  @Option(
    help: """
      prompt: the text to start as, with --prompt-init text; it is repeated or cut to the virtual \
      tokens.
      """)
  var promptText: String?
  @Option(help: "p-tuning: the width of the network that makes the vectors; 128 by default.")
  var encoderSize: Int?
  @Option(help: "freeze: how many of the last blocks are trained; 1 by default.")
  var freezeBlocks: Int?
  @Option(help: "hybrid: the share of the steps that train every weight; 0.2 by default.")
  var fullShare: Double?

  func validate() throws {
    guard fullShare.map({ $0 > 0 && $0 < 1 }) ?? true else {
      throw ValidationError("--full-share must lie between 0 and 1")
    }
  }

  func checkTogether() throws {
    let lowRank: [TrainMethod] = [.lora, .dora, .hybrid]
    let misplaced: [(String, Bool, [TrainMethod])] = [
      ("rank", rank != nil, lowRank), ("alpha", alpha != nil, lowRank),
      ("lora-dropout", loraDropout != nil, [.lora, .hybrid]), ("targets", targets != nil, lowRank),
      ("rs-lora", rsLora, lowRank), ("train-biases", trainBiases != nil, lowRank),
      ("adapter-size", adapterSize != nil, [.adapter]),
      ("adapter-placement", adapterPlacement != nil, [.adapter]),
      ("adapter-form", adapterForm != nil, [.adapter]),
      ("virtual-tokens", virtualTokens != nil, [.prefix, .prompt, .pTuning]),
      ("projection", projection != nil, [.prefix]), ("prompt-init", promptInit != nil, [.prompt]),
      ("prompt-text", promptText != nil, [.prompt]),
      ("encoder-size", encoderSize != nil, [.pTuning]),
      ("freeze-blocks", freezeBlocks != nil, [.freeze]),
      ("full-share", fullShare != nil, [.hybrid]),
    ]
    for (name, isGiven, methods) in misplaced where isGiven && !methods.contains(method) {
      throw ValidationError(
        "--\(name) means nothing to --method \(method.rawValue); it is for "
          + methods.map(\.rawValue).joined(separator: " and "))
    }
    guard (promptText != nil) == (promptInit == .text) else {
      throw ValidationError("--prompt-text and --prompt-init text belong together; give both")
    }
    guard promptText != "" else { throw ValidationError("--prompt-text is empty") }
  }

  /// The adapter's settings; nil for a method without one. The tokenizer reads `--prompt-text`.
  func settings(_ tokenizer: Tokenizer) -> (any AdapterMethod)? {
    let tokens = virtualTokens ?? 10
    switch method {
    case .full: return nil
    case .lora, .dora, .hybrid:
      return LoRA(
        rank: rank ?? 8, alpha: alpha ?? 16, dropout: loraDropout ?? 0,
        targets: targets.map(TargetModules.init(argument:)) ?? .standard,
        isRankStabilised: rsLora, isWeightDecomposed: method == .dora,
        biases: trainBiases ?? .none)
    case .adapter:
      return Bottleneck(
        size: adapterSize ?? 16, placement: adapterPlacement ?? .attentionAndFeedForward,
        form: adapterForm ?? .houlsby)
    case .prefix: return PrefixTuning(length: tokens, projection: projection)
    case .prompt:
      let start: PromptTuning.Initialisation =
        switch promptInit ?? .vocabulary {
        case .random: .normal(deviation: 1)
        case .vocabulary: .vocabulary
        case .text: .tokens(tokenizer.encode(promptText ?? ""))
        }
      return PromptTuning(length: tokens, initialisation: start)
    case .pTuning: return PTuning(length: tokens, hiddenSize: encoderSize ?? 128)
    case .ia3: return IA3()
    case .bitfit: return BitFit()
    case .layerNorm: return LayerNormTuning()
    case .freeze: return FreezeTuning(blocks: freezeBlocks ?? 1)
    }
  }
}

extension TargetModules {
  /// What `--targets` says. A text with signs that no name has is a pattern.
  fileprivate init(argument: String) {
    if argument == "all-linear" {
      self = .allLinear
    } else if argument.allSatisfy({ $0.isLetter || $0.isNumber || "_., ".contains($0) }) {
      self = .names(
        argument.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
    } else {
      self = .pattern(argument)
    }
  }
}

/// Settings that do not fit the model, by the options that gave them.
struct MethodOptionError: LocalizedError {
  let reason: AdapterError

  private var option: String {
    guard case .setting(_, let name, _, _) = reason else { return "--targets" }
    let options = [
      "dropout": "lora-dropout", "size": "adapter-size", "length": "virtual-tokens",
      "hidden size": "encoder-size", "blocks": "freeze-blocks",
    ]
    return "--\(options[name] ?? name)"
  }

  var errorDescription: String? {
    guard case .setting(_, _, let value, let allowed) = reason else {
      return "\(option): \(reason.errorDescription ?? "")"
    }
    return "\(option) is \(value), but must be \(allowed)"
  }

  var recoverySuggestion: String? {
    guard case .setting = reason else { return reason.recoverySuggestion }
    return "give another value for \(option); `tune train --help` says what it is"
  }
}
