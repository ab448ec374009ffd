//: # 10 · Prefix tuning
//:
//: Two lectures use one name for two things. In one of them (003, line 175) a prefix is the first
//: words or characters of the input, and in the same breath the pre-trained model is said to be
//: tuned. In the other (004, line 127) it is a matrix of numbers in every attention layer, which one
//: may think of as embeddings of virtual tokens, and nothing but these numbers is trained. **Which
//: of the two is prefix tuning? Does it work to train so little, and could we not simply write some
//: words there?**
//:
//: We first make a prefix by hand out of real words, with no training at all. Then we train one, and
//: let words and trained numbers compete for the same place.

import Course

cell("setup")
let length = 8
let (validationCount, testCount) = profile.choose(
  smoke: (12, 12), class: (72, 144), full: (72, 240))
let budget = Budget(
  rows: profile.choose(smoke: 24, class: 512, full: 512),
  steps: profile.choose(
    smoke: [.nano: 2, .mini: 2], class: [.nano: 120, .mini: 80], full: [.nano: 200, .mini: 190]),
  seeds: [
    .nano: seeds(profile.choose(smoke: 1, class: 1, full: 5)),
    .mini: seeds(profile.choose(smoke: 1, class: 1, full: 3)),
  ],
  looks: profile.choose(smoke: 1, class: 4, full: 4), sweeps: profile.decides)
setup(
  fixed: [
    "the weights of the models, except where full tuning is named",
    "the questions of a seed, the order in which they come, the steps, batches of 8",
    "AdamW without decay, warm-up, linear decay; of the looks at validation the best is kept",
  ],
  varies: [
    "what stands before the question: nothing, words, trained keys and values",
    "how a prefix begins, how long it is, its learning rate", "the seed of questions and prefix",
  ],
  budget: """
    four learning rates for every arm of mini, tried with the first seed: 1e-2 to 3e-1 for keys \
    and values, 1e-3 to 3e-2 for a projection, 1e-4 to 3e-3 for all weights; for the lengths the \
    upper three
    """)
hardware("OpenBLAS core", MatrixProduct.coreName)  // hide

//: ## Keys and values without tokens
//:
//: A token does two things in attention. It asks, with its query; and it answers those that come
//: after it, with its key and its value. Once its keys and values are known, one pair in each block,
//: later tokens need nothing else of it. That is why a cache works (lesson 03). It also means that a
//: text in front of a question can be taken away, if its keys and values stay:
//:
//: $$ \mathrm{softmax}\left(\frac{q\,[P_K; K]^\top}{\sqrt{D}}\right)[P_V; V] $$
//:
//: Here $P_K$ and $P_V$ hold the $P$ keys and values of a head that have no token any more.
//:
//: **Predict first.** A question stands behind {{wordCount}} tokens of text. Now we remove the text
//: and leave its keys and values. By how much does the farthest logit of the question's tokens
//: change? And if the question then counts its positions from 0, as if nothing stood before it?
//:
//: <details><summary>Answer</summary>
//:
//: By {{sameDifference}}, so by nothing but rounding, if at all. Counted from 0, by
//: {{movedDifference}}; with nothing in front of the question, by {{nothingDifference}}.
//:
//: </details>
cell("by-hand")
let world = try ClosedWorld.load(seed: 1)
_ = courseData("world")  // hide
_ = courseData("instructions")  // hide
let bed = try TuningBed(
  Instructions(of: world), families: [.sentiment, .documentKind], validation: validationCount,
  test: testCount)
let mini = try bed.model(.mini)
let words = bed.tokenizer.encode(startingWords + "\n")
let first = try bed.answered(bed.test[0])
let same = try SameQuestion(
  words: words, question: first.prompt, right: first.answer[0], mini)
print(bed.tokenizer.decode(words + first.prompt))
show(same.table)
check(
  "keys and values of the words give what the words give",
  same.difference(1) < 1e-3, evidence: .scientific(same.difference(1), 1))
check("positions matter", same.difference(2) > 0.1)
check(
  "no test question is learned from",
  try !budget.seeds[.nano]!.contains { try bed.leaks(budget.rows, seed: $0) })
