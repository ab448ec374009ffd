/// The verdicts that a Markdown report shows, by the ids of their claims. A claim of a run that
/// decided nothing has none.
public func reportedVerdicts(in report: String, _ language: Language) -> [String: Claim.Verdict] {
  let words = Wording(language: language)
  let verdicts = Claim.Verdict.allCases.map { (words.decided($0), $0) }
  var found: [String: Claim.Verdict] = [:]
  var claim: String?
  for line in lines(of: report) {
    guard line.hasPrefix(">") else {
      claim = nil
      continue
    }
    let text = line.dropFirst(2)
    if let id = text.firstMatch(of: /C[0-9]{2}\.[0-9]+/).map({ String($0.0) }),
      text.hasPrefix(words.claim(id))
    {
      claim = id
    } else if let claim, let verdict = verdicts.first(where: { text.hasPrefix($0.0) }) {
      found[claim] = verdict.1
    }
  }
  return found
}
