import Commands
import Course

/// The chat model's card: what made it, what it answers beside its base, what it says. Every figure is
/// measured on the files as they were written.
struct ChatCard {
  let name: ChatModel
  let base: String
  let command: String
  let seconds: Double
  let rows: [EncodedExample]
  let run: InstructionRun
  /// Whether every row was seen once.
  let isWholePass: Bool
  let before: ChatExam.Marks
  let exam: ChatExam

  static let questions = [
    "用简单的话给小朋友讲讲登月。", "把“谢谢”译成英语。", "3 加 4 等于几？",
    "写一个关于小猫的小故事。", "给我三条早睡的建议。", "What is the opposite of big?",
  ]

  func write(to folder: URL) throws {
    let model = try GPT2LMHeadModel.load(folder)
    let after = try exam.marks(of: model)
    let sha256 = try sha256(of: folder.appendingPathComponent("model.safetensors"))
    let said = try exam.answers(
      Self.questions.map { .instruction($0, input: "", output: "") }, by: model)
    _ = try chart.write(named: "loss", to: folder)
    try writeAtomically(
      prettyJSON(figures(after, sha256: sha256)), to: folder.appendingPathComponent("card.json"))
    for (language, file) in [(InstructionLanguage.en, "README.md"), (.zh, "README.zh.md")] {
      try writeAtomically(
        Data(page(language, after, said, sha256: sha256).utf8),
        to: folder.appendingPathComponent(file))
    }
  }

  private struct Figures: Encodable {
    let name, base, command, sha256: String
    let seconds: Double
    let rows, tokens, labels, steps: Int
    let validationNats, worldNats: [Double]
    let exactMatch: [String: [Double]]
    let stopped, open: [Double]
  }

  /// Pairs are before and after.
  private func figures(_ after: ChatExam.Marks, sha256: String) -> Figures {
    Figures(
      name: name.rawValue, base: base, command: command, sha256: sha256, seconds: seconds,
      rows: rows.count, tokens: tokens, labels: labels, steps: run.steps.count,
      validationNats: [run.evaluations[0].loss, run.best!.loss],
      worldNats: [before.worldNats, after.worldNats],
      exactMatch: Dictionary(
        uniqueKeysWithValues: exam.papers.indices.map { place in
          let paper = exam.papers[place]
          return ("\(paper.family), \(paper.wording)", [before.right[place], after.right[place]])
        }),
      stopped: [before.stopped, after.stopped], open: [before.open, after.open])
  }

  private var tokens: Int { rows.reduce(0) { $0 + $1.count } }
  private var labels: Int { rows.reduce(0) { $0 + $1.labelCount } }

  private var chart: LineChart {
    LineChart(
      "\(name.rawValue): loss of the answers", x: "step", y: "nats per token",
      [
        Series("training", run.meanLosses(every: 20).map { Point($0.step, $0.loss) }),
        Series("validation", run.evaluations.map { Point(Double($0.step), $0.loss) }),
      ])
  }

  private func percent(_ share: Double) -> String { String(format: "%.0f", 100 * share) }

  /// Families down, base and chat in words of training and in others across.
  private func table(_ after: ChatExam.Marks, heldOut: String) -> String {
    stride(from: 0, to: exam.papers.count, by: 2).map { place in
      let family = exam.papers[place].family
      let mark =
        InstructionFamily.heldOut.contains(family)
          || !name.mixture.parts.contains { $0.family == family } ? " *\(heldOut)*" : ""
      let cells = [
        before.right[place], after.right[place], before.right[place + 1], after.right[place + 1],
      ].map(percent)
      return "| `\(family)`\(mark) | " + cells.joined(separator: " | ") + " |"
    }.joined(separator: "\n")
  }

