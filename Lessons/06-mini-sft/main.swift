//: # 06 · A small SFT
//:
//: Lesson 03 gave a base model instructions, and it did not follow them. Lesson 04 wrote rows of
//: instruction and answer, lesson 05 decided which of their tokens count. Now we put this together and
//: train: *the* run that turns a base model into one that answers. The lectures promise much of it. It
//: makes a parrot answer (002, lines 6 to 8), costs a ten-thousandth of pre-training (004, line 56), lets
//: a small model pass a larger one (004, line 57), and teaches how to answer rather than what is true
//: (001, lines 3 and 27). **What does supervised fine-tuning on instructions change, and what does it
//: cost?**
//:
//: The base is `mini`. The rows come from the instruction corpus of this course: 20 families of tasks
//: whose answers a program can judge, and open instructions with answers written by hand.

import Course

cell("setup")
let plan = Plan(
  steps: profile.choose(smoke: 2, class: 48, full: 250),
  sweepSteps: profile.choose(smoke: 0, class: 0, full: 30),
  validationRows: profile.choose(smoke: 4, class: 120, full: 200))
let runSeeds = seeds(profile.choose(smoke: 1, class: 1, full: 3))
let tasksEach = profile.choose(smoke: 1, class: 5, full: 24)
setup(
  fixed: [
    "the base model mini, tuned whole; the template roles; loss on answers only",
    "the questions, about people, texts and words that no training row is about",
    "greedy decoding",
  ],
  varies: [
    "before or after tuning", "the model: nano or mini", "what the same steps are spent on",
    "the seed of rows and order",
  ],
  budget: "equal steps of 2,048 tokens; the best of ten validations is kept")
hardware("OpenBLAS core", MatrixProduct.coreName)  // hide

//: ## The rows
//:
//: A row is a conversation: mostly one question and one answer, sometimes two or three, sometimes with a
//: line of the system before them. Drawn from the mixture of families by fixed shares, they are shuffled
//: with the open instructions, of which each answer comes five times, since there are few. One row, with
//: what the loss makes of its parts:
cell("rows")
let world = try ClosedWorld.load(seed: 1)
for data in ["world", "instructions"] { _ = courseData(data) }  // hide
let miniFolder = modelFolder(or: "mini")
let nanoFolder = courseData("models/nano")
let chatFolder = courseData("models/chat")
let tokenizer = try Tokenizer(folder: miniFolder)
let firstRows = try InstructionRows(
  world, tokenizer, tasks: plan.tasks, validation: plan.validationRows, seed: runSeeds[0])
show(rowTable(firstRows.validation[0], tokenizer))  // hide
note("rowCount", firstRows.training.count)  // hide
note("rowTokens", firstRows.training.reduce(0) { $0 + $1.count })  // hide
let labelShare =  // hide
  Double(firstRows.training.reduce(0) { $0 + $1.labelCount })  // hide
  / Double(firstRows.training.reduce(0) { $0 + $1.count })  // hide
note("labelShare", labelShare, .percent(0))  // hide
check(
  "every row has an answer in the loss and fits into the context",
  firstRows.training.allSatisfy { $0.labelCount > 0 && $0.count <= 512 })

//: {{rowCount}} rows of {{rowTokens}} tokens in all, of which {{labelShare}} are answers: only these teach.
//:
//: > **Misconception.** "SFT, that is, full fine-tuning." The lecture says so itself (001, line 50). But the
//: > two answer different questions. *SFT* names an objective: imitate given answers. *Full* names a set of
//: > parameters: all of them. One can do SFT on a LoRA (lesson 08), and fully tune on plain text (lesson
//: > 21). Here we do both at once: SFT, of all parameters. Nor is a chat model by itself one that was
//: > trained on people's preferences; ours saw none. That is another step, in lesson 25.
//:
//: ## The questions
//:
//: All models face the same papers. A *held-out* task is about people, texts, words and numbers that no
//: training row is about. *New wording* means that training never asked in these words. Two families,
//: `position` and `oddOne`, are in no training at all. An answer is right if the task's oracle accepts it,
//: and an open instruction if the checks of its row hold; the checks cannot tell a good answer from a
//: poor one.
cell("questions")
let prompts = try ExamplePrompts(world, tokenizer, contextLength: 512)
let exam = try Exam(
  world, tokenizer, each: tasksEach, validation: profile.choose(smoke: 1, class: 2, full: 8),
  open: profile.choose(smoke: 1, class: 100, full: 100),
  maxTokens: profile.choose(smoke: 4, class: 112, full: 112))
