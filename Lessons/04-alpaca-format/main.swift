//: # 04 · The Alpaca format
//:
//: A row of instruction data has three fields: what is to be done, what it is to be done to, and
//: the answer (003, lines 53 to 82). Before a model reads it, a template turns the row into one
//: text, with words around the fields that say who speaks (001, lines 9 to 22). Both steps look
//: like mere paperwork. **What can be written in this format, what does the frame around it cost,
//: and what happens if a model is asked in another frame than the one it was tuned with?**
//:
//: Three models of the course take part: `mini`, a base model; `chat`, which is `mini` after tuning
//: on instructions (lesson 06 tells how); and `nano`, which we tune here ourselves, once for every
//: template.

import Course

cell("setup")
let corpusCount = profile.choose(smoke: 60, class: 500, full: 4000)
let jsonCount = profile.choose(smoke: 4, class: 32, full: 200)
let tasksEach = profile.choose(smoke: 1, class: 8, full: 50)
let steps = profile.choose(smoke: 2, class: 60, full: 160)
let rates: [Float] = profile.choose(smoke: [1e-3], class: [2e-3], full: [1e-3, 2e-3, 4e-3])
let runSeeds = seeds(profile.choose(smoke: 1, class: 1, full: 5))
setup(
  fixed: [
    "the chat model and its template, which writes 【USER】： and 【BOT】：",
    "tasks about people, texts and reviews that no training showed", "greedy decoding",
    "for nano: tasks, steps, order of rows, learning rates to choose from",
  ],
  varies: [
    "the template that a row is written in", "the template that a model is asked in",
    "the model: base, chat, or nano tuned here",
  ],
  budget: "nano: 16 rows a step, the same rows for every template")
hardware("OpenBLAS core", MatrixProduct.coreName)

//: ## A row that cannot be read
//:
//: The lecture shows how a review becomes an instruction (000, lines 29 to 39). Copied from the
//: page into a file, its row looks like this:
cell("lecture-row")
print(LectureRow.printed)

//: **Predict first.** How many times must it be mended before a program takes it for a row?
//:
//: <details><summary>Answer</summary>
//:
//: {{mends}}. A reader stops at the first thing that it cannot understand, so they come to light
//: one by one.
//:
//: </details>
cell("mending")
let folder = FileManager.default.temporaryDirectory
  .appendingPathComponent("alpaca-\(UUID().uuidString)", isDirectory: true)
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
let readings = try LectureRow.steps.map { try Reading($0.text, in: folder) }
show(mendingTable(readings))  // hide
let row = readings.last!.example!
print(try row.line(as: .alpaca))
check("only the last step is a row", readings.dropLast().allSatisfy { $0.example == nil })
note("mends", LectureRow.steps.count - 1)  // hide

//: Look at *where* the reader stops: at a place counted in bytes, of which a Chinese character has
//: three. A full-width colon or a curly quote is a letter like any other to JSON, and many fonts
//: hardly tell it from the right one.
//:
//: There is a trap beside the errors. Whoever mends the last line by putting straight quotes
//: *around* the curly ones gets a row that can be read, and an answer with quotes in it. No program
//: will complain; the model will learn to write them.
cell("trap")
let trapText = LectureRow.steps.last!.text.replacing("\"积极\"", with: "\"“积极”\"")
let trap = try Reading(trapText, in: folder).example!
show([
  "answer as meant": .text(row.turns[1].text), "answer in the trap": .text(trap.turns[1].text),
])
check("the trap is a row with another answer", trap != row)

