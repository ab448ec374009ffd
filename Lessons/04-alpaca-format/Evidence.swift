import Course

func roundTripEvidence(_ trips: [RoundTrip], _ broken: [RoundTrip]) -> [Claim.Evidence] {
  [
    .init("rows", .integer(trips.reduce(0) { $0 + $1.rows })),
    .init("equal texts", .integer(trips.reduce(0) { $0 + $1.equalTexts })),
    .init("equal labels", .integer(trips.reduce(0) { $0 + $1.equalLabels })),
    .init("two labels, one word: equal labels", .integer(broken[0].equalLabels)),
    .init("an answer outside the set: unknown answers", .integer(broken[1].unknown)),
  ]
}

extension JSONResults {
  /// - Parameters:
  ///   - usual: right fields of one who writes the most frequent values.
  ///   - otherWords: marks of the first arm, asked in other words.
  func evidence(usual: Double, _ otherWords: [JSONMark]) -> [Claim.Evidence] {
    let (alone, shown) = (gain(over: 1), gain(over: 2))
    return [
      .init("exact keys, chat − mini", alone.mean, interval: alone.interval(), .percent(1)),
      .init(
        "exact keys, chat − mini with two examples", shown.mean, interval: shown.interval(),
        .percent(1)),
      .init("chat, exact keys", .percent(share(0, \.keys), 1)),
      .init("chat, exact keys, nested", .percent(share(0, \.keys, form: "order"), 1)),
      .init("chat, exact keys, new wording", .percent(otherWords.map(\.keys).mean, 1)),
      .init("chat, right fields", .percent(share(0, \.fields), 1)),
      .init("most frequent values, right fields", .percent(usual, 1)),
    ]
  }
}

extension TemplateMatrix {
  func evidence(_ chat: ChatMismatch) -> [Claim.Evidence] {
    [
      .init("own template − others", loss.mean, interval: loss.interval(), .percent(1)),
      .init("own template", .percent(own, 1)),
      .init("others", .percent(others, 1)),
      .init("most frequent answers", .percent(tasks.usualAnswers, 1)),
      .init("nano before tuning, best template", .percent(untuned.map(\.hits.mean).max()!, 1)),
      .init("chat, own template", .percent(chat.right("roles"), 1)),
      .init("chat, half-width colons", .percent(chat.right("half-width colons"), 1)),
      .init("chat, mean of other templates", .percent(chat.others, 1)),
    ]
  }
}