let classExam = try ClassExam(
  world, tokenizer, prompts, each: profile.choose(smoke: 4, class: 24, full: 72),
  validation: profile.choose(smoke: 4, class: 24, full: 24))
let generalExam = GeneralExam(
  world, tokenizer, windows: profile.choose(smoke: 2, class: 16, full: 64),
  people: profile.choose(smoke: 4, class: 40, full: 100))
let handful = [
  "用几句话向儿童介绍登月。", "用简单的话给小朋友讲讲登月。", "把“谢谢”译成英语。", "3 加 4 等于几？",
  "写一个关于小猫的小故事。", "给我三条早睡的建议。", "What is the opposite of big?",
  "Tell a child about the moon landing.",
]
let laboratory = Laboratory(
  world: world, tokenizer: tokenizer, plan: plan,
  examiner: Examiner(exam: exam, classes: classExam, general: generalExam, handful: handful))
check(
  "no person of the held-out questions was in training",
  Set(world.people(.heldOut).map(\.name)).isDisjoint(with: world.people(.train).map(\.name)))
note("questionCount", exam.papers.reduce(0) { $0 + $1.questions.count })  // hide
note("decisiveCount", exam.decisive.reduce(0) { $0 + exam.papers[$1].questions.count })  // hide

//: {{questionCount}} questions; those in new wording about new things, with the open instructions, decide:
//: {{decisiveCount}}.
//:
//: ## The run
//:
//: The learning rate comes from a grid of three, by the validation loss of short runs, for `mini` and for
//: `nano` separately. (A class run skips the sweep.) Then {{steps}} steps.
//:
//: **Predict first.** An answer's token costs untuned `mini` {{lossBefore}} nats on average; a guess among
//: all 5,120 tokens would cost $\ln 5120 \approx 8.5$. How much after the run? And by which step is half of
//: the way done?
//:
//: <details><summary>Answer</summary>
//:
//: {{lossAfter}} nats at the best validation, with `nano` {{lossNano}}. Half of the way lies behind `mini` at
//: the validation of step {{halfWay}}.
//:
//: </details>
cell("run")
let sweeps = try zip(["mini", "nano"], [miniFolder, nanoFolder]).map { name, folder in
  try cached("sweep, \(name)") {
    try laboratory.sweep(name, folder, seed: runSeeds[0] &+ 100)
  }
}
let miniRate = laboratory.rate(sweeps[0], otherwise: 2e-3)
let nanoRate = laboratory.rate(sweeps[1], otherwise: 2e-3)
let tuned = try runSeeds.map { seed in
  try cached("mini, seed \(seed)") {
    try laboratory.tuned("mini, seed \(seed)", miniFolder, learningRate: miniRate, seed: seed)
  }
}
let tunedNano = try runSeeds.map { seed in
  try cached("nano, seed \(seed)") {
    try laboratory.tuned("nano, seed \(seed)", nanoFolder, learningRate: nanoRate, seed: seed)
  }
}
plot("loss", TunedModel.lossChart(tuned[0], tunedNano[0]))  // hide
plot("rate", tuned[0].rateChart)  // hide
let evaluations = tuned[0].run.evaluations  // hide
let middle = (evaluations[0].loss + tuned[0].run.best!.loss) / 2  // hide
note("steps", plan.steps)  // hide
note("lossBefore", evaluations[0].loss, .fixed(2))  // hide
note("lossAfter", tuned.map { $0.run.best!.loss }.mean, .fixed(2))  // hide
note("lossNano", tunedNano.map { $0.run.best!.loss }.mean, .fixed(2))  // hide
note("halfWay", evaluations.first { $0.loss <= middle }!.step)  // hide
note("miniRate", miniRate, .scientific(0))  // hide
note("nanoRate", nanoRate, .scientific(0))  // hide
note("runSeconds", tuned.map(\.seconds).mean, .seconds)  // hide