//: ## There and back
//:
//: Can any labelled set be written so (000, lines 143 to 147)? The recipe: one question for the
//: whole set, the text as `input`, one word for each label as `output`. We write six sets into real
//: files and read them back, texts and labels: reviews written by hand, reviews composed from
//: phrases, with two labels and with six, and twelve awkward texts, with line ends, quotes within
//: quotes, emoji, full-width letters, a text that is itself JSON, and an empty one.
//:
//: **Predict first.** Of {{rowCount}} rows, how many come back changed in at least one byte?
//:
//: <details><summary>Answer</summary>
//:
//: {{changed}}. A JSON string can hold any text, and the list of answers leads from the word back
//: to its label.
//:
//: </details>
cell("round-trip")
let world = try ClosedWorld.load(seed: 1)
_ = courseData("world")  // hide
let sets = LabelledSet.all(
  world, written: try WrittenReviews(file: courseData("reviews.zh.jsonl")),
  english: try WrittenReviews(file: courseData("reviews.en.jsonl")),
  composed: profile.choose(smoke: 60, class: 600, full: 1200))
let trips = try sets.map { try RoundTrip($0, in: folder) }
show(roundTripTable("Into a file and back", trips))  // hide
let rowCount = trips.reduce(0) { $0 + $1.rows }
let equalTexts = trips.reduce(0) { $0 + $1.equalTexts }
let equalLabels = trips.reduce(0) { $0 + $1.equalLabels }
note("rowCount", rowCount)  // hide
note("changed", rowCount - min(equalTexts, equalLabels))  // hide

//: Compare bytes for this, and not texts. Swift takes `é` written as one sign and as two for equal,
//: and other languages take other things for equal. The twelve awkward texts hold both.
//:
//: A test that cannot fail says nothing. So we break the two conditions that the recipe rests on.
//: Each label needs a word of its own; and an answer must be one of those words to the byte,
//: without so much as a blank after it.
cell("broken")
let broken = [
  try RoundTrip(sets[0].withOneWord, in: folder),
  try RoundTrip(sets[0].withBlank, readBy: sets[0], in: folder),
]
show(roundTripTable("What breaks it", broken))  // hide
try FileManager.default.removeItem(at: folder)  // hide
check("both broken sets are noticed", broken.allSatisfy { !$0.isExact })

//: ## One row, seven frames
//:
//: A model reads no fields, only tokens in a row. Here is what the lecture's row becomes in two
//: templates; in a terminal, each role has its colour.
cell("coloured")
let tokenizer = try Tokenizer(folder: courseData("models/chat"))
let templates = try InstructionTemplate.shown()
for name in ["roles", "chatml"] {
  let segments = try InstructionTemplate.named(name).segments(of: row)
  let encoded = try EncodedExample(segments, tokenizer: tokenizer)
  print(MaskView(encoded, tokenizer: tokenizer).terminalText + "\n")
}

//: The pieces have names that the rest of the course uses. *Frame* is what the template writes,
//: *user* and *assistant* are the row's own words, *end* is the token that ends an answer.
//:
//: **Predict first.** Without any frame, the row has {{plainTokens}} tokens in this vocabulary,
//: line ends and end token included. How many has it in Stanford's own wording?
//:
//: <details><summary>Answer</summary>
//:
//: {{alpacaTokens}}; {{alpacaFrame}} of them are frame or end. The wording is English, and this
//: vocabulary was learnt from a world that is mostly Chinese: it spells English out in small
//: pieces.
//:
//: </details>
cell("segments")
show(try segmentTable("The row in each template", row, templates, tokenizer))  // hide
let rowCosts = try templates.map { try FrameCost($0, [row], tokenizer) }
note("plainTokens", rowCosts["plain"].lengths[0])  // hide
note("alpacaTokens", rowCosts["alpaca"].lengths[0])  // hide
note("alpacaFrame", rowCosts["alpaca"].frames[0])  // hide

//: Alpaca's frame asks one question a row. The others, `plain` aside, have a mark for each speaker, so that
//: turns can follow one another; they put the input below the instruction as one message. The lecture's
//: form (001, line 20) begins with `<bos_token>` and has a `<special token>` between question and
//: answer; ours has no beginning, and a line's end in the middle.
//:
//: What the marks say, and in how many tokens our vocabulary writes them:
cell("marks")
show(markTable(tokenizer))  // hide
note("imStart", tokenizer.encode("<|im_start|>").count)  // hide

