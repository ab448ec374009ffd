//: # 07 · A head or an instruction?
//:
//: Somebody asks on Zhihu: I have labelled texts with two classes and an open model. Do I tune the
//: base model or the chat model? The lecture (000, lines 7 to 45) answers with two recipes. With a
//: classification head, take the base. With the task written as an instruction, take the chat
//: model. And then it doubts both: for two classes a large model is a sledgehammer, a small one
//: with a head does best, though an instruction may win when one is after the best result there is.
//: A later lecture (001, line 87) adds the number of rows: few rows, chat; many rows, base. **What
//: is the better start, in which form, with how many rows, and does it hold where nobody labelled
//: anything?**
//:
//: All of this can be run: two starts times two forms times three numbers of rows, at equal steps,
//: and a small model and a bag of words beside them.

import Course

cell("setup")
let sizes = profile.choose(smoke: [8, 16], class: [32, 128], full: [32, 128, 512])
let plan = Plan(
  seeds: seeds(profile.choose(smoke: 1, class: 1, full: 5)), sweeps: profile.decides,
  steps: { rows in
    profile.choose(
      smoke: 2, class: rows < 128 ? 20 : 40, full: rows < 128 ? 40 : rows < 512 ? 60 : 84)
  })
let testCount = profile.choose(smoke: 8, class: 96, full: 320)
setup(
  fixed: [
    "the rows of a seed, the order in which they come, the steps of a size",
    "AdamW, warm-up, linear decay, batches of 16 reviews, all weights trained unless LoRA is named",
    "five looks at validation, of which the best is kept",
  ],
  varies: [
    "the start: nano, mini as base, mini as chat model", "the form: head or instruction",
    "the number of labelled reviews", "the seed of rows and head",
  ],
  budget:
    "each arm's learning rate chosen by validation from 1e-4, 3e-4 and 1e-3, for LoRA ten times these, with the first seed"
)
hardware("OpenBLAS core", MatrixProduct.coreName)  // hide

//: ## One review, two forms
//:
//: The labelled reviews are of four domains: {{knownDomains}}. They, and nothing else, are trained
//: on and validated with. The test has {{testCount}} reviews of the same four, in phrases that no
//: training text holds, and {{testCount}} of two domains without any labelled review:
//: {{unseenDomains}}. A third test, of {{handCount}} reviews written by hand, is the reality check.
//: Half of each is praise.
//:
//: The chat model of this lesson is a special one. It was tuned, like the chat model of lesson 06,
//: on tens of thousands of tasks, but *every task about a review was taken out*. Otherwise it would
//: have been taught the answer to our question before we asked.
cell("forms")
let world = try ClosedWorld.load(seed: 1)
_ = courseData("world")  // hide
let bed = Bed(
  world.reviews, written: try WrittenReviews(file: courseData("reviews.zh.jsonl")),
  rows: sizes.last!, validation: profile.choose(smoke: 8, class: 72, full: 120),
  test: testCount, byHand: profile.choose(smoke: 8, class: 80, full: 240))
let laboratory = try Laboratory(
  bed, plan,
  [
    .nano: courseData("models/nano"), .base: courseData("models/mini"),
    .chat: courseData("models/chat-no-sentiment"),
  ], mostRows: sizes.last!)
let question = laboratory.question
show(try segmentTable(question, bed.test[.known]![0]))
note("knownDomains", Bed.knownDomains.map(\.rawValue).joined(separator: ", "))  // hide
note("unseenDomains", Bed.unseenDomains.map(\.rawValue).joined(separator: ", "))  // hide
note("testCount", testCount)  // hide
note("handCount", bed.test[.byHand]!.count)  // hide
check("no test review is learned from, or chosen by", !plan.seeds.contains(where: bed.leaks))
check("half of each test is praise", bed.isBalanced)
check("the chat model was tuned without a review", try laboratory.isWithoutReviews)
check(
  "all starts read with the same tokens", try laboratory.tokenizersAgree(on: bed.test[.byHand]!))

