//: # 03 · Examples in the prompt
//:
//: Nobody has told a base model what a task is. The lecture (002, line 6) describes a way around
//: that, an ability found as if by accident: write a few worked examples into the prompt, and the
//: model carries on in their manner, without any training. Sometimes the result is very good, it
//: says, and sometimes strange. To an open instruction the model does not listen at all: asked to
//: explain the moon landing to children, it repeats the request. **How much do examples help, what
//: in them helps, and what does a base model do with an instruction?**
//:
//: We measure it on `nano` and `mini`. They are very small, and this is an ability for which size
//: matters more than for any other in this course. What they can do and what they cannot is
//: therefore half of the answer; the other half is what others found with large models.

import Course

cell("setup")
let testCount = profile.choose(smoke: 12, class: 60, full: 360)
let validationCount = profile.choose(smoke: 12, class: 48, full: 120)
let counts = profile.choose(smoke: [2, 8], class: [1, 2, 4, 8], full: [1, 2, 4, 8])
let draws = seeds(profile.choose(smoke: 1, class: 2, full: 10))
let promptCount = profile.choose(smoke: 9, class: 9, full: 27)
setup(
  fixed: [
    "the weights: nothing is trained here",
    "the test reviews, from phrases that training never read",
    "greedy decoding, or temperature 0.8 with top-p 0.95",
  ],
  varies: [
    "how many examples stand in the prompt", "which ones, in which order, with whose answers",
    "the model: nano or mini",
  ],
  budget: "every prompt fits into 512 tokens; examples are reviews of the training split")
hardware("OpenBLAS core", MatrixProduct.coreName)

//: ## A prompt
//:
//: Two examples and a question. There is no command in it: the model reads a text in which reviews
//: and answers alternate, and all it ever does is guess what comes next.
cell("prompt")
let world = try ClosedWorld.load(seed: 1)
_ = courseData("world")  // hide
let nano = try Reader("nano", folder: courseData("models/nano"))
let mini = try Reader("mini", folder: modelFolder(or: "mini"))
let pool = mini.shotPool(world.reviews.labelled(600, .train, seed: 1).map { Row($0) })
let test = world.reviews.labelled(testCount, .heldOut, seed: 1).map { Row($0) }
let draw = ShotDraw(from: pool, words: world.words, seed: draws[0])
let asked = Verbaliser.all[2]
let prompt = mini.prompt(asked.format, draw.shots(2, .right, asked))
let query = try prompt.query(test[0].text, answerTokens: 2)
print(mini.tokenizer.decode((prompt.prefix + query).dropFirst()))
show(segmentTable(prompt, query))  // hide

//: Letting it write would leave us to guess what it means. So we ask for two numbers: how likely does
//: it find {{praiseAnswer}} as the next word, how likely {{complaintAnswer}}? The likelier one counts
//: as its answer. The review in question is {{truth}}.
//:
//: One of the two may be likelier whatever the review says, because the word is more frequent or stood
//: last. *Contextual calibration* (Zhao et al., 2021) asks the same prompt about an input that says
//: nothing, such as an empty one, and subtracts what comes out: $\ln p(y \mid x) - \ln p(y \mid
//: \varnothing)$, up to a constant.
cell("calibration")
let scores = try mini.scores(of: [test[0].text], asked, draw.shots(2, .right, asked))
show(scores.table(asked))  // hide
note("complaintAnswer", asked.answers[0][0])  // hide
note("praiseAnswer", asked.answers[1][0])  // hide
note("truth", .label(test[0].isPositive ? "praise" : "a complaint"))  // hide
check(
  "prompt and answer have the same tokens apart as together",
  Verbaliser.all.allSatisfy { one in
    let question = one.format.beforeInput + test[0].text + one.format.beforeAnswer
    return one.answers.joined().allSatisfy {
      mini.tokenizer.encode(question) + mini.tokenizer.encode($0)
        == mini.tokenizer.encode(question + $0)
    }
  })

