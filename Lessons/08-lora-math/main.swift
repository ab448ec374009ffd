//: # 08 · LoRA, by hand
//:
//: Tuning all weights makes of every matrix $W_0$ a new one, $W_0 + \Delta W$. The lecture (004,
//: lines 91 to 116) proposes to learn $\Delta W$ in another form: as the product of two thin
//: matrices, with $W_0$ left alone. A matrix of $H \times H$ has $H^2$ numbers, the two thin ones
//: have $2HR$, and $R$ may be 8 where $H$ is 768. That is LoRA (Hu et al., 2021). **What exactly is
//: computed, what is it for, and is the change that full tuning makes of so low a rank at all?**
//:
//: First everything by hand, on matrices that fit on paper. Then the questions that can be
//: measured: how far LoRA gets, how much rank it needs, and what is left of a fully tuned model
//: when its update is cut to a few singular values.

import Course

cell("setup")
let laboratorySeeds = seeds(profile.choose(smoke: 1, class: 1, full: 5))
let miniSeeds = min(3, laboratorySeeds.count)
let fullRates: [Float] = profile.choose(smoke: [3e-4], class: [3e-4], full: [1e-4, 3e-4, 1e-3])
let loraRates: [Float] = profile.choose(smoke: [3e-3], class: [3e-3], full: [1e-3, 3e-3, 1e-2])
let (validationCount, testCount) = profile.choose(
  smoke: (14, 14), class: (48, 96), full: (96, 240))
setup(
  fixed: [
    "the questions of a seed, their order, the steps and the looks at validation",
    "AdamW without decay, linear warm-up and decay, batches of 8 questions",
    "alpha 16, no dropout, adapters on all linear layers where nothing else is said",
  ],
  varies: [
    "all weights or LoRA", "the rank", "how the update is scaled", "the seed of rows and adapter",
    "the model: mini, and nano where many runs are needed",
  ],
  budget:
    "three learning rates for each arm, tried with the first seed; LoRA's are ten times as high"
)
hardware("OpenBLAS core", MatrixProduct.coreName)  // hide

//: ## One update, two thin matrices
//:
//: A linear layer with four inputs and three outputs, and an adapter of rank 2. The numbers are
//: small enough to check with a pencil.
cell("paper")
let paper = PaperExample()
show(matrixTable("A, as PEFT keeps it", paper.a, rows: "rank", columns: "input"))  // hide
show(matrixTable("B, as PEFT keeps it", paper.b, rows: "output", columns: "rank"))  // hide
let paperUpdate = paper.b.linear(paper.a, layout: .inputsByOutputs)  // B·A [outputs, inputs]
show(matrixTable("B·A", paperUpdate, rows: "output", columns: "input"))

//: Every row of $B \cdot A$ is a mixture of the two rows of $A$; a mixture of two rows, however
//: many there are, has rank 2 at most. That is the whole restriction.
//:
//: Now to the names, because three notations meet here and two of them share their letters. In the
//: lecture $x$ is a column, and $\Delta W = A \cdot B^\top$. PEFT, the Hugging Face library, stores
//: $B \cdot A$: **the lecture's $A$ is PEFT's $B$**, and the lecture's $B$, transposed, is PEFT's
//: $A$. And GPT-2 keeps its matrices as inputs × outputs (transformers calls the layer Conv1D), for
//: an $x$ that is a row; there, the update has to be transposed.
cell("names")
show(nameTable())
show(paper.readings)

//: The lecture writes $h = W_0 \cdot x + A \cdot B^\top \cdot x$, which is right for a column. For
//: a row it is the same thing read from right to left:
//: $h = x \cdot W_0 + (x \cdot A_{PEFT}^\top) \cdot B_{PEFT}^\top$. What it calls the final output,
//: $W_0 + A \cdot B^\top$, is not an output but the *merged weight*, to which we come later. And
//: its $W_0$ is $H \times H$, which in GPT-2 only one of four matrices is.
//:
//: ## The forward pass, in three lines
//:
//: The brackets matter. $x \cdot A^\top$ first: from the inputs down to $R$ numbers, and from these
//: up to the outputs. Nobody ever makes the large matrix $B \cdot A$. The product is scaled by
//: $\alpha / R$, of which more below.
//:
//: Here is the first attention layer of `mini`, with an adapter whose $B$ we fill with random
//: numbers so that there is something to see.
cell("forward")
let instructions = try Instructions(of: ClosedWorld.load(seed: 1))
_ = courseData("world")  // hide
_ = courseData("instructions")  // hide
let bed = try TuningBed(
  instructions, families: [.sentiment, .documentKind], validation: validationCount, test: testCount)
