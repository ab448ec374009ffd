/// How the parts of a model are called here and in Hugging Face's files. `#` stands for a number.
/// One component behind the name of a part, such as `weight`, is the same on both sides; deeper
/// names, such as those of an adapter in a layer, are not the model's own and have no translation.
public struct KeyTable: Sendable {
  public let rows: [(ours: String, theirs: String)]

  /// The name in Hugging Face's files of a part or parameter, nil if it is in no row.
  public func theirs(_ ours: String) -> String? {
    translate(ours, rows.map { ($0.ours, $0.theirs) })
  }

  /// The name here of a part or parameter of a Hugging Face model.
  public func ours(_ theirs: String) -> String? {
    translate(theirs, rows.map { ($0.theirs, $0.ours) })
  }

  private func translate(_ name: String, _ rows: [(String, String)]) -> String? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    for (from, to) in rows {
      let pattern = from.split(separator: ".")
      guard (pattern.count...pattern.count + 1).contains(parts.count),
        zip(pattern, parts).allSatisfy({ $0 == "#" ? Int($1) != nil : $0 == $1 })
      else { continue }
      var numbers = zip(pattern, parts).filter { $0.0 == "#" }.map(\.1)[...]
      let named = to.split(separator: ".").map { $0 == "#" ? numbers.removeFirst() : $0 }
      return (named + parts.dropFirst(pattern.count)).joined(separator: ".")
    }
    return nil
  }
}