//: > **Misconception.** "`<|im_start|>` is a special token." It is a text of twelve characters, and
//: > here it is {{imStart}} tokens. It *becomes* one token where a model's vocabulary holds it and
//: > its tokenizer cuts it out before anything else. The difference is more than length: what is a
//: > token of its own cannot come from a user who types the same letters, if the tokenizer is told
//: > not to look for it there.
//:
//: ### Two forms of one lecture
//:
//: The lecture gives a formula for conversations and an example (003, lines 84 to 95). The formula
//: has a new line before `</s>`; the example has none. It introduces them beside Llama 2, whose
//: chat models know neither: theirs is `[INST] … [/INST]`, in the rows `llama-2` of the table above.
cell("two-forms")
let earth = Example.instruction(
  "用一句话描述地球为什么是独一无二的。", input: "", output: "因为地球是目前为止唯一已知存在生命的行星。")
let forms = [
  try InstructionTemplate.lectureConversation(newLine: true),
  try InstructionTemplate.lectureConversation(newLine: false),
]
show(try frameTable("The lecture's conversation, twice", earth, forms, tokenizer))  // hide

//: To a reader they are the same. To a model they are two prompts, and which of them it was tuned
//: with matters as much as we are about to measure.
//:
//: ## What the frame costs
//:
//: One row is an anecdote. We take {{corpusCount}} tasks of the course's instruction corpus, such
//: as its chat model was tuned on.
//:
//: **Predict first.** A million such rows in ChatML: how many million tokens more than the same
//: rows with nothing but line ends between the fields? And in a vocabulary that has a token for
//: each mark?
//:
//: <details><summary>Answer</summary>
//:
//: {{chatmlMore}} million more. With marks as single tokens the frame shrinks from {{chatmlFrame}}
//: to {{chatmlMarked}} tokens a row, and the million rows cost {{chatmlMarkedMore}} million more.
//:
//: </details>
cell("cost")
let instructions = try Instructions(of: world)
_ = courseData("instructions")  // hide
let corpus = instructions.mixed(.general, .train, seed: 1).prefix(corpusCount).map(\.example)
let costs = try cached("cost") { try templates.map { try FrameCost($0, corpus, tokenizer) } }
show(costs.table)  // hide
note("corpusCount", corpus.count)  // hide
note("chatmlMore", costs.more("chatml"), .fixed(1))  // hide
note("chatmlFrame", costs["chatml"].meanFrame, .fixed(1))  // hide
note("chatmlMarked", costs["chatml"].meanFrameWithMarks, .fixed(1))  // hide
let saved = costs["chatml"].meanFrame - costs["chatml"].meanFrameWithMarks  // hide
note("chatmlMarkedMore", costs.more("chatml") - saved, .fixed(1))  // hide
note("markSaving", saved, .fixed(1))  // hide

//: *Share of the row* is what short tasks suffer from: the frame is the same for a word and for an
//: essay. Every one of its tokens is read at each step of training and again for every question
//: asked later.
cell("lengths")
let mini = try GPT2LMHeadModel.load(courseData("models/mini"))
plot("lengths", costs.histogram(["roles", "alpaca"], contextLength: mini.contextLength))  // hide
note("context", mini.contextLength)  // hide
note("longestRoles", costs["roles"].lengths.max()!)  // hide
note("longestAlpaca", costs["alpaca"].lengths.max()!)  // hide