let tuned = try bed.model(.mini)
let adapter = try LoRA(rank: 8, alpha: 16, targets: .allLinear).attach(to: tuned, seed: 1)
let layer = tuned.transformer.linearLayers[0].layer
let (a, b) = (adapter.matrices("lora_A")[0], adapter.matrices("lora_B")[0])
var random = SeededRandom(seed: 1, stream: "B")
b.assign(.normal(b.shape, deviation: 0.1, using: &random))
let x = Tensor.normal([5, layer.inputs], deviation: 1, using: &random)

let low = x.linear(a, layout: .outputsByInputs)  // x·Aᵀ  [5, 8]
let update = low.linear(b, layout: .outputsByInputs)  // (x·Aᵀ)·Bᵀ  [5, outputs]
let byHand = layer.withoutAdapter(x) + update * (16 / 8)

let fromEngine = layer(x)
let handError = byHand.largestDifference(from: fromEngine)
show([  // hide
  "x": .text(x.shapeText), "A": .text(a.shapeText), "B": .text(b.shapeText),  // hide
  "x·Aᵀ": .text(low.shapeText), "(x·Aᵀ)·Bᵀ": .text(update.shapeText),  // hide
  "largest difference from the engine": .scientific(handError),  // hide
])  // hide
check(
  "three lines and the engine's adapter agree to one part in 100,000",
  handError <= 1e-5 * fromEngine.largestMagnitude)

//: > **Misconception.** "LoRA trains a smaller model." The forward pass still goes through all of
//: > $W_0$, and so does the backward pass on its way to the layers below. What is smaller is the
//: > number of *trained* numbers: gradients of weights, optimiser state and the file that is kept.
//: > "LoRA makes answering slower" is true only while the adapter stands apart from the weights;
//: > merged, there is nothing left to compute. Both are measured below.
//:
//: ## What is counted
//:
//: An adapter of a layer with $I$ inputs and $O$ outputs trains $R \cdot (I + O)$ numbers. For the
//: lecture's square matrix that is $2HR$ instead of $H^2$.
//:
//: **Predict first.** GPT-2 124M has {{modelTotal}} numbers. Rank 8 on nothing but `c_attn` in all
//: twelve blocks: how many are trained, and what percentage is that? And on all linear layers?
//:
//: <details><summary>Answer</summary>
//:
//: {{trainedAttention}}, or {{shareAttention}}; on all linear layers {{trainedAll}}, or
//: {{shareAll}}. The first is what PEFT prints for its default.
//:
//: </details>
cell("counts")
let gpt2 = GPT2Config()
let gpt2Total = 124_439_808
show(shapeTable(gpt2))
show(countTable(gpt2, total: gpt2Total, ranks: [1, 4, 8, 16, 64]))
let countsOfPEFT = PublishedCount.all.allSatisfy {
  gpt2.trained(rank: $0.rank, $0.place) == $0.count
}
check("the counts are those that PEFT prints for GPT-2", countsOfPEFT)
note("modelTotal", gpt2Total)  // hide
note("trainedAttention", gpt2.trained(rank: 8, .attention))  // hide
let shareOfGPT2 = { Double(gpt2.trained(rank: 8, $0)) / Double(gpt2Total) }  // hide
note("shareAttention", shareOfGPT2(.attention), .percent(2))  // hide
note("trainedAll", gpt2.trained(rank: 8, .all))  // hide
note("shareAll", shareOfGPT2(.all), .percent(2))  // hide

//: The larger the matrix, the smaller the share: the square of the width stands on one side, the
//: width itself on the other. In a model as narrow as `nano` ($H = 128$), rank 64 has as many
//: numbers as the square matrix itself, and more ranks than that make no sense. `c_proj` names two
//: layers of a block, that of the attention and that of the MLP, a frequent surprise.
cell("counts-claim")
let placesAndRanks = [1, 2, 4, 8, 16, 64].flatMap { rank in Place.allCases.map { (rank, $0) } }
let countsOfEngine = try TuningBase.allCases.flatMap { base in
  let model = try bed.model(base)
  return try placesAndRanks.map { rank, place in
    let adapter = try LoRA(rank: rank, targets: place.targets).attach(to: model)
    defer { adapter.deactivate() }
    return adapter.parameterCount == model.config.trained(rank: rank, place)
  }
}
let square = gpt2.linearShapes[1]
let isTwoHR = [1, 8, 64].allSatisfy { square.trained(rank: $0) == 2 * gpt2.hiddenSize * $0 }
check("the engine's tensors hold what the config says", countsOfEngine.allSatisfy { $0 })
claim(  // hide
  "C08.1", .exact(countsOfPEFT && countsOfEngine.allSatisfy { $0 } && isTwoHR),  // hide
  evidence: [  // hide
    .init("counts that agree with PEFT's", .integer(PublishedCount.all.count)),  // hide
    .init("counts that agree with the engine's", .integer(countsOfEngine.count)),  // hide
  ])  // hide

