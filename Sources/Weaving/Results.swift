import Foundation

/// What results.json holds. Two runs of the same code with the same data differ in `timings` only.
public struct Results: Codable, Sendable, Equatable {
  public struct Digests: Codable, Sendable, Equatable {
    /// Of the lesson's code without its prose.
    public var code: String
    /// Of notes, checks and claims, so that it tells whether a change moved any number.
    public var numbers: String
    /// Of what Lessons/claims.yaml fixed for each claim at the time of the run, by id.
    public var rules: [String: String]
    /// Of each file or folder that the lesson read, by its name.
    public var data: [String: String]
  }

  public let lesson: String
  public let profile: String
  public let seeds: [UInt64]
  public let digests: Digests
  /// Cores, processor, system, and what the lesson adds.
  public let hardware: [String: String]
  public let notes: [String: Value]
  public let checks: [Check]
  public let claims: [Claim]
  /// Every label that the run showed: what the table of strings in zh.md must hold.
  public let strings: [String]
  /// Seconds and rates: of the run, of each cell, of each note and evidence that is a timing.
  public let timings: [String: Double]

  /// Sorts what a run left behind into numbers and timings.
  public init(
    lesson: String, profile: String, seeds: [UInt64], codeDigest: String,
    dataDigests: [String: String], hardware: [String: String], notes: [String: Value],
    checks: [Check], claims: [Claim], rules: [String: String], strings: [String],
    timings: [String: Double]
  ) throws {
    var timings = timings
    func divert(_ value: Value, as name: String) -> Bool {
      guard value.isTiming, case .number(let number, _) = value else { return false }
      timings[name] = number
      return true
    }
    self.lesson = lesson
    self.profile = profile
    self.seeds = seeds
    self.hardware = hardware
    self.strings = strings
    self.notes = notes.filter { !divert($0.value, as: "note \($0.key)") }
    self.checks = checks.map { check in
      guard let evidence = check.evidence, divert(evidence, as: "check \(check.text)") else {
        return check
      }
      return Check(cell: check.cell, text: check.text, holds: check.holds, evidence: nil)
    }
    self.claims = claims.map { claim in
      var claim = claim
      claim.evidence.removeAll { divert($0.value, as: "claim \(claim.id) \($0.name)") }
      return claim
    }
    self.timings = timings

    let numbers = Numbers(notes: self.notes, checks: self.checks, claims: self.claims)
    digests = Digests(
      code: codeDigest,
      numbers: Digest.hex(of: String(decoding: try json(numbers), as: UTF8.self)),
      rules: rules, data: dataDigests)
  }

  private struct Numbers: Encodable {
    let notes: [String: Value]
    let checks: [Check]
    let claims: [Claim]
  }

  /// The results that are committed with a lesson; nil when there are none.
  public static func published(inLesson folder: URL) throws -> Results? {
    let file = folder.appendingPathComponent("report/results.json")
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    do {
      return try fromJSON(Results.self, Data(contentsOf: file))
    } catch {
      throw WeavingError(
        file: "Lessons/\(folder.lastPathComponent)/report/results.json",
        reason: "it cannot be read: \(error)", help: "restore it from the repository")
    }
  }

  /// What these results say about a claim, if they decided it.
  public func verdict(on entry: ClaimEntry) -> PublishedVerdict? {
    guard let verdict = claims.first(where: { $0.id == entry.id })?.verdict else { return nil }
    return PublishedVerdict(
      verdict: verdict, seeds: seeds.count,
      hasSameRule: digests.rules[entry.id] == entry.ruleDigest)
  }
}