note("wordCount", words.count)  // hide
let rounding = same.difference(1)  // hide
note("sameDifference", rounding == 0 ? .integer(0) : .scientific(rounding, 0))  // hide
note("movedDifference", same.difference(2), .fixed(2))  // hide
note("nothingDifference", same.difference(3), .fixed(2))  // hide

//: So the words were never needed; {{numbersByHand}} numbers do their work. Prefix tuning (Li and
//: Liang, 2021) takes such numbers, calls them parameters, and trains them while the model is frozen.
//: The virtual tokens occupy positions, as the words did: the question begins at position $P$. Whoever
//: forgets it gets the third line of the table.
//:
//: What training may find is more than words can say. A word's keys and values in the third block
//: follow from what the first two made of it. Those of a virtual token follow from nothing: every
//: block has its own.
//:
//: Both halves of the sentence in 003 thus need a correction. The prefix is not made of words, and
//: the pre-trained model is what is *not* tuned.
//:
//: ## How many numbers
//:
//: A virtual token has a key and a value in each of $L$ blocks, each as wide as the model, $H$. A
//: prefix of $P$ has $2 \cdot L \cdot H \cdot P$ numbers.
//:
//: Li and Liang found these numbers hard to train directly. They train a small table and two linear
//: maps with a tanh in between, which together make the keys and values (*reparametrisation*; peft
//: calls it a projection), and throw the maps away when training is over.
//:
//: **Predict first.** GPT-2 has 12 blocks of width 768 and {{gptAll}} weights. What share of them is a
//: prefix of {{countLength}} virtual tokens? And what share is trained with a projection as wide as
//: the model?
//:
//: <details><summary>Answer</summary>
//:
//: {{gptShare}}, and {{gptProjectedShare}}: the scaffold is {{gptTimes}} times as large as what it
//: builds.
//:
//: </details>
cell("count")
let countLength = 20
let nano = try bed.model(.nano)
let shapes: [(name: String, config: GPT2Config)] = [
  ("nano", nano.config), ("mini", mini.config), ("GPT-2 124M", GPT2Config()),
]
show(PrefixCount.table(shapes, length: countLength))
let gpt = PrefixCount(GPT2Config(), length: countLength)
let counted = PrefixCount(nano.config, length: countLength)
check(
  "the table counts what is attached",
  try [(nil, counted.stored), (128, counted.projected)].allSatisfy { projection, count in
    let model = try bed.model(.nano)
    return try PrefixTuning(length: countLength, projection: projection)
      .attach(to: model, seed: 0).parameterCount == count
  })
check("peft counts the same for GPT-2", (gpt.stored, gpt.projected) == (368_640, 14_780_160))
note("numbersByHand", PrefixCount(mini.config, length: words.count).stored)  // hide
note("countLength", countLength)  // hide
let gptAll = GPT2Config().weightCount  // hide
note("gptAll", gptAll)  // hide
note("gptShare", Double(gpt.stored) / Double(gptAll), .percent(1))  // hide
note("gptProjectedShare", Double(gpt.projected) / Double(gptAll), .percent(1))  // hide
note("gptTimes", Double(gpt.projected) / Double(gpt.stored), .fixed(0))  // hide

//: The saving in storage is real for every size: one file of this many numbers for each task, and one
//: model for all. The saving in training time is smaller, because every gradient still has to travel
//: through the whole model back to its first block.
//:
//: ## Three starts
//:
//: The task is a mixture of two kinds of question about texts of this world: is a review positive or
//: negative, and which of six kinds of text is this? The right answer must be the likeliest of the
//: two, or of the six; blind guessing gets {{chance}}. The test's phrases stand in no training text.
//:
//: A prefix has to begin somewhere. peft **draws** every number from $N(0, 1)$. We compare with a
//: start from the keys and values of **words**, as we made them above, and with a **projection**,
//: whose table is drawn the same way. In the full run each arm has four learning rates to choose from, and the grids
//: lie where the numbers do that are moved: weights are moved by little, keys and values by much. The table
//: shows how large the model's own keys and values are: their deviations would all be 1 if the drawn
//: numbers were like them.
//:
//: **Predict first.** Before the first step, which start is the worst on validation, in nats? Which
//: one is ahead after {{steps}} steps?
//:
//: <details><summary>Answer</summary>
//:
//: Before: drawn {{drawnStart}} nats, words {{wordsStart}}, projection {{projectedStart}}; blind
//: guessing has {{blind}}. After: {{drawnEnd}}, {{wordsEnd}} and {{projectedEnd}}.
//:
//: </details>
cell("starts")
let watched = profile.choose(smoke: 2, class: 24, full: 48)
let forms = try Form.allCases.map {
  try bed.result($0, length: length, budget, questions: watched)
}
let miniSeeds = budget.seeds[.mini]!
let full = try bed.sweep(.full(.mini), budget.plan(.mini, .full))
let base = try cached("mini, base") { try bed.judge(mini) }
let found = Findings(
  bed: bed, length: length, base: base, full: full, forms: forms,
  bags: SeedScores(
    try cached("bags of words") { try bed.bagHits(budget.rows, seeds: miniSeeds).values }),
  majority: try bed.majorityHits(budget.rows, seeds: miniSeeds))