//: ## Why one of them starts at zero
//:
//: At the start, the model must still be the base. So $B \cdot A$ must be zero, and for that one of
//: the two is enough. Which one, and why not both? The chain rule says it. With $g$ for the
//: gradient at the layer's output, and $s = \alpha / R$,
//:
//: $$\frac{\partial L}{\partial B} = s \cdot g^\top \cdot (x A^\top), \qquad
//: \frac{\partial L}{\partial A} = s \cdot (g B)^\top \cdot x .$$
//:
//: Each gradient contains the *other* matrix. PEFT draws $A$ at random and sets $B$ to zero.
//:
//: **Predict first.** In the first step, which of the two gradients is zero to the last bit? And
//: what happens over {{startSteps}} steps if both start at zero?
//:
//: <details><summary>Answer</summary>
//:
//: That of $A$: it contains $B$. From the second step on, $B$ has moved and $A$ moves as well. If
//: both are zero, both gradients are zero for ever: the loss stays at {{zeroFirst}} from the first
//: step to the last ({{zeroLast}}), and no message says so.
//:
//: </details>
cell("starts")
let startSteps = profile.choose(smoke: 3, class: 20, full: 20)
let laboratory = Laboratory(
  bed: bed, rows: profile.choose(smoke: 28, class: 256, full: 512),
  steps: profile.choose(smoke: 2, class: 96, full: 144), seeds: laboratorySeeds,
  spectrumLayers: profile.choose(smoke: 4, class: 16, full: 16))
let startBatch = try laboratory.startBatch()
let startLoss = Double(try bed.model(.nano).loss(startBatch).scalar)
let startRuns = try AdapterStart.allCases.map { start in
  (
    start,
    try cached("start, \(start.rawValue)") {
      try laboratory.startRun(start, startBatch, steps: startSteps)
    }
  )
}
show(startTable(startRuns, base: startLoss))  // hide
let zeroStart = startRuns[2].1
check(
  "with B at zero the first loss is the base's",
  startRuns[0].1.losses[0] == startLoss)
check(
  "with B at zero the first gradient of A is zero, that of B is not",
  startRuns[0].1.downGradients[0] == 0 && startRuns[0].1.upGradients[0] > 0)
check("two zeros learn nothing", Set(zeroStart.losses).count == 1)
note("startSteps", startSteps)  // hide
note("zeroFirst", zeroStart.losses.first!, .fixed(4))  // hide
note("zeroLast", zeroStart.losses.last!, .fixed(4))  // hide

//: The table has both sound beginnings and both others. With *A zero, B random* the roles are
//: exchanged; it starts at the base as well. The two differ in what moves first and in how large a
//: rate they bear (Hayou et al., 2024, "The Impact of Initialization on LoRA Finetuning Dynamics").
//: With *A and B random* the model is another one before it has learned anything; by how much, for
//: better or worse, is chance, and stands in the first column.
//:
//: ## How far it gets
//:
//: {{rowCount}} questions are learned from: is a review praise or complaint, what kind of text is
//: this? The {{testCount}} test questions are about phrases and people that no
//: training text names. An answer counts as right if the model finds it likelier than every other
//: answer to this kind of question; chance is {{chance}}.
//:
//: Both arms see the same questions in the same order. In the full run each has three learning rates to choose from
//: on validation, LoRA's ten times those of all weights: with $B$ at zero the first steps hardly
//: move the product, and rates of this size are what others found to serve as well.
//:
//: **Predict first.** `mini` has {{miniTotal}} numbers, rank 8 trains {{miniTrained}} beside them. Of
//: the points that all weights gain over the base, what percentage does LoRA gain?
//:
//: <details><summary>Answer</summary>
//:
//: {{loraShare}}. From {{baseAccuracy}}, all weights come to {{fullAccuracy}} and LoRA to
//: {{loraAccuracy}}.
//:
//: </details>
cell("reach")
let book = AdapterBook()
let truncationRanks = profile.choose(
  smoke: [0, 16], class: [0, 1, 16, 64], full: [0, 1, 2, 4, 8, 16, 64])
