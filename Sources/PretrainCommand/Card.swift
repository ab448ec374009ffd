import Charts
import Commands
import Files
import FineTuning
import Foundation
import Models
import Statistics
import Tensors

/// The model's card: what made it, what it scores beside baselines, what it writes. Every figure is
/// measured here, on the files as they were written.
struct Card {
  let name: BaseModel
  let command: String
  let seed: UInt64
  let steps: Int
  let tokensPerStep: Int
  let corpus: Corpus
  let curve: LossCurve
  let untrained: LanguageModelEvaluation

  /// Beginnings that the samples continue.
  static let prompts = ["今天", "小店", "从前", "她", "3 加 4", "Yesterday", "这家店", "问："]

  /// Writes README.md, README.zh.md, card.json and the chart into the model's folder.
  func write(to folder: URL) throws {
    let model = try GPT2LMHeadModel.load(folder)
    say("counting n-grams")
    let training = corpus.training.tokens
    let trained = try corpus.validate(model)
    let stream = Array(corpus.validation.tokens.prefix(trained.tokenCount + 1))
    let unigram = nGramNats(1, training: training, stream: stream)
    let fiveGram = nGramNats(5, training: training, stream: stream)
    let figures = Figures(
      name: name.rawValue, command: command, seed: seed,
      parameters: model.parameterCount, steps: steps, tokensSeen: steps * tokensPerStep,
      trainingTokens: training.count, trainingDocuments: corpus.training.documentCount,
      validationTokens: trained.tokenCount,
      charactersPerToken: corpus.validation.charactersPerToken, seconds: curve.seconds,
      nats: [
        "5-gram": fiveGram, "model": trained.nats, "unigram": unigram, "untrained": untrained.nats,
      ],
      sha256: try sha256(of: folder.appendingPathComponent("model.safetensors")))
    let samples = try Self.prompts.enumerated().map { index, prompt in
      try corpus.sample(model, prompt: prompt, seed: UInt64(index))
    }
    _ = try chart(fiveGram: fiveGram).write(named: "loss", to: folder)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    try writeAtomically(
      encoder.encode(figures) + Data("\n".utf8), to: folder.appendingPathComponent("card.json"))
    try writeAtomically(
      Data(figures.english(samples: samples).utf8), to: folder.appendingPathComponent("README.md"))
    try writeAtomically(
      Data(figures.chinese(samples: samples).utf8),
      to: folder.appendingPathComponent("README.zh.md"))
  }

  private func nGramNats(_ order: Int, training: [Int32], stream: [Int32]) -> Double {
    let model = NGramModel(
      order: order, vocabularySize: BaseModel.vocabularySize, tokens: training)
    return model.windowLosses(
      stream, windowLength: BaseModel.contextLength, windows: .max
    ).mean
  }

  private func chart(fiveGram: Double) -> LineChart {
    LineChart(
      "\(name.rawValue): next-token loss", x: "step", y: "nats per token",
      [
        Series("training", curve.smoothed(20).map { Point($0.step, $0.nats) }),
        Series("validation", curve.validation.map { Point($0.step, $0.nats) }),
      ],
      reference: .horizontal(fiveGram, "5-gram"))
  }
}

/// The card's numbers.
struct Figures: Codable {
  let name: String
  let command: String
  let seed: UInt64
  let parameters: Int
  let steps: Int
  let tokensSeen: Int
  let trainingTokens: Int
  let trainingDocuments: Int
  let validationTokens: Int
  let charactersPerToken: Double
  let seconds: Double
  /// Mean −ln p of a validation token.
  let nats: [String: Double]
  let sha256: String

  private func row(_ key: String, _ label: String) -> String {
    let value = nats[key]!
    let bits = value / log(2) / charactersPerToken
    return String(format: "| %@ | %.3f | %.1f | %.3f |", label, value, exp(value), bits)
  }

  private func list(_ samples: [String]) -> String {
    samples.map { sample in
      "> " + sample.replacingOccurrences(of: "\n", with: "\n> ")
    }.joined(separator: "\n\n")
  }

  func english(samples: [String]) -> String {
    """
    # \(name)

    A GPT-2 of \(parameters) parameters, trained from nothing on the closed world of this course:
    generated texts, mostly Chinese, about people, shops and little events that do not exist. It
    knows nothing else. It is a base model: it continues texts and follows no instructions.

    Made by

        \(command)

    in \(Int(seconds)) seconds on two cores: \(steps) steps, \(tokensSeen) tokens,
    \(trainingDocuments) documents. The weights are stored in half precision. SHA-256 of model.safetensors: `\(sha256)`.

    ## Validation

    Over \(validationTokens) tokens of texts about people and shops that training never named, in phrases
    that it never read, \(String(format: "%.2f", charactersPerToken)) characters a token:

    | model | nats per token | perplexity | bits per character |
    |---|---:|---:|---:|
    \(row("untrained", "untrained"))
    \(row("unigram", "unigram"))
    \(row("5-gram", "5-gram, Kneser–Ney"))
    \(row("model", "**\(name)**"))

    ![loss](loss.svg)

    ## Samples

    Drawn at temperature 0.8, top-p 0.95, one for each beginning, none chosen:

    \(list(samples))

    """
  }

  func chinese(samples: [String]) -> String {
    """
    # \(name)

    一个有 \(parameters) 个参数的 GPT-2，从零开始在本课程的封闭世界上训练：语料由程序生成，以中文为主，
    写的是并不存在的人、店和小事。除此之外它一无所知。它是基座模型：只会续写，不会听从指令。

    训练命令：

        \(command)

    双核机器上用时 \(Int(seconds)) 秒：\(steps) 步，\(tokensSeen) 个词元，
    \(trainingDocuments) 篇文档。权重以半精度保存。model.safetensors 的 SHA-256：`\(sha256)`。

    ## 验证

    在 \(validationTokens) 个验证词元上测得，这些文本里的人和店在训练中从未出现，短语也是模型没读过的；
    平均每个词元 \(String(format: "%.2f", charactersPerToken)) 个字符：

    | 模型 | 每词元 nat | 困惑度 | 每字符比特 |
    |---|---:|---:|---:|
    \(row("untrained", "未训练"))
    \(row("unigram", "一元模型"))
    \(row("5-gram", "五元模型（Kneser–Ney）"))
    \(row("model", "**\(name)**"))

    ![损失曲线](loss.svg)

    ## 样例

    温度 0.8、top-p 0.95，每个开头抽一次，未经挑选：

    \(list(samples))

    """
  }
}
