/// The lines that a sweep draws through its centre, each with the size that changes along it.
struct SweepLines<Element> {
  let width: [Element]
  let depth: [Element]
  /// The length of rows whose number falls, so that a batch has the centre's tokens.
  let lengthAtFixedTokens: [Element]
  /// The length of rows whose number is the centre's.
  let lengthAtFixedRows: [Element]
  let batch: [Element]

  var all: [(name: String, elements: [Element])] {
    [
      ("width", width), ("depth", depth), ("length, fixed tokens", lengthAtFixedTokens),
      ("length, fixed rows", lengthAtFixedRows), ("batch", batch),
    ]
  }

  func map<Result>(_ transform: (Element) -> Result) -> SweepLines<Result> {
    SweepLines<Result>(
      width: width.map(transform), depth: depth.map(transform),
      lengthAtFixedTokens: lengthAtFixedTokens.map(transform),
      lengthAtFixedRows: lengthAtFixedRows.map(transform), batch: batch.map(transform))
  }
}

extension SweepLines: Encodable where Element: Encodable {}
extension SweepLines: Decodable where Element: Decodable {}
