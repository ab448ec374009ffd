//: # 09 · Adapters
//:
//: Full tuning moves every weight, LoRA (lesson 08) puts a small matrix beside a large one. There is
//: an older idea, which leaves all matrices alone: let the model compute what it always computed, and
//: put a small network in the way of the result (Houlsby et al., 2019). The lecture (004, lines 118
//: to 124) calls it adapter tuning, gives a formula of one line, and says where the small networks
//: go: in series after attention and after the feed-forward network, before layer normalisation.
//: Only they are trained. **How much of full tuning's gain do they reach, where do they have to
//: stand, and what do they cost?**
//:
//: We write the formula by hand and find it again in the engine, train it on questions about texts
//: of our world, move it about, and take it out again. Everything is compared with full tuning at
//: the same rows, steps and looks at validation.

import Course

cell("setup")
let rows = profile.choose(smoke: 24, class: 512, full: 512)
let budget = Budget(
  rows: rows,
  steps: profile.choose(
    smoke: [.nano: 2, .mini: 2], class: [.nano: 120, .mini: 80], full: [.nano: 160, .mini: 90]),
  looks: profile.choose(smoke: 1, class: 3, full: 3),
  rates: profile.choose(smoke: [3e-3], class: [3e-3], full: [1e-3, 3e-3, 1e-2]),
  fullRates: profile.choose(smoke: [3e-4], class: [3e-4], full: [1e-4, 3e-4, 1e-3]),
  seeds: seeds(profile.choose(smoke: 1, class: 1, full: 5)),
  sideSeeds: seeds(profile.choose(smoke: 1, class: 1, full: 3)))
let sizes = profile.choose(smoke: [4, 16], class: [4, 16, 64], full: [4, 16, 64])
let size = 16
setup(
  fixed: [
    "the questions of a seed, their order, the steps and the batches of 8",
    "AdamW without decay, warm-up, linear decay, loss on answers only",
    "the weights of the best look at validation are kept",
  ],
  varies: [
    "what is trained: adapters, LoRA, or every weight", "the adapters' size, place and form",
    "the model: nano or mini", "the seed of questions, order and adapters",
  ],
  budget: """
    as many steps for every arm of a model; its learning rate is chosen by validation with the first seed, \
    from 1e-3, 3e-3 and 1e-2, for full tuning from 1e-4, 3e-4 and 1e-3, since large steps break a \
    model of which everything moves
    """)
hardware("OpenBLAS core", MatrixProduct.coreName)  // hide

//: ## The questions
//:
//: A text of our world and one of two questions about it: is this review praise or complaint, and
//: what kind of text is this? The answer is one of two words or of six. {{rows}} questions are
//: learned from, {{validationCount}} are for validation, {{testCount}} for the test; the phrases,
//: people and things of the test stand in no training text. A model's answer is the word that it
//: finds likeliest of those that belong to the question, so that an untuned model, too, can be asked.
//:
//: **Predict first.** How many of 100 test questions does `mini` get right before any tuning? Chance
//: is {{chance}}.
//:
//: <details><summary>Answer</summary>
//:
//: `mini` {{untunedMini}}, `nano` {{untunedNano}}; always giving the most frequent training answer,
//: {{majority}}.
//:
//: </details>
cell("questions")
let world = try ClosedWorld.load(seed: 1)
_ = courseData("world")  // hide
_ = courseData("instructions")  // hide
let bed = try TuningBed(
  Instructions(of: world), families: [.sentiment, .documentKind],
  validation: profile.choose(smoke: 12, class: 48, full: 72),
  test: profile.choose(smoke: 24, class: 120, full: 240))
let laboratory = Laboratory(
  bed, budget,
  BaseExam(world, bed.tokenizer, windows: profile.choose(smoke: 2, class: 12, full: 32)))
let untrained = try Dictionary(
  uniqueKeysWithValues: TuningBase.allCases.map { ($0, try bed.judge(bed.model($0))) })
show(questionTable(bed, 3))  // hide
let majority = try bed.majority(rows, seed: budget.seeds[0])
check(
  "no test text is learned from", try budget.seeds.allSatisfy { try !bed.leaks(rows, seed: $0) })
note("rows", rows)  // hide
note("nanoSteps", budget.steps[.nano]!)  // hide
note("miniSteps", budget.steps[.mini]!)  // hide
note("validationCount", bed.validation.count)  // hide
note("testCount", bed.test.count)  // hide
note("chance", bed.chance, .percent(0))  // hide
note("majority", majority, .percent(0))  // hide
note("untunedMini", untrained[.mini]!.accuracy, .percent(0))  // hide
note("untunedNano", untrained[.nano]!.accuracy, .percent(0))  // hide

//: ## The formula
//:
//: $h = h + \sigma(h \cdot W^d) \cdot W^u$, with $W^d \in \mathbb{R}^{H \times R}$ and $W^u \in
//: \mathbb{R}^{R \times H}$. A hidden state of $H$ numbers is squeezed into $R$, a function $\sigma$
//: acts on each of them, they are widened again, and the result is *added* to what came in. $h$ is a
//: row here, so the matrices stand on its right. (Just before, for LoRA, the lecture writes its
//: vectors as columns, with the matrices on the left.)
//:
//: Here it is on real hidden states: what attention puts out in the first block of `mini`, for
//: {{sampleTokens}} tokens of a text. $R$ is {{size}}.
//:
//: **Predict first.** A matrix that maps $H$ numbers to $H$ has {{squareWeights}} weights here. How
//: many have the two of the adapter together?
//:
//: <details><summary>Answer</summary>
//:
//: {{formulaWeights}}, that is $2HR$. They would be as many as the square matrix at $R = H/2$; what
//: makes an adapter small is $R \ll H$ and nothing else.
//:
//: </details>
cell("formula")
let mini = try bed.model(.mini)
let H = mini.config.hiddenSize
let h = try mini.probed { probes in
  _ = try mini.logits(laboratory.exam.sample)
  return probes[0].attention.branch
}  // [tokens, H]
var random = SeededRandom(seed: 1, stream: "by hand")
let down = Tensor.normal([H, size], deviation: 0.02, using: &random)  // W^d
let up = Tensor.normal([size, H], deviation: 0.02, using: &random)  // W^u
let squeezed = h.linear(down, layout: .inputsByOutputs)  // [tokens, R]
let narrow = squeezed.relu()  // σ
let adapted = h + narrow.linear(up, layout: .inputsByOutputs)  // [tokens, H]
show(shapeTable(h, down: down, narrow: narrow, up: up, adapted: adapted))  // hide
note("sampleTokens", h.dim(0))  // hide
note("size", size)  // hide
note("squareWeights", H * H)  // hide
note("formulaWeights", down.count + up.count)  // hide