let miniPlans = (
  full: laboratory.plan(fullRates, seeds: miniSeeds),
  lora: laboratory.plan(loraRates, seeds: miniSeeds)
)
let miniBase = try cached("mini, base") { try bed.judge(try bed.model(.mini)) }
let (miniFull, truncations) = try bed.sweep(.full(.mini), miniPlans.full) { model, trial in
  try laboratory.truncation(of: model, .mini, ranks: truncationRanks, seed: trial.seed)
}
let (miniLoRA, mergings) = try bed.sweep(laboratory.lora(.mini, book: book), miniPlans.lora) {
  model, trial in
  try laboratory.merging(of: model, book[model], .mini, seed: trial.seed)
}
let exchangedPlan = laboratory.plan([miniFull.rate], seeds: 1, looks: 1)
let (exchanged, exchangedSpectra) = try bed.sweep(laboratory.shuffled(.mini), exchangedPlan) {
  model, _ in
  let base = try bed.model(.mini)
  return laboratory.spectrum(
    model.updates(from: base).map(\.change), of: base.transformer.linearLayers.map(\.layer.weight))
}
let mini = MiniFindings(
  base: miniBase, full: miniFull, lora: miniLoRA, truncations: truncations, mergings: mergings,
  exchanged: exchanged, exchangedSpectra: exchangedSpectra, ranks: truncationRanks,
  decisiveRank: Truncation.decisiveRank(tuned.config))
show(  // hide
  mini.table(  // hide
    chance: bed.chance,  // hide
    majority: try bed.majority(laboratory.rows, seed: laboratorySeeds[0])))  // hide
let reached = mini.above(0.9, mini.lora.hits)
check(
  "no test question is learned from",
  try laboratorySeeds.allSatisfy { !(try bed.leaks(laboratory.rows, seed: $0)) })
claim(  // hide
  "C08.4", .superior(reached.paired, margin: 0),  // hide
  evidence: [  // hide
    reached.evidence("LoRA less nine tenths of all weights"),  // hide
    mini.gain(mini.lora.hits).evidence("gain of LoRA"),  // hide
    mini.gain(mini.full.hits).evidence("gain of all weights"),  // hide
    (mini.lora - mini.full).evidence("LoRA minus all weights"),  // hide
  ])  // hide
note("rowCount", laboratory.rows)  // hide
note("testCount", testCount)  // hide
note("chance", bed.chance, .percent(0))  // hide
note("miniTotal", try bed.model(.mini).parameterCount)  // hide
note("miniTrained", mini.lora.trainable)  // hide
note("loraShare", mini.shareOfGain(mini.lora.hits), .percent(0))  // hide
note("baseAccuracy", mini.base.accuracy, .percent(0))  // hide
note("fullAccuracy", mini.full.hits.mean, .percent(0))  // hide
note("loraAccuracy", mini.lora.hits.mean, .percent(0))  // hide

//: Read the columns of bytes beside the accuracy. What AdamW keeps of every trained number (two
//: moments) shrinks with the number of trained ones, and so does what has to be saved for each
//: task. The seconds shrink less: only the gradients of the frozen weights fall away, about a third
//: of a step's arithmetic.
//:
//: The claim is about equal steps, and few of them. Where LoRA stays behind, that may be the thin
//: update, or a longer way from zero: with more steps the distance can shrink. Where it is level
//: with all weights, it has learned as much in a fraction of the numbers, and not with a fraction
//: of the work.
//:
//: ## How much rank
//:
//: **Predict first.** `nano` this time, which is quick enough for five seeds. From rank 4 to rank
//: 64 the trained numbers grow sixteenfold. How many points does that buy?
//:
//: <details><summary>Answer</summary>
//:
//: {{rankGain}} points (90 % interval {{rankGainEnds}}). From rank 1 to rank 4: {{firstRanksGain}}.
//:
//: </details>
cell("ranks")
let ranks = profile.choose(smoke: [4, 8, 64], class: [1, 4, 8, 64], full: [1, 2, 4, 8, 16, 64])
let nanoBase = try cached("nano, base") { try bed.judge(try bed.model(.nano)) }
let nano = RankFindings(
  base: nanoBase, full: try bed.sweep(.full(.nano), laboratory.plan(fullRates)), ranks: ranks,
  sweeps: try ranks.map { rank in
    try bed.sweep(laboratory.lora(.nano, rank: rank), laboratory.plan(loraRates))
  },
  attention: try bed.sweep(laboratory.lora(.nano, .attention), laboratory.plan(loraRates)))
