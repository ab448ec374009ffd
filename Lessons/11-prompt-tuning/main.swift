//: # 11 · Prompt tuning
//:
//: A prompt is words in front of a question. Inside the model the words are gone after the first
//: step: a table turns each of them into a row of numbers, and only the numbers are computed with.
//: So why should the numbers come from words? The lecture (004, lines 129 to 131) describes a
//: method that leaves the words out. It puts vectors among the embedded tokens, at the input and
//: nowhere else, and trains nothing but them; they may stand in front of the text, or anywhere in
//: it. Another lecture (001, line 50) warns that tuning a part of the parameters is unsteady and in
//: some places does not work well. **How much can a few vectors at the input do, what does it
//: depend on, and what do the vectors say?**
//:
//: In lesson 10 a prefix stood in every layer. Here it stands in the first one only, and the layers
//: above have to make the rest of it themselves.

import Course

cell("setup")
let trainingRows = profile.choose(smoke: 32, class: 512, full: 512)
let steps = profile.choose(smoke: 2, class: 75, full: 110)
let miniSteps = profile.choose(smoke: 2, class: 50, full: 76)
let gridSteps = profile.choose(smoke: 2, class: 45, full: 64)
let testCount = profile.choose(smoke: 12, class: 120, full: 240)
let length = profile.choose(smoke: 4, class: 16, full: 16)
let plan = TuningPlan(
  rows: trainingRows, steps: steps, batchRows: 8, rates: Method.full.rates,
  seeds: seeds(profile.choose(smoke: 1, class: 1, full: 5)),
  looks: profile.choose(smoke: 1, class: 3, full: 3))
setup(
  fixed: [
    "the model's own weights, except where all of them are tuned",
    "the questions of a seed, their order, the steps of a model, batches of 8",
    "AdamW, warm-up, linear decay, gradients clipped at 1",
    "equally many looks at validation, of which the best is kept",
  ],
  varies: [
    "what is trained: vectors at the input, a prefix in every layer, LoRA, everything",
    "where the vectors begin, how many they are, and where they stand", "the learning rate",
    "the model: nano or mini",
  ],
  budget: """
    each arm's rate chosen by validation from four with the first seed; three seeds, or five where a \
    claim compares arms of nano; a class run has one seed and takes a method's usual rate
    """)
hardware("OpenBLAS core", MatrixProduct.coreName)  // hide

//: ## Vectors instead of words
//:
//: The bed is the one that lessons 08 to 12 share: class questions about texts of the world, written
//: as instructions. Half of them ask whether a review is praise or complaint, half ask which of six
//: kinds a text is of. A question counts as right if the right answer is the likeliest of its kind.
//: Each seed has {{trainingRows}} questions to learn from; the test has {{testCount}} others, in
//: phrases that no training text holds.
//:
//: First we do by hand what the method does. We take a prompt in words and look up its embeddings.
//: We put these rows in front of the embedded question and add the positions. Then we hand the
//: whole to the model, *without* telling it that the first rows had ever been words.
cell("by-hand")
let world = try ClosedWorld.load(seed: 1)
_ = courseData("world")  // hide
_ = courseData("instructions")  // hide
let bed = try TuningBed(
  Instructions(of: world), families: [.sentiment, .documentKind],
  validation: profile.choose(smoke: 12, class: 60, full: 72), test: testCount)
let nano = try bed.model(.nano)
let words = bed.tokenizer.encode(Written.all[3])
let row = try bed.encoded([bed.test[0]])[0]
let (P, T) = (words.count, row.count)

func byHand(_ nano: GPT2LMHeadModel, _ words: [Int32], _ row: [Int32], positions: [Int]) -> Tensor {
  let (tokens, places) = (nano.transformer.tokenEmbedding, nano.transformer.positionEmbedding)
  let (P, T, H) = (words.count, row.count, tokens.dim(1))
  return withoutGradients {
    let vectors = Tensor.embedding(tokens, ids: words)  // [P, H]
    let embedded = Tensor.embedding(tokens, ids: row)  // [T, H]
    let joined = Tensor([P + T, H], vectors.elements + embedded.elements)
    let input = joined + Tensor.embedding(places, ids: positions.map(Int32.init))
    let hidden = nano.transformer(embeddings: input, segments: Segments(lengths: [P + T]))
    return nano.head(hidden).rows(Array(P..<P + T))  // what stands behind the vectors
  }
}
let asRows = byHand(nano, words, row.tokens, positions: Array(0..<P + T))
let restarted = byHand(nano, words, row.tokens, positions: Array(0..<P) + Array(0..<T))
let asWords = try withoutGradients {
  try nano.logits(TokenBatch([words + row.tokens])).rows(Array(P..<P + T))
}
let adapter = try PromptTuning(length: P, initialisation: .tokens(words)).attach(to: nano, seed: 1)
let asVectors = try withoutGradients { try nano.logits(TokenBatch([row.tokens])) }
check(
  "no question that is judged is learned from",
  try !plan.seeds.contains { try bed.leaks(trainingRows, seed: $0) })
