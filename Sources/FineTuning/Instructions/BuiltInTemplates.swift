extension InstructionTemplate {
  /// The names that `named` knows.
  public static let names = ["alpaca", "alpaca-zh", "roles", "human-assistant", "chatml", "plain"]

  /// A template of the course by its name:
  /// - `alpaca`: both wordings that Stanford Alpaca was trained with (train.py, PROMPT_DICT)
  /// - `alpaca-zh`: the same frame in Chinese, worded for this course
  /// - `roles`: 【USER】：… and 【BOT】：… on lines of their own
  /// - `human-assistant`: `<s>Human: …`, then `</s><s>Assistant: …`, as written for Llama 2
  /// - `chatml`: `<|im_start|>` and `<|im_end|>` around every turn
  /// - `plain`: instruction, input and answer on lines of their own
  ///
  /// All end an answer with `<|endoftext|>`, which the course's models have. For a tokenizer that
  /// knows a template's own end token, set `end` to it: `</s>` for `human-assistant`, `<|im_end|>`
  /// for `chatml`.
  public static func named(_ name: String) throws(InstructionTemplateError) -> InstructionTemplate {
    switch name {
    case "alpaca":
      try InstructionTemplate(
        name: name,
        user: """
          Below is an instruction that describes a task. Write a response that appropriately \
          completes the request.

          ### Instruction:
          {instruction}


          """,
        userWithInput: """
          Below is an instruction that describes a task, paired with an input that provides further \
          context. Write a response that appropriately completes the request.

          ### Instruction:
          {instruction}

          ### Input:
          {input}


          """,
        assistant: "### Response:{text}", stops: ["### Instruction:"])
    case "alpaca-zh":
      try InstructionTemplate(
        name: name,
        user: """
          下面给出一项任务的说明，请按要求作答。

          ### 指令：
          {instruction}


          """,
        userWithInput: """
          下面给出一项任务的说明，并附有任务所用的输入，请按要求作答。

          ### 指令：
          {instruction}

          ### 输入：
          {input}


          """,
        assistant: "### 回答：\n{text}", stops: ["### 指令："])
    case "roles":
      try InstructionTemplate(
        name: name, system: "【SYSTEM】：{text}\n", user: "【USER】：{text}\n",
        assistant: "【BOT】：{text}", stops: ["【USER】："])
    case "human-assistant":
      try InstructionTemplate(
        name: name, user: "<s>Human: {text}\n", assistant: "</s><s>Assistant: {text}",
        stops: ["</s>", "<s>Human:"])
    case "chatml":
      try InstructionTemplate(
        name: name, system: "<|im_start|>system\n{text}<|im_end|>\n",
        user: "<|im_start|>user\n{text}<|im_end|>\n", assistant: "<|im_start|>assistant\n{text}",
        separator: "\n", stops: ["<|im_end|>", "<|im_start|>"])
    case "plain":
      try InstructionTemplate(
        name: name, user: "{instruction}\n", userWithInput: "{instruction}\n{input}\n",
        assistant: "{text}")
    default: throw InstructionTemplateError(name, .unknownName(known: names))
    }
  }
}