  private func page(
    _ language: InstructionLanguage, _ after: ChatExam.Marks, _ said: [GeneratedAnswer],
    sha256: String
  ) -> String {
    let samples = zip(Self.questions, said).map { question, answer in
      "> **\(question)**\n>\n> " + answer.text.replacing("\n", with: "\n> ")
    }.joined(separator: "\n\n")
    let nats = [run.evaluations[0].loss, run.best!.loss, before.worldNats, after.worldNats].map {
      String(format: "%.3f", $0)
    }
    let counts = (rows: rows.count, steps: run.steps.count, seconds: Int(seconds))
    switch language {
    case .en:
      return """
        # \(name.rawValue)

        `\(base)` after instruction tuning on the course's own corpus (Data/instructions): tasks of the
        closed world with an oracle, a part of them in conversations of several turns, and open
        instructions written by hand.\(name == .noSentiment ? " It was shown no task about reviews." : "")
        Questions and answers are written as the template `roles` has them, which the folder's chat
        template repeats.

            \(command)

        \(counts.rows) rows of \(tokens) tokens, \(labels) of them in the loss; \(counts.steps) steps\(isWholePass ? ", one pass," : "") in
        \(counts.seconds) seconds on two cores. The weights are stored in half precision.
        SHA-256 of model.safetensors: `\(sha256)`.

        ## What it answers

        Exact match in percent over at most \(exam.tasksEach) tasks a family, greedy decoding. What the tasks
        are about, people included, was in no row of training; *held out* families neither. Facts about
        people whom nothing ever told of cannot be known: `person` and `relation` stay low for that.

        | Family | \(base), known wording | \(name.rawValue), known wording | \(base), new wording | \(name.rawValue), new wording |
        |---|---:|---:|---:|---:|
        \(table(after, heldOut: "held out"))

        | | \(base) | \(name.rawValue) |
        |---|---:|---:|
        | answers ended by the model | \(percent(before.stopped)) % | \(percent(after.stopped)) % |
        | open instructions whose checks hold (\(exam.open.count)) | \(percent(before.open)) % | \(percent(after.open)) % |
        | loss of validation answers, nats a token | \(nats[0]) | \(nats[1]) |
        | loss of world texts, nats a token | \(nats[2]) | \(nats[3]) |

        ![loss](loss.svg)

        ## What it says

        Greedy, none chosen:

        \(samples)

        """
    case .zh:
      return """
        # \(name.rawValue)

        `\(base)` 在本课程自己的指令语料（Data/instructions）上做指令微调的结果：封闭世界里答案可由程序判定的任务
        （其中一部分拼成多轮对话），加上人工撰写的开放式指令。\(name == .noSentiment ? "微调中没有任何与评论有关的任务。" : "")
        问与答按模板 `roles` 书写，文件夹里的对话模板与之相同。

            \(command)

        共 \(counts.rows) 行、\(tokens) 个词元，其中 \(labels) 个计入损失；\(isWholePass ? "一遍数据" : "")共 \(counts.steps) 步，
        双核机器上用时 \(counts.seconds) 秒。权重以半精度保存。
        model.safetensors 的 SHA-256：`\(sha256)`。

        ## 回答得怎样

        每个任务族至多 \(exam.tasksEach) 道题，贪心解码，精确匹配率（%）。题目涉及的内容（包括人物）没有出现在任何一行
        训练数据里，标“留出”的任务族也没有出现过。从未有文本提到过的人，其事实无从得知，所以 `person` 和 `relation` 偏低。

        | 任务族 | \(base)，见过的问法 | \(name.rawValue)，见过的问法 | \(base)，新问法 | \(name.rawValue)，新问法 |
        |---|---:|---:|---:|---:|
        \(table(after, heldOut: "留出"))

        | | \(base) | \(name.rawValue) |
        |---|---:|---:|
        | 由模型自己结束的回答 | \(percent(before.stopped)) % | \(percent(after.stopped)) % |
        | 通过检查的开放式指令（共 \(exam.open.count) 条） | \(percent(before.open)) % | \(percent(after.open)) % |
        | 验证集答案的损失，每词元 nat | \(nats[0]) | \(nats[1]) |
        | 世界文本的损失，每词元 nat | \(nats[2]) | \(nats[3]) |

        ![损失曲线](loss.svg)

        ## 它说些什么

        贪心解码，未经挑选：

        \(samples)

        """
    }
  }
}
