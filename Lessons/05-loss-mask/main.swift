//: # 05 · The loss mask
//:
//: A row of instruction data is one text: a question, then its answer. Training on it is
//: pre-training all over again, the next token from those before it, and only one thing is left to
//: decide: **which tokens count?** The lectures disagree. One treats the row like any other text and
//: trains on the whole of it (000, line 147). Two count the answer alone and hide the instruction
//: behind `ignore_index` (001, line 22; 004, line 75).
//:
//: The mask is a list of numbers that nobody ever looks at. A mistake in it raises no error, the
//: loss falls all the same, and the model is worse, or only seems so. We train the same model on the
//: same rows under seven masks: three that people use, four that people make by mistake. At the end
//: four colleagues bring their curves, and you say what each of them did wrong.

import Course

cell("setup")
let plan = Plan(
  seeds: seeds(profile.choose(smoke: 1, class: 1, full: 5)),
  bugSeeds: seeds(profile.choose(smoke: 1, class: 1, full: 3)),
  sweeps: profile.choose(smoke: false, class: false, full: true),
  steps: profile.choose(smoke: 3, class: 150, full: 240), batchTokens: 1024)
setup(
  fixed: [
    "the model nano and the template roles", "rows, their order, steps and batches",
    "the answers' part of every loss", "greedy decoding",
  ],
  varies: [
    "which tokens count, and how much", "how long the answers are",
    "the learning rate: each mask has its own, chosen on validation",
    "the seed of rows and order",
  ],
  budget: "as many steps of 1,024 tokens for every mask, AdamW, warm-up, cosine; no clipping")
hardware("OpenBLAS core", MatrixProduct.coreName)  // hide

//: ## One question, three lengths
//:
//: A mask matters more, one should think, where prompts are long and answers are short. So the length
//: of the answer has to vary while what is asked stays the same. We take three families of questions
//: from the course's instruction corpus whose answer is a class: is a review praise or complaint, what
//: is it about, what kind of text is this? Each is asked in three forms: for a *word*, for a
//: *sentence*, for a *record* in JSON. In each form exactly one word has to be found out; the rest is
//: always the same.
//:
//: There are {{testCount}} questions for the test and {{validationCount}} for validation. Their texts
//: are about people, phrases and things that no training row is about, and each text is asked about in
//: one form only. In the first seed's training, {{trainCount}} questions are read, once each.
cell("questions")
let world = try ClosedWorld.load(seed: 1)
_ = courseData("world")  // hide
_ = courseData("instructions")  // hide
let instructions = try Instructions(of: world)
let template = try InstructionTemplate.named("roles")
let (testEach, validationEach, trainEach) = profile.choose(
  smoke: (2, 1, 10), class: (20, 6, 240), full: (32, 10, 400))
let workshop = try Workshop(
  courseData("models/nano"), template, plan,
  validation: Question.all(instructions, each: validationEach, .validation, seed: 1),
  test: Question.all(instructions, each: testEach, .heldOut, seed: 1),
  training: { try Question.all(instructions, each: trainEach, .train, seed: $0) })
show(workshop.lengths)  // hide
let training = try workshop.trainingQuestions(plan.seeds[0])
note("testCount", workshop.test.count)  // hide
note("validationCount", workshop.validation.count)  // hide
note("trainCount", try workshop.rowCount(plan.seeds[0]))  // hide
check(
  "no test text is learned from",
  Set(workshop.test.map(\.text)).isDisjoint(with: training.map(\.text)))

//: ## Which tokens count
//:
//: A row is put together from segments: the template's own words (*frame*), what the *user* says,
//: what the *assistant* answers, and the *end* token. The mask is made from these segments and never
//: by searching for tokens, since the same token may stand in a question and in an answer.
//:
//: A *label* is what the model should say at that place. Where a token does not count, its label is
//: −100, the `ignore_index` of the lecture; below it is a dash. The end token belongs to the answer:
//: that one should stop is part of what is taught.
//:
//: **Predict first.** Our shortest answers are words. Of 100 tokens that count under *everything*, how
//: many belong to answers, over the training rows of all three forms?
//:
//: <details><summary>Answer</summary>
//:
//: {{answerShare}}. For the form *word* alone it is {{answerShareWord}}. The rest teaches the model to
//: write questions.
//:
//: </details>
cell("masks")
let longest = training.max { $0.text.count < $1.text.count }!
let shown = try ShownRow(template, workshop.tokenizer, neighbour: longest.example)
show(try shown.labels("Three masks: the end of a row", MaskArm.sound))  // hide
let shares = try workshop.answerShares(training)
note("answerShare", shares.all, .percent(0))  // hide
note("answerShareWord", shares.word, .percent(0))  // hide