//: ## How to ask
//:
//: The lecture's answers for this task are 积极 and 消极 (000, line 34). No text of this world calls a
//: review so. A base model can only be asked in words that it has seen in such a place; which ones to
//: take is called a *verbaliser*. We try {{verbalisers}} on {{validationCount}} validation reviews, with
//: none, two and eight examples, and take for each model the one that is right most often on average,
//: after calibration. The last two have six wordings for each answer and compare the mean of their
//: $\ln p$: what one phrase owes to chance, six can average out. The test reviews have no say in it.
//:
//: A column *in order* asks for less: of a praise and a complaint, how often does the first lean further to
//: praise, wherever the line between the two answers is drawn? Above one half there, with an accuracy at
//: one half, the model has noticed the mood, and the prompt has drawn the line in the wrong place.
cell("verbalisers")
let validation = world.reviews.labelled(validationCount, .validation, seed: 1).map { Row($0) }
let readers = [nano, mini]
let choice = VerbaliserChoice(
  trials: try readers.map { reader in
    try cached("verbalisers, \(reader.name)") {
      try Verbaliser.all.map { verbaliser in
        try draws.prefix(3).flatMap { seed in
          let draw = ShotDraw(from: pool, words: world.words, seed: seed &+ 1000)
          return try [0, 2, 8].map { count in
            try reader.scores(
              of: validation.map(\.text), verbaliser, draw.shots(count, .right, verbaliser))
          }
        }
      }
    }
  }, rows: validation)
let chosen = [choice.best(.nano), choice.best(.mini)]
show(choice.table)  // hide
note("verbalisers", Verbaliser.all.count)  // hide
note("validationCount", validationCount)  // hide
note("chosenNano", chosen[0].name)  // hide
note("chosenMini", chosen[1].name)  // hide

//: `nano` is asked with “{{chosenNano}}”, `mini` with “{{chosenMini}}”. Compare the columns: where
//: calibration changes much, the prompt alone had leant to one side.
//:
//: ## Reviews
//:
//: Now the test: {{testCount}} reviews of the world's held-out phrases, half of them praise, in
//: {{drawCount}} independent draws of the examples. Two controls ask *what* in the examples helps.
//: **Random answers**: the same reviews, but a coin is tossed for each answer. **Another task**: words
//: with their English in the same form, so that no review and no answer is ever shown.
//:
//: And one rival: a bag of words, logistic regression over character pairs, that is *trained* on the very
//: same examples, or on 128 of them.
//:
//: **Predict first.** Chance is 50%. How many of 100 reviews does `mini` get right without an example,
//: and with eight? And with eight whose answers were tossed?
//:
//: <details><summary>Answer</summary>
//:
//: {{zeroMini}}, {{eightMini}} and {{randomMini}}, calibrated. `nano`: {{zeroNano}}, {{eightNano}} and
//: {{randomNano}}. The bag of words gets {{bagEight}} from the same eight and {{bagMany}} from 128.
//:
//: </details>
cell("reviews")
let texts = test.map(\.text)
let shotDraws = draws.map { ShotDraw(from: pool, words: world.words, seed: $0) }
let reviews = ReviewResults(
  rows: test,
  without: try zip(readers, chosen).map { reader, verbaliser in
    try cached("no examples, \(reader.name)") { try reader.scores(of: texts, verbaliser) }
  },
  arms: try zip(readers, chosen).map { reader, verbaliser in
    try zip(draws, shotDraws).map { seed, draw in
      try cached("examples, \(reader.name), draw \(seed)") {
        try reader.arms(draw, counts: counts, verbaliser, texts)
      }
    }
  },
  bags: cached("bags of words") {
    bagAccuracies(shotDraws, counts: counts, pool: pool, validation: validation, test: test)
  })