//: The engine has the same, as AdapterHub builds it, and with one thing more: a bias behind each
//: matrix. Let us attach it to `mini` and compare. The model is asked as a whole; a probe in the
//: first block keeps what went into the adapter, and what came out.
cell("engine")
let attached = try bed.model(.mini)
let adapter = try Bottleneck(size: size, startsAtBase: false).attach(to: attached, seed: 1)
let network = attached.transformer.blocks[0].attentionAdapter as! BottleneckNetwork
let (branch, stream, after) = try attached.probed { probes in
  _ = try attached.logits(laboratory.exam.sample)
  let probe = probes[0].attention
  return (probe.branch, probe.residual, probe.output)
}
let (wide, slim) = (network.up, network.down)
let inside = branch.linear(slim.weight, bias: slim.bias, layout: .outputsByInputs).relu()
let change = inside.linear(wide.weight, bias: wide.bias, layout: .outputsByInputs)
let byHand = stream + (branch + change)
show(attached.parameterSummary)
check("the engine's adapter is the formula", after.largestDifference(from: byHand) < 1e-5)

//: The line is peft's: what is trained, of how much, in percent. AdapterHub, like PyTorch, keeps its
//: matrices as [outputs, inputs]; the lecture's $W^d$ is the transpose.
//:
//: ## How many
//:
//: The biases are $R$ numbers behind the first matrix and $H$ behind the second, so an adapter has
//: $2HR + H + R$ parameters. They let the narrow numbers sit on either side of the kink of a ReLU,
//: and they add a constant. Whether that helps we shall see; what it costs can be counted now.
//:
//: **Predict first.** GPT-2 has 12 blocks of width 768. AdapterHub's usual size is a sixteenth of
//: the width. How many parameters have two adapters in each block, and how many percent of GPT-2's
//: {{gpt2All}} is that?
//:
//: <details><summary>Answer</summary>
//:
//: {{gpt2Adapters}}, or {{gpt2Share}}. {{gpt2Biases}} of them are biases.
//:
//: </details>
cell("count")
show(countTable(sizes, of: [("nano", try bed.model(.nano).config), ("mini", mini.config)]))  // hide
let gpt2 = AdapterCount(GPT2Config(), size: 768 / 16, places: .both)
check("GPT-2 has as many as AdapterHub trains", gpt2.all == 1_789_056)
check(
  "so has the engine's adapter",
  adapter.parameterCount == AdapterCount(mini.config, size: size, places: .both).all)
note("gpt2All", 124_439_808)  // hide
note("gpt2Adapters", gpt2.all)  // hide
note("gpt2Share", Double(gpt2.all) / 124_439_808, .percent(2))  // hide
note("gpt2Biases", gpt2.biases)  // hide

//: One column deserves a second look. LoRA of rank $r$ beside attention's query, key and value has
//: $r(H + 3H) = 4Hr$ weights a block, and the matrices of two adapters have $2 \cdot 2HR$: the same.
//: So we can put LoRA of rank $R$ beside adapters of size $R$, and their counts differ by the biases alone.
//:
//: ## Where they stand
//:
//: A block of a transformer has two branches, and each ends in a sum with what ran past it. Houlsby
//: and colleagues put an adapter at the end of each branch, before that sum:
//:
//: ```text
//: BERT, norm behind the sum
//:
//: x ──┬── attention ── [adapter] ──(+)── norm ──┬── FFN ── [adapter] ──(+)── norm ──▶
//:     └─────────────────────────────┘           └───────────────────────┘
//:
//: GPT-2, norm at the entry of the branch
//:
//: x ──┬── norm ── attention ── [adapter] ──(+)──┬── norm ── FFN ── [adapter] ──(+)──▶
//:     └─────────────────────────────────────┘   └───────────────────────────────┘
//: ```
//:
//: *In series* means that the adapter reads what the sublayer has put out. (In *parallel*, it would
//: read what the sublayer reads, as LoRA does.) Pfeiffer and colleagues (2021) found one adapter a
//: block to be enough, after the feed-forward network; in their form it reads the stream behind the
//: sum.
//:
//: "Before layer normalisation", the lecture says, and it means the upper picture: in BERT the next
//: thing after the sum is a norm. GPT-2 has moved its norms to the entry of each branch. There, the
//: next norm belongs to the next branch, and between adapter and norm lies the stream that runs
//: through the whole model. Both stand below in code, with the second branch of the first block of
//: `mini`. The table then stretches the change that an adapter makes until it is 100 times as long as
//: what the feed-forward network puts out.
//:
//: **Predict first.** By which factor does what leaves the block get longer, with the norm behind the
//: sum and with the norm at the entry?
//:
//: <details><summary>Answer</summary>
//:
//: Behind the sum {{postGrowth}}, at the entry {{preGrowth}}. A norm behind the sum brings every
//: hidden state back to one length, so that whatever the adapter adds is bought with the rest. In a
//: pre-norm model nothing is taken back: what an adapter adds stays in the stream and is still there
//: when the last norm reads it.
//:
//: </details>
cell("norms")
let block = mini.transformer.blocks[0]
let x = try mini.probed { probes in
  _ = try mini.logits(laboratory.exam.sample)
  return probes[0].feedForward.residual
}
func feedForward(_ x: Tensor, _ block: GPT2Block) -> Tensor {
  block.mlp.down(block.mlp.up(x).geluNew())
}
func preNorm(_ x: Tensor, _ block: GPT2Block, adapter: (Tensor) -> Tensor) -> Tensor {
  x + adapter(feedForward(block.norm2(x), block))
}
func postNorm(_ x: Tensor, _ block: GPT2Block, adapter: (Tensor) -> Tensor) -> Tensor {
  LayerNorm(x.dim(1))(x + adapter(feedForward(x, block)))
}
let untouched = try mini.probed { probes in
  _ = try mini.logits(laboratory.exam.sample)
  return probes[0].feedForward.output
}
check(
  "the pre-norm branch is GPT-2's",
  preNorm(x, block) { $0 }.largestDifference(from: untouched) < 1e-4)