//: Labels stand at the places of their tokens, and what predicts a token is the place *before* it. The
//: loss moves the labels by one, so whoever makes the rows must not move them as well. In transformers,
//: too, `labels` is a copy of `input_ids` with some −100, and the model shifts. The first token of a row
//: is predicted by nothing, whatever its label.
//:
//: ## The only difference
//:
//: The lecture says that the difference from pre-training lies in the loss and nowhere else (001, line
//: 22). If so, a mask adds no mathematics: take the losses that pre-training would compute, token by
//: token, and average over fewer of them.
//:
//: **Predict first.** In how many decimals will the loss under *everything* agree with the loss of
//: pre-training on the same tokens?
//:
//: <details><summary>Answer</summary>
//:
//: {{sameEverything}} against {{samePretraining}}. The table has the other masks and the gradient: that
//: of everything is the answers' and the prompts', weighed by how many labels each has, here
//: {{sameAnswers}} and {{samePrompts}}.
//:
//: </details>
cell("same-loss")
let base = try workshop.base()
let same = try SameLoss(
  base, training.prefix(12).map(\.example), template, workshop.tokenizer)
show(same.table)  // hide
check("a mask only chooses among the losses of pre-training", same.holds)
note("sameEverything", same.everything, .fixed(6))  // hide
note("samePretraining", same.pretraining, .fixed(6))  // hide
note("sameAnswers", same.answerCount)  // hide
note("samePrompts", same.promptCount)  // hide
claim(  // hide
  "C05.2", .exact(same.holds),  // hide
  evidence: [  // hide
    .init("everything less pre-training", .scientific(same.everything - same.pretraining)),  // hide
    .init(  // hide
      "answers, relative difference",  // hide
      .scientific(SameLoss.relative(same.answers, same.answersByHand))),  // hide
    .init(  // hide
      "prompt 0.1, relative difference",  // hide
      .scientific(SameLoss.relative(same.weighted, same.weightedByHand))),  // hide
    .init("gradient, relative difference", .scientific(same.gradientError)),  // hide
  ])  // hide

//: What is left of "pre-training" is the cut: there, texts run on from window to window; here, each row
//: sees itself alone. That is a choice of batches and not of the loss.
//:
//: ## A fair comparison
//:
//: A trainer divides the sum of the losses by the number of labels that count. Under *everything* that
//: number is larger, and each answer token would weigh less than under *answers only*. We divide by
//: the number $A$ of *answer* tokens in the batch, whatever the mask:
//:
//: $$ L = \frac{1}{A} \sum_i w_i \, \ell_i $$
//:
//: So the answers' part of the gradient is the same for every mask, and what differs is only what the
//: mask adds to it or takes away. AdamW divides each gradient by its own recent size, so that a constant
//: factor would hardly matter to it; clipping would not be so blind and would bite hardest where most is
//: added, so nothing is clipped. And since a good rate for one mask may be a bad one for another, each
//: chooses its own from one grid, by the nats of the validation answers' *words*. The end token is left
//: out of this choice, because one of the bugs leaves it out of the training. (A class run
//: skips the sweep. It takes 4e-3 for *everything* and 2e-3 for the rest, as first trials with *everything*
//: and *answers only* suggested.)
//:
//: Seeds in this run: {{seedCount}} for the three masks and *end ignored*, which decide claims, and
//: {{bugSeedCount}} for the other mistakes.
cell("train")
var arms: [MaskArm: ArmResult] = [:]
for arm in MaskArm.allCases {
  arms[arm] = try workshop.result(arm, shown: shown.row)
}
let findings = Findings(
  workshop.test, arms: arms,
  untuned: try cached("untuned") { try workshop.answered(base, shown: shown.row) },
  training: training)
show(findings.rateTable)  // hide
note("seedCount", plan.seeds.count)  // hide
note("bugSeedCount", plan.bugSeeds.count)  // hide
check(
  "every mask reads the same tokens, padding aside",
  MaskArm.allCases.allSatisfy { arm in
    arm == .paddingCounted
      || arms[arm]!.runs[0].steps.map(\.tokens) == arms[.answers]!.runs[0].steps.map(\.tokens)
  })