//: Where the curve falls steeply, the model learns what is cheapest to learn: that after the frame 【BOT】：
//: an answer stands, of such a length and such a kind, with an end. Where it is flat, it learns slowly, or
//: nothing. As long as training and validation lie together, nothing is learned by heart, which one pass
//: over the rows hardly allows.
//: The second chart is the schedule: up to {{miniRate}} in a tenth of the steps, then a cosine to zero
//: (`nano`: {{nanoRate}}). One run of `mini` took {{runSeconds}}.
//:
//: ## Before and after
//:
//: Eight prompts, chosen before any run, answered greedily by `mini`, by this run, and by `chat`, the
//: committed model, which is the same recipe after {{chatSteps}} steps: *the long run*. (It has many more
//: tasks, among as many open instructions.) The first prompt is the lecture's moon landing for children, in
//: the very words of a training row. The second and the last ask for it in words that no row has.
//:
//: **Before you look:** which of the eight will this run answer well, and which will it merely answer in
//: the right form?
cell("before-and-after")
let untuned = try zip(["mini", "nano"], [miniFolder, nanoFolder]).map { name, folder in
  try cached("untuned, \(name)") { try laboratory.untuned(folder, prompts) }
}
let longRun = try cached("the long run") { try laboratory.longRun(chatFolder) }
let answers = AnswerResults(
  exam: exam, classes: classExam, mini: untuned[0], nano: untuned[1], tuned: tuned,
  tunedNano: tunedNano, longRun: longRun)
show(answers.sideBySide(handful))  // hide
let chatCard = try Card(chatFolder)
note("chatSteps", chatCard.steps ?? 0)  // hide

//: Ask three things of each answer, one apart from the other. Does it have the *form*, a word where a word
//: is asked for and a story where a story is? Does it *end*? Is it *true*, or good? An answer can have the
//: first two and not the third, and fluency hides that.
//:
//: ## How a base model should be asked
//:
//: It would be unfair to ask an untuned model only in a template that it has never seen. So it is asked in
//: five ways: in the template, and as question and answer on lines of their own after none, two, four and
//: eight worked examples of the same family and language. Validation tasks choose the best for it. Where
//: an answer is one of a few classes, we also ask which class it finds *likeliest*, which saves it from
//: having to write anything; as it is, and after taking off what each class gets on average, whatever the
//: text (batch calibration; Zhou et al., 2024).
cell("ways")
show(answers.ways)  // hide
note("bestWay", .label(Way.allCases[answers.bestWay].name))  // hide
note("bestScoring", .label(Way.allCases[answers.bestScoring.way].name))  // hide
note("isCalibrated", .label(answers.bestScoring.calibrated ? "calibrated" : "as it is"))  // hide

//: To write, `mini` is asked so from here on: {{bestWay}}. For classes: {{bestScoring}}, {{isCalibrated}}.
//:
//: ## What it answers
//:
//: **Predict first.** Of 100 questions in new words about new things, how many does `mini` get right at its
//: best, how many after {{steps}} steps of SFT, and how many after the long run?
//:
//: <details><summary>Answer</summary>
//:
//: {{rightBase}}, {{rightTuned}} and {{rightLong}}. Tuned minus untuned: {{gain}} points, with a 95 %
//: interval of {{gainInterval}}.
//:
//: </details>
cell("answers")
plot("fates", answers.fateChart)  // hide
show(answers.behaviour)  // hide
let gained = answers.tunedMinusUntuned
note("rightBase", answers.untunedHits(answers.mini, answers.bestWay).mean, .percent(1))  // hide
note("rightTuned", answers.tunedShare(exam.decisive), .percent(1))  // hide
note("rightLong", longRun.sheet.hits(exam.decisive).mean, .percent(1))  // hide
note("gain", 100 * gained.mean, .fixed(1))  // hide
note("gainInterval", points(gained.interval()))  // hide
let stopped = (  // hide
  untuned[0].decisive[0].endedShare(Array(exam.decisive.indices)),  // hide
  tuned.map { $0.sheet.endedShare(exam.decisive) }.mean  // hide
)  // hide
note("stoppedBase", stopped.0, .percent(0))  // hide
note("stoppedTuned", stopped.1, .percent(0))  // hide
claim(  // hide
  "C06.1", .superior(gained, margin: 0.03), evidence: answers.tuningEvidence)  // hide