//: The table is the row of the instruction. The **head** reads the review alone; its last hidden
//: state goes through a new matrix with two outputs, as in lesson 02, and the loss is that of two
//: classes. The **instruction** has the task in front and the answer behind. Nothing is new in it:
//: the same weights that predicted the next token of a story predict the next token here, and the
//: loss counts the answer and the end token (lesson 05).
//:
//: So a head starts from two random directions, while an instruction starts from words. And a head
//: can say nothing but one of its classes, while an instruction can say anything. We therefore take
//: its answer in two ways: **scored**, the likelier one of {{complaintWord}} and {{praiseWord}}, a
//: fair match for a head; and **written**, what the model really writes, where anything but the
//: right word is wrong.
//:
//: ## Before any training
//:
//: A head is useless until it is trained. An instruction can be asked at once, and with
//: {{shotCount}} answered reviews as earlier turns of the conversation.
//:
//: **Predict first.** The chat model has answered thousands of questions and never one about a
//: review. How many of 100 test reviews does it get right, in words? And how many of 100 answers of
//: the *base* model are one of the two words?
//:
//: <details><summary>Answer</summary>
//:
//: The chat model writes the right word for {{chatZeroWritten}}, scored it is {{chatZero}}. Of the
//: base's answers {{baseZeroWords}} are one of the two words.
//:
//: </details>
cell("before")
let untrained = try Start.allCases.map { start in (start, try laboratory.withoutRows(start)) }
let known = bed.test[.known]!
let (baseZero, chatZero) = (untrained[1].1.alone, untrained[2].1.alone)
show(withoutRowsTable(untrained, known, question))  // hide
note("shotCount", Laboratory.shotCount)  // hide
note("complaintWord", question.answers[0])  // hide
note("praiseWord", question.answers[1])  // hide
note("chatZero", chatZero.hits(known, .scored, question).mean, .percent(0))  // hide
note("chatZeroWritten", chatZero.hits(known, .written, question).mean, .percent(0))  // hide
note("baseZeroWords", baseZero.labelShare(question), .percent(0))  // hide

//: Read the column *called praise* first. A model that calls nearly everything praise, or nearly
//: nothing, is at 50 % whatever it knows: it leans to one word, and the review moves it too little.
//: The distance between *scored* and *written* is what the form costs, and not the task.
//:
//: ## The four arms
//:
//: **Predict first.** With {{fewest}} labelled reviews, which of the four arms of `mini` is ahead
//: in the domains trained on, and by how many points over the worst of the four? With {{most}}? And
//: does any of them lie below the bag of words?
//:
//: <details><summary>Answer</summary>
//:
//: With {{fewest}} reviews: base with a head {{baseHeadFew}}, base as an instruction
//: {{baseAskedFew}}, chat with a head {{chatHeadFew}}, chat as an instruction {{chatAskedFew}}; the
//: bag of words has {{wordsFew}}. With {{most}}: {{baseHeadMost}}, {{baseAskedMost}},
//: {{chatHeadMost}}, {{chatAskedMost}} and {{wordsMost}}.
//:
//: </details>
cell("arms")
var arms: [Arm: ArmResult] = [:]
for rows in sizes {
  for form in Form.allCases {
    for start in Start.allCases {
      let arm = Arm(start: start, form: form, rows: rows)
      arms[arm] = try laboratory.result(arm)
    }
  }
}
let words = cached("bags of words") {
  Dictionary(
    uniqueKeysWithValues: sizes.map { rows in
      (rows, plan.seeds.map { bed.bagOfWords(rows, seed: $0) })
    })
}
let found = Findings(bed: bed, question: question, sizes: sizes, arms: arms, words: words)
plot("known", found.accuracyChart("Domains trained on", .known))  // hide
show(found.accuracyTable("Domains trained on: test accuracy", .known, sizes))  // hide
show(found.rateTable)  // hide
let (few, most) = (sizes.first!, sizes.last!)
note("fewest", few)  // hide
note("most", most)  // hide
for (suffix, rows) in [("Few", few), ("Most", most)] {  // hide
  let percent = { (start: Start, form: Form) -> Value in  // hide
    .percent(found.hits(start, form, rows).map(\.mean).mean, 0)  // hide
  }  // hide
  note("baseHead" + suffix, percent(.base, .head))  // hide
  note("baseAsked" + suffix, percent(.base, .instruction))  // hide
  note("chatHead" + suffix, percent(.chat, .head))  // hide
  note("chatAsked" + suffix, percent(.chat, .instruction))  // hide
  note("words" + suffix, .percent(Estimate(found.wordHits(rows)).mean, 0))  // hide
}  // hide