show(try scaleTable(bed.startingTokens(length), mini))
plot("starts", found.curves)
note("chance", bed.chance, .percent(0))  // hide
note("steps", budget.steps[.mini]!)  // hide
note("baseNats", base.meanNats, .fixed(2))  // hide
note("blind", found.blindNats, .fixed(2))  // hide
for (name, form) in [("drawn", Form.drawn), ("words", .words), ("projected", .projected)] {  // hide
  note(name + "Start", found[form].untrained.validation.meanNats, .fixed(2))  // hide
  note(name + "End", found[form].sweep.lastNats, .fixed(2))  // hide
}  // hide

//: Look at step 0 first, where nothing has been learned. An untuned model likes some answers better
//: than others whatever it reads, and lies above the dashed line for that alone: without any prefix,
//: `mini` has {{baseNats}} nats on the test. A start from words is this model reading a few words and
//: should lie near that number. Drawn numbers are keys that it has never met, and may land anywhere.
//:
//: Then look where the lines meet the dashed one. Up to there, most of the way is only to take the
//: model's likings away and to give each answer its share. Below it, a prefix tells questions apart.
//:
//: ## Does it work?
//:
//: **Predict first.** `mini` as it is gets {{baseAccuracy}} of the test questions. What does a prefix
//: of {{length}} virtual tokens reach, {{prefixNumbers}} numbers, {{prefixShare}} of the weights? And
//: what does tuning all weights reach?
//:
//: <details><summary>Answer</summary>
//:
//: Validation prefers the prefix {{bestForm}}. It reaches {{bestAccuracy}}, full tuning
//: {{fullAccuracy}}; of what full tuning gains over the base, that is {{gainShare}}.
//:
//: </details>
cell("works")
plot("works", found.accuracyChart)
show(found.accuracyTable)
claim("C10.1", found.works, evidence: found.worksEvidence)  // hide
note("length", length)  // hide
note("baseAccuracy", base.accuracy, .percent(0))  // hide
let prefixNumbers = PrefixCount(mini.config, length: length).stored  // hide
note("prefixNumbers", prefixNumbers)  // hide
note("prefixShare", Double(prefixNumbers) / Double(full.trainable), .percent(2))  // hide
note("bestForm", .label(found.best.form.name))  // hide
note("bestAccuracy", found.best.sweep.accuracy, .percent(1))  // hide
note("fullAccuracy", full.accuracy, .percent(1))  // hide
note("gainShare", found.share, .percent(0))  // hide
note("prefixGain", (found.best.sweep - base).points)  // hide
note("prefixGainEnds", (found.best.sweep - base).ends)  // hide
note("behindFull", (full - found.best.sweep).points)  // hide
note("behindFullEnds", (full - found.best.sweep).ends)  // hide

