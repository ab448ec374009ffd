import Files

/// Words of a template with places in them, such as `Q: {text}`.
struct TemplatePattern: Sendable, Equatable {
  enum Place: String, Sendable, CaseIterable, Comparable {
    case text, instruction, input

    static func < (a: Place, b: Place) -> Bool {
      allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
    }
  }

  enum Part: Sendable, Equatable {
    case words(String)
    case place(Place)
  }

  let parts: [Part]

  /// A word of small letters in braces is a place; other braces stand for themselves.
  init(_ text: String) throws(TemplatePatternError) {
    var parts: [Part] = []
    var words = text[...]
    while let match = words.firstMatch(of: /\{([a-z_-]+)\}/) {
      guard let place = Place(rawValue: String(match.1)) else {
        throw .unknownPlace(String(match.1))
      }
      if match.range.lowerBound > words.startIndex {
        parts.append(.words(String(words[..<match.range.lowerBound])))
      }
      parts.append(.place(place))
      words = words[match.range.upperBound...]
    }
    if !words.isEmpty { parts.append(.words(String(words))) }
    self.parts = parts
  }

  var places: [Place] {
    parts.compactMap { if case .place(let place) = $0 { place } else { nil } }
  }
}

/// What is wrong with one field of a template.
public enum TemplatePatternError: Error, Equatable, Sendable {
  case unknownPlace(String)
  case noAnswer
  case answerNotLast
  /// What the field should have.
  case wrongPlaces(String)
  case noSystem
  case empty

  var description: String {
    switch self {
    case .unknownPlace(let name): "{\(name)} is no place"
    case .noAnswer: "it has no place for the answer"
    case .answerNotLast: "it does not end with {text}, once"
    case .wrongPlaces(let expected): "it needs \(expected)"
    case .noSystem: "there is no \"system\" for it to stand in"
    case .empty: "it is empty"
    }
  }

  var help: String {
    switch self {
    case .unknownPlace(let name):
      nearest(to: name, in: TemplatePattern.Place.allCases.map(\.rawValue))
        .map { "did you mean {\($0)}?" } ?? "the places are {text}, {instruction} and {input}"
    case .noAnswer: #"write the words that lead to the answer, then {text}, as in "Answer: {text}""#
    case .answerNotLast: "put what follows an answer into \"end\" and \"separator\""
    case .wrongPlaces: "{text} is a turn's words; {instruction} and {input} are columns of a row"
    case .noSystem: #"add it, as in system: "{text}\n""#
    case .empty: "write the text, or delete the line"
    }
  }
}

/// The name that differs in the fewest letters, if those are few.
func nearest(to name: String, in known: [String]) -> String? {
  let distances = known.map { (name: $0, distance: editDistance(name, $0)) }
  guard let best = distances.min(by: { $0.distance < $1.distance }),
    best.distance <= max(2, name.count / 3)
  else { return nil }
  return best.name
}
