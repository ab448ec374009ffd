import Foundation

/// What `bench report` reads, made up by hand: a roof of 100 GFLOP/s, memory of 10 GB/s, and points
/// of one GFLOP.
enum Figures {
  static let core = "Abacus"

  static var sweep: [String: Any] {
    [
      "threads": 2, "openblas_core": core, "rounds": 4,
      "roof": [
        "flops_per_second": 1e11, "product": [1024, 1024, 1024], "bytes_per_second": 1e10,
      ],
      "lines": [
        "width": points("width", [64: 0.2, 128: 0.55, 256: 0.45, 512: 0.6, 1024: 0.9]),
        "depth": points("layers", [1: 0.4, 5: 0.5]),
        "length_at_fixed_tokens": [
          point(["length": 64, "batch": 8], share: 0.5, attention: 0.1),
          point(["length": 128, "batch": 4], share: 0.45, attention: 0.15),
          point(["length": 256, "batch": 2], share: 0.4, attention: 0.21),
          point(["length": 512, "batch": 1], share: 0.25, attention: 0.35),
        ],
        "length_at_fixed_rows": points("length", [16: 0.4, 64: 0.5]),
        "batch": points("batch", [1: 0.3, 4: 0.7, 16: 0.75, 64: 0.72]),
      ],
      "centre": point([:], share: 0.45),
      "references": [
        ["name": "gpt2-full", "point": point(["width": 768], share: 0.7, sgemm: 0.81)]
      ],
    ]
  }

  private static func points(_ size: String, _ shares: [Int: Double]) -> [[String: Any]] {
    shares.sorted { $0.key < $1.key }.map { point([size: $0.key], share: $0.value) }
  }

  /// One GFLOP at a share of the roof.
  private static func point(
    _ sizes: [String: Int], share: Double, attention: Double = 0, sgemm: Double = 0.8
  ) -> [String: Any] {
    let centre = [
      "layers": 4, "width": 256, "heads": 4, "vocab": 4096, "positions": 1024, "batch": 16,
      "length": 128,
    ]
    let ms = 10 / share
    return [
      "shape": centre.merging(sizes) { $1 },
      "cost": [
        "linear_flops": Int((1 - attention) * 1e9), "attention_flops": Int(attention * 1e9),
        "head_flops": 0, "elementwise_bytes": 20_000_000,
      ], "steps": 12, "ms": ms, "low": 0.9 * ms, "high": 1.1 * ms, "sgemm_share": sgemm,
    ]
  }

  static var comparison: [String: Any] {
    [
      "machine": [
        "processor": "Bead frame", "cores": 2, "memory_gb": 8, "kernel": "6.1",
        "openblas_core": core,
      ],
      "versions": ["swift": "6.3.1", "torch": "2.13.0"], "pairs": 15,
      "workloads": [
        workload("quick-one", ratio: 1.75, goal: 1.4, peak: 700, memoryGoal: 0.6),
        workload("slow-one", ratio: 1.2, goal: 1.5, peak: 600, memoryGoal: 0.6),
        workload("third", ratio: 1.5, goal: 1.5, peak: 300, memoryGoal: nil),
        workload("mini-full", ratio: 1.5, goal: 1.5, peak: 300, memoryGoal: nil),
        workload("mini-lora", ours: 130, ratio: 1.5, goal: 1.5, peak: 300, memoryGoal: nil),
      ],
    ]
  }

  private static func workload(
    _ name: String, ours: Double = 200, ratio: Double, goal: Double, peak: Double,
    memoryGoal: Double?
  ) -> [String: Any] {
    [
      "name": name, "unit": "ms", "ours": ours, "eager": ours * ratio, "compile": NSNull(),
      "compile_seconds": name == "quick-one" ? 21.5 : NSNull(),
      "peer": ours * ratio, "peer_kind": "eager", "ratio": ratio, "low": ratio - 0.1,
      "high": ratio + 0.1, "goal": goal, "ours_peak_mb": peak, "peer_peak_mb": 1000,
      "memory_goal": memoryGoal ?? NSNull(),
    ]
  }
}
