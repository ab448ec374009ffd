//: # 01 · Three GPT-2s
//:
//: The lecture loads "gpt2" as three things: a base model, a classifier and a language model, the
//: last one twice. The printouts are long and nearly the same. **What is really different between
//: them, and what does each know the moment it is loaded?**
//:
//: We build the 124M model from its configuration, count every parameter, then load one small
//: checkpoint of this course, `mini`, into all three classes and give them the same review.

import Course

cell("setup")
setup(
  fixed: ["GPT-2 124M built from its configuration", "the checkpoint mini, loaded three times"],
  varies: ["the class that loads it", "the seed of an untrained head"],
  budget: "no training at all: forward passes only")
hardware("OpenBLAS core", MatrixProduct.coreName)

//: ## The base model
//:
//: `GPT2Model` turns tokens into vectors and stops there. Its weights are drawn at random here, as
//: GPT-2's were before its training (with `--model gpt2` the real ones are read); the structure is
//: the same to the last bracket.
cell("base")
let config = GPT2Config()
var random = SeededRandom(seed: 1)
let chosen = try chosenModel().map { try GPT2Model.load($0) }
let base =
  chosen?.parameterCount == 124_439_808 ? chosen! : GPT2Model(config, random: &random)
show(base.structure)

//: ## The classifier
//:
//: `GPT2ForSequenceClassification` is that model with one more line, `score`.
cell("classifier")
let classifier = GPT2ForSequenceClassification(base, random: &random)
show(classifier.structure)

//: ## The language model
//:
//: `GPT2LMHeadModel` is that model with another line, `lm_head`: from a hidden state to one number
//: for every token that could come next.
cell("language-model")
let languageModel = GPT2LMHeadModel(base, random: &random)
show(languageModel.structure)

//: ## Count
//:
//: **Predict first.** The printout of the language model ends in `lm_head`, a map from 768 numbers
//: to 50,257. How many parameters does the language model have more than the base model?
//:
//: <details><summary>Answer</summary>
//:
//: None. 768 · 50,257 would be {{headSize}} more, and adding up the lines of the printout gives
//: {{naive}}. But `lm_head` and `wte` are *tied*: one matrix, used at both ends. All three classes
//: share {{shared}} parameters, and the classifier adds {{added}}: two rows of 768.
//:
//: </details>
//:
//: Look at the bars: they are the same to the eye, for {{added}} numbers more are a line thinner than
//: the paper. And look at the embedding `wte`: it alone is {{wteShare}} of the model, more than all
//: attention layers together.
cell("count")
let parts = base.parameterParts
let headSize = languageModel.head.weight.count
note("headSize", headSize)
note("naive", base.parameterCount + headSize)
note("shared", base.parameterCount)
note("added", classifier.parameterCount - base.parameterCount)
note("wteShare", Double(base.tokenEmbedding.count) / Double(base.parameterCount), .percent(0))

var counts = Table(
  "Parameters by part",
  columns: [.left("part"), .right("base"), .right("classifier"), .right("language model")])
for part in parts {
  counts.add(
    .text(part.name), .integer(part.count), .integer(part.count), .integer(part.count))
}
counts.add("new head", .integer(0), .integer(classifier.score.weight.count), .integer(0))
counts.add(
  "total", .integer(base.parameterCount), .integer(classifier.parameterCount),
  .integer(languageModel.parameterCount))
show(counts)

let millions = { (model: any GPT2Class, name: String) in
  let count = model.parameterParts.filter { $0.name == name }.reduce(0) { $0 + $1.count }
  return Double(count) / 1e6
}
let classes: [(name: String, model: any GPT2Class)] = [
  ("base", base), ("classifier", classifier), ("language model", languageModel),
]
let groups = [
  ("token embedding", ["wte"]), ("position embedding", ["wpe"]),
  ("attention", ["h.*.attn"]), ("MLP", ["h.*.mlp"]),
  ("layer norms", ["h.*.ln_1", "h.*.ln_2", "ln_f"]),
]
plot(
  "parts",
  BarChart(
    "Where the parameters are", value: "million parameters",
    groups.map { label, names in
      BarSeries(
        label,
        classes.map { name, model in
          Bar(name, names.reduce(0) { $0 + millions(model, $1) })
        })
    }, arrangement: .stacked))

check("the base model has 124,439,808 parameters", base.parameterCount == 124_439_808)
check(
  "the head of the language model is the token embedding itself",
  languageModel.head.weight === base.tokenEmbedding)
check(
  "the classifier adds exactly score.weight, [2, 768]",
  classifier.score.weight.shape == [2, 768]
    && classifier.parameterCount == base.parameterCount + 1536)