//: Two things to look for in a table like this. Does the best rate differ from mask to mask? Then one rate
//: for all would have favoured somebody. Does a mask choose the first or the last rate of the grid? Then
//: look at the rate beside it: if the two are close, little is lost beyond the edge; if not, the grid is
//: too narrow for that mask.
//:
//: ## Curves that cannot be compared
//:
//: First the curve that every trainer prints, for the three masks that people use.
//:
//: **Predict first.** At the end of training, what loss do *answers only* and *everything* report, in
//: nats? And on the *same* validation answers, which of the two is lower, and by what factor?
//:
//: <details><summary>Answer</summary>
//:
//: Reported: {{reportedAnswers}} and {{reportedEverything}}, prompt 0.1 has {{reportedWeighted}}. On the
//: same answers: {{natsAnswers}} and {{natsEverything}}, prompt 0.1 has {{natsWeighted}}.
//:
//: </details>
cell("curves")
let soundLines = MaskArm.sound.map { (name: $0.rawValue, arm: $0) }
plot("reported", findings.reportedLosses("What the trainer prints", soundLines))  // hide
plot("answer-nats", findings.answerLosses("The same validation answers", soundLines))  // hide
note("reportedAnswers", findings.lastReported(.answers), .fixed(2))  // hide
note("reportedEverything", findings.lastReported(.everything), .fixed(2))  // hide
note("reportedWeighted", findings.lastReported(.weighted), .fixed(2))  // hide
note("natsAnswers", findings.lastNats(.answers), .fixed(3))  // hide
note("natsEverything", findings.lastNats(.everything), .fixed(3))  // hide
note("natsWeighted", findings.lastNats(.weighted), .fixed(3))  // hide

//: Look at the heights in the first chart: they say which *tokens* are hard, not which *model* is good.
//: A new review is hard to foresee; that an answer begins as all answers of its form do is easy. The
//: second chart asks all three models about the same tokens. Only there may you compare.
//:
//: > **Misconception.** "The lower the training loss, the better the mask." Losses over different
//: > tokens are different quantities, as marks in different exams are. You could lower the reported loss
//: > at once by counting something easy, without training better; two of the bugs below do just that.
//:
//: ## Who answers better
//:
//: Now the models write. An answer is right if it is the expected one to the letter, one final mark
//: aside. *Untuned* is `nano` before training, with the same template. *Majority* always gives the most
//: frequent training answer to a question of that family and form: for two classes it is right half
//: the time.
//:
//: **Predict first.** Of 100 questions in each form, how many does *answers only* get right, and how
//: many does *everything*?
//:
//: <details><summary>Answer</summary>
//:
//: For a word {{wordAnswers}} and {{wordEverything}}, for a sentence {{sentenceAnswers}} and
//: {{sentenceEverything}}, for a record {{recordAnswers}} and {{recordEverything}}. The majority has
//: {{majority}} over all.
//:
//: </details>
cell("exact")
plot("exact", findings.exactChart)  // hide
show(findings.table)  // hide
let gain = findings.difference(.answers, .everything, .right)
for form in AnswerForm.allCases {  // hide
  note("\(form.rawValue)Answers", findings.mean(.answers, .right, form), .percent(0))  // hide
  note("\(form.rawValue)Everything", findings.mean(.everything, .right, form), .percent(0))  // hide
}  // hide
note("majority", findings.majority().mean, .percent(0))  // hide
note("gain", 100 * gain.mean, .fixed(1))  // hide
note("gainInterval", points(gain.interval()))  // hide
claim("C05.1", .superior(gain, margin: 0.03), evidence: findings.answersEvidence)  // hide