let factors: [Float] = [0, 1, 10, 100]
let lengths = factors.map { factor in
  let adapter = { (h: Tensor) in
    let change = h.linear(down, layout: .inputsByOutputs).relu().linear(
      up, layout: .inputsByOutputs)
    return h + change * (factor * Float(h.length / change.length))
  }
  return withoutGradients {
    (
      pre: preNorm(x, block, adapter: adapter).meanLength,
      post: postNorm(x, block, adapter: adapter).meanLength
    )
  }
}
show(lengthTable(factors, lengths))  // hide
note("preGrowth", lengths.last!.pre / lengths[0].pre, .fixed(1))  // hide
note("postGrowth", lengths.last!.post / lengths[0].post, .fixed(2))  // hide

//: So for GPT-2 read the lecture's words as "at the end of the branch, before the sum". A further
//: consequence: an adapter in a pre-norm model can, by itself, drown everything that later blocks
//: add. How large it is at the start matters.
//:
//: ## How to start
//:
//: Somebody who trains an adapter has a good model and wants to keep it. If $W^u$ is zero at the
//: start, the adapter adds nothing, and the first step starts from the base exactly. AdapterHub draws
//: both matrices from $N(0, 0.02^2)$: nearly nothing. And more than that? Below, both matrices are
//: drawn with a growing deviation, and `mini` reads texts of its world before any training.
//:
//: **Predict first.** The base has {{startBase}} nats a token. What has it with deviations of 0.02
//: and of {{startWidest}}?
//:
//: <details><summary>Answer</summary>
//:
//: {{startUsual}} and {{startLast}}. Blind guessing among the tokens would have {{blind}}.
//:
//: </details>
cell("start")
let deviations: [Float] = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5]
let worldBefore = try Dictionary(
  uniqueKeysWithValues: TuningBase.allCases.map {
    ($0, try laboratory.exam.nats(bed.model($0)))
  })
let starts = try cached("starts") {
  try deviations.map { deviation in
    let model = try bed.model(.mini)
    Formula(size: size, downDeviation: deviation, upDeviation: deviation).attach(to: model, seed: 1)
    return try laboratory.exam.nats(model).mean
  }
}
let zeroStart = try bed.model(.mini)
try Bottleneck(size: size).attach(to: zeroStart, seed: 1)
check(
  "with W^u at zero, every logit is the base's",
  try withoutGradients {
    try zeroStart.logits(laboratory.exam.sample).hasBits(of: mini.logits(laboratory.exam.sample))
  })
plot("start", startChart(deviations, starts, base: worldBefore[.mini]!.mean))  // hide
note("startBase", worldBefore[.mini]!.mean, .fixed(2))  // hide
note("startUsual", starts[1], .fixed(2))  // hide
note("startLast", starts.last!, .fixed(2))  // hide
note("startWidest", Double(deviations.last!), .text)  // hide
note("blind", log(Double(mini.config.vocabSize)), .fixed(2))  // hide

//: Zero is not the same for both matrices. If $W^u$ is zero and $W^d$ is not, the gradient of $W^u$
//: is there at once, and that of $W^d$, which has to come through $W^u$, is zero for exactly one
//: step. If both were zero, each would wait for the other for ever. It is LoRA's $B = 0$ again.
cell("gradients")
let first = try bed.encoded(bed.training(16, seed: 1))
try zeroStart.loss(ExampleBatch(first)).backward()
let lit = zeroStart.transformer.blocks[0].mlpAdapter as! BottleneckNetwork
show([
  "‖gradient of W^d‖": .scientific(lit.down.weight.gradient!.length, 1),
  "‖gradient of W^u‖": .scientific(lit.up.weight.gradient!.length, 1),
])
check("nothing reaches W^d before W^u has moved", lit.down.weight.gradient!.length == 0)
zeroStart.clearGradients()

//: ## Trained
//:
//: **Predict first.** Adapters of size {{size}} have {{miniShare}} of the parameters of `mini`. Of
//: what full tuning gains over the untuned model, how many percent do they gain?
//:
//: <details><summary>Answer</summary>
//:
//: {{gainMini}}. On `nano`: {{gainNano}}.
//:
//: </details>
cell("trained")
let main = Method.adapter(size: size, .both)
let tuned = try Dictionary(
  uniqueKeysWithValues: TuningBase.allCases.map { ($0, try laboratory.examined(main, $0)) })
let full = try Dictionary(
  uniqueKeysWithValues: TuningBase.allCases.map { ($0, try laboratory.examined(.full, $0)) })
var found = Findings(
  sizes: sizes, size: size, untrained: untrained,
  sweeps: Dictionary(
    uniqueKeysWithValues: TuningBase.allCases.map {
      ($0, [main: tuned[$0]!.sweep, .full: full[$0]!.sweep])
    }))
