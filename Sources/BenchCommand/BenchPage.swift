import Charts
import Foundation

/// Benchmarks/README.md: prose that is always the same, and figures from the two files only.
struct BenchPage {
  let comparison: Comparison
  let sweep: SweepResult

  /// The part of GPT-2's step that is to be spent inside sgemm.
  private static let sgemmGoal = (name: "gpt2-full", share: 0.8)

  var text: String {
    ([opening, machine, comparisonSection] + notes + [memorySection, sweepSection, sgemmSection])
      .joined(separator: "\n\n") + "\n"
  }

  private var opening: String {
    let goals =
      comparison.workloads.flatMap { [$0.speed, $0.memoryVerdict].compactMap { $0 } }
      + sweep.references.compactMap(sgemmGoal)
    return """
      # Benchmarks

      `make bench` measures and writes this page; no figure in it is typed by hand. Of its \
      \(goals.count) goals \(goals.filter(\.isMet).count) are met.
      """
  }

  private var machine: String {
    let machine = comparison.machine
    let versions = comparison.versions.sorted { $0.key < $1.key }.map { "\($0) \($1)" }
    let load = machine.loadAverageBefore.map { [["load before", decimals($0)]] } ?? []
    return markdownTable(
      ["", ""], numbers: [],
      [
        ["processor", "\(machine.processor), \(machine.cores) cores"],
        ["memory", "\(readable(machine.memoryGb)) GB"],
        ["kernel", machine.kernel],
        ["OpenBLAS kernels", machine.openblasCore],
        ["versions", versions.joined(separator: ", ")],
      ] + load)
  }

  private var comparisonSection: String {
    let rows = comparison.workloads.map { work in
      [
        work.name, work.unit, readable(work.ours), work.eager.map { readable($0) } ?? "",
        work.compile.map { readable($0) } ?? "", "\(readable(work.peer)), \(work.peerKind)",
        decimals(work.ratio), "\(decimals(work.low))–\(decimals(work.high))",
        work.goal.map { "≥ \(plain($0))" } ?? "", work.speed?.verdict ?? "",
      ]
    }
    return """
      ## Beside PyTorch

      Each side of a workload is a process that has warmed up and stays. They run by turns, in an \
      order that changes from turn to turn, \(comparison.pairs) times each. A ratio says how many \
      times faster ours is than the peer: the median over the turns, with its 95 % interval. A \
      goal is met or missed by the median. The peer is the faster of PyTorch's ways, eager and \
      compiled; a workload with a goal for each of them has a row for each.

      \(markdownTable(
        ["workload", "unit", "ours", "eager", "compile", "peer", "ratio", "95 %", "goal", ""],
        numbers: [2, 3, 4, 5, 6, 7, 8], rows))

      \(image("ratios", "Ratios beside their goals"))
      """
  }

  /// What the table has no room for.
  private var notes: [String] {
    func list(_ figures: [(name: String, figure: String)]) -> String {
      figures.map { "\($0.name) \($0.figure)" }.joined(separator: ", ")
    }
    let compiling = comparison.workloads.compactMap { work in
      work.compileSeconds.map { (work.name, "\(readable($0)) s") }
    }
    let halved = comparison.workloads.compactMap { work in
      work.eagerBf16.map { (work.name, "\(readable($0)) \(work.unit)") }
    }
    let lowRank = comparison.lowRankShares.map { ($0.model, decimals($0.share)) }
    return [
      lowRank.isEmpty ? nil : "A LoRA step of ours over a full step of ours: \(list(lowRank)).",
      compiling.isEmpty
        ? nil : "The first run of what is compiled, which no time counts: \(list(compiling)).",
      halved.isEmpty ? nil : "PyTorch, eager, with bfloat16 weights: \(list(halved)).",
    ].compactMap { $0 }
  }