//: The best form gains {{prefixGain}} points over the base (95 % interval {{prefixGainEnds}}) and is
//: {{behindFull}} points behind full tuning ({{behindFullEnds}}; a negative number would put it
//: ahead). Arms answer the same questions, so these differences are known better than the bars of the
//: chart suggest. In a class run the intervals speak of the questions alone.
//:
//: Compare with the bag of words as well, which has read the same questions and no others. A prefix
//: above it shows what the frozen model brings along. One that lies between chance and the bag has
//: learned something, and less than single words tell.
//:
//: ## Leading words
//:
//: Now 003's prefix: first words, written by us. The model is frozen, and the words stand where the
//: virtual tokens stood. They are {{wordTexts}} texts, from a polite request to a list of all answers,
//: and three that consist of training questions with their answers. Each is read twice, with the scores
//: as they are and calibrated by a question without a text (lesson 03). Validation chooses among all of
//: them.
//:
//: **Predict first.** How many points do the best words gain over none? How far below the trained
//: vectors do they end?
//:
//: <details><summary>Answer</summary>
//:
//: They gain {{wordsGain}} points ({{wordsGainEnds}}) and end {{vectorsLead}} points
//: ({{vectorsLeadEnds}}) below. The choice fell on {{bestWords}}, {{bestWordsTokens}} tokens, scores
//: {{bestReading}}.
//:
//: </details>
cell("words")
let candidates = try LeadingWords.all(
  bed, training: bed.training(budget.rows, seed: miniSeeds[0]), counts: [1, 2, 3])
let reader = WordsReader(bed: bed, model: mini)
let wordTrials = WordsResults(
  trials: try cached("words") { try candidates.map(reader.trial) })
let trained = found.best.sweep.hits
show(wordTrials.table)
plot("words", wordTrials.chart(trained, chance: bed.chance))
claim(  // hide
  "C10.2", .superior((trained - wordTrials.hits).paired, margin: 0.03),  // hide
  evidence: wordTrials.evidence(trained))  // hide
let plainWords = SeedScores([wordTrials.trials[0].test[.plain]!])  // hide
note("wordTexts", LeadingWords.texts.count - 1)  // hide
note("wordsGain", (wordTrials.hits - plainWords).points)  // hide
note("wordsGainEnds", (wordTrials.hits - plainWords).ends)  // hide
note("vectorsLead", (trained - wordTrials.hits).points)  // hide
note("vectorsLeadEnds", (trained - wordTrials.hits).ends)  // hide
note("bestWords", wordTrials.chosen.trial.words.quoted)  // hide
note("bestWordsTokens", wordTrials.chosen.trial.words.tokens.count)  // hide
note("bestReading", .label(wordTrials.chosen.reading.rawValue))  // hide
note("luckiest", wordTrials.luckiest, .percent(1))  // hide
note("chosenWords", wordTrials.hits.mean, .percent(1))  // hide

//: Go down the columns of the test. If they wander while the words say much the same, then it is not
//: their meaning that moves the model. The best cell of the test has {{luckiest}}, the one that
//: validation chose {{chosenWords}}; whoever reports the first has chosen on the test.
//:
//: The comparison is fair in one sense only: neither side touches the model. The vectors have been
//: trained on {{rows}} questions with their answers, and most of the words have seen none. The words
//: were written by somebody who knows Chinese, for a model that has read little of it and was never
//: tuned to follow instructions; a model that was will make more of them.
//:
//: ## How long?
//:
//: Each virtual token is one more place to look at. `nano`, begun from words, at {{lengthCount}} lengths,
//: each with a rate of its own.
//:
//: **Predict first.** How many points lie between one virtual token and the best length? Does a prefix
//: of 32 do better than one of 8, or worse?
//:
//: <details><summary>Answer</summary>
//:
//: One virtual token reaches {{oneToken}}. The length that validation prefers is {{bestLength}}; minus
//: length 1 it has {{lengthGain}} points ({{lengthGainEnds}}). 32 minus 8 is {{surplus}} points
//: ({{surplusEnds}}).
//:
//: </details>
cell("lengths")
let lengthList = profile.choose(
  smoke: [1, 8, 32], class: [1, 8, 32], full: [1, 2, 4, 8, 16, 32])
let nanoBase = try cached("nano, base") { try bed.judge(nano) }
let lengths = Lengths(
  lengths: lengthList,
  sweeps: try lengthList.map {
    try bed.sweep(bed.prefixArm(.words, $0, .nano), budget.plan(.nano, .upperKeysAndValues))
  },
  base: nanoBase)
plot("lengths", lengths.chart)
show(lengths.table)
claim("C10.3", lengths.test, evidence: lengths.evidence)  // hide
note("lengthCount", lengthList.count)  // hide
note("oneToken", lengths[1].accuracy, .percent(1))  // hide
note("bestLength", lengths.best)  // hide
note("lengthGain", lengths.gain.points)  // hide
note("lengthGainEnds", lengths.gain.ends)  // hide
note("surplus", lengths.surplus.points)  // hide
note("surplusEnds", lengths.surplus.ends)  // hide
note("rows", budget.rows)  // hide