//: In the chart, instructions are scored. The dashed line is chance, which is also what the
//: majority class gets; the bars are 95 % intervals over seeds and test reviews, in a class run
//: over reviews alone. Arms share their reviews, so their differences are known better than the
//: bars suggest: the next chart takes them review by review. The last table says which rate each
//: arm was given by validation; a class run saves the sweep and gives all of them the middle one.
//:
//: ## Which start?
//:
//: Both lectures are about a *difference*: how much better is it to start from chat than from base?
//: If the first lecture is right, the line of the head lies below zero and the line of the
//: instruction above. If the second is right, the line of the instruction falls, from above zero to
//: below it.
//:
//: **Predict first.** Give both lines as a number of points at {{fewest}} reviews and at {{most}}.
//:
//: <details><summary>Answer</summary>
//:
//: With a head {{headGainFew}} points at {{fewest}} and {{headGainMost}} at {{most}}. As an
//: instruction {{askedGainFew}} and {{askedGainMost}}.
//:
//: </details>
cell("start")
plot("start", found.gainChart)  // hide
let (headGain, askedGain) = (found.chatGain(.head), found.chatGain(.instruction))
let shrinking = found.shrinking(.instruction)
note("headGainFew", points(found.chatGain(.head, few)))  // hide
note("headGainMost", points(found.chatGain(.head, most)))  // hide
note("askedGainFew", points(found.chatGain(.instruction, few)))  // hide
note("askedGainMost", points(found.chatGain(.instruction, most)))  // hide
note("headGain", points(headGain))  // hide
note("headGainEnds", Estimate(headGain).ends)  // hide
note("askedGain", points(askedGain))  // hide
note("askedGainEnds", Estimate(askedGain).ends)  // hide
note("interaction", points(shrinking))  // hide
note("interactionEnds", Estimate(shrinking).ends)  // hide

//: Over all sizes, chat minus base is {{headGain}} points with a head (95 % interval {{headGainEnds}})
//: and {{askedGain}} as an instruction ({{askedGainEnds}}). From {{fewest}} to {{most}}
//: reviews the advantage of chat as an instruction shrinks by {{interaction}} points
//: ({{interactionEnds}}); a negative number would be one that grows.
//:
//: An advantage that only shrinks is not yet an advice to change horses: for that, the line has to
//: cross zero. So the claim about few and many rows asks for three things at once: that the
//: advantage shrinks, that chat is ahead with few rows, that base is ahead with many.
cell("start-claims")
let baseAhead = found.headStart
let chatAhead = found.instructionStart(
  untrained: difference(
    [chatZero.hits(known, .scored, question)], [baseZero.hits(known, .scored, question)]))
let fewAndMany = found.fewAndMany
claim("C07.1", baseAhead.test, evidence: baseAhead.evidence)  // hide
claim("C07.2", chatAhead.test, evidence: chatAhead.evidence)  // hide
claim("C07.5", fewAndMany.test, evidence: fewAndMany.evidence)  // hide