plot("reviews-nano", reviews.chart(.nano, "Reviews, nano", counts: [0] + counts))  // hide
plot("reviews-mini", reviews.chart(.mini, "Reviews, mini", counts: [0] + counts))  // hide
note("testCount", testCount)  // hide
note("drawCount", draws.count)  // hide
note("zeroNano", reviews.accuracy(.nano, 0), .percent(0))  // hide
note("zeroMini", reviews.accuracy(.mini, 0), .percent(0))  // hide
note("eightNano", reviews.accuracy(.nano, 8), .percent(0))  // hide
note("eightMini", reviews.accuracy(.mini, 8), .percent(0))  // hide
note("randomNano", reviews.accuracy(.nano, 8, .randomAnswers), .percent(0))  // hide
note("randomMini", reviews.accuracy(.mini, 8, .randomAnswers), .percent(0))  // hide
note("bagEight", reviews.bags.same.last!.accuracy, .percent(0))  // hide
note("bagMany", reviews.bags.many, .percent(0))  // hide

//: Look first at the height of the line at no example, and at the dashed line of chance. Then compare
//: the three lines that differ in their examples only. If the right answers taught the task, *random
//: answers* would lose and *another task* would lose more. Where they lie together, the examples helped,
//: if at all, by showing what the text looks like. The band holds 95 % of what other draws of examples
//: and other test reviews would have given.
cell("controls")
show(reviews.controls)  // hide
note("gainMini", 100 * reviews.gain(.mini).mean, .fixed(1))  // hide
note("gainMiniInterval", points(reviews.gain(.mini).interval()))  // hide
note("gainRandomMini", 100 * reviews.gain(.mini, .randomAnswers).mean, .fixed(1))  // hide

//: For `mini`, eight right examples change the accuracy by {{gainMini}} points, with a 95 % interval from
//: {{gainMiniInterval}}. The same eight with tossed answers change it by {{gainRandomMini}}.
//:
//: ## By hand
//:
//: Composed reviews share phrases; people do not. The same verbalisers on {{writtenCount}} reviews that were
//: written by hand for this course, with examples from their own training split.
cell("written")
let written = try WrittenReviews(file: courseData("reviews.zh.jsonl"))
var sampler = SeededRandom(seed: 1, stream: "written")
let writtenTest = sampler.sample(testCount, from: written[.test]).map { Row($0) }
let writtenPool = mini.shotPool(written[.train].map { Row($0) })
let writtenDraws = draws.map { ShotDraw(from: writtenPool, words: world.words, seed: $0) }
let byHand = ReviewResults(
  rows: writtenTest,
  without: try zip(readers, chosen).map { reader, verbaliser in
    try cached("by hand, no examples, \(reader.name)") {
      try reader.scores(of: writtenTest.map(\.text), verbaliser)
    }
  },
  arms: try zip(readers, chosen).map { reader, verbaliser in
    try zip(draws, writtenDraws).map { seed, draw in
      try cached("by hand, \(reader.name), draw \(seed)") {
        try reader.arms(draw, [.right], counts: [8], verbaliser, writtenTest.map(\.text))
      }
    }
  },
  bags: cached("bags of words, by hand") {
    bagAccuracies(
      writtenDraws, counts: [8], pool: writtenPool,
      validation: written[.validation].map { Row($0) }, test: writtenTest)
  })
show(reviews.besideReviews(byHand: byHand))  // hide
note("writtenCount", writtenTest.count)  // hide

//: ## Patterns
//:
//: Reviews may be too hard a case. What can models of this size pick up from a prompt at all? Six tasks,
//: each a line or two, over and over. *Repeat the word* and *the next number* need nothing but the
//: examples. *Measure word*, *Chinese to English* and *person to town* ask for what pre-training has
//: left, the last two in a form that stands in this world's texts. *Sum* asks for additions that
//: pre-training never showed. The model writes, and its first line must be the answer to the letter.
//:
//: Beside it we count something weaker: is the first line *an* answer of this task, a town for a person,
//: a number for a sum, be it the wrong one?
//:
//: **Predict first.** With eight examples, how many of 100 answers of `mini` are of the right kind, on
//: average over the six tasks? And how many are right?
//:
//: <details><summary>Answer</summary>
//:
//: {{kindEight}} of the right kind, {{exactEight}} right. Without an example {{kindZero}} and
//: {{exactZero}}.
//:
//: </details>
cell("patterns")
let patternRows = profile.choose(smoke: 6, class: 40, full: 200)
let patternCounts = [0] + counts
let patterns = Pattern.all(world)
let learnt = PatternResults(
  patterns: patterns, counts: patternCounts,
  hits: try readers.map { reader in
    try patterns.map { pattern in
      try cached("pattern \(pattern.name), \(reader.name)") {
        try patternCounts.map { count in
          try reader.hits(
            pattern, shots: count, rows: min(patternRows, pattern.pairs.count), seed: draws[0])
        }
      }
    }
  })