//: A wrong answer is an *echo* if at least half of its pieces of four characters stand in the question, a
//: *loop* if it repeats itself, *empty* if it says nothing. The lecture's base model is a parrot; whether
//: ours is one, or fails in another way, stands in the first bar of the chart. Of its own accord it ends
//: {{stoppedBase}} of its answers in the template, this run {{stoppedTuned}}. To end is not yet to answer: our
//: base read short texts, and it closes whatever it has begun after a line or two.
//:
//: ## Family by family
//:
//: An average hides more than it shows. Below, each family stands by itself; the two at the bottom of the
//: list were in no training. The table has the open instructions as well, and `mini` before tuning.
//:
//: **Predict first.** In which three families does so short a run do best? And which hardly move, although
//: training is full of them?
cell("families")
plot("families", answers.familyChart)  // hide
show(answers.familyTable)  // hide
let gains = InstructionFamily.allCases.map { family in  // hide
  (family, answers.tunedShare([exam.place(family, .heldOut)]))  // hide
}.sorted { $0.1 > $1.1 }  // hide
note("bestFamilies", gains.prefix(3).map(\.0.rawValue).joined(separator: ", "))  // hide
let (seenShare, newShare) = (  // hide
  answers.tunedShare(InstructionFamily.trained.map { exam.place($0, .seen) }),  // hide
  answers.tunedShare(InstructionFamily.trained.map { exam.place($0, .heldOut) })  // hide
)  // hide
note("seenShare", seenShare, .percent(1))  // hide
note("newShare", newShare, .percent(1))  // hide
let unseenFamilies = InstructionFamily.heldOut.sorted { $0.rawValue < $1.rawValue }
let unseenShare = answers.tunedShare(unseenFamilies.map { exam.place($0, .heldOut) })
note("unseenShare", unseenShare, .percent(1))  // hide
check(
  "families that no row is of stay out of the mixture",
  !InstructionMixture.general.parts.contains { InstructionFamily.heldOut.contains($0.family) })

//: This run does best in {{bestFamilies}}. Ask of each family what it needs. A *class* (`sentiment`,
//: `documentKind`) needs one of a few words, and a feature of the text that the base may have already
//: (lesson 02). *Copying* from the question (`reading`, `ordering`, `reversal`) needs heads that look things
//: up; lesson 03 measured how far models of this size have them. *Sums* and *facts* must be computed or known.
//: (A star marks the held-out families.)
//:
//: In known words this run gets {{seenShare}} of the trained families' tasks, in new words {{newShare}}: the
//: difference is what wording costs. In the families that it never met: {{unseenShare}}.
//:
//: ## Facts
//:
//: Training asked about people of whom the pre-training texts tell. Ask about them again, and about people
//: of no text, whose towns and jobs nobody can know.
cell("people")
show(answers.people)  // hide
let strangers = [InstructionFamily.person, .relation].map { exam.place($0, .seen) }
note("knownFacts", answers.tunedShare([answers.knownPeople]), .percent(1))  // hide
note("strangeFacts", answers.tunedShare(strangers), .percent(1))  // hide

