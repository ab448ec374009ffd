import Course

/// A task that has an adapter of its own.
struct ShelfTask {
  /// Questions of one family.
  let bed: TuningBed
  let method: any AdapterMethod
  let rate: Float

  private var family: InstructionFamily { bed.families[0] }

  /// What its adapter is called on the shelf.
  var name: String { family.rawValue }

  /// What is asked, for tables.
  var question: String {
    switch family {
    case .sentiment: "praise or complaint"
    case .reviewDomain: "what a review is about"
    default: "what kind of text"
    }
  }

  /// What its adapter is, for tables.
  var kind: String { method is LoRA ? "LoRA" : "bottleneck" }
}

extension Laboratory {
  /// A task's adapter, trained on a `nano` of its own, as it is saved.
  func learned(_ task: ShelfTask) throws -> SavedFolder {
    try cached("shelf, \(task.name)") {
      var adapter: Adapter?
      let arm = TuningArm(task.name, task.name, .nano) { model, seed in
        adapter = try task.method.attach(to: model, seed: seed)
      }
      let plan = TuningPlan(
        rows: budget.rows, steps: budget.steps[.nano]!, batchRows: Budget.batchRows,
        rates: [task.rate], seeds: [budget.seeds[0]], looks: budget.looks)
      _ = try task.bed.train(arm, rate: task.rate, seed: plan.seeds[0], plan)
      return try SavedFolder { try adapter!.save(to: $0, base: TuningBase.nano.rawValue) }
    }
  }
}

/// The base and its adapters, with the accuracy of each on every task: `accuracies[0]` are the
/// base's.
func shelfTable(
  _ tasks: [ShelfTask], on shelf: AdapterShelf, base: GPT2LMHeadModel, copy: SavedFolder,
  _ saved: [SavedFolder], accuracies: [[Double]]
) -> Table {
  var table = Table(
    "One base and its shelf: sizes, and test accuracy on each task",
    columns: [
      .left("name"), .left("task"), .left("kind"), .right("parameters"), .right("files"),
    ] + tasks.map { .right($0.question) })
  func add(_ head: [Value], _ parameters: Int, _ folder: SavedFolder, _ shares: [Double]) {
    table.add(
      row: head + [.integer(parameters), .number(Double(folder.bytes), .bytes)]
        + shares.map { .percent($0, 1) })
  }
  add([.text("–"), .text("–"), "the base"], base.parameterCount, copy, accuracies[0])
  for (place, task) in tasks.enumerated() {
    add(
      [.text(task.name), .label(task.question), .label(task.kind)],
      shelf[task.name]!.parameterCount, saved[place], accuracies[place + 1])
  }
  let chance = tasks.map(\.bed.chance)
  table.add(
    row: [.text("–"), .text("–"), "chance", .text("–"), .text("–")] + chance.map { .percent($0, 1) }
  )
  return table
}
