import Statistics
import Weaving

/// Decides a claim of Lessons/claims.yaml, which says what is claimed, what is measured and by which
/// rule; `test` holds the numbers.
///
///     claim(
///       "C02.3", .equivalent(differences, margin: 0.03),
///       evidence: [
///         .init("head only − all", differences.mean, interval: differences.interval(), .percent(1))
///       ])
///
/// Verdicts follow at the end of the run, with Holm's correction over the claims of the lesson. Only
/// the full profile decides: the others show their numbers beside the published verdict.
public func claim(_ id: String, _ test: ClaimTest, evidence: [Claim.Evidence]) {
  inRun("claim") { try $0.claim(id, test, evidence: evidence) }
}

extension LessonRun {
  fileprivate func claim(_ id: String, _ test: ClaimTest, evidence: [Claim.Evidence]) throws {
    guard let entry = ledger[id] else {
      throw error(
        "\(ClaimLedger.file) has no claim \(id)",
        help: "enter it there, with metric and rule, before the run")
    }
    guard let number = Int(name.prefix(2)), entry.lesson == number else {
      throw error(
        "\(id) is for another lesson to decide", help: "decide the claims of this lesson only")
    }
    guard !claims.contains(where: { $0.id == id }) else {
      throw error("\(id) is decided twice", help: "decide each claim once")
    }
    guard let plan = entry.plan else {
      throw error(
        "\(id) has no metric and rule yet",
        help: "write them into \(ClaimLedger.file) before the run"
      )
    }
    let parts = test.parts.filter { $0.kind == entry.kind }
    guard !parts.isEmpty else {
      let kinds = test.parts.map(\.kind.rawValue).joined(separator: ", ")
      throw error(
        "\(id) is of kind \(entry.kind.rawValue), and its test of kind \(kinds)",
        help: "use the test that \(ClaimLedger.file) asks for, or mend the kind before the run")
    }
    guard parts.contains(where: { $0.hasMargin(plan.margin) }) else {
      throw error(
        "no test of \(id) has the margin \(plan.margin ?? 0) of \(ClaimLedger.file)",
        help: "a margin is fixed before the run: use that one")
    }
    _ = ClaimDecision.of([test])  // A test without sense is to fail in the smoke run already.
    let decides = options.profile.decides
    let claim = Claim(id, evidence: evidence)
    try add(
      .claim(entry, claim, published: decides ? nil : published?.verdict(on: entry)), verb: "claim",
      remark: decides ? " (the verdict follows at the end)" : " (this run decides nothing)")
    claims.append(claim)
    tests.append(test)
  }

  /// Gives every claim its verdict, in the report and in results.json.
  func decideClaims() {
    guard options.profile.decides, !claims.isEmpty else { return }
    for (index, decision) in ClaimDecision.of(tests).enumerated() {
      claims[index].verdict = Claim.Verdict(decision.verdict)
      claims[index].pValue = decision.pValue
    }
    let decided = Dictionary(claims.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    blocks = blocks.mapValues { blocks in
      blocks.map { block in
        guard case .claim(let entry, let claim, let published) = block else { return block }
        return .claim(entry, decided[claim.id]!, published: published)
      }
    }
    let verdicts = claims.map { Block.Pair($0.id, .text($0.verdict!.rawValue)) }
    capture.echo("verdicts, with Holm's correction\n\(terminalText(of: .pairs(verdicts)))\n")
  }
}

extension ClaimTest {
  /// The tests that a claim is put together from: itself, if it is one.
  fileprivate var parts: [ClaimTest] {
    if case .all(let parts) = self { parts.flatMap(\.parts) } else { [self] }
  }

  fileprivate var kind: Claim.Kind {
    switch self {
    case .exact, .all: .exact
    case .superior: .superior
    case .equivalent: .equivalent
    case .variance: .variance
    case .notTestable: .notTestable
    }
  }

  /// Whether it has this margin, in as many digits as people write.
  fileprivate func hasMargin(_ expected: Double?) -> Bool {
    switch (self, expected) {
    case (.superior(_, let margin), let expected?), (.equivalent(_, let margin), let expected?),
      (.variance(_, _, let margin), let expected?):
      abs(margin - expected) <= 1e-3 * expected
    default: expected == nil
    }
  }
}

extension Claim.Verdict {
  fileprivate init(_ verdict: ClaimDecision.Verdict) {
    self =
      switch verdict {
      case .supported: .supported
      case .notSupported: .notSupported
      case .undecided: .undecided
      case .notTestable: .notTestable
      }
  }
}