plot("ranks", nano.chart)  // hide
show(nano.table)  // hide
let moreRank = nano[64] - nano[4]
claim(  // hide
  "C08.5", .equivalent(moreRank.paired, margin: 0.03),  // hide
  evidence: [  // hide
    moreRank.evidence("rank 64 minus rank 4, 90 % interval", confidence: 0.9),  // hide
    (nano[4] - nano[ranks[0]]).evidence("rank 4 minus the lowest rank"),  // hide
    (nano[64] - nano.full).evidence("rank 64 minus all weights"),  // hide
    (nano[8] - nano.attention).evidence("all linear layers minus c_attn alone, rank 8"),  // hide
  ])  // hide
let moreRankEnds = moreRank.paired.interval(confidence: 0.9)  // hide
note("rankGain", 100 * moreRank.mean, .fixed(1))  // hide
note("rankGainEnds", pointRange(moreRankEnds))  // hide
note("firstRanksGain", 100 * (nano[4] - nano[ranks[0]]).mean, .fixed(1))  // hide
note("attentionLoss", 100 * (nano[8] - nano.attention).mean, .fixed(1))  // hide

//: The bars are 95 % intervals over seeds and test questions; in a class run, over questions alone.
//: Arms share their questions, so that their differences are known better than the bars suggest.
//: Where the line is flat, rank is no longer what is missing. Where it still climbs at the right
//: end, a thin update was a real restriction.
//:
//: The table has one more arm: the same rank on `c_attn` alone, which is PEFT's default for GPT-2.
//: All linear layers minus that arm: {{attentionLoss}} points, for four times as many trained
//: numbers. Rank 1 on all layers has half as many numbers as rank 8 on `c_attn`; compare these two
//: rows. For large models, Dettmers et al. (2023, "QLoRA") report that *where* adapters stand
//: matters more than their rank.
//:
//: ## What α / R is for
//:
//: The update is multiplied by $\alpha / R$. With a single rank that is a matter of taste: twice
//: the $\alpha$ is nearly twice the learning rate. It is meant for the moment when the rank
//: changes. With more ranks more terms add up in $B \cdot A$, and the factor is to take that back,
//: so that one learning rate serves every rank.
//:
//: Three ways, all with the same factor of 2 at rank 8, and all at the learning rate that
//: validation chose there, {{scalingRate}}: $\alpha / R$; $\alpha / \sqrt{R}$, which Kalajdzievski
//: (2023, rsLoRA) derives for large ranks; and always 2.
//:
//: **Predict first.** Between the best and the worst of the ranks shown, how many points lie there
//: with $\alpha / R$, and how many with the factor always 2?
//:
//: <details><summary>Answer</summary>
//:
//: {{rangeOverRank}} and {{rangeConstant}}; with $\alpha / \sqrt{R}$ {{rangeOverRoot}}.
//:
//: </details>
cell("scaling")
let scaling = try laboratory.scalings(
  profile.choose(smoke: [8, 64], class: [1, 8, 64], full: [1, 4, 8, 16, 64]), found: nano)
plot("scaling", scaling.chart)  // hide
let oneSeed = nano[8].chosen[0].test.hitScores.paired.interval()  // hide
note("scalingError", 50 * (oneSeed.upperBound - oneSeed.lowerBound), .fixed(0))  // hide
note("scalingRate", nano[8].rate, .scientific(0))  // hide
note("rangeOverRank", scaling.range(.overRank), .fixed(1))  // hide
note("rangeOverRoot", scaling.range(.overRoot), .fixed(1))  // hide
note("rangeConstant", scaling.range(.constant), .fixed(1))  // hide