check("vectors by hand and words give the same logits", distance(asRows, asWords) < 1e-4)
check("the method gives the same logits, too", distance(asVectors, asWords) < 1e-4)
check("it trains P · H numbers", adapter.parameterCount == P * nano.config.hiddenSize)
adapter.deactivate()
let bare = try withoutGradients { try nano.logits(TokenBatch([row.tokens])) }  // hide
show(rowTable(row, bed.tokenizer, vectors: P))  // hide
note("trainingRows", trainingRows)  // hide
note("testCount", testCount)  // hide
note("writtenExample", Written.all[3])  // hide
note("exampleTokens", P)  // hide
note("byHandDistance", distance(asRows, asWords), .fixed(6))  // hide
note("restartedDistance", distance(restarted, asWords), .fixed(2))  // hide
note("bareDistance", distance(bare, asWords), .fixed(2))  // hide

//: The prompt is “{{writtenExample}}”, {{exampleTokens}} tokens. As words, as vectors put together
//: by hand and as vectors of the method, it gives the same logits; they differ by
//: {{byHandDistance}} at most. Without it, some logit differs by {{bareDistance}}. So the words were
//: never needed, only their rows. And a row of numbers can be changed by a gradient, a word cannot.
//:
//: Look at two columns of the table. The vectors take the first **places**: the question now begins
//: where they end. Had it begun at place 0 again, as if nothing stood before it, some logit would
//: be off by {{restartedDistance}}. And **in the loss** nothing has changed. No vector is a token,
//: so that none can be a label; in a framework that wants a label for every place, theirs are −100.
//:
//: ## How little that is
//:
//: **Predict first.** {{length}} vectors for a model like GPT-2, with 124 million parameters: how
//: many numbers are trained, and which share of all is that? How many are they in every layer?
//:
//: <details><summary>Answer</summary>
//:
//: {{gpt2Prompt}} numbers, {{gpt2Share}} of all. In every layer, with a key and a value each, they
//: are {{gpt2Prefix}}: {{gpt2Ratio}} times as many.
//:
//: </details>
cell("parameters")
let mini = try bed.model(.mini)
let gpt2 = GPT2Config()
show(
  parameterTable(
    [("nano", nano.config), ("mini", mini.config), ("GPT-2 124M", gpt2)], length: length,
    encoderSize: Laboratory.encoderSize))
check(
  "the sum over the parts is what the model has", nano.config.parameterCount == nano.parameterCount)
let gpt2Counts = TrainedCounts(gpt2, length: length, encoderSize: Laboratory.encoderSize)  // hide
note("length", length)  // hide
note("gpt2Prompt", gpt2Counts.prompt)  // hide
note("gpt2Share", Double(gpt2Counts.prompt) / Double(gpt2.parameterCount), .percent(3))  // hide
note("gpt2Prefix", gpt2Counts.prefix)  // hide
note("gpt2Ratio", gpt2Counts.prefix / gpt2Counts.prompt)  // hide

//: The column “with an encoder” is P-tuning, to which we come below: there the vectors come out of
//: a small network. It is trained with them and thrown away in the end, so that a file holds no
//: more than the column “vectors at the input”.
//:
//: ## What words can do
//:
//: Before anything is trained, the same place filled by hand: {{writtenCount}} prompts in words.
//: Validation says which is best. This is *prompt engineering*, and what trained vectors must beat
//: to be worth their training.
cell("written")
let written: [TuningBase: [WrittenTrial]] = [
  .nano: try bed.written(.nano), .mini: try bed.written(.mini),
]
let untuned: [TuningBase: Judgement] = [
  .nano: try cached("untuned, nano") { try bed.judge(bed.model(.nano)) },
  .mini: try cached("untuned, mini") { try bed.judge(bed.model(.mini)) },
]
let bestWritten = written.mapValues(\.best)
let text = bestWritten.mapValues { bed.tokenizer.encode($0.prompt) }
show(written[.nano]!.table("Written prompts, nano, untrained"))  // hide
show(written[.mini]!.table("Written prompts, mini, untrained"))  // hide
note("writtenCount", Written.all.count)  // hide
note("untunedNano", untuned[.nano]!.accuracy, .percent(1))  // hide
note("untunedMini", untuned[.mini]!.accuracy, .percent(1))  // hide
note("chance", bed.chance, .percent(1))  // hide
note("writtenNano", bestWritten[.nano]!.test.accuracy, .percent(1))  // hide
note("writtenMini", bestWritten[.mini]!.test.accuracy, .percent(1))  // hide
note("writtenWords", bestWritten[.nano]!.prompt)  // hide

