//: # 07 · A head or an instruction?
//:
//: To be written.

import Course

cell("setup")
let sizes = profile.choose(smoke: [8, 16], class: [32, 128], full: [32, 128, 512])
let plan = Plan(
  seeds: seeds(profile.choose(smoke: 1, class: 1, full: 5)), sweeps: profile.decides,
  steps: { rows in
    profile.choose(
      smoke: 2, class: rows < 128 ? 30 : 60, full: rows < 128 ? 40 : rows < 512 ? 80 : 120)
  })
let world = try ClosedWorld.load(seed: 1)
_ = courseData("world")  // hide
let written = try WrittenReviews(file: courseData("reviews.zh.jsonl"))
let bed = Bed(
  world.reviews, written: written, rows: sizes.last!,
  validation: profile.choose(smoke: 8, class: 72, full: 144),
  test: profile.choose(smoke: 8, class: 120, full: 360),
  byHand: profile.choose(smoke: 8, class: 80, full: 240))
let laboratory = try Laboratory(
  bed, plan,
  [
    .nano: courseData("models/nano"), .base: courseData("models/mini"),
    .chat: courseData("models/chat-no-sentiment"),
  ], mostRows: sizes.last!)
for sample in bed.test[.known]!.prefix(2) {
  let tokens = try laboratory.question.encoded(sample)
  print(tokens.count, laboratory.tokenizer.encode(sample.text).count, sample.text)
}
print(
  laboratory.question.options, laboratory.tokenizer.encode("这是好评"),
  laboratory.tokenizer.encode("这是差评"), laboratory.tokenizer.encode("好评"))
print(laboratory.tokenizer.encode("{\"mood\":\"积极\",\"domain\":\"酒店\"}").count)
for p in Place.allCases {
  print(
    p, bed.test[p]!.count,
    bed.test[p]!.map { laboratory.tokenizer.encode($0.text).count }.reduce(0, +))
}
for start in Start.allCases {
  for form in Form.allCases {
    let t = ContinuousClock.now
    let r = try laboratory.result(Arm(start: start, form: form, rows: sizes.last!))
    print(start, form, r.tried, r.trials.map { $0.run.seconds }, ContinuousClock.now - t)
    for l in r.trials[0].run.looks { print(l) }
    for (p, a) in r.trials[0].test {
      print(
        p,
        Reading.allCases.filter { $0 == .scored || a.written != nil }.map {
          a.hits(bed.test[p]!, $0, laboratory.question).mean
        }, a.secondsScored, a.secondsWritten ?? 0)
    }
  }
}