//: Look at the distance between the two heaps: it is the difference of two frames and nothing else.
//: The marker is the model's context of {{context}} tokens; the longest rows have {{longestRoles}}
//: and {{longestAlpaca}}. A row beyond it loses its end, and with it the token that tells the model
//: to stop.
//:
//: ## Answers in JSON
//:
//: The format holds any text as an answer. The lecture goes further: a base model of a few billion
//: parameters, once tuned, writes even nested JSON (001, line 55). Ours has a few million. The
//: task: facts from a short text, as one flat object, or an order, as an object with a list of
//: objects in it. All people and shops are new
//: to the model.
//:
//: Three arms get the same {{jsonCount}} questions and {{room}} tokens of room for each answer.
//: `chat` and `mini` see the question in the chat model's template. To a base model that is unfair:
//: nobody has shown it what is wanted. So `mini` gets a second chance, with two solved tasks of the
//: same form before the question.
//:
//: **Predict first.** Of 100 answers, how many are valid JSON with exactly the keys that were asked
//: for: from `mini`, from `mini` with two examples, from `chat`? And how many of 100 fields does
//: `chat` fill with the right value?
//:
//: <details><summary>Answer</summary>
//:
//: {{miniKeys}}, {{shotKeys}} and {{chatKeys}}. Of the fields `chat` gets {{chatFields}} right;
//: always writing the most frequent value of each key would give {{usualValues}}.
//:
//: </details>
cell("json")
let chat = try GPT2LMHeadModel.load(courseData("models/chat"))
let roles = try InstructionTemplate.named("roles")
let jsonTasks = try JSONTasks(instructions, count: jsonCount, .seen, tokenizer)
let otherWords = try JSONTasks(instructions, count: jsonCount, .heldOut, tokenizer)
let room =
  (jsonTasks.tasks + otherWords.tasks).map { tokenizer.encode($0.output).count }.max()! + 4
let arms = [
  JSONArm(name: "chat", model: chat, template: roles),
  JSONArm(name: "mini", model: mini, template: roles),
  JSONArm(
    name: "mini, two examples", model: mini,
    template: WithExamples(template: roles, shots: jsonTasks.shots)),
]
let json = JSONResults(
  tasks: jsonTasks.tasks,
  arms: try arms.map { arm in
    (
      arm.name,
      try cached("JSON, \(arm.name)") {
        try JSONAnswers(arm, jsonTasks.tasks, tokenizer, maxTokens: room)
      }
    )
  })
check(
  "question, examples and answer fit into the context",
  try json.tasks.allSatisfy { task in
    let prompt = try arms[2].template.prompt(of: task.example)
    return try EncodedExample(prompt, tokenizer: tokenizer).count + room <= mini.contextLength
  })
plot("json", json.chart)  // hide
show(json.table)  // hide
note("jsonCount", jsonCount)  // hide
note("room", room)  // hide
note("miniKeys", json.share(1, \.keys), .percent(0))  // hide
note("shotKeys", json.share(2, \.keys), .percent(0))  // hide
note("chatKeys", json.share(0, \.keys), .percent(0))  // hide
note("chatValid", json.share(0, \.valid), .percent(0))  // hide
note("chatFields", json.share(0, \.fields), .percent(1))  // hide
note("usualValues", jsonTasks.usualValues, .percent(1))  // hide

//: Read the chart from left to right: each measure asks more than the one before it. *Valid JSON*
//: needs brackets that match. *Exact keys* needs in addition that the model has read which fields
//: were asked for, at every level. *Right fields* needs that it has copied names and numbers out of
//: the text. A model whose bars fall steeply has learnt what such an answer looks like, and not
//: what it says.
cell("json-pages")
show(json.pages())

//: Look at the texts with that in mind: which characters of an answer come from the question, which
//: from the input, and which from neither?
//:
//: One more question, so that it is not the wording that was learnt by heart: the same family,
//: asked in words that no training row has.
cell("json-wording")
let otherMarks = try cached("JSON, chat, other words") {
  try JSONAnswers(arms[0], otherWords.tasks, tokenizer, maxTokens: room)
}.marks
show([
  "exact keys, known wording": .percent(json.share(0, \.keys)),
  "exact keys, new wording": .percent(otherMarks.map(\.keys).mean),
])

