import Foundation

/// From light to dark through yellow, green and blue: lightness alone tells the order, so it can be
/// read without seeing hues and in a grey print. The colours are ColorBrewer's YlGnBu.
enum ColourScale {
  private static let stops: [UInt32] = [
    0xFFFFD9, 0xEDF8B1, 0xC7E9B4, 0x7FCDBB, 0x41B6C4, 0x1D91C0, 0x225EA8, 0x253494, 0x081D58,
  ]

  /// gnuplot's palette, from 0 to 1.
  static var palette: String {
    let parts = stops.enumerated().map { index, colour in
      "\(plain(Double(index) / Double(stops.count - 1))) '\(String(format: "#%06x", colour))'"
    }
    return "palette defined (\(parts.joined(separator: ", ")))"
  }

  /// Whether white text is easier to read than black on the colour at `fraction`: whether its
  /// relative luminance (WCAG 2) lies under the one that contrasts equally with both.
  static func wantsLightText(at fraction: Double) -> Bool {
    let place = min(max(fraction, 0), 1) * Double(stops.count - 1)
    let first = min(Int(place), stops.count - 2)
    let rest = place - Double(first)
    func channel(_ shift: UInt32) -> Double {
      let (a, b) = (Double(stops[first] >> shift & 255), Double(stops[first + 1] >> shift & 255))
      let value = (a + (b - a) * rest) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0) < 0.18
  }
}
