import Course

cell("setup")
let world = try ClosedWorld.load(seed: 1)
_ = courseData("world")
let folder = FileManager.default.temporaryDirectory.appendingPathComponent("alpaca-\(UUID().uuidString)")
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
let readings = try LectureRow.steps.map { try Reading($0.text, in: folder) }
let row = readings.last!.example!
let instructions = try Instructions(of: world)
let mini = try GPT2LMHeadModel.load(courseData("models/mini"))
let chat = try GPT2LMHeadModel.load(courseData("models/chat"))
let tokenizer = try Tokenizer(folder: courseData("models/chat"))
let templates = try InstructionTemplate.shown()
show(try segmentTable("The row in each template", row, templates, tokenizer))
show(try frameTable(row, templates, tokenizer))
let corpus = instructions.mixed(.general, .train, seed: 1).prefix(500).map(\.example)
let costs = try templates.map { try FrameCost($0, corpus, tokenizer) }
show(costs.table)
plot("lengths", costs.histogram(["roles", "alpaca"], contextLength: 512))
cell("json")
let jsonTasks = try JSONTasks(instructions, count: 32, .seen)
let roles = try InstructionTemplate.named("roles")
func timed<T>(_ name: String, _ f: () throws -> T) rethrows -> T { let t = Date(); let r = try f(); print(name, Date().timeIntervalSince(t)); return r }
let arms = [JSONArm(name: "chat", model: chat, template: roles), JSONArm(name: "mini", model: mini, template: roles), JSONArm(name: "mini, two examples", model: mini, template: WithExamples(template: roles, shots: jsonTasks.shots))]
let json = JSONResults(tasks: jsonTasks.tasks, arms: try arms.map { arm in (arm.name, try timed(arm.name) { try JSONAnswers(arm, jsonTasks.tasks, tokenizer, maxTokens: 80) }) })
plot("json", json.chart)
show(json.table)
show(json.pages())
print(jsonTasks.usualValues)
cell("chat")
let best = try timed("best") { try BestFamilies(chat, instructions, roles, tokenizer, tasksEach: 8) }
for f in best.all { print(f.family, f.right) }
let forms = [roles] + (try InstructionTemplate.nearMisses()) + templates.filter { $0.name != "roles" }
let chatTasks = try best.best.flatMap { try instructions.atMost(8, of: $0, .heldOut) }
let mis = ChatMismatch(names: forms.map(\.name), asked: try timed("ask") { try forms.map { try Asked(chat, chatTasks, $0, tokenizer, maxTokens: 32) } })
plot("chat", mis.chart)
show(mis.table)
cell("matrix")
let steps = Int(ProcessInfo.processInfo.environment["STEPS"] ?? "60")!
let lab = TemplateLaboratory(base: courseData("models/nano"), tokenizer: tokenizer, templates: try ["roles", "alpaca-zh", "chatml"].map { try InstructionTemplate.named($0) }, tasks: try ClassTasks(instructions, training: 3000, validation: 60, test: 120), steps: steps)
let matrix = TemplateMatrix(names: lab.templates.map(\.name), tasks: lab.tasks, tuned: try lab.templates.map { t in [try timed(t.name) { try lab.tuned(with: t, rate: Float(ProcessInfo.processInfo.environment["LR"] ?? "1e-3")!, seed: 1) }] }, rates: [1e-3, 1e-3, 1e-3], untuned: try lab.asked(try GPT2LMHeadModel.load(lab.base)))
plot("matrix", matrix.chart)
show(matrix.table)
show(matrix.rateTable)
print(lab.tasks.usualAnswers)
for t in matrix.tuned { print(t[0].run.evaluations.map(\.loss)) }