plot("gain", found.gainChart(chance: bed.chance))  // hide
show(found.gainTable)  // hide
let nineTenths = found.nineTenths(chance: bed.chance, majority: majority)
let overNineTenths = found.overNineTenths(main, .mini)
let trained = Double(found.trained(main, .mini))
note("miniShare", trained / Double(mini.parameterCount), .percent(1))  // hide
note("gainMini", found.share(main, .mini), .percent(0))  // hide
note("gainNano", found.share(main, .nano), .percent(0))  // hide
note("over", overNineTenths.points)  // hide
note("overEnds", overNineTenths.ends)  // hide
claim("C09.1", nineTenths.test, evidence: nineTenths.evidence)  // hide

//: Look at one colour. From *untuned* to *full tuning* is the gain that is to be shared, from
//: *adapters* to *full tuning* what is missing of it. Nine tenths of the gain are the claim: what
//: adapters gain on `mini`, less nine tenths of what full tuning gains, is {{over}} points, with a
//: 95 % interval of {{overEnds}}. (In a class run, of one seed, the interval speaks of the questions
//: alone.) Above zero they reach it, below zero they do not, and around zero we do not know.
//:
//: The rates of the two grids are a factor of ten apart. Where a chosen rate stands at the end of its
//: grid, the arm might have done better beyond it, and what is missing may be ours to find.
//:
//: The columns *optimiser* and *training* say what else changes. AdamW keeps two numbers for each
//: trained one, and those shrink with the adapters. Compare the seconds of the two with the parameters
//: of the two.
//:
//: > **Misconception.** "One parameter in fifty is trained, so training takes a fiftieth of the
//: > time." Adapters sit in every block, the first one included. The gradient of the first adapter
//: > comes back through all blocks above it, and every frozen matrix has to be multiplied with on the
//: > way. What is saved is the gradient *of the matrices themselves*, about a third of the work of a
//: > step, and the optimiser's update. Below is how many steps a second this machine took.
cell("step-time")
let speed = { (method: Method) -> Value in
  let seconds = found.sweeps[.mini]![method]!.chosen.map(\.seconds).mean
  return .number(Double(budget.steps[.mini]!) / seconds, .rate("steps"))
}
let speeds: KeyValuePairs = ["mini, adapters": speed(main), "mini, full tuning": speed(.full)]
show(speeds)  // hide

//: ## Nothing else moves
//:
//: "The original parameters stay as they are" can be checked bit by bit. Every trained model is
//: compared with the file that it came from, tensor by tensor. Then its adapters are taken out, and
//: its logits are compared with those of a model that was never trained.
//:
//: **Predict first.** A block has 12 tensors of its own, `mini` has 4 blocks, two embeddings and a
//: last norm. Of how many does full tuning change at least one bit?
//:
//: <details><summary>Answer</summary>
//:
//: {{fullChanged}} of {{baseTensors}}. With adapters {{adaptersChanged}}.
//:
//: </details>
cell("bits")
let bits = BitCheck(
  adapters: TuningBase.allCases.flatMap { base in
    tuned[base]!.findings.map { (base: base, aftermath: $0) }
  },
  full: TuningBase.allCases.flatMap { base in
    full[base]!.findings.map { (base: base, aftermath: $0) }
  },
  expected: try TuningBase.allCases.flatMap { base in
    let count = AdapterCount(try bed.model(base).config, size: size, places: .both).all
    return tuned[base]!.findings.map { _ in count }
  })
show(bits.table)  // hide
check("only the adapters have moved", bits.holds)
note("baseTensors", full[.mini]!.findings[0].baseTensors)  // hide
note("fullChanged", full[.mini]!.findings[0].changedTensors)  // hide
note("adaptersChanged", tuned[.mini]!.findings[0].changedTensors)  // hide
claim("C09.2", .exact(bits.holds), evidence: bits.evidence)  // hide

//: The table shows the first seed; the claim has looked at all of them.
//:
//: ## What is forgotten
//:
//: Lesson 06 has measured what tuning costs: the model predicts ordinary texts of its world worse
//: than before. With adapters there are three models to ask: tuned, with the adapters in; the same
//: with the adapters out; and the fully tuned one, from which nothing can be taken out.
//:
//: **Predict first.** By how many nats a token does `mini` get worse on world text with full tuning, how many
//: with adapters in, how many with adapters out? One of the three needs no measurement.
//:
//: <details><summary>Answer</summary>
//:
//: {{forgotFull}}, {{forgotIn}} and {{forgotOut}}.
//:
//: </details>
cell("forgetting")
let forgetting = Forgetting(
  before: worldBefore, adapters: tuned.mapValues(\.findings), full: full.mapValues(\.findings))
plot("forgetting", forgetting.chart)  // hide
note("forgotFull", forgetting.fullTuning(.mini).mean, .fixed(3))  // hide
note("forgotIn", forgetting.adaptersIn(.mini).mean, .fixed(3))  // hide
note("forgotOut", forgetting.adaptersOut(.mini).mean, .fixed(3))  // hide
check(
  "with the adapters out, world text is predicted as before, to the last digit",
  TuningBase.allCases.allSatisfy { base in
    tuned[base]!.findings.allSatisfy { $0.removed == worldBefore[base]! }
  })

//: An adapter does not protect a model from forgetting *while it is in*: whether *adapters in* is
//: shorter than *full tuning* is a question of how far the hidden states were pushed, and few
//: parameters with a high rate can push them far. What an adapter gives is a way back. One base and a
//: shelf of adapters, each of {{adapterBytes}} where the model has {{modelBytes}}, are many tuned
//: models, and none has spoilt another.
//:
//: ## How wide
//:
//: **Predict first.** On `nano`, from size {{smallest}} to size {{largest}} the adapters have
//: {{timesLarger}} times as many parameters. How many points of accuracy does that buy?
//:
//: <details><summary>Answer</summary>
//:
//: {{widthGain}} points ({{widthGainEnds}}). LoRA over the same span: {{rankGain}}.
//:
//: </details>
cell("sizes")
for size in sizes {
  for method in [Method.adapter(size: size, .both), .lora(rank: size)] where method != main {
    found.sweeps[.nano]![method] = try laboratory.sweep(method, .nano)
  }
}
plot("sizes", found.sizeChart)  // hide
show(found.sizeTable)  // hide
let widthGain =
  found.hits(.adapter(size: sizes.last!, .both), .nano)
  - found.hits(.adapter(size: sizes.first!, .both), .nano)
