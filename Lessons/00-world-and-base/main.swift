//: # 00 · A world and a base model
//:
//: Every lesson after this one starts from a *base model*: a network that has read a great deal and
//: learnt one thing, to guess the next token. The lecture says that this is paid for once and then
//: shared. **What does a base model read, what does it learn from guessing, and what does that
//: cost?**
//:
//: No model can be downloaded in class, so the course has a world of its own: people, towns, shops,
//: reviews, sums and stories that a program makes up from phrases written by hand. Two models were
//: trained on it, `nano` and `mini`. Here we look at what they read, train a `nano` from nothing for
//: a moment, and measure all of them.

import Course

cell("setup")
let steps = profile.choose(smoke: 12, class: 240, full: 600)
let rows = profile.choose(smoke: 2, class: 4, full: 4)
let length = profile.choose(smoke: 128, class: 512, full: 512)
let windows = profile.choose(smoke: 2, class: 48, full: 250)
let runSeeds = seeds(profile.choose(smoke: 1, class: 1, full: 3))
setup(
  fixed: ["the world and its validation texts", "the vocabulary", "the committed nano and mini"],
  varies: ["the model, from a counter of tokens to mini", "the seed of the short run"],
  budget: "baselines count the beginning of mini's text, in full all of it; short runs draw from it"
)
hardware("OpenBLAS core", MatrixProduct.coreName)

//: ## The world
//:
//: Ten kinds of text, one of each. Nobody in them exists. Nine kinds are composed; the tenth, prose,
//: was written text by text.
cell("world")
let world = try ClosedWorld.load(seed: 1)
_ = courseData("world")
let drawn = Array(
  world.documents(.train, seed: 1).prefix(profile.choose(smoke: 300, class: 3000, full: 3000)))
for kind in DocumentKind.allCases {
  if let document = drawn.first(where: { $0.kind == kind }) {
    print("[\(kind.rawValue)] \(document.text)\n")
  }
}

//: What the corpus is made of. Reviews have the largest share, because the lessons to come ask what
//: a model knows about praise and complaint. No review is ever called positive or negative; but texts
//: show moods as people do, by a sign after a phrase, a list of what is good and what is not, a last
//: word such as 满意 or 失望. In our trials, networks of this size noticed no mood without them.
cell("shares")
let characters = { (documents: [Document]) in
  documents.reduce(0) { $0 + $1.text.unicodeScalars.count }
}
var shares = Table(
  "What the corpus is made of",
  columns: [
    .left("kind"), .right("documents"), .right("share of characters"), .right("mean length"),
  ])
for kind in DocumentKind.allCases {
  let own = drawn.filter { $0.kind == kind }
  shares.add(
    Value(stringLiteral: kind.rawValue), .integer(own.count),
    .percent(Double(characters(own)) / Double(characters(drawn)), 1),
    .fixed(Double(characters(own)) / Double(max(1, own.count)), 0))
}
show(shares)
check(
  "no text calls anything 积极 or 消极",
  !drawn.contains { $0.text.contains("积极") || $0.text.contains("消极") })
check(
  "no document of the training split names a held-out person",
  !world.people(.heldOut).contains { person in drawn.contains { $0.text.contains(person.name) } })

//: ## Tokens
//:
//: A model reads numbers. A *byte-level* vocabulary starts from the 256 bytes and joins the pair that
//: stands together most often, again and again, until there are {{vocabulary}} pieces. A Chinese
//: character is three bytes. Here the characters that come ten times or more are joined first, then
//: frequent words; only rare characters fall apart.
cell("tokens")
let miniFolder = modelFolder(or: "mini")
let nanoFolder = courseData("models/nano")
let tokenizer = try Tokenizer(folder: miniFolder)
note("vocabulary", tokenizer.vocabularySize)
let sentence = "奶奶做的饺子真好吃，我一口气吃了两碗，肚子都圆了。"
let ids = tokenizer.encode(sentence)
note("sentenceTokens", ids.count)
note("sentenceCharacters", sentence.count)
var pieces = Table(
  "Pieces", columns: [.right("place"), .left("piece"), .right("id"), .right("bytes")])
