import Course

/// What to take for a number of labelled reviews, and how sure this run is of it.
struct Decision {
  let rows: Int
  let place: Place
  /// The arm that validation chose. It saw known domains only: nobody had labels of the others.
  let chosen: Candidate
  /// What each other arm has more than the chosen one.
  let others: [(candidate: Candidate, lead: Estimate)]

  init(_ findings: Findings, rows: Int, place: Place) {
    self.rows = rows
    self.place = place
    let chosen = findings.best(of: Candidate.all, rows)
    self.chosen = chosen
    let hits = findings.hits(chosen, rows, place)
    others = Candidate.all.filter { $0 != chosen }.map {
      ($0, Estimate(difference(findings.hits($0, rows, place), hits)))
    }
  }

  /// Arms that this run cannot tell from the chosen one, and arms that are clearly better.
  var alike: Int { others.count { $0.lead.interval.contains(0) } }
  var better: Int { others.count { $0.lead.interval.lowerBound > 0 } }
}

extension Findings {
  func decisions(_ place: Place) -> [Decision] {
    sizes.map { Decision(self, rows: $0, place: place) }
  }

  /// The situations one by one.
  var decisionTable: Table {
    var table = Table(
      "Which to take",
      columns: [
        .right("labelled reviews"), .left("to be used on"), .left("validation chooses"),
        .right("right"), .right("over the bag of words"), .right("interval"),
        .right("arms alike"), .right("arms better"),
      ])
    for (place, name) in [(Place.known, "the same domains"), (.unseen, "other domains")] {
      for decision in decisions(place) {
        let hits = hits(decision.chosen, decision.rows, place)
        let lead = difference(hits, wordHits(decision.rows, place))
        table.add(
          .integer(decision.rows), .label(name), .label(decision.chosen.name),
          .percent(Estimate(hits).mean, 1), points(lead), .text(Estimate(lead).ends),
          .integer(decision.alike), .integer(decision.better))
      }
    }
    return table
  }

  /// Each arm minus the chosen one, in points, with intervals.
  func leadTable(_ title: String, _ place: Place) -> Table {
    let decisions = decisions(place)
    var table = Table(title, columns: [.left("arm")] + sizes.map { .right("\($0)") })
    for candidate in Candidate.all {
      table.add(
        row: [.label(candidate.name)]
          + decisions.map { decision -> Value in
            guard let lead = decision.others.first(where: { $0.candidate == candidate })?.lead
            else { return "chosen" }
            return .text("\(ValueFormat.fixed(1).string(for: 100 * lead.mean)) (\(lead.ends))")
          })
    }
    return table
  }
}