  private var memorySection: String {
    let rows = comparison.workloads.compactMap { work -> [String]? in
      guard let ours = work.oursPeakMb, let peer = work.peerPeakMb, let memory = work.memory else {
        return nil
      }
      return [
        work.name, readable(ours, decimals: 0), readable(peer, decimals: 0), decimals(memory),
        work.memoryGoal.map { "≤ \(plain($0))" } ?? "", work.memoryVerdict?.verdict ?? "",
      ]
    }
    return """
      The most memory that each process held in its life, its libraries included:

      \(markdownTable(
        ["workload", "ours, MB", "peer, MB", "share", "goal", ""], numbers: [1, 2, 3, 4], rows))
      """
  }

  private var sweepSection: String {
    let findings = SweepFindings(sweep: sweep)
    let centre = sweep.centre.shape
    let roof = sweep.roof
    return """
      ## How the cost of a step grows

      Full training steps of GPT-2s with random weights, on \(sweep.threads) threads. Five lines \
      lead through one centre: \(centre.layers) blocks of width \(centre.width), a vocabulary of \
      \(readable(Double(centre.vocab))), \(centre.batch) rows of \(centre.length) tokens. All \
      points are measured by turns, so that a drift of the machine does not look like a curve \
      (rounds: \(sweep.rounds)). Points are medians, and the ends of their intervals quartiles.

      The roof is the fastest of several large products in the same run, \
      \(roof.product.map(String.init).joined(separator: " × ")): \
      \(readable(roof.flopsPerSecond / 1e9)) GFLOP/s. Memory gives \
      \(readable(roof.bytesPerSecond / 1e9)) GB/s to AdamW. \
      [StepCost.swift](../Sources/BenchCommand/StepCost.swift) says how FLOPs and bytes of a step \
      are counted. With products at the roof and the rest at the speed of memory these formulas \
      expect \(findings.expectation(of: sweep.centre)).

      \(image("time", "Milliseconds over FLOPs"))

      In the charts that follow, the share *of the roof* is what a step reaches; *by the formulas* \
      is what it would reach by the model above; *of time in sgemm* is how much of the threads' \
      time goes into products at all. Where the first falls with the last, the rest of the step \
      costs; where it falls alone, the products themselves are too small to run fast.

      \(findings.width)

      \(image("width", "Share of the roof over width"))

      \(findings.depth)

      \(image("depth", "Share of the roof over depth"))

      \(findings.lengthAtFixedTokens)

      \(image("length-fixed-tokens", "Share of the roof over length at fixed tokens"))

      \(findings.lengthAtFixedRows)

      \(image("length-fixed-rows", "Share of the roof over length at fixed rows"))

      \(findings.batch)

      \(image("batch", "Share of the roof over batch"))
      """
  }

  private func sgemmGoal(_ reference: SweepResult.Reference) -> Goal? {
    reference.name == Self.sgemmGoal.name
      ? Goal(value: reference.point.sgemmShare, bound: .atLeast(Self.sgemmGoal.share)) : nil
  }

  private var sgemmSection: String {
    let centre = SweepResult.Reference(name: "centre", point: sweep.centre)
    let rows = ([centre] + sweep.references).map { reference in
      let (point, goal) = (reference.point, sgemmGoal(reference))
      return [
        reference.name, readable(point.ms), percent(sweep.roofShare(point)),
        percent(point.sgemmShare), goal.map { _ in "≥ \(percent(Self.sgemmGoal.share))" } ?? "",
        goal?.verdict ?? "",
      ]
    }
    return """
      ## Time inside sgemm

      Products of matrices are OpenBLAS's, or where all sides are long and the processor has AVX-512 \
      those of [large_product.c](../Sources/CKernels/large_product.c).

      \(markdownTable(
        ["step", "ms", "of the roof", "of time in sgemm", "goal", ""], numbers: [1, 2, 3, 4], rows))
      """
  }

  private func image(_ name: String, _ description: String) -> String {
    "![\(description)](\(name).svg)"
  }

  private func decimals(_ ratio: Double) -> String { String(format: "%.2f", ratio) }
}

/// Rows under a head; the columns `numbers` are set to the right.
func markdownTable(_ head: [String], numbers: Set<Int>, _ rows: [[String]]) -> String {
  let rule = head.indices.map { numbers.contains($0) ? "---:" : "---" }
  return ([head, rule] + rows).map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
}