//: ## The wrong frame
//:
//: `chat` was tuned in one template. Now we ask it in others: first in its own with one small thing
//: changed, then in the other six. Its own frame and the five near-misses, in tokens:
cell("near-misses")
let nearMisses = try InstructionTemplate.nearMisses()
show(try frameTable("Near-misses", earth, [roles] + nearMisses, tokenizer))  // hide

//: Each is a slip that people make. Half-width colons come from a keyboard that was not switched. A
//: space at the end is what a careful typist leaves after a colon. The last piece goes missing when
//: the frame of the answer is thought to be the model's business; in transformers,
//: `apply_chat_template` leaves it out unless `add_generation_prompt=True` asks for it.
//:
//: What it is asked must be something that it can do. The six families that it answers best are
//: chosen on validation tasks, in its own template; the test is on other tasks of these families.
//: They are: {{bestFamilies}}.
//:
//: **Predict first.** `chat` gets {{ownRight}} of the test tasks right in its own template. How
//: many points does it lose with half-width colons? And with a single space at the end of the
//: prompt?
//:
//: <details><summary>Answer</summary>
//:
//: {{colonLoss}} points and {{spaceLoss}} points; with another name for the user, {{nameLoss}}. A
//: negative loss is a gain.
//:
//: </details>
cell("chat-mismatch")
let families = try cached("best families") {
  try BestFamilies(
    chat, instructions, roles, tokenizer,
    tasksEach: profile.choose(smoke: 1, class: 8, full: 24))
}
let chatTasks = try families.best.flatMap {
  try instructions.atMost(tasksEach, of: $0, .heldOut)
}
let ways = [roles] + nearMisses + templates.filter { $0.name != roles.name }
let chatAsked = ChatMismatch(
  names: ways.map(\.name),
  asked: try ways.map { way in
    try cached("chat, asked with \(way.name)") {
      try Asked(chat, chatTasks, way, tokenizer, maxTokens: BestFamilies.maxTokens)
    }
  })
plot("chat-mismatch", chatAsked.chart)  // hide
show(chatAsked.table)  // hide
note("bestFamilies", families.best.map(\.rawValue).joined(separator: ", "))  // hide
note("ownRight", chatAsked.right("roles"), .percent(0))  // hide
note("colonLoss", chatAsked.loss("half-width colons"), .fixed(1))  // hide
note("spaceLoss", chatAsked.loss("a space at the end"), .fixed(1))  // hide
note("nameLoss", chatAsked.loss("another name"), .fixed(1))  // hide
note("spaceRight", chatAsked.right("a space at the end"), .percent(0))  // hide

//: Look first at the dashed line, then at the five bars below the first. Each differs in one token
//: or a few. *Another name* changes the beginning of the prompt only; a space, a missing line or a
//: missing piece change its end; half-width colons change both. The last tokens are the ones from
//: which the first word of the answer is guessed.
//:
//: In the table, *ended by itself* tells two failures apart. A model that ends its answer but is
//: wrong has answered something; one that does not end has not noticed that it was asked.
//:
//: ## Tuned with one, asked with another
//:
//: One chat model with one template is one case. For the claim we tune `nano` ourselves, once with
//: each of three templates, on tasks whose answer is a class: the mood of a review, its subject,
//: the kind of a text. Tasks, steps and the order of rows are the same; the learning rate is chosen
//: for each template on validation tasks, out of the same few. Then each model is asked with all
//: three.
//:
//: **Predict first.** In its own template a model gets {{own}} of the test tasks right, on average.
//: How many in the two others?
//:
//: <details><summary>Answer</summary>
//:
//: {{others}}: a loss of {{matrixLoss}} points, with a 95 % interval from {{matrixFrom}} to
//: {{matrixTo}}. Always giving the most frequent answer of each family would be right in
//: {{usualAnswers}}.
//:
//: </details>
cell("matrix")
let laboratory = TemplateLaboratory(
  base: courseData("models/nano"), tokenizer: tokenizer,
  templates: try ["roles", "alpaca-zh", "chatml"].map { try InstructionTemplate.named($0) },
  fault: nearMisses[0],
  tasks: try ClassTasks(
    instructions, training: profile.choose(smoke: 48, class: 960, full: 2580),
    validation: profile.choose(smoke: 6, class: 60, full: 120),
    test: profile.choose(smoke: 6, class: 120, full: 360)), steps: steps)