//: Why should a chat model be the better start at all? It has not learnt anything about moods; it
//: has learnt that a question is followed by a short answer, drawn from words that the question
//: names. A base model must learn that *and* the task from the same few rows. With a head, neither
//: is needed, so that whatever difference there is comes from the hidden states: from what
//: instruction tuning has added to them, or worn away.
//:
//: ## Scored and written
//:
//: **Predict first.** After training, how many points do written answers lose to scored ones, for
//: the base with {{fewest}} reviews and with {{most}}?
//:
//: <details><summary>Answer</summary>
//:
//: {{lossBaseFew}} points and {{lossBaseMost}}. For the chat model {{lossChatFew}} and
//: {{lossChatMost}}.
//:
//: </details>
cell("readings")
plot("readings", found.readingChart)  // hide
let formLoss = { (start: Start, rows: Int) in
  difference(
    found.hits(start, .instruction, rows), found.hits(start, .instruction, rows, .known, .written))
}
for (name, start) in [("Base", Start.base), ("Chat", .chat)] {  // hide
  note("loss\(name)Few", points(formLoss(start, few)))  // hide
  note("loss\(name)Most", points(formLoss(start, most)))  // hide
}  // hide

//: Where the two lines of a model lie on each other, it has learnt to write nothing but the two
//: words, and the choice of how to read it is free. Where they part, the lower one is what a user
//: would get. Compare with the table before any training: that is where the lines would start.
//:
//: ## With LoRA, as the lecture has it
//:
//: The lecture's recipe for the instruction is not to train all weights but LoRA (000, lines 29 to
//: 41), which lesson 08 takes apart: the weights stay, and a small correction beside each of them is
//: trained, here {{loraTrained}} numbers instead of {{allNumbers}}. Rows, steps, batches and looks
//: are those of the other arms. So is the length of the grid of rates; but few numbers that start at
//: zero have farther to go, and each rate is ten times as high.
//:
//: **Predict first.** By how many points does LoRA change the base's accuracy with {{fewest}} reviews,
//: and with {{most}}? Does it change the chat model's by as much?
//:
//: <details><summary>Answer</summary>
//:
//: The base's by {{loraBaseFew}} and {{loraBaseMost}} points, the chat model's by {{loraChatFew}} and
//: {{loraChatMost}}.
//:
//: </details>
cell("lora")
let lowRank = try LowRank(laboratory, found)
plot("lora", lowRank.chart)  // hide
show(lowRank.table)  // hide
note("loraTrained", lowRank.summary.trainable)  // hide
note("allNumbers", lowRank.summary.all - lowRank.summary.trainable)  // hide
for (name, start) in [("Base", Start.base), ("Chat", .chat)] {  // hide
  note("lora\(name)Few", points(lowRank.lead(start, few)))  // hide
  note("lora\(name)Most", points(lowRank.lead(start, most)))  // hide
}  // hide

//: An interval that holds zero says that this run cannot tell the two ways of tuning apart, at a
//: fraction of the numbers to train and to keep. One that lies below says that the task needs more
//: change than LoRA of this rank can make in these steps; one above, that leaving the weights alone
//: has protected something. None of the claims of this lesson is decided here: they speak of starts
//: and forms, and all their arms train all weights.
//:
//: ## Domains without a labelled review
//:
//: The lecture says of a head that it generalises little (000, line 79), and of instruction tuning
//: that it carries over to other domains (line 103). Here are the same models on {{unseenDomains}}:
//: nothing was trained again, and nothing was chosen on them.
//:
//: **Predict first.** How many points does a head lose from the known domains to these, the mean
//: over the sizes, and how many does an instruction lose? Can a loss be negative?
//:
//: <details><summary>Answer</summary>
//:
//: From the base: a head {{dropHeadBase}} points, an instruction {{dropAskedBase}}. From chat:
//: {{dropHeadChat}} and {{dropAskedChat}}. The bag of words loses {{dropWords}}. A loss is negative
//: where the new domains are easier: reviews of films may say what they think more plainly than
//: reviews of hotels.
//:
//: </details>
cell("unseen")
plot("unseen", found.accuracyChart("Domains without a labelled review", .unseen))  // hide
plot("drop", found.dropChart)  // hide
let carriedOver = found.carriedOver
for (name, start) in [("Base", Start.base), ("Chat", .chat)] {  // hide
  note("dropHead" + name, points(found.overSizes { found.drop(start, .head, $0) }))  // hide
  note("dropAsked" + name, points(found.overSizes { found.drop(start, .instruction, $0) }))  // hide
}  // hide
let wordDrop = found.overSizes { rows in found.drop { found.wordHits(rows, $0) } }  // hide
note("dropWords", points(wordDrop))  // hide
claim("C07.6", carriedOver.test, evidence: carriedOver.evidence)  // hide