plot("patterns-kind", learnt.chart("The right kind of answer, mini", "right kind", \.kind))  // hide
plot("patterns-exact", learnt.chart("The right answer, mini", "exactly right", \.exact))  // hide
show(learnt.table)  // hide
note("kindZero", learnt.mean(.mini, \.kind, at: 0), .percent(0))  // hide
note("kindEight", learnt.mean(.mini, \.kind, at: counts.count), .percent(0))  // hide
note("exactZero", learnt.mean(.mini, \.exact, at: 0), .percent(0))  // hide
note("exactEight", learnt.mean(.mini, \.exact, at: counts.count), .percent(0))  // hide

//: Compare the two charts, task by task. A line that rises in the first and stays flat in the second says
//: that the examples have told the model what *sort of thing* is asked for, and not how to find it. The
//: purest test is *repeat the word*: everything that is needed stands on the same line. Networks that can
//: do it have attention heads that look up what followed the last time (Olsson et al., 2022); such heads
//: appear at some point of pre-training, and a model before that point copies nothing.
//:
//: ## Order and balance
//:
//: The lecture calls the ability erratic. We keep the test reviews and change nothing that ought to
//: matter: {{promptCount}} orders of one and the same eight examples, then {{promptCount}} prompts with any
//: number of praises among the eight, from none to all.
//:
//: **Predict first.** One set of eight examples, {{promptCount}} orders. How many points lie between the
//: best and the worst order for `mini`, read as it is?
//:
//: <details><summary>Answer</summary>
//:
//: {{orderRange}} points as it is, {{orderRangeCalibrated}} after calibration. Between the best and the
//: worst balance: {{balanceRange}} and {{balanceRangeCalibrated}}.
//:
//: </details>
cell("order")
let spread = SpreadResults(
  spreads: try zip(readers, chosen).map { reader, verbaliser in
    try cached("orders and balances, \(reader.name)") {
      try reader.spread(shotDraws[0], pool: pool, count: promptCount, verbaliser, texts)
    }
  }, rows: test)
let (orders, balances) = (spread[.mini].orders, spread[.mini].balances.map(\.scores))
plot("order", spread.histogram)  // hide
show(spread.deviations(reviews))  // hide
note("promptCount", promptCount)  // hide
note("orderRange", spread.range(orders, .mean), .fixed(0))  // hide
note("orderRangeCalibrated", spread.range(orders, .calibrated), .fixed(0))  // hide
note("balanceRange", spread.range(balances, .mean), .fixed(0))  // hide
note("balanceRangeCalibrated", spread.range(balances, .calibrated), .fixed(0))  // hide

//: The last row of the table is the yardstick: with {{testCount}} reviews, an accuracy moves by as much
//: merely because other reviews might have been drawn. It shrinks with more reviews; the other rows do
//: not.
//:
//: What is it that moves? Below, each point is a prompt: how many of its eight examples are praise, and
//: which share of the test reviews the model then calls praise. Half of them are.
cell("balance")
plot("balance", spread.balanceChart)  // hide
note("shareNone", spread.praiseShare(after: 0, .mean), .percent(0))  // hide
note("shareAll", spread.praiseShare(after: 8, .mean), .percent(0))  // hide
note("shareNoneCalibrated", spread.praiseShare(after: 0, .calibrated), .percent(0))  // hide
note("shareAllCalibrated", spread.praiseShare(after: 8, .calibrated), .percent(0))  // hide

