import Foundation

/// A number as a program reads it: shortest decimals, no grouping.
package func plain(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
}

/// A number as a reader reads it, with `decimals` digits after the point: 0.25, 12,000, 1.5M, 7B.
package func readable(_ value: Double, decimals: Int) -> String {
  let size = abs(value)
  if size >= 1e9 { return trimmed(value / 1e9) + "B" }
  if size >= 1e6 { return trimmed(value / 1e6) + "M" }
  if value != 0, size < 1e-4 { return scientific(value) }
  let text = String(format: "%.\(decimals)f", value)
  // A small negative number that rounds away would read "-0".
  let isZero = !text.contains { ("1"..."9").contains($0) }
  return grouped(isZero ? text.replacing("-", with: "") : text)
}

/// The same with three significant digits, for a value written beside its bar or in its cell.
package func readable(_ value: Double) -> String {
  guard value != 0 else { return "0" }
  if value == value.rounded(), abs(value) < 1e6 { return readable(value, decimals: 0) }
  let magnitude = Int(log10(abs(value)).rounded(.down))
  let decimals = max(0, 2 - magnitude)
  let text = readable(value, decimals: decimals)
  guard abs(value) < 1e6, abs(value) >= 1e-4, decimals > 0 else { return text }
  return withoutTrailingZeros(text)
}

/// How many decimals it takes to write the value, up to rounding errors.
func decimals(of value: Double, atMost most: Int = 9) -> Int {
  (0..<max(0, most)).first { places in
    let scaled = abs(value) * pow(10, Double(places))
    return abs(scaled - scaled.rounded()) < 1e-6 * max(1, scaled)
  } ?? most
}

private func trimmed(_ value: Double) -> String {
  let magnitude = Int(log10(abs(value)).rounded(.down))
  return withoutTrailingZeros(String(format: "%.\(max(0, 2 - magnitude))f", value))
}

private func withoutTrailingZeros(_ text: String) -> String {
  guard text.contains(".") else { return text }
  var text = text
  while text.last == "0" { text.removeLast() }
  if text.last == "." { text.removeLast() }
  return text
}

private func scientific(_ value: Double) -> String {
  let exponent = Int(log10(abs(value)).rounded(.down))
  return withoutTrailingZeros(String(format: "%.2f", value / pow(10, Double(exponent))))
    + "e\(exponent)"
}

private func grouped(_ text: String) -> String {
  let parts = text.split(separator: ".", maxSplits: 1)
  let sign = parts[0].hasPrefix("-") ? "-" : ""
  let digits = Array(parts[0].drop { $0 == "-" })
  var whole = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { whole.append(",") }
    whole.append(digit)
  }
  return sign + whole + (parts.count == 2 ? "." + parts[1] : "")
}