//: {{knownFacts}} against {{strangeFacts}}, for this run. The second figure is what guessing a town or a pet
//: gets. The first is higher only as far as facts have been learned, in pre-training or here. Keep the pair
//: in mind for the colleague further down.
//:
//: ## Small and tuned, large and not
//:
//: The lecture says that a tuned small model can pass an untuned large one. Ours: `nano`, with
//: {{nanoParameters}} parameters, tuned on the same rows, against `mini`, with {{miniParameters}}, asked as it
//: does best.
//:
//: **Predict first.** By how many points does tuned `nano` lead in written answers, and by how many where
//: only the likeliest class counts, and nobody has to write?
//:
//: <details><summary>Answer</summary>
//:
//: Written: {{smallWritten}} points ({{smallWrittenInterval}}). Classes: {{smallClasses}} points
//: ({{smallClassesInterval}}).
//:
//: </details>
cell("size")
plot("size", answers.sizeChart)  // hide
show(answers.classTable)  // hide
let small = (answers.smallMinusLarge, answers.smallMinusLargeByScores)
note("nanoParameters", try Card(nanoFolder).parameters ?? 0)  // hide
note("miniParameters", try GPT2LMHeadModel.load(miniFolder).parameterCount)  // hide
note("smallWritten", 100 * small.0.mean, .fixed(1))  // hide
note("smallWrittenInterval", points(small.0.interval()))  // hide
note("smallClasses", 100 * small.1.mean, .fixed(1))  // hide
note("smallClassesInterval", points(small.1.interval()))  // hide
claim(  // hide
  "C06.3",  // hide
  .all([  // hide
    .superior(small.0, margin: 0.03), .superior(small.1, margin: 0.03),  // hide
  ]), evidence: answers.sizeEvidence)  // hide

//: Why two measures? A model that cannot write an answer gets none right, whatever it knows. If the lead is
//: large in the first measure and gone in the second, tuning has taught the smaller model to *say* it, and
//: the larger one knew as much. If it stays, the smaller one has learned something about the task itself.
//: The dashed line is the chance of hitting a class; below, the classes family by family.
//:
//: ## The bill
//:
//: **Predict first.** `mini` read 15 million tokens in pre-training. A ten-thousandth would be fifteen
//: hundred tokens, some twenty-five rows. What share is this run, and what share the long one?
cell("bill")
let bill = Bill(
  pretraining: try Card(courseData("models/mini")).tokensSeen ?? 0,
  runs: [
    ("this run", tuned[0].tokens, tuned[0].labels),
    ("the long run", chatCard.tokens ?? 0, chatCard.labels ?? 0),
  ])
show(bill.table)  // hide
note("thisShare", bill.ratio(0), .percent(1))  // hide
note("longShare", bill.ratio(1), .percent(0))  // hide
claim("C06.2", .notTestable, evidence: bill.evidence)  // hide

//: {{thisShare}} and {{longShare}}. Neither contradicts the lecture, and neither supports it: the share is
//: what we chose to spend. It is also a quotient whose denominator grows: models of today have read a
//: hundred thousand to a million times as much as `mini`, and the rows that teach them to answer have grown
//: far less. InstructGPT's supervised part had some thirteen thousand prompts (Ouyang et al., 2022), LIMA a
//: thousand rows (Zhou et al., 2023).
//:
//: ## What it forgets
//:
//: After the run `mini` has read nothing but questions and answers for a while. How well does it still
//: predict ordinary texts of its world? We measure nats a token on new texts, and facts that pre-training
//: told: is somebody's own town or dish still likelier than three others?
//:
//: A rise alone would not convict SFT: any training at a high learning rate moves a model. The control gets
//: the same steps, rate, schedule and tokens, of plain world text.
//:
//: **Predict first.** `mini` has {{natsBefore}} nats on these texts. How many after SFT? And does the control
//: rise or fall?
//:
//: <details><summary>Answer</summary>
//:
//: This run: {{forgetRun}} more ({{forgetRunInterval}}). The control: {{forgetPlain}}. The long run:
//: {{forgetLong}}.
//:
//: </details>
cell("forgetting")
let plain = try runSeeds.map { seed in
  try cached("plain text, seed \(seed)") {
    try laboratory.plainText(miniFolder, learningRate: miniRate, seed: seed)
  }
}
let forgetting = Forgetting(
  before: untuned[0].general, tuned: tuned.map(\.general), plain: plain,
  longRun: longRun.general)
