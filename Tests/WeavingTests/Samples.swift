import Weaving

/// A small lesson with everything in it.
let sampleText = """
  //: # 8 · LoRA
  //:
  //: LoRA learns a correction beside $W_0$.

  import Course
  let unseen = 1

  cell("load")
  let model = try load()
  model.secret() // hide

  //: ## The adapter
  //: It starts at zero.
  cell("adapter")  // a remark
  // a comment
  let adapter = Adapter()
    //: not prose
  cell("train")
  run()

  //: {{trainable}} of {{total}} are left.
  """

let sample = try! LessonSource(parsing: sampleText, file: "Lessons/08-lora/main.swift")

func lesson(_ text: String) throws -> LessonSource {
  try LessonSource(parsing: text, file: "main.swift")
}

func translation(_ text: String, of lesson: LessonSource = sample) throws -> Translation {
  try Translation(parsing: text, file: "zh.md", of: lesson)
}

let facts = RunFacts(
  profile: "class", seeds: [0, 1], cores: "2", processor: "A processor", system: "A system")

func document(
  _ lesson: LessonSource, _ language: Language = .en, translation: Translation? = nil,
  blocks: [String: [Block]] = [:], notes: [String: Value] = [:]
) throws -> Document {
  try Document(
    language, lesson: lesson, translation: translation, blocks: blocks, notes: notes, run: facts
  ) { text in
    language == .en ? text : translation?.strings[text]?.chinese ?? text
  }
}

/// The report of a lesson with one cell whose prose is given.
func woven(_ prose: String, notes: [String: Value] = [:]) throws -> String {
  let text = prose.split(separator: "\n", omittingEmptySubsequences: false)
    .map { "//: \($0)\n" }.joined()
  return try markdown(of: document(lesson(text + "cell(\"only\")\n"), notes: notes))
}