let rankGain =
  found.hits(.lora(rank: sizes.last!), .nano) - found.hits(.lora(rank: sizes.first!), .nano)
note("smallest", sizes.first!)  // hide
note("largest", sizes.last!)  // hide
let widths = [sizes.last!, sizes.first!].map {  // hide
  Double(found.trained(.adapter(size: $0, .both), .nano))  // hide
}  // hide
note("timesLarger", widths[0] / widths[1], .fixed(0))  // hide
note("widthGain", widthGain.points)  // hide
note("widthGainEnds", widthGain.ends)  // hide
note("rankGain", rankGain.points)  // hide
note("adapterBytes", Double(4 * adapter.parameterCount), .bytes)  // hide
note("modelBytes", Double(4 * mini.parameterCount), .bytes)  // hide

//: The horizontal axis is logarithmic: each step to the right is about four times as many parameters. If
//: the lines are flat, the task needs few directions and size is not what holds the method back; if
//: they rise, look whether they have met full tuning at the right end. The two methods share every
//: place on the axis, up to the biases, so a gap between them is one between *kinds* of change: in
//: series behind a branch, with a kink, or in parallel beside a matrix, without one. Read the
//: intervals before you read a gap.
//:
//: ## Which places
//:
//: The lecture has adapters after attention *and* after the feed-forward network. To have two instead
//: of one costs twice the parameters, so a fair rival in one place may be twice as wide: size
//: {{size}} in both places against size {{twice}} in one.
//:
//: **Predict first.** How many points are both places ahead of the better single one, on `nano`? And
//: which single place is better?
//:
//: <details><summary>Answer</summary>
//:
//: Both minus attention alone: {{overAttention}} points ({{overAttentionEnds}}). Both minus the
//: feed-forward network alone: {{overFeedForward}} points ({{overFeedForwardEnds}}). On `mini`:
//: {{overAttentionMini}} and {{overFeedForwardMini}}.
//:
//: </details>
cell("places")
for places in [Places.attention, .feedForward] {
  let method = found.placed(places)
  found.sweeps[.nano]![method] = try laboratory.sweep(method, .nano)
  found.sweeps[.mini]![method] = try laboratory.sweep(method, .mini, isSide: true)
}
plot("places", found.placementChart(chance: bed.chance))  // hide
show(found.placementTable)  // hide
let twoPlaces = found.twoPlaces
note("twice", 2 * size)  // hide
for (name, places) in [("Attention", Places.attention), ("FeedForward", .feedForward)] {  // hide
  note("over" + name, found.lead(over: places, .nano).points)  // hide
  note("over" + name + "Ends", found.lead(over: places, .nano).ends)  // hide
  note("over" + name + "Mini", found.lead(over: places, .mini).points)  // hide
}  // hide
claim("C09.3", twoPlaces.test, evidence: twoPlaces.evidence)  // hide

//: The claim needs both leads, by more than three points each. Compare the bars of one model only;
//: `mini` has fewer seeds for the single places, and its leads are taken over the seeds that all
//: three have. Nats in the last column are finer than hits: they also move where an answer was right
//: before and is surer now.
//:
//: Where do the adapters act, if they may act in both places? For each place, how long is the change
//: that the adapter makes, over the length of what the sublayer itself puts out?
//:
//: **Predict first.** Does the largest change stand in the first block or in the last, after
//: attention or after the feed-forward network?
//:
//: <details><summary>Answer</summary>
//:
//: In block {{largestBlock}}, counted from 0, {{largestPlace}}: {{largestShare}} of the length of the
//: branch.
//:
//: </details>
cell("map")
let map = ShareMap(tuned[.mini]!.findings)
plot("map", map.chart)  // hide
note("largestPlace", .label(map.largest.place))  // hide
note("largestBlock", map.largest.block)  // hide
note("largestShare", map.largest.share, .fixed(2))  // hide

//: A value near zero is an adapter that could have been left out; Rücklé and colleagues (2021) do so
//: in the lower blocks, where it saves most, since backward then stops earlier. A value above one is
//: an adapter that speaks louder than the sublayer whose output it was to amend.
//:
//: ## What the kink is for
//:
//: The lecture's $\sigma$ is any activation. What if there is none? Then $h + h W^d W^u = h\,(I + W^d
//: W^u)$, and since $h$ itself is $x W + b$, the whole adapter can be computed into the matrix before
//: it: $x W (I + W^d W^u) + b\,(I + W^d W^u)$. In code, the adapter is applied to the *rows of the
//: matrix*, as if they were hidden states. Nothing is left beside the model. With a ReLU in between
//: this is impossible: no matrix has a kink.
//:
//: **Predict first.** On `nano` and size {{size}}: how many points does the adapter lose without an
//: activation? And without its biases?
//:
//: <details><summary>Answer</summary>
//:
//: Without activation {{linearLoss}} points ({{linearLossEnds}}) against the same with ReLU, both
//: without biases. Without biases {{biasLoss}} ({{biasLossEnds}}).
//:
//: </details>
cell("kink")
let rate = found.sweeps[.nano]![main]!.rate
let formulas = Activation.allCases.map { Formula(size: size, activation: $0) }
let linear = Formula(size: size, activation: .linear)
let pfeiffer = Method.pfeiffer(size: 2 * size)
for method in [.formula(formulas[0]), .formula(formulas[1]), pfeiffer] {
  found.sweeps[.nano]![method] = try laboratory.variant(method, rate: rate)
}
let folded = try laboratory.folded(linear, rate: rate)
found.sweeps[.nano]![.formula(linear)] = folded.sweep
let variants: [(String, Method)] = [
  ("ReLU and biases", main), ("ReLU", .formula(formulas[0])), ("GELU", .formula(formulas[1])),
  ("no activation", .formula(linear)), ("Pfeiffer's form", pfeiffer),
]
plot("kink", found.variantChart(variants))  // hide
let folds = folded.findings
check(
  "folded into the weights, the linear adapter is gone and nothing has changed",
  folds.allSatisfy { $0.difference < 1e-3 && $0.without > 10 * $0.difference })