for (place, id) in ids.enumerated() {
  pieces.add(
    .integer(place + 1), .text(tokenizer.piece(id)), .integer(id),
    .integer(tokenizer.bytes(id).count))
}
show(pieces)
check("the pieces join to the sentence again", tokenizer.decode(ids) == sentence)

//: This sentence of {{sentenceCharacters}} characters has {{sentenceTokens}} tokens.
//:
//: ## The loss
//:
//: At each place the model gives every token of the vocabulary a probability. The loss of a place is
//: $-\ln p$ of the token that really came next: nothing if the model was sure and right, and
//: {{uniform}} nats, the logarithm of {{vocabulary}}, if it had no idea at all.
//:
//: **Predict first.** In the sentence above, which token surprises `mini` most, and by how many nats?
//:
//: <details><summary>Answer</summary>
//:
//: {{hardestPiece}}, with {{hardestLoss}} nats. The mean over the sentence is {{sentenceLoss}}.
//:
//: </details>
cell("loss")
let mini = try GPT2LMHeadModel.load(miniFolder)
let nano = try GPT2LMHeadModel.load(nanoFolder)
let surprise = try mini.continuationLosses([tokenizer.endOfText!], ids)
let hardest = surprise.indices.max { surprise[$0] < surprise[$1] }!
note("uniform", log(Double(tokenizer.vocabularySize)), .fixed(2))
note("hardestPiece", tokenizer.piece(ids[hardest]))
note("hardestLoss", surprise[hardest], .fixed(1))
note("sentenceLoss", surprise.map { Double($0) }.mean, .fixed(2))
plot(
  "surprise",
  BarChart(
    "How much each token surprises mini", value: "nats",
    zip(ids, surprise).enumerated().map { place, token in
      Bar("\(place + 1) \(tokenizer.piece(token.0))", Double(token.1))
    }, direction: .horizontal))

//: Look at the long bars: they stand where the text could have gone many ways, at the beginning and
//: where a new thought starts. Short bars are the second halves of words and the endings that
//: everybody uses.
//:
//: ## Train one
//:
//: Now a `nano` from nothing: weights drawn at random, {{steps}} steps of {{tokensPerStep}} tokens,
//: the text read once. The rule of training is the whole of pre-training: *raise the probability of
//: the token that came next*. Nobody tells it what a person is, or a town, or a sum.
cell("train")
note("steps", steps)
note("tokensPerStep", rows * length)
let miniCard = try BaseModelCard(courseData("models/mini"))
let neededTokens = max(
  steps * rows * length + 1,
  profile.choose(smoke: 60_000, class: 600_000, full: miniCard.trainingTokens))
let stream = { (split: Split, seed: UInt64, limit: Int) in
  TokenStream(
    world.documents(split, seed: seed).lazy.map(\.text), tokenizer: tokenizer, limit: limit)
}
let newTexts = stream(.validation, 1, windows * length + 1)
let streams = Streams(
  training: stream(.train, 1, neededTokens).tokens,
  known: stream(.train, 2, windows * length + 1).tokens, new: newTexts.tokens)
let runs = try runSeeds.map { seed in
  try cached("short run, seed \(seed)") {
    try pretrain(
      like: nano.config, streams,
      ShortRun(
        steps: steps, rows: rows, length: length, seed: seed, windows: windows, shiftsLabels: true))
  }
}
check("training lowers the loss", runs.allSatisfy { $0.training.last! < $0.training[0] })

