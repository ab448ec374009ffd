import Course

/// What tuned models for several tasks take on a disk.
struct Storage {
  /// Bytes of a fully tuned copy, and of the base, which is as large.
  let copy: Double
  /// Bytes of one adapter.
  let adapter: Double

  func copies(_ tasks: Int) -> Double { Double(tasks) * copy }
  func shelf(_ tasks: Int) -> Double { copy + Double(tasks) * adapter }
}

extension Storage {
  /// As measured: the mean of the adapters that were saved.
  init(copy: SavedFolder, adapters: [SavedFolder]) {
    self.init(copy: Double(copy.bytes), adapter: adapters.map { Double($0.bytes) }.mean)
  }

  /// By shape, with adapters in both places: four bytes a parameter, and no head of a file.
  init(_ config: GPT2Config, size: Int) {
    self.init(
      copy: 4 * Double(config.parameterCount),
      adapter: 4 * Double(AdapterCount(config, size: size, places: .both).all))
  }

  func chart(_ name: String, tasks: ClosedRange<Int>) -> LineChart {
    func line(_ name: String, _ bytes: (Int) -> Double) -> Series {
      Series(name, tasks.map { Point(Double($0), bytes($0) / 1e6) })
    }
    return LineChart(
      name, x: "tasks", y: "MB on disk",
      [line("full copies", copies), line("one base with adapters", shelf)])
  }
}

/// The same for bases of several shapes.
func storageTable(_ bases: [(name: String, storage: Storage)]) -> Table {
  var table = Table(
    "What several tasks take, in float32",
    columns: [.left("what is kept")] + bases.map { .right($0.name) })
  func add(_ name: String, _ format: ValueFormat = .bytes, _ number: (Storage) -> Double) {
    table.add(row: [.label(name)] + bases.map { .number(number($0.storage), format) })
  }
  add("the base, once") { $0.copy }
  add("one adapter") { $0.adapter }
  add("one adapter over the base", .percent(2)) { $0.adapter / $0.copy }
  add("three full copies") { $0.copies(3) }
  add("the base and three adapters") { $0.shelf(3) }
  add("ten full copies") { $0.copies(10) }
  add("the base and ten adapters") { $0.shelf(10) }
  return table
}

extension GPT2Config {
  /// Of embeddings, blocks and last norm, with the head's weight tied to an embedding.
  var parameterCount: Int {
    let H = hiddenSize
    let block = 12 * H * H + 13 * H
    return (vocabSize + contextLength) * H + layerCount * block + 2 * H
  }
}