//: Compare every bar with *majority* first: what lies below it has learnt the form at most. Then compare
//: neighbours; the whiskers are 95 % intervals over questions, and in a full run over seeds as well.
//: Over all forms *answers only* has {{gain}} points more than *everything*, with an interval of
//: {{gainInterval}}. In the table, set *exactly right* beside *begins right*: where the second is larger,
//: the answer was known and something was written after it. *Tokens written* tells whether the forms are
//: kept apart: who gives a record for a word writes too much.
//:
//: ## Long prompts, short answers
//:
//: *Everything* spends most of its labels on reviews that nobody will ask it to write. Is that wasted,
//: harmful, or even of use? A weight between 0 and 1 for the prompt is the middle way: OpenAI's first
//: fine-tuning service had it as `prompt_loss_weight`, by default 0.01. Ours is 0.1.
//:
//: **Predict first.** In which form is the gain of *answers only* over *everything* largest, and how
//: many points is it there?
//:
//: <details><summary>Answer</summary>
//:
//: In the form *{{largestForm}}*: {{largestGain}} points. Over prompt 0.1 it is {{gainWeighted}} points in
//: all forms together, with an interval of {{gainWeightedInterval}}.
//:
//: </details>
cell("forms")
plot("gain", findings.gainChart)  // hide
let formGains = AnswerForm.allCases.map { form in
  (form: form, gain: findings.difference(.answers, .everything, .right, form).mean)
}
let largestGain = formGains.max { $0.gain < $1.gain }!  // hide
let overWeighted = findings.difference(.answers, .weighted, .right)  // hide
note("largestForm", .label(largestGain.form.rawValue))  // hide
note("largestGain", 100 * largestGain.gain, .fixed(1))  // hide
note("gainWeighted", 100 * overWeighted.mean, .fixed(1))  // hide
note("gainWeightedInterval", points(overWeighted.interval()))  // hide

//: Look at the zero line and at whether the bars fall from left to right, as the ratio of prompt to
//: answer does. If they do, it is the crowd of prompt tokens that hurts. If they do not, the length of
//: the answer mattered less than what it takes to find the word. And if prompt 0.1 lies near zero in all
//: forms, a small weight is harmless here, neither more nor less; a bar below zero says that it helped,
//: one above that it hurt. Beware of a class run: its whiskers
//: know the questions and not the seeds, and another seed may turn a bar round.
//:
//: Token by token: a row that no model was trained on, and how likely three of them find each of its
//: tokens after all tokens before it.
cell("token-view")
show(  // hide
  try shown.probabilities([  // hide
    ("untuned", findings.untuned.probabilities),  // hide
    ("answers only", arms[.answers]!.answered[0].probabilities),  // hide
    ("everything", arms[.everything]!.answered[0].probabilities),  // hide
  ]))  // hide

//: Read the frames first, 【USER】： and 【BOT】：. Who was trained on everything has learnt to *write* them
//: and the instruction between; who was trained on answers has seen them as often and was never asked
//: for them. Then read the answer and its end: there both were trained.
//:
//: ## Four mistakes
//:
//: Each of these is made again and again.
//:
//: - **Off by one.** Labels are moved by one place when they are made, and the model moves them again.
//: - **End ignored.** A model without a token for padding pads with its end token, and all labels that
//:   are the pad are set to −100; the true ends go with them. In transformers the collator for language
//:   modelling does so if `pad_token = eos_token`.
//: - **Padding counted.** The opposite: the batch is padded, and the padding keeps its labels.
//: - **Role counted.** The mask begins where 【BOT】： begins, and not where it ends.
cell("bugs")
show(try shown.labels("Four mistakes: the end of the same row", [.answers] + MaskArm.bugs))  // hide

//: A number is the weight of a label that is the token itself, a dash a label that is ignored, an arrow
//: a label that is another token. Find in each column what differs from the first. **Before you go on,
//: write down for each mistake: will the printed loss be higher or lower than it should be, and what
//: will the model do wrong?**
//:
//: ## Four colleagues
//:
//: Here they are, in an order that was drawn by lot, beside the sound run. None of them knows that
//: something is wrong: their loss falls. **Which letter made which mistake?** Use every exhibit; no
//: single one is enough.
cell("colleagues")
let colleagues = Colleagues(findings)
plot(  // hide
  "colleagues-reported",  // hide
  findings.reportedLosses("Colleagues: what they print", colleagues.lines))  // hide
plot(  // hide
  "colleagues-nats",  // hide
  findings.answerLosses("Colleagues: validation answers", colleagues.lines))  // hide