//: With nothing in front, nano is right on {{untunedNano}} and mini on {{untunedMini}}; blind
//: guessing would be right on {{chance}}. Behind the prompt that validation chose they are right on
//: {{writtenNano}} and {{writtenMini}}. Our models have never been taught to follow words. A large
//: chat model would gain much more here, and that is a real reason to write prompts for it.
//:
//: ## Where the vectors begin
//:
//: A gradient needs a place to start from. Three are common, and peft has all of them. **Normal**:
//: numbers from $N(0, 1)$, peft's default. **Vocabulary**: the embeddings of tokens drawn at
//: random. **Text**: the embeddings of a written prompt, here “{{writtenWords}}” for nano, repeated
//: or cut to {{length}} tokens.
//:
//: **Predict first.** A vector from $N(0, 1)$ with $H$ numbers has a norm of about $\sqrt{H}$, which
//: is {{normalNorm}} for nano. How long is the embedding of a token? And what does it do to the
//: model to have {{length}} vectors of each sort in front, before any training: by how many nats
//: does a token of the right answer become less likely?
//:
//: <details><summary>Answer</summary>
//:
//: A token's embedding has a norm of {{tokenNorm}}. With nothing in front, a token of the right
//: answer costs {{natsNothing}} nats; behind normal vectors {{natsNormal}}, behind tokens drawn from
//: the vocabulary {{natsVocabulary}}, behind the text {{natsText}}.
//:
//: </details>
cell("beginnings")
let laboratory = Laboratory(
  bed: bed, plan: plan, length: length, text: text, sweeps: profile.decides)
let beginnings = try cached("beginnings") {
  try Start.allCases.map { try laboratory.beginning($0, .nano, seed: plan.seeds[0]) }
}
show(try laboratory.beginningTable(beginnings, .nano))  // hide
note("normalNorm", Double(nano.config.hiddenSize).squareRoot(), .fixed(1))  // hide
note("tokenNorm", meanNorm(nano.transformer.tokenEmbedding), .fixed(2))  // hide
note("natsNothing", try nano.meanLoss(bed.encoded(bed.validation)).nats, .fixed(2))  // hide
for (name, beginning) in zip(["Normal", "Vocabulary", "Text"], beginnings) {  // hide
  note("nats\(name)", beginning.answerNats, .fixed(2))  // hide
}  // hide

//: peft's default is meant for no model in particular, and lies far outside of this one, as it does
//: outside of GPT-2, whose token embeddings hold numbers of much the same size as ours. Whether that matters
//: is what training shows. The norm of these vectors is large, but the first thing that every block
//: does is to normalise what it reads.
//:
//: **Predict first.** nano, {{trainingRows}} questions, {{steps}} steps, each start at the learning
//: rate that validation finds best for it (in a class run, at one that served well before). How many
//: points lie between the best start and the worst?
//:
//: <details><summary>Answer</summary>
//:
//: {{startGap}} points: normal {{accuracyNormal}}, vocabulary {{accuracyVocabulary}}, text
//: {{accuracyText}}. Full tuning ends at {{accuracyFull}}.
//:
//: </details>
cell("starts")
let sideSeeds = profile.choose(smoke: 1, class: 1, full: 3)
let starts = Dictionary(
  uniqueKeysWithValues: try Start.allCases.map { start in
    return (start, try laboratory.sweep(laboratory.prompt(.nano, start), .prompt))
  })
let fullNano = try laboratory.sweep(.full(.nano), .full)
let chosenStart = starts.best
let blindNats = bed.test.map { log(Double($0.family.classAnswers.count)) }.mean
plot(  // hide
  "start-curves",  // hide
  curveChart(  // hide
    "Learning from three starts, nano",  // hide
    zip(Start.allCases, beginnings).map { start, beginning in  // hide
      starts[start]!.curve(start.rawValue, from: beginning.judgement.meanNats)  // hide
    }, blind: blindNats))  // hide
plot(  // hide
  "starts",  // hide
  BarChart(  // hide
    "Three starts, nano", value: .percent("test accuracy"),  // hide
    Start.allCases.map { starts[$0]!.hits.bar($0.rawValue) }  // hide
      + [fullNano.hits.bar("full tuning")],  // hide
    reference: Reference(untuned[.nano]!.accuracy, "untuned")))  // hide
let startMeans = Start.allCases.map { starts[$0]!.hits.mean }  // hide
note("steps", steps)  // hide
note("startGap", 100 * (startMeans.max()! - startMeans.min()!), .fixed(1))  // hide
for (name, mean) in zip(["Normal", "Vocabulary", "Text"], startMeans) {  // hide
  note("accuracy\(name)", mean, .percent(1))  // hide
}  // hide
note("accuracyFull", fullNano.hits.mean, .percent(1))  // hide
note("blindNats", blindNats, .fixed(2))  // hide
note("chosenStart", .label(chosenStart.rawValue))  // hide
note("chance2", bed.chance, .percent(1))  // hide