let sweep = try laboratory.templates.map { template in
  try rates.map { rate in
    try cached("\(template.name), rate \(rate), seed \(runSeeds[0])") {
      try laboratory.tuned(with: template, rate: rate, seed: runSeeds[0])
    }
  }
}
let bestRates = sweep.map { runs in
  runs.indices.min { runs[$0].run.best!.loss < runs[$1].run.best!.loss }!
}
let matrix = TemplateMatrix(
  names: laboratory.templates.map(\.name), tasks: laboratory.tasks,
  tuned: try laboratory.templates.enumerated().map { place, template in
    [sweep[place][bestRates[place]]]
      + (try runSeeds.dropFirst().map { seed in
        let rate = rates[bestRates[place]]
        return try cached("\(template.name), rate \(rate), seed \(seed)") {
          try laboratory.tuned(with: template, rate: rate, seed: seed)
        }
      })
  }, rates: bestRates.map { rates[$0] },
  untuned: try cached("not tuned") {
    try laboratory.asked(GPT2LMHeadModel.load(laboratory.base))
  })
plot("matrix", matrix.chart)  // hide
show(matrix.rateTable)  // hide
note("own", matrix.own, .percent(1))  // hide
note("others", matrix.others, .percent(1))  // hide
note("matrixLoss", 100 * matrix.loss.mean, .fixed(1))  // hide
note("matrixFrom", 100 * matrix.loss.interval().lowerBound, .fixed(1))  // hide
note("matrixTo", 100 * matrix.loss.interval().upperBound, .fixed(1))  // hide
note("usualAnswers", matrix.tasks.usualAnswers, .percent(0))  // hide

//: Look at the diagonal against its row. A row of one colour would be a model that reads through
//: the frame; a bright diagonal in dark rows, one to which the frame is part of the question. The
//: lowest row is `nano` before tuning. Cell by cell, with the loss against the model's own
//: template:
cell("matrix-table")
show(matrix.table)  // hide

//: Hold the losses against the ends of the frames: `alpaca-zh` and `chatml` leave the model at the
//: start of a line, `roles` after a colon. If the last token were all that mattered, the first two
//: would take each other's questions best.
//:
//: ## Find the fault
//:
//: Two colleagues tune `nano` with the same script, the same rows, the same seed and the template
//: `roles`. Their curves agree in every digit. Then each of them writes an evaluation of their own,
//: for the same test tasks. One reports {{goodRight}} right answers, the other {{badRight}}.
cell("fault")
let colleagues = matrix.tuned[0][0]
plot("fault", faultChart(colleagues.run))  // hide
show(faultTable(colleagues))  // hide
for template in [laboratory.templates[0], laboratory.fault] {
  print(try template.prompt(of: row).map(\.text).joined() + "\n")
}
note("goodRight", colleagues.asked[0].hits.mean, .percent(0))  // hide
note("badRight", colleagues.fault.hits.mean, .percent(0))  // hide

//: Above, under the table, stand the prompts that both of them send. The second has compared
//: weights, seeds and settings, and read both prompts aloud. **Before you open the answer:** here
//: they are in tokens, with a row as both trained on it. What has gone wrong, and why does no loss
//: show it?
cell("fault-tokens")
show(try laboratory.faultTokens(row))  // hide

