import Foundation

/// What dev/bench/compare.py measured, as compare.json keeps it: times of ours and of the Python
/// peers, taken by turns.
struct Comparison: Decodable {
  struct Machine: Decodable {
    let processor: String
    let cores: Int
    let memoryGb: Double
    let kernel: String
    let openblasCore: String
    let loadAverageBefore: Double?
  }

  let machine: Machine
  let versions: [String: String]
  /// Runs of each side of each workload.
  let pairs: Int
  let workloads: [Workload]
}

extension Comparison {
  static let maker = ".venv-parity/bin/python dev/bench/compare.py --json .build/bench/compare.json"

  /// Throws `BenchFileError`.
  static func read(_ file: URL) throws -> Comparison {
    try BenchFile.read(Self.self, from: file, maker: maker)
  }

  /// What a LoRA step takes of a full step of the same model and batch, for models with both.
  var lowRankShares: [(model: String, share: Double)] {
    let times = Dictionary(workloads.map { ($0.name, $0.ours) }) { first, _ in first }
    return ["mini", "gpt2"].compactMap { model in
      guard let full = times["\(model)-full"], let low = times["\(model)-lora"] else { return nil }
      return (model, low / full)
    }
  }

  /// A goal of a workload; one with goals for both of PyTorch's ways is there twice.
  struct Workload: Decodable {
    let name: String
    /// Of the figures `ours`, `eager`, `compile` and `peer`: ms, tokens/s or MB/s.
    let unit: String
    let ours: Double
    let eager: Double?
    let compile: Double?
    /// Before the first run; no time counts it.
    let compileSeconds: Double?
    /// Eager with bfloat16 weights.
    let eagerBf16: Double?
    /// What ours is compared with, and which it is.
    let peer: Double
    let peerKind: String
    /// How many times faster ours is than `peer`: the median over the pairs and its 95 % interval.
    let ratio: Double
    let low: Double
    let high: Double
    let goal: Double?
    let oursPeakMb: Double?
    let peerPeakMb: Double?
    let memoryGoal: Double?
  }
}

extension Comparison.Workload {
  var speed: Goal? { goal.map { Goal(value: ratio, bound: .atLeast($0)) } }

  /// Our peak memory over the peer's.
  var memory: Double? {
    guard let oursPeakMb, let peerPeakMb else { return nil }
    return oursPeakMb / peerPeakMb
  }

  var memoryVerdict: Goal? {
    guard let memory, let memoryGoal else { return nil }
    return Goal(value: memory, bound: .atMost(memoryGoal))
  }
}

/// A figure beside what was asked of it.
struct Goal {
  enum Bound {
    case atLeast(Double)
    case atMost(Double)
  }

  let value: Double
  let bound: Bound

  var isMet: Bool {
    switch bound {
    case .atLeast(let least): value >= least
    case .atMost(let most): value <= most
    }
  }

  var verdict: String { isMet ? "met" : "missed" }
}
