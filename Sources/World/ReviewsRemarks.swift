import Tensors

/// How people say in a word or a sign whether something pleases them, beside what they say of it.
///
/// Pre-training texts hold these, as texts of real people do; labelled reviews do not. What comes
/// after a phrase, or after a whole review, then depends on its mood: a language model that predicts
/// it has a reason to notice moods.
struct ReviewRemarks: Sendable {
  /// Marks for the lines of a list of pros and cons; a writer keeps to one pair.
  let marks: [(praise: String, blame: String)]
  private let good: [String]
  private let bad: [String]
  private let summaryLeads: [String]
  private let goodSummaries: [String]
  private let badSummaries: [String]

  init(_ shared: PhraseBank) {
    precondition(
      shared["mark +"].count == shared["mark -"].count, "marks of praise and blame come in pairs")
    marks = Array(zip(shared["mark +"], shared["mark -"]))
    good = shared["remark +"]
    bad = shared["remark -"]
    summaryLeads = shared["summary lead"]
    goodSummaries = shared["summary +"]
    badSummaries = shared["summary -"]
  }

  /// What is added to a phrase, with the mark before it; often nothing.
  func remark(positive: Bool, using random: inout SeededRandom) -> String {
    random.chance(0.5) ? random.pick(positive ? good : bad) : ""
  }

  /// The whole in one to three words, often right after the review's last mark.
  func summary(positive: Bool, using random: inout SeededRandom) -> String {
    let lead = random.chance(0.75) ? "" : random.pick(summaryLeads)
    let end = random.pick(["。", "。", "", "！"])
    let words = (0...random.int(below: 3)).map { _ in
      random.pick(positive ? goodSummaries : badSummaries)
    }
    return lead + words.joined(separator: "，") + end
  }
}