//: The baselines only count. A *unigram* model knows how frequent each token is. A *5-gram* model
//: looks up the four tokens before, with Kneser–Ney smoothing for what it has never seen. Both have
//: counted {{countedTokens}} tokens of the text of which `mini` read {{miniTokens}}.
cell("baselines")
let vocabulary = tokenizer.vocabularySize
let counted = Array(streams.training.prefix(neededTokens))
var random = SeededRandom(seed: 1, stream: "untrained")
let untrained = GPT2LMHeadModel(nano.config, random: &random)
let unigram = NGramModel(order: 1, vocabularySize: vocabulary, tokens: counted)
let fiveGram = NGramModel(order: 5, vocabularySize: vocabulary, tokens: counted)
let perWindow = { (tokens: [Int32]) in
  [
    ("untrained", try untrained.windowLosses(tokens, windowLength: length, windows: windows)),
    ("unigram", unigram.windowLosses(tokens, windowLength: length, windows: windows)),
    ("5-gram", fiveGram.windowLosses(tokens, windowLength: length, windows: windows)),
    ("nano", try nano.windowLosses(tokens, windowLength: length, windows: windows)),
    ("mini", try mini.windowLosses(tokens, windowLength: length, windows: windows)),
  ]
}
let onNew = try perWindow(streams.new)
let onKnown = try perWindow(streams.known)
let losses = Dictionary(uniqueKeysWithValues: onNew)
note("countedTokens", counted.count)
note("miniTokens", miniCard.tokensSeen)
plot(
  "curves",
  LineChart(
    "A nano from nothing", x: "step", y: "nats per token",
    runs.first!.series(smoothing: max(1, steps / 60))
      + [
        Series(
          "unigram", [1, Double(steps)].map { Point($0, losses["unigram"]!.mean) })
      ],
    reference: .horizontal(losses["5-gram"]!.mean, "5-gram")))

//: Look at the beginning: the first few dozen steps only learn how frequent tokens are, and the
//: curve falls from {{untrained}} nats to the unigram model's {{unigram}}. What comes after is
//: context. No text is read twice, so new texts about known people cost as much as the training
//: text: there is nothing to over-fit. Texts about people and shops that training never named, in
//: phrases that it never read, cost more, and the distance grows as the model learns the others by
//: heart.
//:
//: ## All of them, on the same text
//:
//: Nats per token depend on how the text is cut. *Bits per character* do not: the same text, the same
//: number of characters, whatever the vocabulary. From here on the text is the hard one, about people
//: whom no training text named; the last column has the easy one beside it.
cell("compare")
let bits = { (nats: Double) in nats / log(2) / newTexts.charactersPerToken }
var comparison = Table(
  "The same text for all",
  columns: [
    .left("model"), .right("nats per token"), .right("perplexity"), .right("bits per character"),
    .right("nats per token, known people"),
  ])
for ((name, losses), (_, knownLosses)) in zip(onNew, onKnown) {
  comparison.add(
    Value(stringLiteral: name), .fixed(losses.mean, 3), .fixed(exp(losses.mean), 1),
    .fixed(bits(losses.mean), 3), .fixed(knownLosses.mean, 3))
}
let shortNats = runs.map(\.finalNats).mean
comparison.add(
  "short nano", .fixed(shortNats, 3), .fixed(exp(shortNats), 1), .fixed(bits(shortNats), 3),
  .fixed(runs.map { $0.validation.last![1] }.mean, 3))
show(comparison)
plot(
  "bits",
  BarChart(
    "Bits per character, lower is better", value: "bits per character",
    onNew.map { name, losses in
      let interval = Bootstrap.mean(losses)
      return Bar(
        name, bits(losses.mean), low: bits(interval.lowerBound), high: bits(interval.upperBound))
    }))
note("untrained", losses["untrained"]!.mean, .fixed(2))
note("unigram", losses["unigram"]!.mean, .fixed(2))
note("fiveGram", losses["5-gram"]!.mean, .fixed(2))
note("shortNano", shortNats, .fixed(2))
note("nano", losses["nano"]!.mean, .fixed(2))
note("mini", losses["mini"]!.mean, .fixed(2))
note("perplexity", exp(losses["mini"]!.mean), .fixed(1))
check(
  "mini predicts better than an untrained model", losses["mini"]!.mean < losses["untrained"]!.mean)

