import Foundation

/// JSON whose bytes follow from the value alone: keys are sorted, and numbers that JSON does not
/// have are texts.
public func json(_ value: some Encodable) throws -> Data {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
  encoder.nonConformingFloatEncodingStrategy = .convertToString(
    positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
  return try encoder.encode(value) + Data("\n".utf8)
}

/// Reads what `json` wrote.
public func fromJSON<Value: Decodable>(_ type: Value.Type, _ data: Data) throws -> Value {
  let decoder = JSONDecoder()
  decoder.nonConformingFloatDecodingStrategy = .convertFromString(
    positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
  return try decoder.decode(type, from: data)
}