//: After eight complaints `mini` calls {{shareNone}} of the reviews praise, after eight praises
//: {{shareAll}}; calibrated, {{shareNoneCalibrated}} and {{shareAllCalibrated}}. In large models such points
//: rise to the right: they copy the majority of the answers before them, which Zhao et al. call the
//: majority label bias, and follow the last ones more, the recency bias. To do either, a model must notice
//: that answers are being given at all. And do the calibrated points fall to the right instead? Then the
//: empty input leans further to the examples' side than a review does, and calibration takes away too
//: much.
//:
//: > **Misconception.** "In-context *learning* trains the model." No weight moves. Start a new prompt and
//: > everything is forgotten; the check below compares every weight with the file. What changes is the
//: > text that the next word is guessed from.
cell("unchanged")
let fresh = try GPT2LMHeadModel.load(modelFolder(or: "mini"))
check(
  "after all these prompts, every weight is what it was",
  zip(mini.model.parameters(), fresh.parameters()).allSatisfy { $0.elements == $1.elements })

//: ## What examples cost
//:
//: Training is paid for once, examples with every row that is answered. They fill the context, too: with
//: {{contextLength}} tokens there is room for eight short reviews and not for eighty.
//:
//: **Predict first.** How many times as many tokens does a row with eight examples cost as a row with
//: none?
//:
//: <details><summary>Answer</summary>
//:
//: {{costRatio}} times: {{costEight}} tokens instead of {{costZero}}.
//:
//: </details>
cell("cost")
let costs = try cached("cost") {
  try ([0] + counts).map { count in
    try mini.cost(
      shotDraws[0].shots(count, .right, chosen[1]), chosen[1], Array(texts.prefix(32)))
  }
}
show(costTable(costs))  // hide
note("contextLength", mini.model.contextLength)  // hide
note("costRatio", costs.last!.tokens / costs[0].tokens, .fixed(0))  // hide
note("costZero", costs[0].tokens, .fixed(0))  // hide
note("costEight", costs.last!.tokens, .fixed(0))  // hide

//: The last column shows a way out that servers use as well: the examples are the same for all rows, so
//: their keys and values are computed once and kept. The tokens still have to be attended to.
//:
//: ## Find the fault
//:
//: A colleague finds “很失望” too harsh and changes the two answers after “总的来说，” to these: {{faultAnswers}}.
//: Everything else stays: no examples, the answer with the higher $\ln p$ wins. The accuracy falls to
//: {{faultAccuracy}}, and here is why. **Before you open the answer: what has gone wrong, and what are two
//: ways to mend it?**
cell("fault")
let polite = Verbaliser(
  "polite", Verbaliser.all[3].format, complaint: "这一次多少有点让人失望", praise: "很满意")
let politely = try cached("fault") { try mini.scores(of: texts, polite) }
let judged = ClassificationMetrics(
  actual: test.map { $0.isPositive ? 1 : 0 },
  predicted: politely.leanings(.sum).map { $0 > 0 ? 1 : 0 }, classes: 2)
plot(
  "fault",
  ConfusionMatrix(
    "The colleague's answers", classes: ["complaint", "praise"], counts: judged.counts))
check("the short answer nearly always wins", politely.praiseShare(.sum) > 0.9)
note("faultAnswers", polite.answers.joined().joined(separator: " / "))  // hide
note("faultAccuracy", judged.accuracy, .percent(0))  // hide
note("faultMean", accuracy([politely], test, .mean), .percent(0))  // hide
note("faultCalibrated", accuracy([politely], test, .calibrated), .percent(0))  // hide
note("faultTokens", mini.tokenizer.encode(polite.answers[0][0]).count)  // hide
note("shortTokens", mini.tokenizer.encode(polite.answers[1][0]).count)  // hide