//: `mini` needs {{mini}} nats a token, as if it chose among {{perplexity}} equally likely tokens each
//: time. `nano` needs {{nano}}, the 5-gram model {{fiveGram}}, the short run {{shortNano}}. Compare the
//: last column as well: where phrases come back word for word, looking them up is hard to beat.
cell("claims")
let overCounting = zip(losses["5-gram"]!, losses["mini"]!).map { $0 - $1 }
let overNano = zip(losses["nano"]!, losses["mini"]!).map { $0 - $1 }
claim(
  "C00.1", .superior(PairedDifferences([overCounting]), margin: 0.05),
  evidence: [
    .init("5-gram − mini", overCounting.mean, interval: Bootstrap.mean(overCounting), .fixed(3)),
    .init("tokens that the 5-gram counted", .integer(counted.count)),
  ])
claim(
  "C00.2", .superior(PairedDifferences([overNano]), margin: 0.05),
  evidence: [
    .init("nano − mini", overNano.mean, interval: Bootstrap.mean(overNano), .fixed(3))
  ])

//: ## What they write
//:
//: The same four beginnings for each. Nothing is chosen: one draw each, temperature 0.8.
cell("samples")
let sampleTokens = profile.choose(smoke: 12, class: 60, full: 60)
var samples = Table(
  "What nano and mini write", columns: [.left("beginning"), .left("nano"), .left("mini")])
for beginning in ["今天", "这家店", "从前", "问：3×4=？答："] {
  samples.add(
    row: [.text(beginning)]
      + (try [nano, mini].map {
        .text(try continuation(of: beginning, by: $0, tokenizer, tokens: sampleTokens))
      }))
}
show(samples)

//: Read them aloud. Does the grammar hold? Are the people and places of this world? Then look for what
//: is wrong, in `mini` and in `nano`: a base model continues, it does not check.
//:
//: ## What guessing has taught it
//:
//: Nobody trained `mini` to know facts. We give it the beginning "…最爱吃" for {{people}} people and
//: let it choose, among four dishes, the one that it finds likeliest; one is right.
cell("facts")
let asked = profile.choose(smoke: 8, class: 100, full: 200)
var known: [(name: String, hits: [Double])] = []
for (name, split) in [("people in the corpus", Split.train), ("held-out people", .heldOut)] {
  known.append((name, try favouriteDishHits(mini, tokenizer, world, split, count: asked)))
}
note("people", asked)
note("knownTrain", known[0].hits.mean, .percent(0))
note("knownHeldOut", known[1].hits.mean, .percent(0))
plot(
  "facts",
  BarChart(
    "Which dish does this person like best?", value: .percent("right among four"),
    known.map { name, hits in
      let interval = Bootstrap.mean(hits)
      return Bar(name, hits.mean, low: interval.lowerBound, high: interval.upperBound)
    }, reference: Reference(0.25, "chance")))

//: People of whom the corpus speaks: {{knownTrain}}. Held-out people, of whom it never speaks:
//: {{knownHeldOut}}, where chance is 25%. The difference is what was remembered; where there is none, the
//: model has learnt how people are spoken of, and not who they are. The second number should be chance; look at its interval first, and if chance lies outside, at whether the four dishes
//: were equally likely to begin with.
//:
//: ## Find the fault
//:
//: Two colleagues train the same `nano` for {{faultSteps}} steps on the same text. The second reports
//: a far lower loss. **Before you look at the answer: what did the second one forget?**
cell("fault")
let faultSteps = profile.choose(smoke: 12, class: 60, full: 120)
note("faultSteps", faultSteps)
let pair = try [true, false].map { shifts in
  try cached("fault, shifted \(shifts)") {
    try pretrain(
      like: nano.config, streams,
      ShortRun(
        steps: faultSteps, rows: rows, length: min(length, 256), seed: 7, windows: windows,
        shiftsLabels: shifts))
  }
}
plot(
  "fault",
  LineChart(
    "Two runs of one model", x: "step", y: "nats per token",
    zip(["first colleague", "second colleague"], pair).map { name, run in
      Series(name, run.smoothed(max(1, faultSteps / 30)))
    }))