do { try adapter.merge() } catch let error as AdapterError { print(error.errorDescription!) }
show([  // hide
  "largest logit difference, folded": .scientific(folds.map(\.difference).max()!),  // hide
  "largest logit difference, left out": .scientific(folds.map(\.without).max()!),  // hide
])  // hide
let linearLoss = found.loss(of: .formula(linear), against: .formula(formulas[0]))
let biasLoss = found.loss(of: .formula(formulas[0]), against: main)
note("linearLoss", linearLoss.points)  // hide
note("linearLossEnds", linearLoss.ends)  // hide
note("biasLoss", biasLoss.points)  // hide
note("biasLossEnds", biasLoss.ends)  // hide

//: If the linear adapter does as well, the kink was not needed *for this task*, and one may prefer
//: the form that folds. What it folds to is an old acquaintance: the matrix changes by $W \cdot W^d
//: W^u$, a product of rank $R$ at most. That is LoRA, with one of its two matrices tied to what the
//: layer already computes. All variants take the rate that validation has chosen for the first bar.
//: Seeds behind the bars: {{variantSeeds}}. No claim hangs on them.
//:
//: ## What stays at use
//:
//: The engine's words above are the price of the kink. LoRA can be merged, and the model is then as
//: fast as its base. A bottleneck has to be passed by every token, in every block, and it comes in
//: *series*: nothing else can be computed meanwhile.
//:
//: **Predict first.** Adapters add {{extraShare}} to the multiplications of a token. By how many
//: percent do they slow down writing, one token at a time?
//:
//: <details><summary>Answer</summary>
//:
//: The table has the tokens a second of this machine. Time goes to the number of products as much as
//: to their size: to read a matrix of {{size}} columns takes hardly longer than the call that multiplies
//: with it. On a machine that does other things as well, the two speeds may even change places.
//:
//: </details>
cell("cost")
let cost = try laboratory.writingCost(
  size: size, tokens: profile.choose(smoke: 8, class: 48, full: 96),
  runs: profile.choose(smoke: 1, class: 3, full: 5))
show(cost.table(mini.config, size: size))  // hide
note("extraShare", WritingCost.extraShare(mini.config, size: size), .percent(1))  // hide
note("variantSeeds", budget.sideSeeds.count)  // hide

//: With many texts at once, or long ones to be read, the large matrices have enough to do and the
//: small ones hide behind them; Hu and colleagues (2021) measured with GPT-2 medium that adapters
//: cost a fifth to a third more time for single short texts, and only a few percent for batches of
//: 32. Merged LoRA costs nothing in either case.
//:
//: ## One base, several tasks
//:
//: What stays at use is also what can be shared. The lecture (003, line 171) counts it among the
//: reasons for tuning few parameters that several tasks share one model's weights, and that storage
//: is saved. Here are three tasks: is a review praise or complaint, what is it about, and what kind
//: of text is this? One adapter is trained for each, on `nano`, with {{rows}} questions of its own
//: task in {{nanoSteps}} steps, at the rate that validation has chosen above. Two are bottlenecks of
//: size {{size}}, one is LoRA of rank {{size}}: a shelf need not know how its adapters work. Each is
//: saved in peft's form. Then all three are read onto *one* `nano` in memory, and the shelf puts one
//: of them into the model's places, by its name, or none.
//:
//: **Predict first.** The adapter for sentiment is in use, and we ask what a review is about, which
//: has six answers. How many of 100 questions does it get right? And the adapter that was trained
//: for this question?
//:
//: <details><summary>Answer</summary>
//:
//: {{wrongAdapter}} and {{rightAdapter}}; the base without an adapter {{noAdapter}}.
//:
//: </details>
cell("shelf")
let instructions = try Instructions(of: world)
let beds = try InstructionFamily.ofClasses.map { family in
  try TuningBed(
    instructions, families: [family],
    validation: profile.choose(smoke: 6, class: 24, full: 36),
    test: profile.choose(smoke: 12, class: 120, full: 240))
}
let (bottleneck, lora) = (main.bottleneck!, LoRA(rank: size, alpha: Float(size)))
let loraRate = found.sweeps[.nano]![.lora(rank: size)]!.rate
let tasks = [
  ShelfTask(bed: beds[0], method: bottleneck, rate: rate),
  ShelfTask(bed: beds[1], method: lora, rate: loraRate),
  ShelfTask(bed: beds[2], method: bottleneck, rate: rate),
]
let saved = try tasks.map { try laboratory.learned($0) }

let shared = try bed.model(.nano)
let shelf = AdapterShelf()
for (task, folder) in zip(tasks, saved) {
  shelf.add(try folder.reading { try Adapter.load($0, onto: shared) }, as: task.name)
}
let accuracies = try ([nil] + shelf.names).map { name in
  try shelf.using(name) { try tasks.map { try $0.bed.judge(shared).accuracy } }
}
let copy = try SavedFolder { try shared.save(to: $0, as: .f32) }
show(  // hide
  shelfTable(  // hide
    tasks, on: shelf, base: shared, copy: copy, saved, accuracies: accuracies))  // hide