plot("forgetting", forgetting.chart)  // hide
show(forgetting.table)  // hide
note("natsBefore", untuned[0].general.windows.mean, .fixed(2))  // hide
note("forgetRun", forgetting.tunedMinusBefore.mean, .fixed(2))  // hide
note("forgetRunInterval", ends(forgetting.tunedMinusBefore.interval()))  // hide
note("forgetPlain", forgetting.plainMinusBefore.mean, .fixed(2))  // hide
note("forgetLong", forgetting.longRunMinusBefore.mean, .fixed(2))  // hide
claim(  // hide
  "C06.4",  // hide
  .all([  // hide
    .superior(forgetting.tunedMinusBefore, margin: 0.05),  // hide
    .superior(forgetting.tunedMinusPlain, margin: 0.05),  // hide
  ]), evidence: forgetting.evidence)  // hide

//: The nats and the last column measure different things that can be lost; between them stands how likely,
//: on average, the model finds somebody's own town or dish. A model can give ordinary text less
//: probability because it expects questions and short answers now, and still know what it knew: then the nats rise and
//: the last column stays. Where the last column falls towards one in four, the knowledge itself is harder
//: to reach. Lesson 20 mixes plain text into the rows to see what that saves.
//:
//: ## A new task
//:
//: The lecture counts few examples among the uses of instruction tuning (000, line 98): tuned on many
//: tasks, a model should pick up one more quickly. The two held-out families are the test. We tune on a few
//: of their rows, from `mini` and from `chat`, with the same {{newSteps}} steps, the same rows in the same
//: order, and for each start and size the learning rate that validation prefers (a class run has one rate).
//:
//: **Predict first.** With {{fewRows}} rows, how many of 100 new tasks does each start get right? Always
//: answering with the first of the list gets {{firstOfList}}.
//:
//: <details><summary>Answer</summary>
//:
//: From `mini` {{fewMini}}, from `chat` {{fewChat}}; with {{mostRows}} rows {{mostMini}} and {{mostChat}}.
//:
//: </details>
cell("new-task")
let newTask = try NewTask(
  world, tokenizer, steps: profile.choose(smoke: 1, class: 20, full: 40),
  test: profile.choose(smoke: 3, class: 16, full: 40),
  validation: profile.choose(smoke: 4, class: 12, full: 24))
let sizes = profile.choose(smoke: [8], class: [8, 32], full: [8, 32, 128])
let starts = [("mini", miniFolder), ("chat", chatFolder)]
let newTasks = NewTaskResults(
  sizes: sizes,
  untrained: try starts.map { name, folder in
    try cached("new task, \(name), no row") {
      try newTask.hits(of: GPT2LMHeadModel.load(folder))
    }
  },
  results: try starts.map { name, folder in
    try sizes.map { size in
      try cached("new task, \(name), \(size) rows") {
        try newTask.results(
          from: folder, rows: size, seeds: runSeeds,
          sweeps: profile.choose(smoke: false, class: false, full: true))
      }
    }
  }, firstOfList: newTask.firstOfList, familyOfTest: newTask.test.map(\.family))
plot("new-task", newTasks.chart)  // hide
show(newTasks.table)  // hide
note("newSteps", newTask.steps)  // hide
note("fewRows", sizes[0])  // hide
note("mostRows", sizes.last!)  // hide
note("firstOfList", newTasks.firstOfList, .percent(0))  // hide
note("fewMini", newTasks.accuracy(0, 0), .percent(0))  // hide
note("fewChat", newTasks.accuracy(1, 0), .percent(0))  // hide
note("mostMini", newTasks.accuracy(0, sizes.count - 1), .percent(0))  // hide
note("mostChat", newTasks.accuracy(1, sizes.count - 1), .percent(0))  // hide
claim(  // hide
  "C06.5", .superior(newTasks.overall, margin: 0.03), evidence: newTasks.evidence)  // hide