claim(
  "C01.1",
  .exact(
    base.parameterCount == 124_439_808
      && languageModel.parameterCount == base.parameterCount
      && classifier.parameterCount == base.parameterCount + 1536),
  evidence: [
    .init("base", .integer(base.parameterCount)),
    .init("language model", .integer(languageModel.parameterCount)),
    .init("classifier", .integer(classifier.parameterCount)),
  ])

//: ## One checkpoint, three classes
//:
//: Now a model with something in it. `mini` was trained by this course on its closed world
//: (lesson 00) and saved once, as a language model. All three classes load the same file. Only one
//: of them has something to say about it:
cell("load")
let folder = modelFolder(or: "mini")
let tokenizer = try Tokenizer(folder: folder)
let miniBase = try GPT2Model.load(folder, name: "mini")
let miniClassifier = try GPT2ForSequenceClassification.load(folder, labels: 2, name: "mini")
let miniLanguageModel = try GPT2LMHeadModel.load(folder, name: "mini")
print(miniClassifier.loadReport?.message ?? "nothing is new")

//: The message is the important line of this lesson. The file holds no `score.weight`, so the
//: classifier made one up: random numbers, drawn when it was loaded. The base model and the language
//: model found everything they need.
//:
//: Key by key, the file against what each class looked for:
cell("keys")
let fileKeys = Set(try WeightFiles(folder).names.map { $0.replacing("transformer.", with: "") })
let keysOf = { (model: any GPT2Class) in
  Set(model.huggingFaceParameters.map { $0.key.replacing("transformer.", with: "") })
}
let classifierKeys = keysOf(miniClassifier)
var keys = Table(
  "Keys",
  columns: [
    .left("class"), .right("in the file"), .right("found"), .right("made up"), .left("which"),
  ])
for (name, model) in [
  ("GPT2Model", miniBase as any GPT2Class), ("GPT2ForSequenceClassification", miniClassifier),
  ("GPT2LMHeadModel", miniLanguageModel),
] {
  let wanted = keysOf(model)
  let new = wanted.subtracting(fileKeys).sorted()
  keys.add(
    .text(name), .integer(fileKeys.count), .integer(wanted.intersection(fileKeys).count),
    .integer(new.count), .text(new.isEmpty ? "–" : new.joined(separator: ", ")))
}
show(keys)
check(
  "the classifier makes up score.weight and nothing else",
  classifierKeys.subtracting(fileKeys) == ["score.weight"])
check(
  "all three classes hold equal weights",
  zip(miniBase.parameters(), miniClassifier.transformer.parameters()).allSatisfy {
    $0.elements == $1.elements
  }
    && zip(miniBase.parameters(), miniLanguageModel.transformer.parameters()).allSatisfy {
      $0.elements == $1.elements
    })
check(
  "base and language model make up nothing",
  keysOf(miniBase).isSubset(of: fileKeys) && keysOf(miniLanguageModel).isSubset(of: fileKeys))

//: ## The same review, three answers
//:
//: One review of a milk-tea shop, as in the lecture, cut into {{tokenCount}} tokens. Look at the
//: shapes: a vector for each token, two numbers for the whole text, a number for every token of the
//: vocabulary at each place.
cell("shapes")
let text = "他家的奶茶超级好喝"
let ids = tokenizer.encode(text)
let batch = TokenBatch([ids])
let hidden = try withoutGradients { try miniBase(batch) }
let scores = try withoutGradients { try miniClassifier([ids]) }
let logits = try withoutGradients { try miniLanguageModel.logits(batch) }
note("tokenCount", ids.count)
print(ids.map { tokenizer.piece($0) }.joined(separator: " | "))
var shapes = Table(
  "What comes out", columns: [.left("class"), .left("shape"), .left("meaning")])
shapes.add(.text("GPT2Model"), .text(hidden.shapeText), "a hidden state for each token")
shapes.add(
  .text("GPT2ForSequenceClassification"), .text(scores.shapeText), "two numbers for the whole text")
shapes.add(
  .text("GPT2LMHeadModel"), .text(logits.shapeText), "a number for every token that may come next")
show(shapes)
show([
  "first logit": .fixed(scores.elements[0], 4), "second logit": .fixed(scores.elements[1], 4),
])

//: The language model's last row becomes probabilities by a softmax. These are the ten tokens that
//: `mini` finds likeliest after the review; it continues the text, whatever the text is.
cell("next-token")
let V = miniLanguageModel.vocabSize
let last = Array(logits.elements.suffix(V))
let probabilities = softmax(last)
let topTen = probabilities.indices.sorted { probabilities[$0] > probabilities[$1] }.prefix(10)
note("topProbability", probabilities[topTen[0]], .percent(1))
note("topToken", tokenizer.piece(Int32(topTen[0])))
var nextTokens = Table(
  "Ten likeliest next tokens",
  columns: [.right("rank"), .left("token"), .right("id"), .right("probability")])
