//: # 05 · The loss mask
//:
//: To be written.

import Course

cell("setup")
let plan = Plan(
  seeds: seeds(1), bugSeeds: seeds(1),
  rates: [Float(ProcessInfo.processInfo.environment["RATE"] ?? "2e-3")!],
  steps: Int(ProcessInfo.processInfo.environment["STEPS"] ?? "100")!, batchTokens: Int(ProcessInfo.processInfo.environment["BT"] ?? "2048")!)
let world = try ClosedWorld.load(seed: 1)
let folder = courseData("models/nano")
let instructions = try Instructions(of: world)
let template = try InstructionTemplate.named("roles")
let rowsEach = 800
let workshop = try Workshop(
  folder, template, plan,
  validation: Question.all(instructions, each: 8, .validation, seed: 1),
  test: Question.all(instructions, each: 32, .heldOut, seed: 1)
) { try Question.all(instructions, each: rowsEach, .train, seed: $0) }
print(workshop.test.count, workshop.validation.count, try workshop.trainingQuestions(0).count)
for q in workshop.test.prefix(5) { print(q.instruction, q.text, q.answer) }
for form in AnswerForm.allCases {
  let rows = zip(workshop.test, workshop.testRows).filter { $0.0.form == form }.map(\.1)
  print(form, rows.count, rows.map { Double($0.count) }.mean, rows.map { Double($0.labelCount) }.mean)
}
let shown = workshop.testRows[0]
for name in (ProcessInfo.processInfo.environment["ARMS"] ?? "answers only,everything").split(separator: ",") {
  let arm = MaskArm(rawValue: String(name))!
  let clock = ContinuousClock.now
  let result = try workshop.result(arm, shown: shown)
  print(arm, "seconds", ContinuousClock.now - clock)
  for look in result.runs[0].looks { print(look.step, look.words, look.end, look.all) }
  for form in AnswerForm.allCases {
    for family in Question.families {
    let w = zip(workshop.test, result.answered[0].written).filter { $0.0.form == form && $0.0.family == family }.map(\.1)
    print(form, family, w.map { $0.isRight ? 1.0 : 0 }.mean, w.map { $0.beginsRight ? 1.0 : 0 }.mean, w.map { $0.ending == .endToken ? 1.0 : 0 }.mean)
    }
  }
  for s in result.answered[0].samples.prefix(3) { print(s.text, s.ending) }
}
