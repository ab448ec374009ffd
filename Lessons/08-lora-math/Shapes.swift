import Course

/// The matrix of a linear layer, by its sides.
struct LayerShape: Hashable {
  /// Its name inside a block.
  let name: String
  let inputs: Int
  let outputs: Int

  /// Numbers of the matrix, without its bias.
  var size: Int { inputs * outputs }

  /// Numbers that LoRA trains in its place: A with a row of inputs for each rank, and B with a row of
  /// ranks for each output.
  func trained(rank: Int) -> Int { rank * (inputs + outputs) }
}

/// Which matrices of each block get an adapter.
enum Place: String, CaseIterable {
  case attention = "c_attn"
  case attentionAndProjections = "c_attn, c_proj"
  case all = "all linear layers"

  var targets: TargetModules {
    switch self {
    case .attention: .names(["c_attn"])
    case .attentionAndProjections: .names(["c_attn", "c_proj"])
    case .all: .allLinear
    }
  }

  func holds(_ layer: LayerShape) -> Bool {
    switch self {
    case .attention: layer.name == "attn.c_attn"
    case .attentionAndProjections: layer.name != "mlp.c_fc"
    case .all: true
    }
  }
}

extension GPT2Config {
  /// The linear layers of one block.
  var linearShapes: [LayerShape] {
    [
      LayerShape(name: "attn.c_attn", inputs: hiddenSize, outputs: 3 * hiddenSize),
      LayerShape(name: "attn.c_proj", inputs: hiddenSize, outputs: hiddenSize),
      LayerShape(name: "mlp.c_fc", inputs: hiddenSize, outputs: mlpSize),
      LayerShape(name: "mlp.c_proj", inputs: mlpSize, outputs: hiddenSize),
    ]
  }

  /// What LoRA trains, from nothing but the config.
  func trained(rank: Int, _ place: Place) -> Int {
    layerCount
      * linearShapes.filter(place.holds).map { $0.trained(rank: rank) }.reduce(0, +)
  }
}

/// A count that PEFT 0.21.2 prints for GPT-2 124M.
struct PublishedCount {
  let place: Place
  let rank: Int
  let count: Int

  static let all =
    [(1, 36_864), (4, 147_456), (8, 294_912), (16, 589_824), (32, 1_179_648), (64, 2_359_296)]
    .map { PublishedCount(place: .attention, rank: $0, count: $1) } + [
      PublishedCount(place: .attentionAndProjections, rank: 8, count: 811_008),
      PublishedCount(place: .all, rank: 8, count: 1_179_648),
    ]
}

/// What is trained of GPT-2 124M by rank and place, and in the last column what share of the numbers
/// of those matrices that is at the highest rank.
func countTable(_ config: GPT2Config, total: Int, ranks: [Int]) -> Table {
  var table = Table(
    "Numbers that LoRA trains in GPT-2 124M",
    columns: [.left("matrices")] + ranks.map { .right("r = \($0)") }
      + [.right("of the model, r = 8")])
  for place in Place.allCases {
    table.add(
      row: [.label(place.rawValue)] + ranks.map { .integer(config.trained(rank: $0, place)) }
        + [.percent(Double(config.trained(rank: 8, place)) / Double(total), 2)])
  }
  return table
}

/// The four matrices of a block: how large each is, and its adapter of rank 8.
func shapeTable(_ config: GPT2Config) -> Table {
  var table = Table(
    "A block of GPT-2 124M",
    columns: [
      .left("layer"), .right("inputs"), .right("outputs"), .right("matrix"),
      .right("A and B, r = 8"), .right("share"),
    ])
  for layer in config.linearShapes {
    table.add(
      .text(layer.name), .integer(layer.inputs), .integer(layer.outputs), .integer(layer.size),
      .integer(layer.trained(rank: 8)),
      .percent(Double(layer.trained(rank: 8)) / Double(layer.size), 1))
  }
  return table
}
