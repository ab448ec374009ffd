import Charts
import FineTuning
import Foundation

/// What became of a run, in words and a chart. Equal runs have equal reports but for the paragraph of
/// what it cost that says what was measured.
struct TrainReport {
  enum Language: String, CaseIterable { case en, zh }

  let record: TrainRecord
  let run: InstructionRun
  /// By step; empty for tasks without classes.
  let scores: [Int: ClassScores]
  let cost: TrainCost
  let questions: [TrainQuestion]
  /// What the model said to them as it came, and with the weights that were kept.
  let before: [String]
  let after: [String]

  /// Steps that make one point of the chart.
  var smoothing: Int { max(1, run.steps.count / 50) }

  func chart(_ language: Language) -> LineChart {
    let training = run.meanLosses(every: smoothing).map { Point($0.step, $0.loss) }
    let validation = run.evaluations.map { Point(Double($0.step), $0.loss) }
    let words = language.words
    return LineChart(
      words("Loss", "损失"), x: Axis(words("step", "步")),
      y: Axis(
        record.task == .classify
          ? words("nats a row", "纳特／行") : words("nats a token", "纳特／词元")),
      [Series(words("training", "训练"), training)]
        + (validation.isEmpty ? [] : [Series(words("validation", "验证"), validation)]),
      markers: run.best.map { [Marker(Double($0.step), words("lowest", "最低"))] } ?? [])
  }

