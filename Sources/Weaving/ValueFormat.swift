import Foundation

/// How a number is written in prose and tables: the same in both languages.
public enum ValueFormat: Sendable, Equatable {
  /// 124,439,808
  case integer
  /// 0.25, with as many decimals as stated.
  case fixed(Int)
  /// 0.254 becomes 25.4%.
  case percent(Int)
  /// 1.2e-6
  case scientific(Int)
  /// 1.5 MB, in powers of 1,000.
  case bytes
  /// 0.42 s, 12.3 s, 3 min 05 s, 1 h 02 min. A timing: it may differ from run to run.
  case seconds
  /// 0.0042 s becomes 4.20 ms. A timing as well.
  case milliseconds
  /// 1,830 tokens/s, for a count and a unit. A timing as well.
  case rate(String)
  /// The shortest text that reads back as the same number.
  case text

  /// Whether two runs of the same code may differ.
  public var isTiming: Bool {
    switch self {
    case .seconds, .milliseconds, .rate: true
    default: false
    }
  }

  public func string(for number: Double) -> String {
    guard number.isFinite else { return number.isNaN ? "NaN" : number < 0 ? "-∞" : "∞" }
    return switch self {
    case .integer: grouped(number)
    case .fixed(let places): decimal(number, places)
    case .percent(let places): decimal(number * 100, places) + "%"
    case .scientific(let places): powerOfTen(number, places)
    case .bytes: size(number)
    case .seconds: duration(number)
    case .milliseconds: "\(short(number * 1000)) ms"
    case .rate(let unit): "\(abs(number) < 10 ? decimal(number, 2) : grouped(number)) \(unit)/s"
    case .text: "\(number)"
    }
  }
}

/// A zero has no sign, also where rounding made it.
private func decimal(_ number: Double, _ places: Int) -> String {
  let text = String(format: "%.\(places)f", number)
  return text.contains { ("1"..."9").contains($0) } ? text : text.replacing("-", with: "")
}

private func grouped(_ number: Double) -> String {
  var digits = Substring(decimal(number.magnitude, 0))
  var groups: [Substring] = []
  while !digits.isEmpty {
    groups.append(digits.suffix(3))
    digits = digits.dropLast(3)
  }
  let text = groups.reversed().joined(separator: ",")
  return number < 0 && text != "0" ? "-" + text : text
}

private func powerOfTen(_ number: Double, _ places: Int) -> String {
  let parts = String(format: "%.\(places)e", number).split(separator: "e")
  return "\(parts[0])e\(Int(parts[1]) ?? 0)"
}

private func size(_ number: Double) -> String {
  var number = number
  for unit in ["B", "kB", "MB", "GB"] {
    if number.magnitude < 999.5 { return "\(decimal(number, unit == "B" ? 0 : 1)) \(unit)" }
    number /= 1000
  }
  return "\(decimal(number, 1)) TB"
}

/// 12.3, 4.20, 0.42, and two digits of what is smaller.
private func short(_ number: Double) -> String {
  let magnitude = number > 0 ? Int(log10(number).rounded(.down)) : 0
  return decimal(number, magnitude > 0 ? 1 : max(2, 1 - magnitude))
}

private func duration(_ seconds: Double) -> String {
  let whole = Int(seconds.rounded())
  func two(_ number: Int) -> String { String(format: "%02d", number) }
  if seconds < 10 { return "\(decimal(seconds, 2)) s" }
  if seconds < 59.95 { return "\(decimal(seconds, 1)) s" }
  if whole < 3600 { return "\(whole / 60) min \(two(whole % 60)) s" }
  return "\(whole / 3600) h \(two(whole / 60 % 60)) min"
}

extension ValueFormat: Codable {
  /// The name that stands in results.json, such as "fixed(2)".
  var name: String {
    switch self {
    case .integer: "integer"
    case .fixed(let places): "fixed(\(places))"
    case .percent(let places): "percent(\(places))"
    case .scientific(let places): "scientific(\(places))"
    case .bytes: "bytes"
    case .seconds: "seconds"
    case .milliseconds: "milliseconds"
    case .rate(let unit): "rate(\(unit))"
    case .text: "text"
    }
  }

  init?(name: String) {
    let parts = name.split(separator: "(", maxSplits: 1)
    let argument = parts.count == 2 ? String(parts[1].dropLast()) : ""
    switch (parts.first, Int(argument)) {
    case ("integer", _): self = .integer
    case ("fixed", let places?): self = .fixed(places)
    case ("percent", let places?): self = .percent(places)
    case ("scientific", let places?): self = .scientific(places)
    case ("bytes", _): self = .bytes
    case ("seconds", _): self = .seconds
    case ("milliseconds", _): self = .milliseconds
    case ("rate", _): self = .rate(argument)
    case ("text", _): self = .text
    default: return nil
    }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let name = try container.decode(String.self)
    guard let format = Self(name: name) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "there is no format \(name)")
    }
    self = format
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}
