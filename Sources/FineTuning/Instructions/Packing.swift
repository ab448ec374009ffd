import Tensors

/// How the rows of one pass over the data are put together into batches.
public enum Packing: Sendable, Codable, Equatable {
  /// So many rows a batch, in random order.
  case rows(Int)
  /// In random order, rows as long as they fit into so many tokens.
  case budget(tokens: Int)
  /// The longest row first, each into the fullest batch of so many tokens that still takes it, as
  /// TRL's `bfd`: few batches with hardly a gap. Only the order of the batches is random.
  case bestFit(tokens: Int)

  /// Which rows make up each batch: every index once. The same seed and epoch give the same groups.
  public func groups(of lengths: [Int], seed: UInt64, epoch: Int = 0) -> [[Int]] {
    if let limit {
      precondition(lengths.allSatisfy { $0 <= limit }, "a row has more than \(limit) tokens")
    }
    var random = SeededRandom(seed: seed, stream: "packing \(epoch)")
    switch self {
    case .rows(let size):
      precondition(size > 0, "a batch needs at least one row")
      let order = random.shuffled(Array(lengths.indices))
      return stride(from: 0, to: order.count, by: size).map {
        Array(order[$0..<min($0 + size, order.count)])
      }
    case .budget(let tokens):
      return Self.filled(random.shuffled(Array(lengths.indices)), lengths, tokens)
    case .bestFit(let tokens):
      return random.shuffled(Self.bestFit(lengths, tokens))
    }
  }

  /// The most tokens of a batch.
  var limit: Int? {
    switch self {
    case .rows: nil
    case .budget(let tokens), .bestFit(let tokens): tokens
    }
  }

  private static func filled(_ order: [Int], _ lengths: [Int], _ capacity: Int) -> [[Int]] {
    var groups: [[Int]] = []
    var room = 0
    for row in order {
      if groups.isEmpty || lengths[row] > room {
        groups.append([])
        room = capacity
      }
      groups[groups.count - 1].append(row)
      room -= lengths[row]
    }
    return groups
  }

  /// Best fit decreasing. Rows of one length keep their order, and of batches with the same room
  /// the one that has had it longest is filled.
  package static func bestFit(_ lengths: [Int], _ capacity: Int) -> [[Int]] {
    var groups: [[Int]] = []
    var groupsByRoom = [[Int]](repeating: [], count: capacity + 1)
    let order = lengths.indices.sorted { (lengths[$1], $0) < (lengths[$0], $1) }
    for row in order {
      let length = lengths[row]
      var group = groups.count
      var room = capacity
      if let open = (length..<capacity).first(where: { !groupsByRoom[$0].isEmpty }) {
        group = groupsByRoom[open].removeFirst()
        room = open
        groups[group].append(row)
      } else {
        groups.append([row])
      }
      groupsByRoom[room - length].append(group)
    }
    return groups
  }
}

extension Array where Element == EncodedExample {
  /// One pass over the rows in batches. Throws an `ExampleError` for a row without a label, and for
  /// one that no batch takes.
  public func packed(
    _ packing: Packing, seed: UInt64, epoch: Int = 0, bug: MaskBug? = nil
  ) throws(ExampleError) -> [ExampleBatch] {
    for example in self {
      if example.labelCount == 0 {
        let all = allSatisfy { $0.labelCount == 0 }
        throw ExampleError(
          row: example.row, all ? .noLabels(rows: count) : .noLabel(tokens: example.count))
      }
      if let limit = packing.limit, example.count > limit {
        throw ExampleError(row: example.row, .tooLong(tokens: example.count, limit: limit))
      }
    }
    return packing.groups(of: map(\.count), seed: seed, epoch: epoch).map { group in
      ExampleBatch(group.map { self[$0] }, bug: bug)
    }
  }
}