check(
  "no test text of a task is learned from",
  try beds.allSatisfy { try !$0.leaks(rows, seed: budget.seeds[0]) })
note("shelfTest", beds[0].test.count)  // hide
note("shelfError", 196 * (0.25 / Double(beds[0].test.count)).squareRoot(), .fixed(0))  // hide
note("noAdapter", accuracies[0][1], .percent(0))  // hide
note("wrongAdapter", accuracies[1][1], .percent(0))  // hide
note("rightAdapter", accuracies[2][1], .percent(0))  // hide

//: Each row is one state of the same model in memory; only the name has changed between two of them.
//: Read a column from top to bottom, and compare with chance. Whichever adapter stands in the places
//: decides what the model can do; where another task's adapter stands at chance, it is no better than
//: none. That is the other side of keeping tasks apart: what one of them has learned, the others do
//: not get. One seed, and {{shelfTest}} questions a task, so that a share may be off by up to
//: {{shelfError}} points for their choice alone; no claim.
//:
//: The files are what is kept. A fully tuned copy is as large as the base, whatever it was tuned for.
//:
//: **Predict first.** Ten tasks with a fully tuned GPT-2 each, in float32, are {{gpt2Copies}}. How
//: much are one GPT-2 and ten adapters of size {{size}}? And with one task only: which of the two takes
//: less?
//:
//: <details><summary>Answer</summary>
//:
//: {{gpt2Shelf}}. With one task the copy takes less: it *is* the model, and an adapter needs a base
//: beside it.
//:
//: </details>
cell("storage")
let shapes: [(name: String, storage: Storage)] = [
  ("nano, files", Storage(copy: copy, adapters: saved)),
  ("mini, by shape", Storage(mini.config, size: size)),
  ("GPT-2 124M, by shape", Storage(GPT2Config(), size: size)),
]
check(
  "a model has as many parameters as its shape says",
  [shared, mini].allSatisfy { $0.config.parameterCount == $0.parameterCount })
plot("storage", shapes[0].storage.chart("Storage for several tasks, nano", tasks: 1...10))  // hide
show(storageTable(shapes))  // hide
note("gpt2Copies", shapes[2].storage.copies(10), .bytes)  // hide
note("gpt2Shelf", shapes[2].storage.shelf(10), .bytes)  // hide

//: Every further task lifts the upper line by a model and the lower one by an adapter; beyond three
//: tasks it goes on with the mean of the three that were saved. The column of `nano` holds the sizes
//: of real files, with the names that stand at their heads; the other two count four bytes a
//: parameter. From left to right the share of one adapter falls: its parameters grow with the width,
//: those of the model's matrices with its square. In half precision both sides are half as large.
//:
//: And time? Somebody asks about sentiment, the next one about the kind of a text.
//:
//: **Predict first.** To load a fully tuned copy from its files takes {{loadNano}} for `nano` and
//: {{loadMini}} for `mini`; the files were written a moment ago, and with a disk to wait for it would
//: take longer. How long does it take to switch from one adapter of the shelf to another?
//:
//: <details><summary>Answer</summary>
//:
//: {{switchTime}}. No number is moved: the places of the blocks are told to point at other matrices,
//: which have been in memory all along. With a larger base loading takes longer, the switch only as
//: far as there are more blocks.
//:
//: </details>
cell("switch")
func logits(_ model: GPT2LMHeadModel, _ text: TokenBatch) throws -> Tensor {
  try withoutGradients { try model.logits(text) }
}
let text = laboratory.exam.sample
let fresh = try logits(bed.model(.nano), text)
let alone = try saved.map { folder in
  let model = try bed.model(.nano)
  _ = try folder.reading { try Adapter.load($0, onto: model) }
  return try logits(model, text)
}
let expected = Dictionary(uniqueKeysWithValues: zip(shelf.names, alone))
let names = shelf.names + shelf.names.reversed() + shelf.names
check("each adapter changes what the base says", alone.allSatisfy { !$0.hasBits(of: fresh) })
check(
  "after every switch, each logit is that of the adapter alone, to the last bit",
  try names.allSatisfy { name in
    shelf.use(name)
    return try logits(shared, text).hasBits(of: expected[name]!)
  })
shelf.use(nil)
check(
  "with no adapter in use, each logit is the base's, to the last bit",
  try logits(shared, text).hasBits(of: fresh))
let runs = profile.choose(smoke: 3, class: 9, full: 15)
let switching = shelf.secondsToSwitch(runs: runs)
let reading = try saved[0].secondsToLoad(runs: runs) {
  try Adapter.load($0, onto: shared).deactivate()
}
let miniCopy = try SavedFolder { try mini.save(to: $0, as: .f32) }
let loading = try [copy, miniCopy].map {
  try $0.secondsToLoad(runs: runs) { _ = try GPT2LMHeadModel.load($0) }
}
show([  // hide
  "switch to another adapter": .number(switching, .milliseconds),  // hide
  "read an adapter from its files onto nano": .number(reading, .milliseconds),  // hide
  "load a copy of nano from its files": .number(loading[0], .milliseconds),  // hide
  "load a copy of mini from its files": .number(loading[1], .milliseconds),  // hide
])  // hide
note("switchTime", switching, .milliseconds)  // hide
note("loadNano", loading[0], .milliseconds)  // hide
note("loadMini", loading[1], .milliseconds)  // hide