for (rank, id) in topTen.enumerated() {
  nextTokens.add(
    .integer(rank + 1), .text(tokenizer.piece(Int32(id))), .integer(id),
    .percent(probabilities[id], 1))
}
show(nextTokens)
let written = try miniLanguageModel.generate(
  ids, GenerationOptions(maxNewTokens: 40), random: &random)
show(prompt: text, answer: tokenizer.decode(written.tokens))

//: The likeliest is “{{topToken}}” with {{topProbability}}. The classifier's two numbers above mean
//: nothing yet: nobody has trained the head that made them.
//:
//: ## Two names for one model
//:
//: The lecture loads the language model twice, as `AutoModelForCausalLM` and as `GPT2LMHeadModel`.
//: The first finds out from `config.json` which class to use, and then does what the second does.
cell("auto")
let auto = try AutoModel.load(folder, name: "mini")
guard let autoModel = auto as? GPT2LMHeadModel else {
  throw WrongClass(found: "\(type(of: auto))")
}
let autoLogits = try withoutGradients { try autoModel.logits(batch) }
let largestDifference = zip(logits.elements, autoLogits.elements).map { abs($0 - $1) }.max() ?? 0
show([
  "class that config.json names": .text("\(type(of: autoModel))"),
  "largest difference of a logit": .fixed(largestDifference, 6),
])
claim(
  "C01.2", .exact(largestDifference == 0),
  evidence: [.init("largest difference of a logit", .fixed(largestDifference, 6))])
check("both load paths give equal logits", largestDifference == 0)

//: ## Untrained heads
//:
//: **Predict first.** We score {{reviewCount}} reviews, half of them praise, with the classifier as
//: it was loaded. What share does it get right? And if you load it again, with another random head?
//:
//: <details><summary>Answer</summary>
//:
//: {{meanAccuracy}} on average over {{headCount}} heads, with a 90 % interval from {{low}} to
//: {{high}}. The worst head got {{worst}} right and the best {{best}}.
//:
//: </details>
//:
//: The features, the hidden states of the last tokens, are computed once: only the head changes.
cell("heads")
let reviewCount = profile.choose(smoke: 60, class: 300, full: 1200)
let headCount = profile.choose(smoke: 50, class: 50, full: 200)
let reviews = try Reviews(bankFolder: courseData("world"))
  .labelled(reviewCount, .heldOut, seed: 1)
let features = try miniBase.lastTokenStates(reviews.map { tokenizer.encode($0.text) })
let labels = reviews.map { $0.isPositive ? 1 : 0 }
let accuracies = (0..<headCount).map { seed in
  ClassificationMetrics(
    actual: labels, predicted: predictions(features, headSeed: UInt64(seed)), classes: 2
  ).balancedAccuracy
}
let interval = Bootstrap.mean(accuracies.map { $0 - 0.5 }, confidence: 0.9)
note("reviewCount", reviews.count)
note("headCount", headCount)
note("meanAccuracy", accuracies.mean, .percent(1))
note("worst", accuracies.min()!, .percent(0))
note("best", accuracies.max()!, .percent(0))
note("spread", accuracies.standardDeviation * 100, .fixed(1))
note("noise", 100 * (0.25 / Double(reviews.count)).squareRoot(), .fixed(1))
note("separation", meanDirectionAccuracy(features, labels), .percent(0))
note("low", interval.lowerBound + 0.5, .percent(1))
note("high", interval.upperBound + 0.5, .percent(1))
plot(
  "heads",
  Histogram(
    "Balanced accuracy of untrained heads", x: .percent("balanced accuracy", from: nil, to: nil),
    y: "heads", accuracies, markers: [Marker(0.5, "chance")]))

//: Look at the dashed line, chance, and at how wide the heap around it is. If heads differed only
//: because {{reviewCount}} reviews are a small sample, their accuracies would have a standard
//: deviation of {{noise}} points. They have {{spread}}.
//:
//: A head is a random direction: on one side of it lie the reviews that it calls praise. Turn it
//: around, and every answer turns. So for each head above 50 % there is one as far below, equally
//: likely, and **a single untrained head above chance is the luck of a sign, not knowledge.**
//:
//: Is there anything to know in the features? Take one direction that is not random: from the mean of
//: the complaints to the mean of the praise, over one half of the reviews. On the other half it gets
//: {{separation}} right, and with no luck involved. Lesson 02 trains heads in earnest and measures how
//: much further that goes.
cell("luck")
let luckiest = accuracies.indices.max { accuracies[$0] < accuracies[$1] }!
let guesses = predictions(features, headSeed: UInt64(luckiest))
note("luckiest", luckiest)
plot(
  "confusion",
  ConfusionMatrix(
    "The luckiest untrained head", classes: ["complaint", "praise"],
    counts: ClassificationMetrics(actual: labels, predicted: guesses, classes: 2).counts))