plot("colleagues-bars", colleagues.bars)  // hide
show(colleagues.samples(workshop.shownPlaces.map { workshop.test[$0] }))  // hide
for (letter, bug) in zip(Colleagues.letters, colleagues.bugs) {  // hide
  note("bug\(letter)", .label(bug.rawValue))  // hide
}  // hide
for (name, arm) in zip(["offByOne", "endIgnored", "padding", "role"], MaskArm.bugs) {  // hide
  note("\(name)Reported", findings.lastReported(arm), .fixed(3))  // hide
  note("\(name)Nats", findings.lastNats(arm), .fixed(3))  // hide
}  // hide
note("soundReported", findings.lastReported(.answers), .fixed(3))  // hide
note("soundNats", findings.lastNats(.answers), .fixed(3))  // hide
note("offByOneRight", findings.mean(.offByOne, .right), .percent(0))  // hide
note("endIgnoredStops", findings.mean(.endIgnored, .stops), .percent(0))  // hide
note("endIgnoredBegins", findings.mean(.endIgnored, .beginsRight), .percent(0))  // hide
note("endIgnoredRight", findings.mean(.endIgnored, .right), .percent(0))  // hide
note("paddingRight", findings.mean(.paddingCounted, .right), .percent(0))  // hide
note("roleRight", findings.mean(.roleCounted, .right), .percent(0))  // hide
note("soundRight", findings.mean(.answers, .right), .percent(0))  // hide
note("soundLabels", findings.labelsPerStep(.answers), .fixed(0))  // hide
note("paddingLabels", findings.labelsPerStep(.paddingCounted), .fixed(0))  // hide
note("roleLabels", findings.labelsPerStep(.roleCounted), .fixed(0))  // hide

//: <details><summary>Answer</summary>
//:
//: A: {{bugA}}. B: {{bugB}}. C: {{bugC}}. D: {{bugD}}. The sound run prints {{soundReported}} at its end,
//: has {{soundNats}} nats on the validation answers and {{soundRight}} right.
//:
//: **Off by one** prints {{offByOneReported}} and has {{offByOneNats}} on the same answers, {{offByOneRight}}
//: right. Its own task, the token after the next, can be learnt, so its printed curve looks healthy. Put
//: the two curves beside each other: a large gap between training loss and the loss of a sound evaluation
//: on the same kind of rows is the sign. It was taught to skip: after 【BOT】： it writes what should come
//: second.
//:
//: **End ignored** prints {{endIgnoredReported}} and has {{endIgnoredNats}} on the same answers, ends
//: included; {{endIgnoredStops}} of its answers end by themselves, {{endIgnoredBegins}} begin right, and
//: {{endIgnoredRight}} are right. The sign is in the samples: a good beginning, and then it goes on until
//: there is no room.
//:
//: **Padding counted** prints {{paddingReported}}, and **role counted** {{roleReported}}. Both add labels
//: that are soon learnt, and a mean over easy tokens is low. On the same answers they have {{paddingNats}}
//: and {{roleNats}} nats, {{paddingRight}} and {{roleRight}} right: compare these with the sound run before
//: you call them harmful. Who tells the two apart counts labels: {{soundLabels}} a step in the sound run,
//: {{roleLabels}} with roles, {{paddingLabels}} with padding. Padding also has to be computed.
//:
//: </details>
//:
//: The order of the hunt, for your own runs: look at five decoded rows with their labels; evaluate on
//: answers with a mask made by other code; let the model write ten answers and see whether they begin
//: well and whether they end. The curve that is printed comes last.
//:
//: ## It does not stop
//:
//: **Predict first.** Of 100 answers, how many does the model end itself when the end token never
//: counted? It has read {{steps}} steps of rows, each of which ends with that token.
//:
//: <details><summary>Answer</summary>
//:
//: {{endIgnoredStops}}, against {{soundStops}} of the sound run and {{untunedStops}} untuned.
//:
//: </details>
cell("stops")
plot("stops", findings.stopChart)  // hide
let stopping = findings.difference(.answers, .endIgnored, .stops)
note("steps", plan.steps)  // hide
note("parameters", base.parameterCount)  // hide
note("soundStops", findings.mean(.answers, .stops), .percent(0))  // hide
note("untunedStops", findings.untuned(.stops).mean, .percent(0))  // hide
claim("C05.3", .superior(stopping, margin: 0.5), evidence: findings.stopEvidence)  // hide