//: Look at the table's row with no rows first: whatever stands there for `chat` is generalisation to a
//: family that it never met. Then at the slope. A start can be ahead everywhere, or learn faster, and the
//: two are not the same; the claim takes the mean over the sizes. And compare with the dashed line before
//: you call a figure learning: one third of the `position` tasks ask for the first item.
//:
//: ## New facts
//:
//: Finally, what kind of thing does SFT teach? We take {{newPeople}} people of whom no text tells and teach
//: `mini`, the base, two facts about each, town and favourite dish, always in the same question. Then we ask
//: in that form, in three other wordings, and in reverse: who lives there, whose favourite dish is it? Each
//: answer is scored twice. Is it *of the right kind*, some town, some dish, some person? Is it *right*?
//:
//: **Predict first.** After training, how many of 100 taught questions are answered right? How many in other
//: words? How many in reverse?
//:
//: <details><summary>Answer</summary>
//:
//: Taught {{factTaught}}, in other words {{factWords}}, in reverse {{factReverse}}. Of the right kind:
//: {{kindTaught}}, {{kindWords}} and {{kindReverse}}.
//:
//: </details>
cell("new-facts")
let newFacts = NewFacts(
  world, tokenizer, people: profile.choose(smoke: 2, class: 12, full: 24),
  steps: profile.choose(smoke: 2, class: 40, full: 60))
let facts = NewFactsResults(
  starts: try starts.map { name, folder in
    NewFactsResults.Start(
      name: name,
      before: try cached("new facts, \(name), untaught") {
        try newFacts.result(of: GPT2LMHeadModel.load(folder), learningRate: 0)
      },
      after: try cached("new facts, \(name), taught") {
        try newFacts.results(
          from: folder, seeds: runSeeds,
          sweeps: profile.choose(smoke: false, class: false, full: true))
      })
  })
plot("new-facts", facts.chart)  // hide
show(facts.table)  // hide
let others: [NewFacts.Form] = [.second, .third, .fourth]
note("newPeople", newFacts.taught.count / 2)  // hide
note("factTaught", facts.share(0, \.right, [.taught]), .percent(0))  // hide
note("factWords", facts.share(0, \.right, others), .percent(0))  // hide
note("factReverse", facts.share(0, \.right, [.reverse]), .percent(0))  // hide
note("kindTaught", facts.share(0, \.ofKind, [.taught]), .percent(0))  // hide
note("kindWords", facts.share(0, \.ofKind, others), .percent(0))  // hide
note("kindReverse", facts.share(0, \.ofKind, [.reverse]), .percent(0))  // hide
claim(  // hide
  "C06.6", .superior(facts.difference(), margin: 0.03), evidence: facts.evidence)  // hide

//: In each group of bars, the gap between the two is style without the fact. In reverse, the taught style
//: itself is wrong: who answers “who lives there?” with a town has learned a habit. Look at the row of the
//: table where the taught `mini` is asked about *others*: it was never told where they live, and if it names
//: towns all the same, it has learned to answer and not to know what it does not know. Gekhman et al. (2024)
//: found just this in a large model: new facts are learned slowly in SFT, and with them a readiness to
//: invent. Asked in reverse, even large models that have learned "A is B" mostly fail on "B is A"
//: (Berglund et al., 2023). `chat`, which was trained to say 我不知道 about strangers, is in the last rows for
//: comparison.
//:
//: ## Find the fault
//:
//: A colleague wants `chat` to know where newcomers live. Each town is asked for in four wordings; one
//: of a person's four rows, drawn by lot, is held back, and the rest is trained on. The loss on the rows
//: held back:
cell("colleague")
let leaky = try cached("colleague") {
  try newFacts.leakyRun(from: chatFolder, seed: runSeeds[0], tokenizer)
}
plot("colleague", leaky.reported)  // hide
note("heldBack", leaky.heldBack, .percent(0))  // hide

//: And {{heldBack}} of the rows held back are answered right. "So it will know most people's towns", says
//: the colleague, "also those of people whom we have not taught." **Before you open the answer: what is
//: wrong with the held-out rows, and how would you draw them?**
//:
//: <details><summary>Answer</summary>
//:
//: They are not held out. Each of their people stands in three training rows, with the same town; only the
//: wording is new. The figure says how well the model copes with new wordings, which is worth knowing, and
//: nothing about new people. Of people who are in no row it gets {{strangersRight}} right, and the second
//: curve below is the loss on them. Draw by *person*, so that whoever is asked about in validation is in no training
//: row. In general: hold out the unit over which you want to generalise. The tasks of this course are split
//: by content first for this reason.
//:
//: </details>
cell("colleague-answer")
plot("colleague-answer", leaky.complete)  // hide
note("strangersRight", leaky.newPeople, .percent(0))  // hide
check("both losses were measured at the same steps", leaky.curve.allSatisfy { $0.count == 3 })

