/// A part that somebody or something plays in a document, as frames name it.
package enum CastRole: Int, CaseIterable, Sendable {
  /// Anybody; p's friend; p's brother or sister; whoever a table speaks of.
  case p, f, s, x
  /// Two adults and two children.
  case a, b, k, m
  /// A town, two dishes, a shop, a word of the dictionary.
  case t, d, e, h, w

  init?(name: String) {
    guard let role = Self.allCases.first(where: { "\($0)" == name }) else { return nil }
    self = role
  }

  /// The names of the facts that a slot may ask of this role.
  var facts: [String] {
    switch self {
    case .p, .f, .s, .x, .a, .b, .k, .m: PersonFact.allCases.map(\.rawValue)
    case .t: TownFact.allCases.map(\.rawValue)
    case .d, .e: DishFact.allCases.map(\.rawValue)
    case .h: ShopFact.allCases.map(\.rawValue)
    case .w: WordFact.allCases.map(\.rawValue)
    }
  }
}

/// What a document speaks of while it is written: who plays which part, what was remembered, and
/// which frames were used.
package struct Scene {
  var cast = [[String]](repeating: [], count: CastRole.allCases.count)
  var variables: [String?]
  var used: [Int] = []

  init(variableCount: Int) {
    variables = Array(repeating: nil, count: variableCount)
  }

  subscript(role: CastRole) -> [String] {
    get { cast[role.rawValue] }
    set { cast[role.rawValue] = newValue }
  }

  func fact(_ role: Int, _ fact: Int) -> String {
    precondition(!cast[role].isEmpty, "nobody plays the part \(CastRole.allCases[role])")
    return cast[role][fact]
  }
}
