import Course

cell("setup")
let tokenizer = try Tokenizer(folder: modelFolder(or: "nano"))
func makeBase(_ pre: Bool, _ name: String, _ seed: UInt64) throws -> GPT2Model {
  let base = try GPT2Model.load(courseData("models/\(name)"))
  if pre { return base }
  var random = SeededRandom(seed: seed, stream: "base")
  return GPT2Model(base.config, random: &random)
}
let bank = try Reviews(bankFolder: courseData("world"))
func rows(_ reviews: [Review]) -> LabelledRows {
  LabelledRows(tokens: reviews.map { tokenizer.encode($0.text) }, labels: reviews.map { $0.isPositive ? 1 : 0 })
}
let validation = rows(bank.labelled(120, .validation, seed: 1))
let test = rows(bank.labelled(480, .heldOut, seed: 1))
print("tokens per row", Double(test.tokenCount) / Double(test.count), test.tokens.map(\.count).max()!)
func once(_ name: String, _ pre: Bool, _ part: TextClassifier.Part, _ n: Int, _ lr: Float, _ seed: UInt64, steps: Int) throws {
  let base = try makeBase(pre, name, seed)
  var random = SeededRandom(seed: seed, stream: "head")
  let c = TextClassifier(base, classes: 2, random: &random)
  var train = rows(bank.labelled(n, .train, seed: seed + 10))
  var (v, t) = (validation, test)
  if part == .head { train = try c.withFeatures(train); v = try c.withFeatures(v); t = try c.withFeatures(t) }
  let s0 = ContinuousClock.now
  let run = try c.fit(train, validation: v, ClassifierTraining(part, learningRate: lr, steps: steps, validateEvery: max(1, steps / 12), seed: seed))
  let s1 = ContinuousClock.now
  let p = try c.probabilities(t)
  let s2 = ContinuousClock.now
  let acc = zip(p, t.labels).map { ($0[1] > $0[0] ? 1 : 0) == $1 ? 1.0 : 0 }.mean
  print(name, pre ? "pre" : "rand", part, n, lr, "kept", run.kept.step, "val", run.kept.accuracy, "train", run.trainAccuracy, "test", acc, String(format: "fit %.2fs (steps %.2fs) test %.2fs GFLOP %.1f", (s1 - s0) / .seconds(1), run.curve.last!.seconds, (s2 - s1) / .seconds(1), run.curve.last!.operations / 1e9), run.curve.map { String(format: "%.0f", $0.accuracy * 100) }.joined(separator: " "))
}
for (n, steps) in [(8, 60), (32, 60), (128, 120), (512, 240)] {
  for pre in [true, false] {
    for part in TextClassifier.Part.allCases {
      let grid: [Float] = part == .head ? [1e-2, 3e-2] : [3e-4, 1e-3, 3e-3]
      for lr in grid { try once("nano", pre, part, n, lr, 1, steps: steps); fflush(nil) }
    }
  }
}
try once("mini", true, .all, 128, 1e-3, 1, steps: 120)
try once("mini", true, .lastBlock, 128, 1e-3, 1, steps: 120)