//: That is why a bar by itself says little: it mixes what a model failed to carry over with how
//: hard the two test sets are. Compare two bars of one start instead: hardness is the same for
//: both, and the claim is about their difference. And compare with the dashed line, the bag of
//: words, which knows no word that it was not shown.
//:
//: ## Reviews that people wrote
//:
//: All of this is composed text. The arms with {{most}} reviews once more, on {{handCount}} reviews
//: of the same four domains that were written by hand.
//:
//: **Predict first.** How many points lower than in the world does the best of the arms end?
//:
//: <details><summary>Answer</summary>
//:
//: The arm that validation would have chosen, “{{bestName}}”, falls by {{handFall}} points to
//: {{handBest}}; the bag of words ends at {{handWords}}.
//:
//: </details>
cell("by-hand")
let bestArm = found.best(of: Candidate.all, most)
show(found.accuracyTable("By hand: test accuracy", .byHand, [most]))  // hide
let handBest = found.accuracy(bestArm, most, .byHand)
note("bestName", .label(bestArm.name))  // hide
note("handFall", 100 * (found.accuracy(bestArm, most) - handBest), .fixed(1))  // hide
note("handBest", handBest, .percent(0))  // hide
note("handWords", Estimate(found.wordHits(most, .byHand)).mean, .percent(0))  // hide

//: ## A sledgehammer for a nut?
//:
//: The lecture's own doubt (000, line 45) has two halves. First, that a small model with a head is
//: best for two classes: `nano`, with {{sizeRatio}} of the parameters of `mini`. Second, that an
//: instruction may win when pushed to its best: then let validation choose the start and the way of
//: reading.
//:
//: **Predict first.** How many points is `nano` with a head ahead of the best instruction arm of
//: `mini`, the mean over the sizes? And at {{most}} reviews, how many points is the best
//: instruction arm ahead of the best head?
//:
//: <details><summary>Answer</summary>
//:
//: {{smallLead}} points ({{smallLeadEnds}}) and {{pushedLead}} points
//: ({{pushedLeadEnds}}). At {{most}} reviews validation had chosen “{{bestAsked}}” and
//: “{{bestHead}}”.
//:
//: </details>
cell("small")
let (smallModel, pushed) = (found.smallModel, found.pushed)
show(found.costTable(few))  // hide
let parameters = try [Start.nano, .base].map {  // hide
  try GPT2Model.load(laboratory.folders[$0]!).parameterCount  // hide
}  // hide
note("sizeRatio", Double(parameters[0]) / Double(parameters[1]), .percent(0))  // hide
note("smallLead", points(found.smallLead))  // hide
note("smallLeadEnds", Estimate(found.smallLead).ends)  // hide
note("pushedLead", points(found.pushedLead(.known)))  // hide
note("pushedLeadEnds", Estimate(found.pushedLead(.known)).ends)  // hide
note("bestAsked", .label(found.bestAsked.name))  // hide
note("bestHead", .label(found.bestHead.name))  // hide
claim("C07.3", smallModel.test, evidence: smallModel.evidence)  // hide
claim("C07.4", pushed.test, evidence: pushed.evidence)  // hide