//: A flat line is a rate that carries over. Where a line falls at one end, the rate of rank 8 does
//: not fit there: too large where many terms add up and nothing takes it back, too small where the
//: factor takes back more than was added. AdamW moves every number of $B$ by about the learning
//: rate, whatever the factor is, so that the factor counts once, like the rate itself; with plain
//: gradient descent it would count twice, since it stands in the gradient as well. One seed, so
//: that each point may be off by {{scalingError}} points for the choice of test questions alone; no
//: claim.
//:
//: ## Is the update of low rank?
//:
//: LoRA *forces* its update to be thin. Whether full tuning would have chosen a thin one is another
//: question, and it can be looked up. Take `mini` tuned whole, subtract the base, and ask each
//: $\Delta W$ for its singular values: how long it makes the vectors in its strongest direction, in
//: the second, and so on. Rank $R$ means that all after the $R$-th are zero.
//:
//: Three others stand beside it. A *Gaussian* matrix of equal length: that is what no structure
//: looks like. Its values fall slowly from $s(\sqrt{m} + \sqrt{n})$ to $s|\sqrt{m} - \sqrt{n}|$,
//: where $s$ is the deviation of its numbers and $m \times n$ its shape (Marchenko and Pastur,
//: 1967). The update of tuning on *exchanged answers*: the same questions and the same answers,
//: dealt out at random within each kind, so that beyond the form of an answer there is nothing to
//: learn. And *LoRA*'s own.
//:
//: **Predict first.** Every matrix of `mini` has 256 singular values. Of the squared length of
//: $\Delta W$, which share do the largest sixteen hold? And of the Gaussian's?
//:
//: <details><summary>Answer</summary>
//:
//: {{energyFull}}, and {{energyGaussian}} of the Gaussian's; with exchanged answers
//: {{energyExchanged}}. (That model answers {{exchangedAccuracy}} of the test questions rightly.)
//:
//: </details>
cell("spectrum")
plot("spectrum", mini.spectrumChart)  // hide
show(mini.spectrumTable)  // hide
let loraTail = mergings.compactMap(\.spectrum).flatMap(\.values)
  .map { $0[Laboratory.rank] / $0[0] }.max()!
check("LoRA's update has rank 8", loraTail < 1e-5)
note("energyFull", truncations.map(\.tuned).share(16), .percent(0))  // hide
note("energyGaussian", truncations.compactMap(\.gaussian).share(16), .percent(0))  // hide
note("exchangedAccuracy", mini.exchanged.hits.mean, .percent(0))  // hide
note("energyExchanged", exchangedSpectra.share(16), .percent(0))  // hide

//: Look where the lines leave the first few values. The *effective rank* in the table is a count
//: that needs no threshold: $e$ to the entropy of the values' shares (Roy and Vetterli, 2007). It
//: is $R$ for $R$ equal values, and near the full number for a Gaussian.
//:
//: Two cautions. A steep line is no proof that something was *learned*: compare it with the
//: exchanged answers, whose gradients go through the same activations and have their few strong
//: directions from there. And a long tail is no proof that it is *needed*: AdamW divides each
//: gradient by its own size, and so lifts small, noisy components to the size of the others.
//:
//: So the spectrum alone decides nothing. What decides is what the model can do without the tail.
//:
//: ## Cutting the update down
//:
//: We put back into `mini` only the largest singular values of every update, with what belongs to
//: them (of all matrices of that rank the nearest, Eckart and Young, 1936). Everything else stays
//: as tuning left it: embeddings, norms, biases.
//:
//: **Predict first.** With 16 of 256 values in every matrix, what percentage of the gain is left?
//: With one? And with none?
//:
//: <details><summary>Answer</summary>
//:
//: {{keptSixteen}}, {{keptOne}} and {{keptNone}}.
//:
//: </details>
cell("truncation")
plot("truncation", mini.truncationChart)  // hide
show(mini.controlTable)  // hide
let decisive = mini.kept(mini.decisiveRank)
let enough = mini.above(0.95, decisive)
let layersMatter = decisive - mini.kept(0)
let isLowRank = ClaimTest.all([
  .superior(enough.paired, margin: 0), .superior(layersMatter.paired, margin: 0.03),
])
claim(  // hide
  "C08.3", isLowRank,  // hide
  evidence: [  // hide
    enough.evidence("rank 16 less 95 % of the whole"),  // hide
    layersMatter.evidence("rank 16 minus rank 0"),  // hide
    mini.gain(mini.full.hits).evidence("gain of all weights"),  // hide
    mini.gain(mini.scores(\.randomDirections)).evidence("gain with 16 random directions"),  // hide
    mini.gain(mini.scores(\.rest)).evidence("gain without the 16 largest"),  // hide
    mini.gain(mini.scores(\.gaussianInstead)).evidence("gain with a Gaussian"),  // hide
    .init("effective rank", .fixed(truncations.map(\.tuned).effectiveRank, 1)),  // hide
    .init("of exchanged answers", .fixed(exchangedSpectra.effectiveRank, 1)),  // hide
    .init("of the Gaussian", .fixed(truncations.compactMap(\.gaussian).effectiveRank, 1)),  // hide
  ])  // hide