//: <details><summary>Answer</summary>
//:
//: One answer has {{faultTokens}} tokens and the other {{shortTokens}}. Each token multiplies the
//: probability by a number below one, so the longer answer loses whatever the review says. Comparing
//: means per token gives {{faultMean}}; calibration, which subtracts the length along with every other
//: advantage that does not come from the review, gives {{faultCalibrated}}.
//:
//: </details>
//:
//: ## Open instructions
//:
//: Now without examples and without a choice of answers. {{instructionCount}} instructions as a user would
//: type them, most of which could be answered with what is written in this world; the first is the
//: lecture's, the moon landing for children. Each answer is sorted by rules. It is **empty** if the model
//: ends the text at once, a **loop** if fewer than half of its pieces of four characters are different, an
//: **echo** if at least half of them stand in the instruction, **on task** if it holds words that a good
//: answer has (several of them where one could be chance), and **other** if it is none of these. A rule
//: cannot read: a poor sentence with the right word counts as on task, so that share is an upper bound.
//:
//: **Predict first.** Of the {{instructionCount}}, how many does `mini` answer, and how many does it
//: repeat?
//:
//: <details><summary>Answer</summary>
//:
//: On task {{onTaskGreedy}}, an echo {{echoGreedy}}, decoding greedily; at temperature 0.8, {{onTaskSampled}}
//: and {{echoSampled}} of a hundred.
//:
//: </details>
cell("open")
let chatFolder = try CourseFolder.data().appendingPathComponent("models/chat")
let hasChat = FileManager.default.fileExists(atPath: chatFolder.path)
let writers = readers + (hasChat ? [try Reader("chat", folder: courseData("models/chat"))] : [])
let answerTokens = profile.choose(smoke: 12, class: 60, full: 60)
let sampling = try Sampling(temperature: 0.8, topP: 0.95)
let open = OpenResults(
  writers: writers.map(\.name),
  greedy: try writers.map { writer in
    try cached("greedy, \(writer.name)") {
      try writer.answers(.greedy, tokens: answerTokens, seed: 0)
    }
  },
  sampled: try writers.map { writer in
    try draws.map { seed in
      try cached("sampled, \(writer.name), \(seed)") {
        try writer.answers(sampling, tokens: answerTokens, seed: seed)
      }
    }
  })
check(
  "no instruction holds a word that its answer should have",
  Instruction.all.allSatisfy { one in !one.accepted.contains { one.text.contains($0) } })
plot("open", open.chart)  // hide
note("instructionCount", Instruction.all.count)  // hide
note("onTaskGreedy", open.greedy[1].outcomes.filter { $0 == .onTask }.count)  // hide
note("echoGreedy", open.greedy[1].outcomes.filter { $0 == .echo }.count)  // hide
note("onTaskSampled", 100 * open.sampledShare(.mini, .onTask), .fixed(0))  // hide
note("echoSampled", 100 * open.sampledShare(.mini, .echo), .fixed(0))  // hide

//: Three of them in full, greedily. Nothing is chosen: the first three.
cell("side-by-side")
show(open.pages(3))

//: A base model has no notion of being spoken to. An instruction is the beginning of a text, and it goes
//: on as its texts go on from there, or ends where they would end. The lecture's model repeats the
//: request; whether ours are parrots too, the chart says. Beside them stands `chat`, the same
//: `mini` after the tuning of lesson 06: same instructions, same decoding. These come without the template
//: that it was tuned with (lesson 04 measures what that costs).
//:
//: ## What would be needed
//:
//: Both models have read the same kind of text, one a bit more than the other; `mini` has
//: {{sizeRatio}} times the parameters. Everything in one table, reviews of this
//: world calibrated, patterns exactly right:
cell("scale")
let parameters = readers.map(\.model.parameterCount)
var scale = Table("Size", columns: [.left("measured"), .right("nano"), .right("mini")])
scale.add(row: ["parameters"] + parameters.map { .integer($0) })
for (name, count) in [("reviews, no example", 0), ("reviews, eight examples", 8)] {
  scale.add(row: [.label(name)] + Size.allCases.map { .percent(reviews.accuracy($0, count), 1) })
}
for (name, count) in [
  ("reviews in order, no example", 0), ("reviews in order, eight examples", 8),
] {
  scale.add(
    row: [.label(name)] + Size.allCases.map { .percent(reviews.pairsInOrder($0, count), 1) })
}
for (name, place) in [("patterns, no example", 0), ("patterns, eight examples", counts.count)] {
  scale.add(
    row: [.label(name)] + Size.allCases.map { .percent(learnt.mean($0, \.exact, at: place), 1) })
}
scale.add(
  row: ["open instructions on task, sampled"]
    + Size.allCases.map { .percent(open.sampledShare($0, .onTask), 1) })