//: The claim wants both: a rise from 1 to the best length, and no rise from 8 to 32. A line that is
//: flat from the left contradicts it as much as one that keeps rising. Mind what is equal here: rows,
//: steps and the number of rates. A long prefix has more to learn in the same steps, and if the line
//: falls at its end, this budget is the first suspect, before over-fitting.
//:
//: ## Which learning rate?
//:
//: A rate is a step length in the units of what is trained, so what suits full tuning need not suit a
//: prefix, and what suits a prefix need not suit its projection. That is why the grids above lie apart.
//: Here are all of them and LoRA on one wide grid, with `nano`.
//:
//: **Predict first.** At how many of the {{rateCount}} rates does a prefix begun from words end within
//: 3 points of its best? And LoRA (lesson 08)?
//:
//: <details><summary>Answer</summary>
//:
//: Begun from words {{goodWords}}, drawn {{goodDrawn}}, made by a projection {{goodProjected}}, LoRA
//: {{goodLora}}.
//:
//: </details>
cell("rates")
let rateGrid: [Float] = profile.choose(
  smoke: [1e-3, 1e-1], class: [1e-3, 1e-2, 1e-1], full: [1e-3, 3e-3, 1e-2, 3e-2, 1e-1, 3e-1])
var ratePlan = budget.plan(.nano, .keysAndValues)
ratePlan.rates = rateGrid
ratePlan.seeds = Array(ratePlan.seeds.prefix(2))
ratePlan.sweptSeeds = ratePlan.seeds.count
ratePlan.steps = profile.choose(smoke: 2, class: 100, full: 100)
ratePlan.looks = profile.choose(smoke: 1, class: 2, full: 2)
let ways =
  Form.allCases.map { bed.prefixArm($0, length, .nano, for: "rates") } + [bed.loraArm(.nano)]
let rates = Rates(
  names: ways.map(\.name), sweeps: try ways.map { try bed.sweep($0, ratePlan) },
  rates: rateGrid, base: nanoBase)
plot("rates", rates.chart)
show(rates.table)
note("rateCount", rateGrid.count)  // hide
for (way, name) in ["goodDrawn", "goodWords", "goodProjected", "goodLora"].enumerated() {  // hide
  note(name, rates.good(way))  // hide
}  // hide

//: A method with one good rate on the grid is a method for which a paper must say how it was found.
//: The lecture warns that tuning few parameters is unsteady (001, line 50); a narrow hill is one way
//: of being so. Lesson 12 measures the other, the spread over seeds.
//:
//: ## Who looks at it?
//:
//: A prefix acts only through attention: a head that gives it no weight does not know that it exists.
//: For {{watched}} test questions we take the token from which the answer is written, and ask each
//: head of `mini` which share of its attention goes to the {{length}} virtual tokens. If every token
//: got the same, it would be {{evenShare}}.
//:
//: **Predict first.** Begun from words, before any training: which share goes to the prefix, the mean
//: over heads? After training, more or less?
//:
//: <details><summary>Answer</summary>
//:
//: {{shareBefore}} before and {{shareAfter}} after.
//:
//: </details>
cell("attention")
let even = try bed.evenShare(length: length, questions: watched)
let (before, after) = (found[.words].untrained.shares, average(found[.words].shares))
plot("attention-before", shareMap("Begun from words, before training", before))
plot("attention-after", shareMap("Begun from words, after training", after))
show(found.shareTable(even: even))
note("watched", watched)  // hide
note("evenShare", even, .percent(0))  // hide
note("shareBefore", Array(before.joined()).mean, .percent(0))  // hide
note("fullHeads", after.joined().count { $0 > 0.9 })  // hide
note("headCount", after.joined().count)  // hide
note("shareAfter", Array(after.joined()).mean, .percent(0))  // hide