note("keptSixteen", mini.shareOfGain(decisive), .percent(0))  // hide
note("keptOne", mini.shareOfGain(mini.kept(truncationRanks[1])), .percent(0))  // hide
note("keptNone", mini.shareOfGain(mini.kept(0)), .percent(0))  // hide
note("keptRest", mini.shareOfGain(mini.scores(\.rest)), .percent(0))  // hide
note("keptRandom", mini.shareOfGain(mini.scores(\.randomDirections)), .percent(0))  // hide

//: The table is what makes the curve mean something. *Nothing* says how much embeddings, norms and
//: biases do alone: if that is nearly everything, no statement about the rank of the layers
//: follows. *16 random directions* says whether any sixteen would have done, and *all but its 16
//: largest values* whether the cut-off part can do the task too; if both sides of the cut keep the
//: gain, the update is redundant rather than thin. The *Gaussian* says what the mere length of the
//: update does to the model.
//:
//: Here the sixteen largest keep {{keptSixteen}} of the gain, the rest without them {{keptRest}},
//: sixteen random directions {{keptRandom}}. And what is cut afterwards is not what LoRA does: LoRA
//: trains *under* the restriction, and can put into its few directions what a cut would have thrown
//: away.
//:
//: ## Merging
//:
//: $W_0 + \frac{\alpha}{R} \cdot (B \cdot A)^\top$ has the shape of $W_0$. Written into the
//: weights, the adapter is gone and the model is the same, except that its sums are now rounded in
//: another order. The accuracies in this section are those of {{faultCount}} test questions.
//:
//: **Predict first.** The largest logit, without its sign, is {{largestLogit}}. By how much does a logit
//: change, at the most?
//:
//: <details><summary>Answer</summary>
//:
//: By {{mergeDifference}}. Of {{mergeAsked}} greedy answers {{mergeSame}} stay the same. Float32
//: keeps about seven digits, and the difference lies at the end of them.
//:
//: </details>
cell("merge")
show(mini.mergeTable)  // hide
show([  // hide
  "adapter apart": .number(1 / mini.mean(\.secondsApart), .rate("questions")),  // hide
  "merged": .number(1 / mini.mean(\.secondsMerged), .rate("questions")),  // hide
])  // hide
claim(  // hide
  "C08.2", .exact(mini.isMergedTheSame),  // hide
  evidence: [  // hide
    .init(  // hide
      "largest difference over the largest logit",  // hide
      .scientific(mergings.map { $0.difference / $0.largestLogit }.max()!)),  // hide
    .init("greedy answers asked", .integer(mergings.map(\.asked).reduce(0, +))),  // hide
    .init("of these the same", .integer(mergings.map(\.sameAnswers).reduce(0, +))),  // hide
    .init(  // hide
      "in half precision, largest difference",  // hide
      .scientific(mergings.map(\.halfDifference).max()!)),  // hide
  ])  // hide
note("largestLogit", mergings.map(\.largestLogit).max()!, .fixed(1))  // hide
note("mergeDifference", mergings.map(\.difference).max()!, .scientific(1))  // hide
note("mergeAsked", mergings.map(\.asked).reduce(0, +))  // hide
note("mergeSame", mergings.map(\.sameAnswers).reduce(0, +))  // hide

//: Half precision keeps about three digits where float32 keeps seven. In the last row the whole
//: weight is rounded, base and update together; and since the update is small beside the base, it
//: is the update that loses most of its digits. Look at that row before you merge into a model that
//: is stored in 16 bits, and keep the adapter apart where it matters.
//:
//: Merged or apart is a choice between two goods. Merged, answers cost what they cost before.
//: Apart, one base serves many tasks: here the model takes {{modelBytes}} on disk and each further
//: adapter, saved as PEFT saves it, {{adapterBytes}}.
//:
//: ## Find the fault
//:
//: Two colleagues take the trained adapter of `mini` and merge it with a few lines of their own. No
//: error is raised; every shape fits. Each has the accuracy on {{faultCount}} test questions before
//: and after, and two columns at which neither of them has looked. **What did each of them get
//: wrong?**
cell("fault")
show(mini.colleagueTable)
note("faultCount", min(testCount, 96))  // hide
note("modelBytes", Double(mergings[0].modelBytes), .bytes)  // hide
note("adapterBytes", Double(mergings[0].adapterBytes), .bytes)  // hide