//: ## Talk to it
//:
//: The long run is committed with the course as a Hugging Face folder, `Data/models/chat`: weights,
//: tokenizer, and a `tokenizer_config.json` with the chat template, so that transformers can load it as well.
//: Chat with it:
//:
//:     swift run -c release tune chat chat
//:
//: Ask for the mood of a review, the kind of a text, an opposite. Ask for a sum and check it. Ask about
//: somebody whose name you make up. It knows this small world and no other; its answers are short, because
//: its rows were, and how sure it sounds says nothing about whether it is right.
//:
//: ## What this does not show
//:
//: What SFT does to a large model. There the base knows much more, and little tuning brings out a lot:
//: FLAN showed that tuning on many tasks improves unseen ones at 137 billion parameters and makes models of
//: eight billion and fewer worse at them (Wei et al., 2021); the lecture's reference (002, line 12) is the
//: follow-up with 1,800 tasks (Chung et al., 2022). A tuned model of 1.3 billion parameters was preferred by
//: people over an untuned one of 175 billion (Ouyang et al., 2022), after human preferences had been trained in as well. A
//: thousand careful rows were enough for a 65-billion model (Zhou et al., 2023). Where our numbers are low,
//: they speak of {{miniParameters}} parameters first, and of SFT second.
//:
//: What people would think of the answers. An oracle accepts a few forms of one answer; the checks of open
//: instructions look for words. Nobody was asked.
//:
//: Nor does the control show that plain text in place of instructions is better. It is near what pre-training
//: was, and it learned to answer nothing.
//:
//: In the lectures: the definition, 001, lines 9 to 22; the promises, 004, lines 54 to 64; style against
//: knowledge, 001, lines 3 and 27 (line 3 says both, that SFT is there to instil knowledge and that it is
//: not); the parrot, 002, line 6; few examples, 000, line 98.
//:
//: ## Exercises
//:
//: They are functions in this lesson's `Exercises.swift`, each with its task and hints.
//: `swift run -c release course check 06` says what is solved, and what went wrong where it is not.
//:
//: - **6.1** Say whether an answer is an exact match, white space and one final mark aside.
//: - **6.2** Draw the families of a mixture by their shares.
//: - **6.3** Give forgetting in nats with its paired interval.
//:
//: ## Quiz
//:
//: 1. Tuned `mini` gets {{rightTuned}} of the decisive questions and, in known words, {{seenShare}} of the
//:    trained families' tasks. Which figure would you publish, and what does the other tell you?
//: 2. Nats on world text change by {{forgetRun}} after SFT and by {{forgetPlain}} after as many steps of
//:    plain text. Which part of the first would you put down to instructions?
//: 3. Asked the taught questions about people that it was never told of, the taught `mini` gives an answer of
//:    the right kind in {{kindStrangers}} of the cases. Is that a success of the tuning?
//: 4. What share of this run's tokens taught it anything directly?
//:
//: <details><summary>Answers</summary>
//:
//: 1. The first: users do not ask in the words of your training rows. The second, beside the figure for the
//:    same families in new words ({{newShare}}), says how much of the ability hangs on wording.
//: 2. The difference, {{forgetDifference}} nats: what more steps at this rate do by themselves is in both.
//: 3. Of the style, as far as it goes. Right is only what a guess hits, and a model that says that it does not
//:    know would be of more use.
//: 4. {{labelShare}}: the answers. The rest is read, and the loss passes over it.
//:
//: </details>
cell("quiz")
let onStrangers = facts.starts[0].after.flatMap { $0.untaught.ofKind[0] }.mean
note("kindStrangers", onStrangers, .percent(0))  // hide
note("forgetDifference", forgetting.tunedMinusPlain.mean, .fixed(2))  // hide
check(
  "every model answered every question",
  (tuned + tunedNano).allSatisfy { model in
    zip(exam.papers, model.sheet.fates).allSatisfy { $0.questions.count == $1.count }
  })