//: The table is for {{fewest}} reviews and one seed's steps. An instruction reads its task with
//: every row, in training and in use; when only the likelier of two answers is wanted, the task's
//: words can be computed once for all rows, as *scored* does here, and written answers read them
//: every time. Set the points that an arm gains against these columns before you call it better.
//:
//: ## Two labels in one answer
//:
//: One thing a single head cannot do: say something of another shape. Suppose every review of six
//: domains needs its mood *and* its domain. Two heads can be put on one model. Or the model writes
//: a line of JSON, such as {{jsonExample}}. Each form gets the start that the lecture recommends
//: for it, the learning rate of its arm with {{labelRate}} reviews, {{labelRows}} rows and
//: {{labelSteps}} steps.
//:
//: **Predict first.** What share of the lines that the chat model writes is valid, with nothing but
//: the two keys and labels that exist: before training, and after it? And which of the two forms
//: gets both labels right more often?
//:
//: <details><summary>Answer</summary>
//:
//: {{validBefore}} before and {{validAfter}} after. Both labels: {{bothHeads}} with two heads,
//: {{bothJSON}} as JSON.
//:
//: </details>
cell("two-labels")
let labelSeeds = Array(plan.seeds.prefix(3))
let rateRows = sizes[1]
let labelBed = TwoLabelsBed(
  world.reviews, rows: profile.choose(smoke: 12, class: 96, full: 192),
  steps: profile.choose(smoke: 2, class: 30, full: 70),
  validation: profile.choose(smoke: 12, class: 36, full: 72),
  test: profile.choose(smoke: 12, class: 96, full: 240))
let twoHeads = try laboratory.twoLabels(
  .base, .head, labelBed, learningRate: found[.base, .head, rateRows].learningRate,
  seeds: labelSeeds)
let asJSON = try laboratory.twoLabels(
  .chat, .instruction, labelBed,
  learningRate: found[.chat, .instruction, rateRows].learningRate, seeds: labelSeeds)
let jsonBefore = try laboratory.twoLabelsUntrained(labelBed)
show(  // hide
  twoLabelsTable(  // hide
    [  // hide
      "two heads on the base": twoHeads, "JSON from chat": asJSON,  // hide
      "JSON from chat, untrained": jsonBefore,  // hide
    ], labelBed.test))  // hide
note("jsonExample", TwoLabels(labelBed.test[0]).json)  // hide
note("labelRate", rateRows)  // hide
note("labelRows", labelBed.rows)  // hide
note("labelSteps", labelBed.steps)  // hide
let share = { (results: [TwoLabelsResult], holds: (TwoLabels, TwoLabels) -> Bool) in  // hide
  results.map { $0.share(labelBed.test, holds) }.mean  // hide
}  // hide
note("validBefore", share(jsonBefore) { _, _ in true }, .percent(0))  // hide
note("validAfter", share(asJSON) { _, _ in true }, .percent(0))  // hide
note("bothHeads", share(twoHeads, ==), .percent(0))  // hide
note("bothJSON", share(asJSON, ==), .percent(0))  // hide

//: The two heads are always "valid": they have no way not to be. A line of JSON can be wrong before
//: it is wrong about anything, and the table separates the two: first how many lines are valid,
//: then which of their fields are right. There is no claim here: three seeds at most, no sweep, and
//: forms that differ in their start as well, so that a gap between them belongs to both. What the
//: form has over heads is that a third field costs a sentence and some rows, and no new layer.
//:
//: ## Find the fault
//:
//: A colleague finds {{complaintWord}} and {{praiseWord}} stiff and trains the base model on
//: {{faultRows}} reviews to answer {{faultAnswers}} instead. To be quick, she scores a review as a
//: single look at the logits after the prompt: whichever answer's *first token* is likelier wins.
//: Training went well, from {{faultLossFirst}} nats to {{faultLossLast}}. Her accuracy is
//: {{faultAccuracy}}, to the digit. **What has gone wrong? The table has all you need.**
cell("fault")
let faultRows = sizes[1]
let colleague = try laboratory.colleague(
  rows: faultRows, learningRate: found[.base, .instruction, faultRows].learningRate)