let turned = ClassificationMetrics(
  actual: labels, predicted: guesses.map { 1 - $0 }, classes: 2
).balancedAccuracy
note("turned", turned, .percent(0))
check(
  "turning a head around mirrors its accuracy at 50 %",
  abs(turned + accuracies[luckiest] - 1) < 1e-9)
claim(
  "C01.3", .equivalent(PairedDifferences(perSeed: accuracies.map { $0 - 0.5 }), margin: 0.03),
  evidence: [
    .init("mean − 50 %", accuracies.mean - 0.5, interval: interval, .percent(1)),
    .init("heads", .integer(headCount)),
  ])

//: The luckiest head, number {{luckiest}}, with its sign turned gets {{turned}}.
//:
//: ## Find the fault
//:
//: A colleague pads three reviews to one length, takes the hidden state at the *last position* of each
//: row, and reports that the classifier "depends on what else is in the batch". Below is the first
//: logit of the shortest review, read in three ways. Two of the numbers must be equal: which, and what
//: did the colleague read?
cell("fault")
let pad = tokenizer.endOfText!
let paddedClassifier = try GPT2ForSequenceClassification.load(
  folder, labels: 2, padToken: pad, name: "mini")
let three = [ids, ids + ids, ids + ids + ids]
let longest = three.map(\.count).max()!
let paddedRows = three.map { $0 + Array(repeating: pad, count: longest - $0.count) }
let states = try miniBase.lastTokenStates(paddedRows)
let score = paddedClassifier.score.weight
let alone = try withoutGradients { try paddedClassifier([ids]) }.elements[0]
let wrong = withoutGradients { states.linear(score, layout: .outputsByInputs) }.elements[0]
let right = try withoutGradients { try paddedClassifier(paddedRows) }.elements[0]
var fault = Table(
  "First logit of one review", columns: [.left("how it was read"), .right("logit")])
fault.add("alone", .fixed(alone, 4))
fault.add("in the batch, last position", .fixed(wrong, 4))
fault.add("in the batch, as the classifier does it", .fixed(right, 4))
show(fault)
check("the classifier's logit does not depend on the padding", abs(alone - right) < 1e-5)
check("the logit at a pad is another", abs(alone - wrong) > 1e-3)

//: <details><summary>Answer</summary>
//:
//: The first and the third are equal. The second is the hidden state of a pad: attention is causal,
//: so the review's own tokens never see the padding after them, but the pad's vector is another
//: vector. transformers therefore looks for the rightmost token that is not the pad, and refuses a
//: batch of several rows when the configuration does not say what the pad is.
//:
//: </details>
//:
//: > **Misconception.** "The language model is bigger than the classifier, it has an output layer of
//: > 38.6 million numbers." The printout shows that layer, the file does not hold it: it is the
//: > embedding matrix, seen from the other side.
//:
//: ## What this does not show
//:
//: That a head at chance stays there: lesson 02 trains it. That a large model's features are spread
//: in the same way: `mini` has {{miniParameters}} parameters and knows one small world. That tying is
//: always right: larger models, Llama among them, often untie the head.
//:
//: In the lecture (000, lines 149 to 294) the printouts stand one below the other without a word on
//: the warning or on the tied head, and the numbering jumps from In[3] to In[5]: there is no In[4].
//:
//: ## Exercises
//:
//: They are functions in this lesson's `Exercises.swift`, each with its task and hints.
//: `swift run -c release course check 01` says what is solved, and what went wrong where it is not.
//:
//: - **1.1** Count the parameters of a GPT-2 language model from its configuration.
//: - **1.2** Pad rows of tokens to one length, and keep the position of each row's last real
//:   token.
//:
//: ## Quiz
//:
//: 1. The classifier has 3 labels instead of 2. How many parameters does it add to the 124M model?
//: 2. Which of the three classes could be loaded from a file that was saved by `GPT2Model`, with no
//:    warning?
//: 3. Your friend's untrained classifier has 62 % accuracy. What do you ask first?
//:
//: <details><summary>Answers</summary>
//:
//: 1. {{threeLabels}}: three rows of 768, no bias.
//: 2. The base model and, since its head is tied, the language model.
//: 3. On how many heads, and how many reviews. Here the best of {{headCount}} untrained heads got
//:    {{best}} and the worst {{worst}}.
//:
//: </details>
cell("quiz")
note("miniParameters", miniBase.parameterCount)
note("threeLabels", 3 * config.hiddenSize)
check(
  "heads lie on both sides of chance",
  accuracies.contains { $0 > 0.5 } && accuracies.contains { $0 < 0.5 })