show(scale)
note("sizeRatio", Double(parameters[1]) / Double(parameters[0]), .fixed(1))  // hide

//: Two sizes are no law. GPT-3's report (Brown et al., 2020) has eight, from 125 million to 175 billion
//: parameters: there the gain from examples grows with size, and the smallest of them is about
//: {{toSmallest}} times `mini`.
cell("claims")
let examplesHelp = ClaimTest.all([
  .superior(reviews.gain(.mini), margin: 0.03),
  .superior(reviews.gainOverRandom(.mini), margin: 0),
])
let isErratic = ClaimTest.variance(
  spread.accuracies(spread[.mini].all, .mean), spread.resampled(.mini, .mean), ratio: 1)
claim("C03.1", .superior(open.offTask(.mini), margin: 0.03), evidence: open.evidence)  // hide
claim("C03.2", examplesHelp, evidence: reviews.evidence)  // hide
claim("C03.3", isErratic, evidence: spread.evidence)  // hide
note("toSmallest", Int((125e6 / Double(parameters[1])).rounded()))  // hide

//: Read C03.3 together with the last chart of prompts: if nearly every review gets the same answer, the
//: accuracy is held at one half and cannot move either. That would not be steadiness.
//:
//: ## What this does not show
//:
//: What in-context learning is like where it works. In GPT-3 examples lift accuracy on many tasks by tens
//: of points, and the gain grows with size (Brown et al., 2020). There, too, order, balance and choice of
//: the examples move the accuracy from near chance to near the best known, and calibration steadies it
//: (Zhao et al., 2021). And there, too, much of the help is not owed to right answers: with random ones,
//: the accuracy of twelve models hardly fell, while showing the form, the answers to choose from and the
//: sort of text did matter (Min et al., 2022). Our models are far smaller than any of theirs, and where
//: they show nothing, nothing follows for large ones.
//:
//: Nor that models of this size understand a question. The wordings that do best are those in which
//: reviews of the corpus themselves end (lesson 00); what is measured with no example is how well a
//: habit of the texts has been learnt.
//:
//: Nor does it show what a rule cannot read: the sorting of open answers counts words.
//:
//: In the lecture: in-context learning and the parrot, 002, line 6; examples in the prompt as the choice
//: for tens or a hundred rows, 002, line 24; GPT-3 and “farewell to fine-tuning”, 000, lines 123 to 133.
//: With our context of {{contextLength}} tokens, a hundred rows are out of the question: eight took
//: {{costEight}} tokens.
//:
//: ## Exercises
//:
//: They are functions in this lesson's `Exercises.swift`, each with its task and hints.
//: `swift run -c release course check 03` says what is solved, and what went wrong where it is not.
//:
//: - **3.1** Give the loss of a language model on one row of tokens.
//: - **3.2** Calibrate the probabilities of options by what the model says to an empty input.
//: - **3.3** Give the echo rate of an answer: the share of its 4-grams that stand in the prompt.
//:
//: ## Quiz
//:
//: 1. A model answers “satisfied” to every one of {{testCount}} reviews, half of which are praise. What are
//:    its accuracy and its standard deviation over orders of the examples?
//: 2. You have ten thousand rows to classify and eight labelled examples. By which factor does a prompt with
//:    the examples raise the tokens, and what can you do about it?
//: 3. With right answers `mini` changes by {{gainMini}} points, with tossed ones by {{gainRandomMini}}. What
//:    would you conclude if both were +10?
//:
//: <details><summary>Answers</summary>
//:
//: 1. 50%, and zero: perfectly steady and perfectly useless.
//: 2. By {{costRatio}}. Compute the examples once and keep their keys and values, which is possible since
//:    they stand first; or train a head on the eight, as the bag of words did, and pay once.
//: 3. That the examples help by their form and not by what they teach: what Min et al. found in large
//:    models.
//:
//: </details>