//: The curves show more than the bars. A model that takes all answers of a kind for equally likely
//: pays {{blindNats}} nats a question, the dashed line. Down to it, a curve falls because the model
//: stops preferring some word whatever the text says; only below it does it tell classes apart. Look
//: at the right end, too: a line that still falls there would go on with more steps, and the
//: comparison holds for this budget only. The bars are 95 % intervals over seeds and questions (in a
//: class run over questions alone), and {{chance2}} is the accuracy of blind guessing. Validation
//: likes the start “{{chosenStart}}” best; it is the one that the comparison with other methods will
//: use.
//:
//: ## How many
//:
//: **Predict first.** One vector, or {{longest}}: how many points apart? And does a prefix of the
//: same length, with keys and values in every layer, lie above the vectors at the input, at every
//: length?
//:
//: <details><summary>Answer</summary>
//:
//: From one vector to {{longest}}: {{lengthGain}} points. One place with keys and values in every
//: layer is right on {{deepOne}}, and {{longest}} vectors at the input on {{inputLongest}}.
//:
//: </details>
cell("lengths")
let lengths = profile.choose(
  smoke: [1, length], class: [1, 16, 32], full: [1, 4, 16, 32])
let deepLengths = profile.choose(smoke: [1, length], class: [1, 16], full: [1, 16, 32])
let prefixNano = try laboratory.sweep(laboratory.prefix(.nano), .prefix)
var inputByLength = [length: starts[.text]!]
var deepByLength = [length: prefixNano]
for count in lengths where count != length {
  inputByLength[count] = try laboratory.sweep(
    laboratory.prompt(.nano, .text, length: count), rate: starts[.text]!.rate, seeds: sideSeeds)
}
for count in deepLengths where count != length {
  deepByLength[count] = try laboratory.sweep(
    laboratory.prefix(.nano, length: count), rate: prefixNano.rate, seeds: sideSeeds)
}
plot(  // hide
  "lengths",  // hide
  lengthChart(  // hide
    input: inputByLength, deep: deepByLength, full: fullNano,  // hide
    written: bestWritten[.nano]!.test, untuned: untuned[.nano]!))  // hide
note("longest", lengths.last!)  // hide
note("lengthGain", lead(inputByLength[lengths.last!]!, over: inputByLength[1]!).points)  // hide
note("deepOne", deepByLength[1]!.hits.mean, .percent(1))  // hide
note("inputLongest", inputByLength[lengths.last!]!.hits.mean, .percent(1))  // hide

//: Two things grow from left to right: the number of trained parameters, and the number of places
//: that a question can look at. Compare the lines across, not only up: one place of the deep prefix
//: has {{deepRatio}} times the parameters of one vector. If the two lines meet when one of them is
//: shifted by that factor, it was the parameters that counted; if not, it matters where they stand.
//:
//: The vectors of every length begin with the same text, and all lengths use the rate that was
//: found for {{length}}.
cell("deep-ratio")
note("deepRatio", prefixNano.trainable / starts[.text]!.trainable)  // hide

//: ## Vectors out of a network
//:
//: The authors of P-tuning (Liu et al., 2021) found vectors hard to train by themselves: they begin
//: as neighbours of tokens and each moves alone. So they let a small network make them. What is
//: trained is its input and its weights, {{encoderTrained}} numbers for nano; what is kept are the
//: {{length}} vectors that come out. In their paper the network is an LSTM with an MLP behind it;
//: peft's default, and ours, is an MLP of three layers.
//:
//: **Predict first.** Does the network help in {{steps}} steps: is its curve below that of the
//: plain vectors, and after how many steps?
//:
//: <details><summary>Answer</summary>
//:
//: At the end it is right on {{encoderAccuracy}} of the test questions, plain vectors from text on
//: {{plainAccuracy}}: a difference of {{encoderLead}} points ({{encoderEnds}}).
//:
//: </details>
cell("encoder")
let encoder = try laboratory.sweep(laboratory.encoder(.nano), .encoder, seeds: sideSeeds)
plot(  // hide
  "encoder",  // hide
  curveChart(  // hide
    "Vectors, and vectors out of a network, nano",  // hide
    [  // hide
      starts[.text]!.curve("vectors from text", from: nil),  // hide
      starts[.normal]!.curve("vectors from N(0, 1)", from: nil),  // hide
      encoder.curve("out of a network", from: nil),  // hide
    ], blind: blindNats))  // hide
note("encoderTrained", encoder.trainable)  // hide
note("encoderAccuracy", encoder.hits.mean, .percent(1))  // hide
note("plainAccuracy", starts[.text]!.hits.mean, .percent(1))  // hide
note("encoderLead", lead(encoder, over: starts[.text]!).points)  // hide
note("encoderEnds", lead(encoder, over: starts[.text]!).ends)  // hide