note("faultLoss", pair[1].training.last!, .fixed(2))
note("faultNats", pair[1].finalNats, .fixed(2))
note("soundNats", pair[0].finalNats, .fixed(2))
check(
  "the broken run predicts the next token worse", pair[1].finalNats > pair[0].finalNats)

//: <details><summary>Answer</summary>
//:
//: To shift the labels. Position $i$ was asked for token $i$, which it can see, instead of token
//: $i+1$. The loss falls to {{faultLoss}}, and as a predictor of the next token the model is worth
//: {{faultNats}} nats; the first colleague's needs {{soundNats}}, and knowing nothing at all costs
//: {{uniform}}. A loss that is too good is a reason to look at the labels. The opposite slip, shifting twice because the library already
//: shifts, is as common.
//:
//: </details>
//:
//: ## The bill
//:
//: Training costs about $6 N D$ operations for $N$ parameters and $D$ tokens: for each weight and
//: token two on the way forward and four on the way back. Generating costs $2 N$ a token.
cell("bill")
var bill = Table(
  "What pre-training cost",
  columns: [
    .left("model"), .right("parameters"), .right("tokens"), .right("operations"),
    .right("seconds on two cores"),
  ])
for (name, folder) in [("nano", nanoFolder), ("mini", courseData("models/mini"))] {
  let card = try BaseModelCard(folder)
  bill.add(
    .text(name), .integer(card.parameters), .integer(card.tokensSeen),
    .scientific(6 * Double(card.parameters) * Double(card.tokensSeen)),
    .integer(Int(card.seconds)))
}
let own = runs[0]
bill.add(
  "this run", .integer(own.parameters), .integer(steps * rows * length),
  .scientific(6 * Double(own.parameters) * Double(steps * rows * length)),
  .text("–"))
show(bill)
let ratio = 3.14e23 / (6 * Double(miniCard.parameters) * Double(miniCard.tokensSeen))
let twoDigits = pow(10, (log10(ratio) - 1).rounded(.down))
note("gpt3Ratio", Int((ratio / twoDigits).rounded() * twoDigits))
claim(
  "C00.3", .notTestable,
  evidence: [.init("tokens that mini read", .integer(miniCard.tokensSeen))])

//: Every lesson of this course starts from these two files and pays nothing of this again. GPT-3 took
//: about $3.14 \cdot 10^{23}$ operations (Brown et al., 2020, appendix D): about {{gpt3Ratio}}
//: times `mini`. The lecture (000, lines 129 to 131) draws the same conclusion for BERT: somebody else pays
//: for pre-training, you pay for labels.
//:
//: > **Misconception.** "A base model answers questions." It continues text. If the text looks like a
//: > question, the likeliest continuation may be another question. Lesson 03 measures how often.
//:
//: ## What this does not show
//:
//: Anything about real Chinese. This world is closed: its sentences come from a few thousand hand-made
//: phrases, and a model of {{miniParameters}} parameters can learn most of what there is. Losses here
//: cannot be compared with those of models trained on the open web. That larger models predict better
//: is known from far larger sweeps (Kaplan et al., 2020; Hoffmann et al., 2022); two
//: sizes are no law.
//:
//: ## Quiz
//:
//: 1. A model gives the right token a probability of one half at every place. What is its loss in
//:    nats, and in bits a token?
//: 2. Why does the unigram model need {{unigram}} nats and not {{uniform}}?
//: 3. How many operations does it take `mini` to write 100 tokens?
//:
//: <details><summary>Answers</summary>
//:
//: 1. $\ln 2$, about 0.69 nats, which is one bit.
//: 2. Because tokens are not equally frequent, and it knows how frequent they are.
//: 3. About {{writing}}: two for each parameter and token.
//:
//: </details>
cell("quiz")
note("miniParameters", miniCard.parameters)
note("writing", 2.0 * Double(miniCard.parameters) * 100, .scientific(1))