//: <details><summary>Answer</summary>
//:
//: The first added $B \cdot A$ without $\alpha / R$, which is 16 / 8 here: what he added has half
//: the length that it should have. Half an update can do a good part of the work, or happen to do
//: more, so that the accuracy need not give him away. The second scaled correctly, for the length
//: is right; but $B \cdot A$ lies as outputs × inputs in memory and GPT-2's weight as inputs ×
//: outputs, and she added the numbers in their order. With a square matrix that is the transposed
//: update, with others a scrambled one. Neither needs a labelled question to find out: compare the
//: *logits* before and after, on any text. Above, a sound merge moves them by {{mergeDifference}}.
//:
//: </details>
//:
//: ## What this does not show
//:
//: That every task is learned by a thin update. Ours are short answers to two kinds of question,
//: from {{rowCount}} rows; little has to change for that. Biderman et al. (2024, "LoRA Learns Less
//: and Forgets Less") tune Llama 2 on code and mathematics with up to billions of tokens: there
//: LoRA stays behind full tuning at the usual ranks, and the update of full tuning has a rank ten
//: to a hundred times what LoRA is commonly given. On the other side, Aghajanyan et al. (2021) find
//: that larger pre-trained models need *fewer* free dimensions to learn a task, and Hu et al.
//: (2021) that ranks as low as one or two serve GPT-3 well.
//:
//: Nor that LoRA's solution is the same as that of full tuning wherever their accuracies agree.
//: Shuttleworth et al. (2024) find singular directions in LoRA's weights that full tuning does not
//: make, and more forgetting along with them.
//:
//: Nor what a larger rate for $B$ than for $A$ would do (Hayou et al., 2024, "LoRA+"), dropout in
//: the adapter, or more than three rates. The ranks were compared on `nano`, the update was cut in
//: `mini`; both are a thousandth of the models that the lecture has in mind.
//:
//: In the lecture: the aim, 004, line 92; over-parametrised matrices, line 96; $W_0$, $A$ and $B$,
//: lines 98 to 107; the forward pass, lines 108 to 111; the merged weight, called the final output,
//: lines 112 to 115.
//:
//: ## Exercises
//:
//: They are functions in this lesson's `Exercises.swift`, each with its task and hints.
//: `swift run -c release course check 08` says what is solved, and what went wrong where it is not.
//:
//: - **8.1** Give what a linear layer with a LoRA adapter makes of one input.
//: - **8.2** Merge a LoRA adapter into the weight of a GPT-2 layer.
//: - **8.3** Count the numbers that LoRA trains in a GPT-2.
//:
//: ## Quiz
//:
//: 1. Rank 8 on all linear layers trains {{trainedAll}} numbers of GPT-2 124M. How many bytes of
//:    optimiser state does AdamW keep for them, and how many for all weights?
//: 2. You go from rank 8 to rank 16 and leave $\alpha$ at 16. By what is $B \cdot A$ multiplied
//:    before and after?
//: 3. Somebody shows you that the update of full tuning has an effective rank of {{effectiveFull}},
//:    of 256, and concludes that LoRA of rank 8 cannot work. What would you ask for?
//:
//: <details><summary>Answers</summary>
//:
//: 1. Two moments of four bytes each: {{stateLoRA}} and {{stateFull}}.
//: 2. By 2, then by 1.
//: 3. For the accuracy with the update cut to 8 values: here, 16 of them keep {{keptSixteen}} of
//:    the gain. And for LoRA itself, which gains {{loraShare}} of what all weights do. The tail may
//:    be noise that the optimiser has lifted.
//:
//: </details>
cell("quiz")
check(
  "the first added half of the update, the second all of it",
  mergings.allSatisfy {
    abs($0.withoutScale.norm - 0.5) < 1e-3 && abs($0.wrongLayout.norm - 1) < 1e-3
  })
note("stateLoRA", Double(8 * gpt2.trained(rank: 8, .all)), .bytes)  // hide
note("stateFull", Double(8 * gpt2Total), .bytes)  // hide
note("effectiveFull", truncations.map(\.tuned).effectiveRank, .fixed(0))  // hide