//: > **Misconception.** “Prompt tuning, prompt engineering, P-tuning: three words for one thing.”
//: > Prompt *engineering* changes words, trains nothing, and works through a model's interface.
//: > Prompt *tuning* changes numbers, needs gradients through the whole model, and leaves vectors
//: > that nobody can type in. *P-tuning* is a way to train such vectors, through a network, and in
//: > its paper also a place for them: anywhere among the words. The fourth that is mixed up with
//: > them is lesson 10's prefix, which is not at the input at all. (P-tuning v2 is that, once more.)
//:
//: ## Where they stand
//:
//: The lecture knows two forms: the prefix form, with the vectors in front of everything, and the
//: free form, with the vectors anywhere in the text. For the free form a row holds ids that no
//: token has, beginning behind the vocabulary's last, and each of them stands for a vector.
//: A causal model reads from left to right, so that the place is not a matter of taste: what stands
//: behind the vectors can make use of them, what stands before cannot.
//:
//: **Predict first.** In front; between the task and the text that it is about; right before the
//: answer, where only the answer's own places see them. Which is best, and by how many points?
//:
//: <details><summary>Answer</summary>
//:
//: In front {{placeFront}}, between {{placeBetween}}, before the answer {{placeLast}}. Between minus
//: in front: {{betweenLead}} points ({{betweenEnds}}); before the answer minus in front:
//: {{lastLead}} points ({{lastEnds}}).
//:
//: </details>
cell("places")
var placed = [Place.front: starts[.text]!]
for place in [Place.between, .beforeAnswer] {
  placed[place] = try laboratory.sweep(laboratory.placed(.nano, place), .prompt)
}
let wordsPlaced = try cached("words in their places") {
  Dictionary(
    uniqueKeysWithValues: try Place.allCases.map { ($0, try laboratory.words(.nano, $0)) })
}
check(
  "a row without its placeholders is what it was",
  Place.allCases.allSatisfy { laboratory.keepsRows($0, row) })
check(
  "placeholders before everything are the prefix form",
  try laboratory.freeDistance(.nano, row) < 1e-4)
plot(  // hide
  "places",  // hide
  BarChart(  // hide
    "Where the vectors stand, nano", value: .percent("test accuracy"),  // hide
    Place.allCases.map { placed[$0]!.hits.bar($0.name) },  // hide
    reference: Reference(untuned[.nano]!.accuracy, "untuned")))  // hide
show(placeTable(placed, words: wordsPlaced))  // hide
let alike = placesAreAlike(placed)
claim("C11.4", alike.test, evidence: alike.evidence)  // hide
note("placeFront", placed[.front]!.hits.mean, .percent(1))  // hide
note("placeBetween", placed[.between]!.hits.mean, .percent(1))  // hide
note("placeLast", placed[.beforeAnswer]!.hits.mean, .percent(1))  // hide
let betweenLead = placed[.between]! - placed[.front]!  // hide
let lastLead = placed[.beforeAnswer]! - placed[.front]!  // hide
note("betweenLead", betweenLead.points)  // hide
note("betweenEnds", betweenLead.ends)  // hide
note("lastLead", lastLead.points)  // hide
note("lastEnds", lastLead.ends)  // hide

//: A thing to weigh beside the points: what stands in front is the same for every question, so that
//: what the layers make of it can be computed once and kept. Vectors right before the answer have to
//: be computed with every question. On the other side, the later they stand, the less they change of
//: how the text itself is read, and the more directly they act on the answer.
//:
//: ## Against the others
//:
//: Now `mini`, with {{miniSteps}} steps, and two questions: do {{length}} vectors at the input reach what tuning
//: every weight reaches? And do keys and values in every layer do better than they?
//:
//: **Predict first.** Put the four in order, with the points between them: the best written prompt,
//: vectors, prefix, full tuning.
//:
//: <details><summary>Answer</summary>
//:
//: Written {{writtenMini}}, vectors {{vectorsMini}}, prefix {{prefixMini}}, full tuning
//: {{fullMini}}. Vectors minus full tuning: {{gapMini}} points ({{gapEndsMini}}) for mini and
//: {{gapNano}} ({{gapEndsNano}}) for nano. Prefix minus vectors: {{deepLeadMini}} points
//: ({{deepLeadEndsMini}}) for mini.
//:
//: </details>
cell("against")
let miniLaboratory = laboratory.with(seeds: sideSeeds, steps: miniSteps)
let onMini = Compared(
  untuned: untuned[.mini]!, written: bestWritten[.mini]!.test,
  vectors: try miniLaboratory.sweep(laboratory.prompt(.mini, chosenStart), .prompt),
  prefix: try miniLaboratory.sweep(laboratory.prefix(.mini), .prefix),
  full: try miniLaboratory.sweep(.full(.mini), .full))
