/// A claim as Lessons/claims.yaml has it: what is claimed, by whom, and how a lesson is to decide it.
public struct ClaimEntry: Sendable, Equatable {
  /// What is fixed before the run.
  public struct Plan: Sendable, Equatable {
    /// What is measured, with its unit.
    public let metric: Bilingual
    /// Which numbers mean which verdict.
    public let rule: Bilingual
    /// In the metric's unit; for V a ratio. nil for X and N.
    public let margin: Double?
    /// What stands beside the arms, so that the numbers mean what they seem to mean.
    public let controls: Bilingual?

    public init(metric: Bilingual, rule: Bilingual, margin: Double?, controls: Bilingual?) {
      self.metric = metric
      self.rule = rule
      self.margin = margin
      self.controls = controls
    }
  }

  /// `C02.1` is the first claim of lesson 02.
  public let id: String
  public let lesson: Int
  public let source: ClaimSource
  public let kind: Claim.Kind
  public let statement: Bilingual
  /// nil until the lesson that decides it is written.
  public let plan: Plan?
  /// Where the entry begins in Lessons/claims.yaml.
  public let line: Int

  public init(
    id: String, lesson: Int, source: ClaimSource, kind: Claim.Kind, statement: Bilingual,
    plan: Plan?, line: Int = 1
  ) {
    self.id = id
    self.lesson = lesson
    self.source = source
    self.kind = kind
    self.statement = statement
    self.plan = plan
    self.line = line
  }

  /// The digest of what was fixed before the run, in English: the Chinese wording does not move it.
  public var ruleDigest: String {
    var digest = Digest()
    let margin = plan?.margin.map { String($0) }
    for text in [
      id, kind.rawValue, plan?.metric.en, plan?.rule.en, margin, plan?.controls?.en,
    ] {
      digest.add(text ?? "")
    }
    return digest.hex
  }
}

/// Where a claim comes from.
public struct ClaimSource: Sendable, Equatable {
  /// A lecture, and the lines of it.
  public struct Place: Sendable, Equatable {
    public let lecture: String
    public let lines: ClosedRange<Int>
  }

  /// Empty for a claim of the course's own.
  public let places: [Place]

  /// Reads `course`, or places such as `000:75, 001:85-92`.
  public init?(_ text: String) {
    if text == "course" {
      places = []
      return
    }
    var places: [Place] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let match = part.wholeMatch(of: /\s*([0-9]{3}):([0-9]+)(?:-([0-9]+))?\s*/),
        let first = Int(match.2), let last = Int(match.3 ?? match.2), first <= last
      else { return nil }
      places.append(Place(lecture: String(match.1), lines: first...last))
    }
    self.places = places
  }

  public func text(_ language: Language) -> String {
    if places.isEmpty { return language == .en ? "the course's own" : "本课程提出" }
    return places.map { place in
      let (first, last) = (place.lines.lowerBound, place.lines.upperBound)
      let lines = first == last ? "\(first)" : "\(first)–\(last)"
      return language == .en
        ? "lecture \(place.lecture), line\(first == last ? "" : "s") \(lines)"
        : "讲义 \(place.lecture)，第 \(lines) 行"
    }.joined(separator: language == .en ? "; " : "；")
  }
}