//: If the share is large before training, that is nothing that was learned. Trained transformers give the first
//: tokens of any text much attention when they have nothing better to look at (*attention sinks*, Xiao
//: et al., 2023), and the words of our start are first tokens. So read the difference of the two maps.
//:
//: And mind that more is not better. A head that gives a prefix everything no longer reads the
//: question at this token; all it can still do is to choose among the virtual tokens. After training,
//: {{fullHeads}} of {{headCount}} heads give the prefix more than nine tenths. That can teach a model
//: which words are answers, and hardly which of them is right. Where a prefix ends near chance with the
//: loss of a blind guess, look for the cause here.
//:
//: ## What it costs to use
//:
//: LoRA's update can be added to the weights (lesson 08), and the tuned model costs what the base
//: costs. A prefix cannot: no weight matrix holds it. It takes positions of the context, and its keys
//: and values lie in the cache of every text and are attended to by every token.
//:
//: **Predict first.** How many bytes do the keys and values of 32 virtual tokens take in the cache of
//: one text, for `mini` in single precision?
//:
//: <details><summary>Answer</summary>
//:
//: {{cacheBytes}}: 2 · {{miniLayers}} · {{miniWidth}} · 32 numbers of 4 bytes.
//:
//: </details>
cell("cost")
let costs = try cached("cost") {
  try [0, 8, 32, 128].map {
    try bed.useCost(
      $0, questions: profile.choose(smoke: 2, class: 24, full: 64),
      newTokens: profile.choose(smoke: 2, class: 16, full: 48))
  }
}
show(useTable(costs, contextLength: mini.config.contextLength))
note("cacheBytes", Double(costs[2].cacheBytes), .bytes)  // hide
note("miniLayers", mini.config.layerCount)  // hide
note("miniWidth", mini.config.hiddenSize)  // hide

//: To keep a prefix, its keys and values are all that is needed, whatever they were made by. peft
//: writes one tensor, `prompt_embeddings`, with a row for each virtual token. Here a prefix with a
//: projection is saved, and read again into a fresh model:
cell("file")
let keeper = try bed.model(.nano)
let projected = try bed.attachPrefix(.projected, length, to: keeper, seed: budget.seeds[.nano]![0])
let file = try PrefixFile(projected, of: keeper, .nano, bed)
print(file.configuration)
show(file.table)
check("read again, it judges the same", file.isSame)
note("projectedNumbers", projected.parameterCount)  // hide
note("fileNumbers", file.entries.map(\.count).reduce(0, +))  // hide

//: {{projectedNumbers}} numbers were ready to be trained, {{fileNumbers}} are in the file.
//:
//: ## Find the fault
//:
//: A colleague trains a prefix of {{length}} for `nano`, drawn as peft draws it. She has read that a
//: rate of 1e-4 is safe for fine-tuning. Nothing crashes, and nothing happens: validation stands at
//: {{faultAccuracy}}, no better than guessing, which would be at {{chance}}, or worse. She suspects a mask that hides the prefix,
//: or gradients that do not arrive. **Is she right? The table has all you need.** The numbers of her
//: prefix had a deviation of {{faultDeviation}} before the first step.
cell("fault")
let nanoPlan = budget.plan(.nano, .keysAndValues)
let colleague = try cached("colleague") {
  try bed.colleague(length: length, rate: 1e-4, nanoPlan)
}
show(colleague.table)
let bound = Double(nanoPlan.steps) * 1e-4
check(
  "gradients arrive", colleague.looks.allSatisfy { $0.gradientNorm > 0 && $0.largestMove > 0 })
check(
  "no number moves farther than the rate allows", colleague.looks.last!.largestMove <= 2 * bound)
note("faultAccuracy", colleague.looks.last!.accuracy, .percent(1))  // hide
note("faultDeviation", colleague.deviation, .fixed(2))  // hide
note("faultMove", colleague.looks.last!.largestMove, .fixed(4))  // hide
note("faultBound", bound, .fixed(3))  // hide
note("faultSteps", nanoPlan.steps)  // hide
note("faultTest", colleague.trial.test.accuracy, .percent(1))  // hide
note("faultCured", rates.best(0), .percent(1))  // hide
note("faultCure", rates.bestRate(0), .scientific(0))  // hide