let onNano = Compared(
  untuned: untuned[.nano]!, written: bestWritten[.nano]!.test, vectors: starts[chosenStart]!,
  prefix: prefixNano, full: fullNano)
let manySteps = try laboratory.sweep(
  laboratory.prompt(.nano, chosenStart), rate: onNano.vectors.rate, seeds: 1,
  steps: 4 * steps)
let manyStepsFull = try laboratory.sweep(
  .full(.nano), rate: onNano.full.rate, seeds: 1, steps: 4 * steps)
plot("against", againstChart(onMini, onNano))  // hide
for (title, arms) in [("Arms, mini", onMini), ("Arms, nano", onNano)] {  // hide
  show(  // hide
    armTable(  // hide
      title,  // hide
      [("vectors", arms.vectors), ("prefix", arms.prefix), ("full tuning", arms.full)],  // hide
      untrained: [("best written prompt", arms.written), ("untuned", arms.untuned)],  // hide
      chance: bed.chance, majority: try bed.majority(trainingRows, seed: plan.seeds[0])))  // hide
}  // hide
let long = manySteps - manyStepsFull
let (reaching, deeper) = (reachesFull(onMini, onNano, long: long), deepIsBetter(onMini, onNano))
claim("C11.1", reaching.test, evidence: reaching.evidence)  // hide
claim("C11.3", deeper.test, evidence: deeper.evidence)  // hide
note("miniSteps", miniSteps)  // hide
note("vectorsMini", onMini.vectors.hits.mean, .percent(1))  // hide
note("prefixMini", onMini.prefix.hits.mean, .percent(1))  // hide
note("fullMini", onMini.full.hits.mean, .percent(1))  // hide
note("gapMini", lead(onMini.vectors, over: onMini.full).points)  // hide
note("gapEndsMini", lead(onMini.vectors, over: onMini.full).ends)  // hide
note("gapNano", lead(onNano.vectors, over: onNano.full).points)  // hide
note("gapEndsNano", lead(onNano.vectors, over: onNano.full).ends)  // hide
note("deepLeadMini", lead(onMini.prefix, over: onMini.vectors).points)  // hide
note("deepLeadEndsMini", lead(onMini.prefix, over: onMini.vectors).ends)  // hide
note("longVectors", manySteps.hits.mean, .percent(1))  // hide
note("longFull", manyStepsFull.hits.mean, .percent(1))  // hide
note("longSteps", 4 * steps)  // hide
note("vectorSeconds", onMini.vectors.chosen[0].seconds, .seconds)  // hide
note("fullSeconds", onMini.full.chosen[0].seconds, .seconds)  // hide

//: Is it only a matter of time? With four times the steps, {{longSteps}}, and one seed, vectors of
//: nano are right on {{longVectors}}, and nano tuned as a whole on {{longFull}}. Read the gap of the
//: two beside the gap above: where it shrinks, vectors are slow; where it stays, they are weak.
//:
//: And little is trained does not mean that training is cheap. A run of vectors took
//: {{vectorSeconds}} for its steps and a run of full tuning {{fullSeconds}}, both on mini. The
//: gradient must travel through every layer down to the input; only what would have been done with
//: the weights on the way is saved. What shrinks is the state of the optimiser, and the file.
//:
//: ## What do they say?
//:
//: A learned vector is no word, but it has neighbours among the words. Below are the first vectors
//: that training left in nano, begun as text, with the tokens whose embeddings point most nearly
//: the same way.
//:
//: **Predict first.** Of {{length}} vectors that began as tokens, for how many is that token still
//: the nearest after training? And if every vector is replaced by its nearest token, how many points
//: of accuracy are lost?
//:
//: <details><summary>Answer</summary>
//:
//: {{stillNearest}} of {{length}}. Replaced, they are right on {{snapped}} instead of {{learned}}; as
//: they began, they were right on {{begun}}. In nats a question, which show more: {{snappedNats}}
//: instead of {{learnedNats}}, and {{begunNats}} as they began.
//:
//: </details>
cell("nearest")
let learned = try cached("learned vectors") {
  try [Start.text, .normal].map { start in
    try laboratory.learned(start, .nano, rate: starts[start]!.rate, seed: plan.seeds[0])
  }
}
show(nearestTable(learned[0], bed.tokenizer, 8))  // hide
show(controlTable(learned))  // hide
note(  // hide
  "stillNearest",  // hide
  learned[0].vectors.filter { $0.nearest[0].token == $0.startNearest.token }.count)  // hide
note("snapped", learned[0].snapped.accuracy, .percent(1))  // hide
note("learned", learned[0].trained.accuracy, .percent(1))  // hide
note("begun", learned[0].begun.accuracy, .percent(1))  // hide
note("snappedNats", learned[0].snapped.meanNats, .fixed(2))  // hide
note("learnedNats", learned[0].trained.meanNats, .fixed(2))  // hide
note("begunNats", learned[0].begun.meanNats, .fixed(2))  // hide
note("randomCosine", learned[0].randomCosine, .fixed(2))  // hide
note("normalCosine", learned[1].cosine, .fixed(2))  // hide
note("tokenCosine", learned[0].tokenCosine, .fixed(2))  // hide