let herQuestion = laboratory.colleaguesQuestion
show(colleague.table(known, 8))  // hide
let herOptions = herQuestion.options
check("her answers begin with the same token", herOptions[0][0] == herOptions[1][0])
check("her accuracy is exactly one half", colleague.accuracy(colleague.first, known) == 0.5)
note("faultRows", faultRows)  // hide
note("faultAnswers", herQuestion.answers.joined(separator: " / "))  // hide
note("faultLossFirst", colleague.run.looks.first?.trainingLoss ?? .nan, .fixed(2))  // hide
note("faultLossLast", colleague.run.looks.last?.trainingLoss ?? .nan, .fixed(2))  // hide
note("faultAccuracy", colleague.accuracy(colleague.first, known), .percent(1))  // hide
note("faultWhole", colleague.accuracy(colleague.whole, known), .percent(1))  // hide
note("faultWritten", colleague.writtenAccuracy(known, herQuestion), .percent(1))  // hide
note("faultShared", laboratory.tokenizer.decode([herOptions[0][0]]))  // hide

//: <details><summary>Answer</summary>
//:
//: Both answers begin with the token {{faultShared}}. Its probability is the same number twice, no
//: answer is ever likelier, and a tie counts as complaint: every review gets the same class, and
//: half of them are complaints. Where the last two columns of the table differ, the model has said
//: one thing and she has read another. Scored as a whole, the same model has {{faultWhole}},
//: written {{faultWritten}}. An accuracy of exactly 50.0 % on a balanced test seldom comes from
//: guessing, for a guesser mostly misses one half by a little. Look first whether one class is
//: always said. And not only words can share a first token: with byte-level tokens, single
//: characters can, which begin with the same bytes.
//:
//: </details>
//:
//: > **Misconception.** "A chat model is always the better start: it is the base model, with
//: > something added." Tuning adds nothing on top; it *moves* the same weights, and what it moves
//: > them to is answering. Look for a place in the charts where the line of chat lies below the
//: > line of base: {{whereBase}} of {{situations}} comparisons of this run have base ahead,
//: > {{clearlyBase}} of them with the whole interval on its side; chat is clearly ahead in {{clearlyChat}}.
//:
//: ## Which to take
//:
//: "Choose by the task and the data", the lecture ends (000, line 113). For this task, the table
//: below has this run's choices, with rows at hand for one of the sizes and reviews of the same or
//: of other domains to come.
//:
//: **Predict first.** Validation chooses one of nine arms. With {{fewest}} reviews, how many of the
//: other {{otherArms}} can the test *not* tell from it, in the domains trained on?
//:
//: <details><summary>Answer</summary>
//:
//: {{alikeFew}} of {{otherArms}}; the choice fell on “{{chosenFew}}”.
//:
//: </details>
cell("decision")
let comparisons = [Place.known, .unseen].flatMap { place in
  Form.allCases.flatMap { form in
    sizes.map { Estimate(found.chatGain(form, $0, place)) }
  }
}
show(found.decisionTable)  // hide
show(found.leadTable("Minus the chosen arm, the same domains, in points", .known))  // hide
show(found.leadTable("Minus the chosen arm, other domains, in points", .unseen))  // hide
note("situations", comparisons.count)  // hide
note("whereBase", comparisons.count { $0.mean < 0 })  // hide
note("clearlyBase", comparisons.count { $0.interval.upperBound < 0 })  // hide
note("clearlyChat", comparisons.count { $0.interval.lowerBound > 0 })  // hide
note("alikeFew", found.decisions(.known)[0].alike)  // hide
note("chosenFew", .label(found.decisions(.known)[0].chosen.name))  // hide
note("otherArms", Candidate.all.count - 1)  // hide