//: Seeing a token is not being asked for it. Whatever stopping is left comes from elsewhere: `nano` knew
//: from pre-training that texts end. It is also why the untuned model's bar need not be zero; and a bar
//: near 100% is no virtue by itself. Whoever says nothing stops too: the table above has the number of
//: tokens that each model wrote.
//:
//: ## Several turns
//:
//: A conversation has several answers. One can count all of them in one pass, or only the last, or cut
//: the conversation into a row for each answer. The lecture calls the first efficient (004, line 79).
//:
//: **Predict first.** Three turns about as long as each other: how many times as many tokens do three
//: rows cost as one?
//:
//: <details><summary>Answer</summary>
//:
//: {{turnRatio}} times, for the same labels. Counting the last answer alone leaves {{lastLabels}} of
//: {{allLabels}} labels unused, and their tokens are computed all the same.
//:
//: </details>
cell("turns")
let turns = try Conversation(Array(training.prefix(3)), template, workshop.tokenizer)
show(turns.table)  // hide
note("turnRatio", turns.ratio, .fixed(1))  // hide
note("lastLabels", turns.allLabels - turns.lastLabels)  // hide
note("allLabels", turns.allLabels)  // hide

//: That one masked pass gives the same gradient as a row for each answer, lesson 19 shows, with what has
//: to be watched so that it does.
//:
//: ## What this does not show
//:
//: Whether the mask matters for large models, many rows, or answers longer than their prompts. Ours are
//: short even as records, and all but one word of them is always the same. The rows are read once; who
//: passes over few rows many times over-fits, and there a loss on prompts can act as a regulariser. Shi
//: et al. (2024, "Instruction Tuning With Loss Over Instructions") found that counting the instruction
//: *helps* where instructions are long and answers short, and where rows are few. Huerta-Enochian and Ko
//: (2024, "Instruction Fine-Tuning: Does Prompt Loss Matter?") found that with short completions a small
//: weight did best on some benchmarks. Dettmers et al. (2023, QLoRA) found answers only better on MMLU. So
//: the question is open at scale. A model of {{parameters}} parameters in {{steps}} steps is short of
//: everything, and what it spends on learning to write reviews is missing elsewhere; one that writes them
//: well already is asked for little. Our verdict holds for this model, these rows and these steps.
//:
//: What people do: Stanford Alpaca's training script masks the prompt. TRL counts the completion alone
//: where rows are pairs of prompt and completion; for conversations it counts everything unless
//: `assistant_only_loss` is set.
//:
//: In the lectures: the whole row as ordinary text, 000, line 147; only what follows 【BOT】： and
//: `ignore_index`, 001, line 22; loss on the outputs only, 004, line 75; several turns in one pass, 004,
//: lines 78 and 79.
//:
//: ## Exercises
//:
//: They are functions in this lesson's `Exercises.swift`, each with its task and hints.
//: `swift run -c release course check 05` says what is solved, and what went wrong where it is not.
//:
//: - **5.1** Make the labels of a row from its segments.
//: - **5.2** Give the mean loss over the labels that count, from logits.
//: - **5.3** Cut a row that is too long without losing its label.
//:
//: ## Quiz
//:
//: 1. *Answers only* prints {{reportedAnswers}} and *everything* {{reportedEverything}}. A friend concludes
//:    that the lower one is the better model. What do you ask to see?
//: 2. Under *everything*, {{answerShare}} of the labels belong to answers. By what must the loss be
//:    divided so that an answer token weighs as much as under *answers only*?
//: 3. The sound run counts {{soundLabels}} labels a step. A colleague's log says {{paddingLabels}}. What
//:    do you suspect, and what will her loss look like?
//: 4. After tuning, {{endIgnoredStops}} of a model's answers end by themselves and {{endIgnoredBegins}} begin
//:    right. Which line of code do you look at?
//:
//: <details><summary>Answers</summary>
//:
//: 1. The loss of both on the same tokens, those of validation answers: {{natsAnswers}} and
//:    {{natsEverything}}; and what they write. The conclusion may be right; the reason is wrong.
//: 2. By the number of answer tokens in the batch, as here, and not by the number of its labels.
//: 3. That padding counts. Lower than the sound run's, {{paddingReported}} instead of {{soundReported}}, if
//:    pads are easy, as they are.
//: 4. The one that sets labels equal to the pad token to −100 where the pad is the end token.
//:
//: </details>
cell("quiz")
check(
  "every mask was tested on every question",
  MaskArm.allCases.allSatisfy { arm in
    arms[arm]!.answered.map(\.written.count)
      == plan.seeds(of: arm).map { _ in workshop.test.count }
  })