//: It is tempting to read the column of neighbours like tea leaves. The second table is there to
//: stop us. *Some* token is always nearest: a direction drawn at random has one at a cosine of
//: {{randomCosine}}, and vectors that began from $N(0, 1)$ end at {{normalCosine}}. Real tokens are
//: much closer to each other, {{tokenCosine}}, because all of them share a large common part. So a
//: name means something only if its cosine stands out from these.
//:
//: The nats are the real test. If the vectors *were* their nearest tokens, replacing them would change
//: little. Whatever is lost is what they say beyond any word. Khashabi et al. (2022) went
//: further: they trained prompts that are near a text which says something else entirely, and
//: the prompts did their task all the same.
//:
//: ## Settings
//:
//: Lecture 001 calls such methods unsteady. For vectors we can say what that might mean: three
//: starts times {{rateCount}} learning rates, {{gridSteps}} steps, every run with a seed of its own,
//: which decides its questions, their order and what is drawn. {{runs}} runs in all, and as many of
//: LoRA with the same seeds and as many rates of its own.
//:
//: **Predict first.** Which share of the {{runs}} runs ends within 3 points of the best of them? And
//: of LoRA's?
//:
//: <details><summary>Answer</summary>
//:
//: {{nearBest}} of the vectors' runs and {{nearBestLora}} of LoRA's. The deviation over the runs is
//: {{spreadRatio}} times that of LoRA ({{spreadEnds}}).
//:
//: </details>
cell("grid")
let runsPerCell = profile.choose(smoke: 1, class: 1, full: 2)
let gridPlaces = profile.choose(smoke: 1..<2, class: 1..<3, full: 0..<4)
let grid = try laboratory.with(seeds: 1, steps: gridSteps).grid(
  .nano, promptRates: Array(Method.prompt.rates[gridPlaces]),
  loraRates: Array(Method.lora.rates[gridPlaces]),
  seeds: seeds(Start.allCases.count * gridPlaces.count * runsPerCell))
plot("grid", grid.map)  // hide
plot("grid-runs", grid.histogram)  // hide
claim("C11.2", grid.test, evidence: grid.evidence)  // hide
note("rateCount", gridPlaces.count)  // hide
note("gridSteps", gridSteps)  // hide
note("runs", grid.prompts.count)  // hide
note("nearBest", grid.prompts.shareNearBest, .percent(0))  // hide
note("nearBestLora", grid.lora.shareNearBest, .percent(0))  // hide
note("spreadRatio", grid.spread.value, .fixed(2))  // hide
note("spreadEnds", grid.spreadEnds)  // hide

//: In the map, go along a row: that is what a wrong learning rate costs. Go down a column: that is
//: what a wrong start costs. The bottom row is LoRA, whose rates are the second number under a
//: column. Both grids were laid where the method did best in a few runs on validation, and both span
//: a factor of about thirty; a class run has their middle only. So the ratio compares what happens
//: when one is wrong by as much. A method can be steady at a low level, too; the histogram shows how
//: high the best runs are.
//:
//: ## Find the fault
//:
//: A colleague writes the method herself. She puts {{length}} vectors in front of the embedded
//: tokens, as we did by hand, adds the positions, freezes the model, and hands the outputs and the
//: labels of the row to the loss. It goes from {{faultLossFirst}} nats at the first step to
//: {{faultLossLast}} at the last ones; with ours, from {{ourLossFirst}} before the first look to
//: {{ourLossLast}} before the last. Gradients arrive and the vectors move. But on
//: validation questions a token of the right answer costs {{faultNats}} nats behind her vectors,
//: {{oursNats}} behind ours, and the accuracy is {{faultAccuracy}}, when no vectors at all have
//: {{untunedAgain}}. **What is wrong? Read the table against the one at the start of the lesson, which shows another
//: row: not the numbers of the places, but what stands at which.**
cell("fault")
let misaligned = try laboratory.misaligned(.nano, rate: starts[.text]!.rate)
show(misaligned.table(bed.tokenizer))  // hide
check(
  "her labels stand as many places too early as there are vectors",
  misaligned.answerPlace - misaligned.places[0].place == length)