//: <details><summary>Answer</summary>
//:
//: The second colleague's colons are half-width. In training an answer always followed `】：`, never
//: `】:`; the last token of the prompt is one that the model has never seen in this place, and from
//: there it has to guess the first word. The losses come from whole rows, whose frame the script
//: writes, so both see the same curve; and mere reading shows nothing, since the two signs sound
//: alike and look alike in many fonts. The way to find it is the one that you have just gone: the
//: tokens of a training row and of a prompt, one below the other. The way to avoid it: one function
//: that writes both.
//:
//: </details>
cell("claims")
let anyRow = trips.allSatisfy(\.isExact)
let writesJSON = ClaimTest.all([
  .superior(json.gain(over: 1), margin: 0.03), .superior(json.gain(over: 2), margin: 0.03),
])
let jsonEvidence = json.evidence(usual: jsonTasks.usualValues, otherMarks)  // hide
claim("C04.1", .exact(anyRow), evidence: roundTripEvidence(trips, broken))  // hide
claim("C04.2", writesJSON, evidence: jsonEvidence)  // hide
claim("C04.3", .superior(matrix.loss, margin: 0.03), evidence: matrix.evidence(chatAsked))  // hide

//: C04.1 speaks of texts with labels. A set whose labels are spans, scores or trees can be written
//: so too, but somebody has to invent the words for them, and a way back.
//:
//: ## What this does not show
//:
//: How much a frame matters to a large model. There, too, a format that means the same to people
//: moves results: for LLaMA-2-13B, formats of a few-shot prompt that differ in spaces, colons and
//: capitals were up to 76 points of accuracy apart (Sclar et al., 2024). Instruction tuning on data
//: from several sources does better once all of it is brought into one format (Liang et al., 2023).
//: Models that are tuned on many frames at once may read through one that they do not know; ours
//: has met one.
//:
//: Nor what the marks are to somebody who means harm: a user who leaves the frame, or writes the
//: marks himself, can lead a chat model away from what it was taught (Jiang et al., 2024,
//: "ChatBug").
//:
//: Nor that one must hope for valid JSON. A decoder can be kept to a grammar, so that every answer
//: is valid whatever the model would have liked to write (Willard and Louf, 2023). It fills no
//: field with the right value.
//:
//: In the lecture: a labelled row and its instruction, 000, lines 20 to 41; “Alpaca format”, 000,
//: lines 143 to 147; roles and special tokens, 001, lines 9 to 22; nested JSON, 001, line 55;
//: fields, example rows and conversations, 003, lines 53 to 95. The Alpaca data and its template
//: are Taori et al. (2023); Llama 2's form is described with its release (Touvron et al., 2023).
//:
//: ## Exercises
//:
//: They are functions in this lesson's `Exercises.swift`, each with its task and hints.
//: `swift run -c release course check 04` says what is solved, and what went wrong where it is not.
//:
//: - **4.1** Write a labelled text as a row of instructions, and refuse what could not be read
//:   back.
//: - **4.2** Render a conversation of two turns in ChatML, as segments with roles.
//: - **4.3** Find the first token in which two prompts differ.
//:
//: ## Quiz
//:
//: 1. You have a million rows in ChatML, and this vocabulary. You add the marks to it as tokens.
//:    How many million tokens does an epoch have fewer, and which part of the model grows?
//: 2. In your notebook the chat model gets {{ownRight}} right, behind a server {{spaceRight}}.
//:    Somebody has added a blank to the end of the prompt. Which of its tokens changed, and why
//:    does every answer depend on it?
//: 3. `chat` writes valid JSON in {{chatValid}} of its answers and fills {{chatFields}} of the
//:    fields rightly. A decoder that allows nothing but valid JSON is put behind it. Which of
//:    the two numbers can it raise, and which needs something else?
//:
//: <details><summary>Answers</summary>
//:
//: 1. {{markSaving}} million. The embedding, which has one row for each token; where it is tied to
//:    the head, the head with it. The new rows have to be trained.
//: 2. One: the last, from which the first word of the answer is guessed, and all others after it.
//:    In training the answer's first token stood there.
//: 3. The first, as far as it is below 100%. The second needs a model that copies from its input:
//:    a larger one, or one that was trained longer.
//:
//: </details>