//: *Validation chooses*, among all nine, as somebody would who has these rows and nothing else;
//: that is why a line can hold an arm that is clearly better. *Arms alike* cannot be told from the
//: chosen one, because the interval of the difference holds zero. Where many are alike, take the
//: cheapest of them: there, the choice matters less than the question on Zhihu assumed. Where few
//: are, the table names what a wrong choice costs, arm by arm.
//:
//: ## What this does not show
//:
//: That the same holds for models a thousand times larger, which know what 积极 means before any
//: tuning. There, writing a task in words is worth rows: Le Scao and Rush (2021) count how many
//: labelled examples a prompt saves over a head, often hundreds. Starting from an instruction-tuned
//: model pays as well: Flan-T5, tuned on single tasks, ends higher and gets there sooner than T5
//: (Longpre et al., 2023, "The Flan Collection"). On the other side, fine-tuned small classifiers
//: still beat large chat models that are merely asked (Bucher and Martini, 2024). And tuning all
//: weights can distort features that would have carried over: training the head first, and the
//: whole afterwards, helps out of the domain (Kumar et al., 2022). None of our arms does that.
//:
//: Nor does it show what other domains would say: the two without labels are one choice, and the
//: interval knows nothing of other choices. Nor other templates, other wordings of the task, more
//: than one test task, or rows beyond {{most}}.
//:
//: Our chat model is weak, too. It is `mini` after one pass over its tasks, and what it adds is a
//: habit of answering. A chat model of billions of parameters adds much more.
//:
//: And it has paid for that habit. Nothing but questions and answers stood in its tuning, and it
//: predicts the texts of its world far worse than `mini`: its card in Data/models has both figures,
//: and lesson 06 measures the same of `chat`. Whoever starts from it starts with less of what
//: pre-training gave, reviews included, so that a lead of the base says as much about this
//: forgetting as about bases and chat models in general. Tuned more gently, or with plain text between
//: the tasks (lesson 20), a chat model may be a better start than this one.
//:
//: In the lecture: the question, 000, lines 7 to 9; head and base, lines 13 to 26; instruction and
//: chat, lines 29 to 41; small models and the best result, line 45; other domains, lines 79 and
//: 103; the choice, line 113. Few and many rows: 001, line 87. (001, line 81, lists text
//: classification under the unsupervised tasks of a base model. With labels it is supervised, in
//: either form.)
//:
//: ## Exercises
//:
//: They are functions in this lesson's `Exercises.swift`, each with its task and hints.
//: `swift run -c release course check 07` says what is solved, and what went wrong where it is not.
//:
//: - **7.1** Give the accuracy of option scores, with ties counted fairly.
//: - **7.2** Give a difference of differences and its standard error.
//: - **7.3** Read two labels from a line of JSON, strictly.
//:
//: ## Quiz
//:
//: 1. A colleague reports that chat minus base is {{askedGainFew}} points as an instruction with
//:    {{fewest}} reviews and {{headGainFew}} with a head. Which number is needed to say that *the
//:    form* decides the start?
//: 2. Scored, the untrained chat model has {{chatZero}}, and it writes the right word for
//:    {{chatZeroWritten}}. Which of the two would a user of the model see, and which one is a fair
//:    start of the curves in the first chart?
//: 3. `nano` with a head loses {{dropSmall}} points to the two other domains, the bag of words
//:    {{dropWords}}. Can you say from these numbers how hard the two other domains are?
//:
//: <details><summary>Answers</summary>
//:
//: 1. Their difference, {{gainOverHeadFew}} points, taken review by review: the same reviews are
//:    hard for all arms, and what they share drops out.
//: 2. A user sees what is written. The curves are of scored answers, so {{chatZero}} is their
//:    start.
//: 3. No. A loss mixes hardness with what was not carried over. Two losses of different models on
//:    the same two tests can be compared with each other; neither can be compared with zero.
//:
//: </details>
cell("quiz")
let fewGain = { (form: Form) in found.chatGain(form, few) }  // hide
note("gainOverHeadFew", points(difference(fewGain(.instruction), fewGain(.head))))  // hide
note("dropSmall", points(found.overSizes { found.drop(.nano, .head, $0) }))  // hide