let ours = starts[.text]!.chosen[0].looks  // hide
let answerTokens = try bed.encoded(bed.validation)  // hide
note("faultLossFirst", misaligned.losses[0], .fixed(2))  // hide
note("faultLossLast", misaligned.losses.suffix(5).mean, .fixed(2))  // hide
note("ourLossFirst", ours.first?.trainingLoss ?? .nan, .fixed(2))  // hide
note("ourLossLast", ours.last?.trainingLoss ?? .nan, .fixed(2))  // hide
note("faultAccuracy", misaligned.test.accuracy, .percent(1))  // hide
note("untunedAgain", untuned[.nano]!.accuracy, .percent(1))  // hide
note("faultNats", misaligned.answerNats, .fixed(2))  // hide
note("bareNats", try nano.meanLoss(answerTokens).nats, .fixed(2))  // hide
note("oursNats", learned[0].answerNats, .fixed(2))  // hide

//: <details><summary>Answer</summary>
//:
//: The vectors moved the tokens up by {{length}} places, and nobody moved the labels. The output that
//: must say the first word of the answer is not that of the template's last token, as it should be;
//: it stands {{length}} places before, somewhere in the text, where the rest of the text cannot be
//: seen. What can be learned there is which answers there are, and that they are followed by an end:
//: enough for a falling loss. At the places where an answer is really asked for, nobody trained it:
//: its tokens cost {{bareNats}} nats with nothing in front, and whatever her vectors change there is a
//: side effect. Exercise 11.1 is this line of code. The same slip has a sister in classification: a head that reads the state at place T − 1 reads, behind
//: {{length}} vectors, a token in the middle of the text.
//:
//: </details>
//:
//: ## What this does not show
//:
//: How the method does at the size for which it is known. Lester, Al-Rfou and Constant (2021) tuned
//: prompts for T5 from small to 11 billion parameters: far behind full tuning at the small end,
//: level with it at the large one. At that size start and length hardly mattered any more; for small
//: models, starting from words and having twenty vectors rather than one did. Our two models lie
//: below their smallest. What we measure is the end of the scale where the method is at its worst.
//:
//: Nor does it show what deeper prompts do on hard tasks. Prefix tuning (Li and Liang, 2021) was made
//: for generation, and P-tuning v2 (Liu et al., 2022) puts trained prompts into every layer and finds
//: them level with full tuning for models from 330 million parameters on.
//:
//: Nor transfer: a prompt trained for one task is a good start for another (Vu et al., 2022). Nor the
//: thing that makes vectors attractive in practice, many tasks served by one model in one batch, each
//: row with its own vectors.
//:
//: And the rates: a grid of four cannot find what a finer one would. Lester et al. train 30,000 steps
//: at a constant rate of 0.3 with Adafactor; ours are {{steps}} steps of Adam.
//:
//: In the lecture: prompt tuning, 004, lines 129 to 131, the free form and the prefix form in line
//: 131; partial methods and their unsteadiness, 001, line 50. Lecture 003, line 175, calls the first
//: words of a text a prefix; in the sense of this lesson they are a written prompt.
//:
//: ## Exercises
//:
//: They are functions in this lesson's `Exercises.swift`, each with its task and hints.
//: `swift run -c release course check 11` says what is solved, and what went wrong where it is not.
//:
//: - **11.1** Put trained vectors before the embedded tokens of a row, and give every place its
//:   target.
//: - **11.2** Find the tokens whose embeddings point most nearly where a vector points.
//: - **11.3** Count what prompt tuning, P-tuning and prefix tuning train.
//:
//: ## Quiz
//:
//: 1. nano's {{length}} vectors are {{trainedNano}} numbers. How many bytes does a file of them hold
//:    in float32, and what else do you have to send along so that somebody can use it?
//: 2. With {{length}} vectors in front, how many tokens may a question and its answer have, in a
//:    model with {{contextLength}} positions? Does a prefix in every layer leave more?
//: 3. The deviation over the grid is {{spreadRatio}} times LoRA's. A colleague concludes that vectors
//:    are worse than LoRA. Which number of this run would you ask for instead?
//: 4. A vector's nearest token after training is 好, at a cosine of {{randomCosine}}. What do you
//:    conclude?
//:
//: <details><summary>Answers</summary>
//:
//: 1. {{trainedBytes}}. And the name of the exact base model: the vectors mean nothing to any other,
//:    not even to one of the same shape.
//: 2. {{contextLeft}}. A prefix leaves as many: its keys and values stand in every layer, but they
//:    take the same positions.
//: 3. The accuracy of the best run of each, {{bestPrompt}} and {{bestLora}}, or that of the settings
//:    which validation would choose. A spread says how much care a method needs, not how good it is.
//: 4. Nothing: a random direction has a token as near as that.
//:
//: </details>
cell("quiz")
note("trainedNano", onNano.vectors.trainable)  // hide
note("trainedBytes", Double(4 * onNano.vectors.trainable), .bytes)  // hide
note("contextLength", nano.config.contextLength)  // hide
note("contextLeft", nano.config.contextLength - length)  // hide
note("bestPrompt", grid.prompts.accuracies.max()!, .percent(1))  // hide
note("bestLora", grid.lora.accuracies.max()!, .percent(1))  // hide