//: An adapter is read once. From then on it lies in memory beside the base, and only the switch is
//: paid for.
//:
//: What the figures do not say: how well such adapters do in a larger world, for the tasks are those
//: of this small one. A switch is quick, but an adapter in use is passed by every token all the same,
//: as the section before has it. And one adapter is in use at a time: in a batch whose rows belong to
//: several tasks, either the rows are sorted by task, or each row gets its own small product beside
//: the shared large one, as S-LoRA (Sheng et al., 2023) does for thousands of adapters. Last, the
//: shelf hangs on its base: whoever changes one number in the base changes every task, and an adapter
//: that is put onto another base of the same shape raises no error, for every tensor fits.
//:
//: ## Find the fault
//:
//: A colleague has written the adapter herself, size {{size}}, after attention and after the
//: feed-forward network of `nano`, with $W^u = 0$ at the start. It trains: from {{herFirst}} nats at
//: her first look to {{herLast}} at the last. But her test accuracy is {{herAccuracy}}, and ours, with
//: the same steps and rate, {{ourAccuracy}}. She has also measured what the model makes of plain text
//: *before the first step*, and how far the logits behind the last word of a sentence move if every
//: earlier word is replaced by another. **What has gone wrong? The last column is the better
//: witness.**
cell("fault")
let colleague = try laboratory.colleague(
  Formula(size: size), rate: rate)
show(colleague.table)  // hide
check("our adapters begin as the base", colleague.worldBefore[1] == colleague.worldBefore[0])
check("hers hear of no earlier word", colleague.movedByWords[2] == 0)
note("herFirst", colleague.losses.first ?? .nan, .fixed(2))  // hide
note("herLast", colleague.losses.last ?? .nan, .fixed(2))  // hide
note("herAccuracy", colleague.accuracy, .percent(0))  // hide
note("ourAccuracy", colleague.ours, .percent(0))  // hide
note("herBefore", colleague.worldBefore[2], .fixed(2))  // hide
note("ourBefore", colleague.worldBefore[1], .fixed(2))  // hide

//: <details><summary>Answer</summary>
//:
//: She has forgotten the sum: her adapter is $h = \sigma(h W^d) W^u$. With $W^u = 0$ it puts out
//: zero, whatever attention and the feed-forward network have computed. Every branch of every block
//: is cut off, and what is left of the model is the embedding of the last word, a norm and the head.
//: So no earlier word can move its logits, and plain text costs {{herBefore}} nats instead of
//: {{ourBefore}}. The block's own residual connection is still there, which is why nothing crashes
//: and the loss falls: training rebuilds what it can, through {{size}} numbers a place. One line
//: would have caught it: the loss before the first step must be the base's.
//:
//: </details>
//:
//: ## What this does not show
//:
//: How adapters do on large models and on tasks that are hard. Houlsby and colleagues (2019) tuned
//: BERT-large on the nine tasks of GLUE and came within half a point of full tuning with a few
//: percent of parameters for each task. Our questions can be answered by knowing a text's manner, and
//: our models are themselves smaller than the adapters of one of theirs together.
//:
//: Nor whether two places are better where there is more to learn. Pfeiffer and colleagues (2021)
//: searched over placements with BERT and kept one adapter a block. He and colleagues (2022) compare
//: in series with in parallel, and attention with feed-forward, at equal parameters: parallel does
//: better, and the feed-forward network is the better place where there are parameters to spend.
//: Our comparison has one task mixture, one size and two small models. And a difference below three
//: points is, for our claim, none.
//:
//: Nor what adapters reach in the end. All arms have {{nanoSteps}} steps on `nano` and {{miniSteps}} on
//: `mini`, and a method that starts slowly has not shown its end by then. A share of the gain at equal
//: steps speaks of these steps.
//:
//: Nor what happens to adapters that are trained for several tasks and used together (Pfeiffer and
//: colleagues, 2021, fuse them).
//:
//: In the lecture: adapters, 004, lines 118 to 124; the formula, line 122; the places and "before
//: layer normalisation", line 124, which is BERT's order and not GPT-2's; LoRA, lines 91 to 116; shared
//: weights and storage, 003, line 171. The formula has no biases; AdapterHub's adapters have.
//:
//: ## Exercises
//:
//: They are functions in this lesson's `Exercises.swift`, each with its task and hints.
//: `swift run -c release course check 09` says what is solved, and what went wrong where it is not.
//:
//: - **9.1** Write a branch of a block with an adapter in it.
//: - **9.2** Count the parameters of adapters in two places, and of a fair rival in one.
//: - **9.3** Choose the largest size that fits into a budget of bytes.
//:
//: ## Quiz
//:
//: 1. Adapters of size {{size}} in `mini` have {{miniAdded}} parameters. How many of them are the
//:    lecture's two matrices, and what are the others?
//: 2. A model with adapters has lost {{forgotIn}} nats a token on world text. A user wants the old
//:    model back, to the bit. What does that take, and what would it take after full tuning?
//: 3. Adapters gain {{gainNano}} of what full tuning gains on `nano`. A friend says: “So for this
//:    task, what is missing needs all parameters.” Which line of the chart over sizes would you show
//:    her first?
//: 4. On `nano`, both places lead attention alone by {{overAttention}} points, with an interval of
//:    {{overAttentionEnds}}. The claim asks for three points. Is it decided by this pair alone?
//:
//: <details><summary>Answers</summary>
//:
//: 1. {{miniMatrices}} are the matrices; the other {{miniBiases}} are biases, $H + R$ for each of
//:    {{miniPlaces}} adapters.
//: 2. Taking the adapters out: the check above compares all bits. After full tuning, a copy of the
//:    old weights, {{modelBytes}}.
//: 3. The line of adapters at its right end. If larger adapters come closer to the line of full
//:    tuning, what was missing was size, and far from all parameters; if they do not, it was the kind
//:    of change, or the steps. The share is also a quotient of two measured numbers, and has an
//:    interval.
//: 4. Never in favour: the claim needs both leads, this one and the one over the feed-forward network.
//:    Against it, one of them is enough: if its interval lies below minus three points, or between
//:    minus three and three.
//:
//: </details>
cell("quiz")
let miniCount = AdapterCount(mini.config, size: size, places: .both)  // hide
note("miniAdded", miniCount.all)  // hide
note("miniMatrices", miniCount.matrices)  // hide
note("miniBiases", miniCount.biases)  // hide
note("miniPlaces", miniCount.places)  // hide