  /// - Parameter chart: the name of its file, beside the page.
  func page(_ language: Language, chart: String?) -> String {
    let words = language.words
    let parts: [String?] = [
      words("# A run of `tune train`", "# 一次 `tune train` 的运行"),
      table(language),
      words("## Loss", "## 损失"),
      chart.map { "![\(words("loss over steps", "损失随步数的变化"))](\($0))" },
      course(language),
      words("## What it cost", "## 花了多少"),
      cost.section(language),
      words("## Before and after", "## 训练前后"),
      samplesIntroduction(language),
      zip(questions.indices, questions).map { sample($0, $1, language) }
        .joined(separator: "\n\n"),
      words("## What to look at", "## 接下来看什么"),
      hints(language).map { "- \($0)" }.joined(separator: "\n"),
    ]
    return parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func mean(_ steps: ArraySlice<InstructionRun.Step>) -> Double {
    steps.reduce(0) { $0 + $1.loss } / Double(steps.count)
  }

  private func table(_ language: Language) -> String {
    let words = language.words
    let tokens = run.steps.reduce(0) { $0 + $1.tokens }
    let training = record.training
    let task =
      switch record.task {
      case .sft: words("sft: answers to instructions", "sft：回答指令")
      case .classify: words("classify: a label for a text", "classify：给文本贴标签")
      case .pretrain: words("pretrain: text as it is", "pretrain：原样的文本")
      }
    let end =
      run.end == .patience
      ? words(
        "\(run.steps.count), ended early: validation had stopped improving",
        "\(run.steps.count)，验证不再变好，提前结束") : "\(run.steps.count)"
    let rows: [(String, String?)] = [
      (words("task", "任务"), task),
      (words("model", "模型"), record.model),
      (words("data", "数据"), record.data),
      (
        words("rows", "行数"),
        words(
          "\(record.trainingRows) to train on, \(record.validationRows) to validate on",
          "训练 \(record.trainingRows)，验证 \(record.validationRows)")
      ),
      (words("method", "方法"), record.method.rawValue),
      (words("labels", "标签"), record.labels?.joined(separator: words(", ", "、"))),
      (words("template", "模板"), record.template),
      (
        words("the loss counts", "计入损失"),
        record.mask.map {
          $0 == .answers ? words("answers", "回答") : words("every token", "每个词元")
        }
      ),
      (words("steps", "步数"), end),
      (words("tokens read", "读过的词元"), "\(tokens)"),
      (
        words("batch", "批"),
        words("\(batchTokens) tokens at most", "最多 \(batchTokens) 个词元")
      ),
      (
        words("highest learning rate", "最高学习率"),
        [record.fullTraining?.learningRate, training.learningRate].compactMap { $0 }
          .map { "\($0)" }.joined(separator: words(", then ", "，之后 "))
      ),
      (words("seed", "随机种子"), "\(training.seed)"),
    ]
    let lines = rows.compactMap { name, value in
      value.map { "| \(name) | \($0.replacing("|", with: "\\|")) |" }
    }
    return "| | |\n|---|---|\n" + lines.joined(separator: "\n")
  }

  private var batchTokens: Int {
    switch record.training.packing {
    case .budget(let tokens), .bestFit(let tokens), .rows(let tokens): tokens
    }
  }

  /// How the losses went.
  private func course(_ language: Language) -> String {
    let words = language.words
    let part = max(1, run.steps.count / 10)
    let (first, last) = (mean(run.steps.prefix(part)), mean(run.steps.suffix(part)))
    var text = words(
      String(
        format: "The training loss was %.4f over the first %d steps and %.4f over the last %d.",
        first, part, last, part),
      String(format: "训练损失：最初 %2$d 步平均 %1$.4f，最后 %2$d 步平均 %3$.4f。", first, part, last))
    if smoothing > 1 {
      text += words(
        " A point of the chart is the mean of \(smoothing) steps.",
        "图中一点是 \(smoothing) 步的平均。")
    }
    guard let start = run.evaluations.first, let best = run.best, let end = run.evaluations.last
    else { return text }
    text += "\n\n"
    text += words(
      String(
        format:
          "The validation loss was %.4f before the first step, lowest after step %d with %.4f, "
          + "and %.4f after step %d. The weights after step %d were kept.",
        start.loss, best.step, best.loss, end.loss, end.step, best.step),
      String(
        format: "验证损失：第一步之前 %.4f；第 %d 步之后最低，为 %.4f；第 %5$d 步之后为 %4$.4f。保留的是第 %2$d 步之后的权重。",
        start.loss, best.step, best.loss, end.loss, end.step))
    if let first = scores[start.step], let kept = scores[best.step] {
      text += "\n\n"
      text += words(
        String(
          format:
            "On the validation rows accuracy went from %.3f to %.3f and macro-F1 from %.3f to "
            + "%.3f with the weights that were kept.",
          first.accuracy, kept.accuracy, first.macroF1, kept.macroF1),
        String(
          format: "在验证行上，用保留下来的权重，准确率从 %.3f 到 %.3f，宏平均 F1 从 %.3f 到 %.3f。",
          first.accuracy, kept.accuracy, first.macroF1, kept.macroF1))
    }
    return text
  }

  private func samplesIntroduction(_ language: Language) -> String {
    let words = language.words
    if questions.isEmpty {
      return words("No row was short enough to be asked.", "没有一行短到可以拿来问。")
    }
    let isHeldOut = record.validationRows > 0
    let source = words(
      isHeldOut ? "validation rows" : "training rows, which it has seen",
      isHeldOut ? "验证行" : "训练行（它见过）")
    return switch record.task {
    case .sft, .pretrain:
      words(
        "The first \(source): what is asked, what the file has, and what the model said before and "
          + "after training, taking the likeliest token each time, "
          + "\(TrainQuestion.answerTokens) at most.",
        "开头几个\(source)：问题、文件中的答案，以及模型训练前后的回答；每次取最可能的词元，最多 "
          + "\(TrainQuestion.answerTokens) 个。")
    case .classify:
      words(
        "The first \(source): the text, its label, and the label that the model found likeliest "
          + "before and after training, with its probability.",
        "开头几个\(source)：文本、它的标签，以及模型训练前后认为最可能的标签及其概率。")
    }
  }

  private func sample(_ index: Int, _ question: TrainQuestion, _ language: Language) -> String {
    let words = language.words
    let parts = [
      (words("Asked", "问"), question.text), (words("Expected", "期望"), question.expected),
      (words("Before", "训练前"), before[index]), (words("After", "训练后"), after[index]),
    ]
    return "### \(index + 1)\n\n"
      + parts.map { "\($0)\(words(":", "："))\n\n\(fenced($1))" }.joined(separator: "\n\n")
  }

  /// A text as it is, whatever Markdown would make of it.
  private func fenced(_ text: String) -> String {
    var fence = "```"
    while text.contains(fence) { fence += "`" }
    return "\(fence)text\n\(text)\n\(fence)"
  }

  /// What this run's own numbers ask for.
  private func hints(_ language: Language) -> [String] {
    let words = language.words
    var hints: [String] = []
    if let best = run.best, let last = run.evaluations.last {
      if best.step == 0 {
        hints.append(
          words(
            "No step made the validation rows likelier, and the model is as it came: look whether "
              + "they are like the training rows, and lower the learning rate.",
            "没有一步让验证行变得更可能，模型与原来一样：看看验证行与训练行是否相像，并降低学习率。"))
      } else if best.step == last.step {
        hints.append(
          words(
            "The validation loss was lowest at the end: more steps may lower it further.",
            "验证损失在最后最低：多训练几步也许还会更低。"))
      } else {
        hints.append(
          words(
            "After step \(best.step) the validation loss rose while training went on: the model "
              + "began to learn its rows by heart. `--patience` ends such a run.",
            "第 \(best.step) 步之后，训练还在继续而验证损失上升：模型开始死记训练行。"
              + "`--patience` 可以让这样的运行早些结束。"))
      }
    } else {
      hints.append(
        words(
          "Without validation rows nobody knows whether the model learned or memorised: give "
            + "`--validation` or `--validation-share`.",
          "没有验证行，就不知道模型是学会了还是背下了：请给出 `--validation` 或 `--validation-share`。"))
    }
    let steepest = run.steps.max { $0.gradientNorm < $1.gradientNorm }!
    hints.append(
      words(
        String(
          format:
            "The longest gradient had the norm %.2f, at step %d; those above 1 were shortened "
            + "to it. Leaps of the loss near such a step ask for a lower learning rate.",
          steepest.gradientNorm, steepest.step),
        String(
          format: "最长的梯度范数为 %.2f，在第 %d 步；大于 1 的都裁到了 1。损失若在这样的步附近跳动，就该降低学习率。",
          steepest.gradientNorm, steepest.step)))
    if record.method != .full {
      hints.append(
        words(
          "This folder is an adapter: `tune generate`, `chat`, `eval` and `logits` take it with "
            + "`--adapter` beside its base, and `tune merge` makes one model of both where weights "
            + "can hold its effect.",
          "这个文件夹是一个适配器：`tune generate`、`chat`、`eval`、`logits` 在基座模型之外用 `--adapter` "
            + "读取它；若权重能容纳它的作用，`tune merge` 可以把两者合并成一个模型。"))
    }
    hints.append(
      record.task == .pretrain
        ? words(
          "`tune generate` goes on with any text; `tensorboard --logdir` draws the curves.",
          "`tune generate` 可以续写任何文本；`tensorboard --logdir` 画出曲线。")
        : words(
          "`tune eval` measures the model on a file of rows; `tensorboard --logdir` draws the "
            + "curves.",
          "`tune eval` 在一个文件的各行上测量模型；`tensorboard --logdir` 画出曲线。"))
    return hints
  }
}

extension TrainReport.Language {
  /// Chooses one of two texts that say the same.
  var words: (_ english: String, _ chinese: String) -> String {
    { self == .en ? $0 : $1 }
  }
}