//: <details><summary>Answer</summary>
//:
//: The gradient is not zero, so the prefix is seen and the chain is whole. But no number has moved by
//: more than {{faultMove}}. Adam divides a gradient by its own size and so moves each number by about
//: the learning rate in a step, however large the gradient is: in {{faultSteps}} steps at 1e-4 that
//: makes {{faultBound}} at most, and less with warm-up and decay. The numbers themselves have the size
//: of {{faultDeviation}}. The prefix still is what was drawn. On the grid above, the same start did
//: best at {{faultCure}}, with {{faultCured}} of the test questions against her {{faultTest}}. When
//: something does not learn, put three numbers beside each other before you search for bugs: the rate
//: times the steps, the distance moved, and the size of what moves.
//:
//: </details>
//:
//: > **Misconception.** "A prefix is a prompt." Four things are confused here. *Prompt engineering*
//: > chooses words, and nothing is trained. *Prompt tuning* (Lester et al., 2021) trains vectors at the
//: > input, one for each virtual token, and every block computes its keys and values from them. *Prefix
//: > tuning* trains the keys and values of every block. *P-tuning* (Liu et al., 2021) trains vectors at
//: > the input that a small network makes, and may put them anywhere in the text; its second version is
//: > prefix tuning under another name. Lesson 11 is about prompt tuning and P-tuning.
//:
//: ## What this does not show
//:
//: How prefixes do where they were invented. Li and Liang (2021) tuned GPT-2 and BART to write texts
//: from tables and summaries: with a thousandth of the parameters a prefix came close to full tuning,
//: was ahead with few rows, and did better on topics unseen in training. There quality rose up to a
//: length of 10 for tables and 200 for summaries and then fell a little, starting from real words helped
//: most with few rows, and training without the projection was unsteady. P-tuning v2 (Liu et al., 2022)
//: finds prefixes in every layer level with full tuning from 330 million to 10 billion parameters, on
//: tasks of understanding too, and the projection a help in some of them only. Later comparisons put
//: LoRA ahead on many tasks (He et al., 2022; Hu et al., 2022).
//:
//: Our budget is small beside theirs: {{steps}} steps of 8 questions, where they went through tens of
//: thousands of rows several times. Full tuning finds its way in so few steps, and a prefix may need
//: more; nothing here says where it would end. Our tasks have short answers and our models are small. The
//: three starts differ in more than scale, and every grid of rates is a choice. Other words may do better
//: than ours; a claim about “the best words” is always one about the best of a list.
//:
//: In the lecture: prefixes in every layer, 004, lines 126 and 127; the first words, and a model that is
//: tuned, 003, line 175, where the text breaks off after the next dash; few parameters as unsteady, 001,
//: line 50.
//:
//: ## Exercises
//:
//: They are functions in this lesson's `Exercises.swift`, each with its task and hints.
//: `swift run -c release course check 10` says what is solved, and what went wrong where it is not.
//:
//: - **10.1** Put a prefix in front of one attention head.
//: - **10.2** Say what a prefix costs: numbers stored, numbers trained, bytes in a cache.
//: - **10.3** Give the share of attention that goes to the prefix.
//:
//: ## Quiz
//:
//: 1. The prefix made by a projection trains more numbers than the one begun from words, {{projectedTrained}}
//:    against {{wordsTrained}}. Which of the two files is larger?
//: 2. A service answers for 50 tasks, each with a prefix of {{length}} on one `mini`. Requests of different
//:    tasks arrive mixed. Can they share a batch? Could they with merged LoRA weights?
//: 3. The best words gain {{wordsGain}} points over none on the test, and the luckiest cell of the table
//:    has {{luckiest}}. Which number may be compared with the {{bestAccuracy}} of the trained vectors?
//: 4. The mean head gives the prefix {{shareAfter}} of its attention after training. Does that prove that
//:    the prefix is used?
//:
//: <details><summary>Answers</summary>
//:
//: 1. Neither: both hold a key and a value for each virtual token in each block, and the maps are gone.
//: 2. Yes: each row of the batch has keys and values of its own in its cache anyway. Merged weights are
//:    those of one task, so rows of different tasks cannot share a pass through them.
//: 3. The {{chosenWords}} of the words that validation chose; the trained vectors were chosen by validation
//:    too.
//: 4. No. It was {{shareBefore}} before any training, a share says nothing about the values, and a head
//:    that gives a prefix everything has stopped reading the question. What proves it is the accuracy
//:    with the prefix and without.
//:
//: </details>
cell("quiz")
note("projectedTrained", found[.projected].sweep.trainable)  // hide
note("wordsTrained", found[.words].sweep.trainable)  // hide
