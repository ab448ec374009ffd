import Course

/// How many parameters the adapters of a model have.
struct AdapterCount {
  /// Adapters in all blocks.
  let places: Int
  /// 2·H·R for each of them, the lecture's two matrices.
  let matrices: Int
  /// H + R for each of them.
  let biases: Int

  var all: Int { matrices + biases }

  init(_ config: GPT2Config, size: Int, places: Places) {
    self.places = places.count * config.layerCount
    matrices = self.places * 2 * config.hiddenSize * size
    biases = self.places * (config.hiddenSize + size)
  }
}

/// The counts of both models' adapters after attention and after the feed-forward network.
func countTable(_ sizes: [Int], of models: [(name: String, config: GPT2Config)]) -> Table {
  var table = Table(
    "Adapters in both places",
    columns: [
      .left("model"), .right("size"), .right("adapters"), .right("matrices"), .right("biases"),
      .right("together"), .right("LoRA of this rank"),
    ])
  for (name, config) in models {
    for size in sizes {
      let count = AdapterCount(config, size: size, places: .both)
      table.add(
        .text(name), .integer(size), .integer(count.places), .integer(count.matrices),
        .integer(count.biases), .integer(count.all),
        .integer(config.layerCount * size * 4 * config.hiddenSize))
    }
  }
  return table
}
