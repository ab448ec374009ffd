import Foundation

/// A picture laid out for gnuplot: settings, then datablocks, then the layers of one plot command.
///
/// Pixels count from the top left corner, as in the SVG.
package struct Sketch {
  static let textSize = 14.0
  static let smallSize = 12.0
  static let titleSize = 17.0
  static let margin = 14.0
  static let width = 720.0
  /// A CSS list. Every reader has one of them, and gnuplot needs none.
  static let fonts =
    "Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei,"
    + " Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif"

  let height: Double
  /// Where the next thing may go, counted from the top.
  private(set) var top: Double
  private var settings: [String] = []
  package private(set) var blocks: [Datablock] = []
  private var layers: [String] = []

  package struct Datablock: Equatable {
    package let name: String
    package let rows: [[Double]]
  }

  package init(title: String, height: Double = 432) {
    self.height = height
    top = Self.margin
    for line in wrapped(title, limit: Self.width - 2 * Self.margin, size: Self.titleSize) {
      text(line, x: Self.margin, y: top + 9, size: Self.titleSize)
      top += 22
    }
    top += 6
  }

  mutating func set(_ setting: String) { settings.append("set " + setting) }
  mutating func unset(_ setting: String) { settings.append("unset " + setting) }

  /// Adds numbers and returns the name by which a layer calls them.
  package mutating func block(_ name: String, _ rows: [[Double]]) -> String {
    blocks.append(Datablock(name: name, rows: rows))
    return "$" + name
  }

  package mutating func layer(_ clause: String) { layers.append(clause) }

  mutating func skip(_ pixels: Double) { top += pixels }

  enum Alignment: String { case left, center, right }

  mutating func text(
    _ text: String, x: Double, y: Double, align: Alignment = .left, size: Double = textSize,
    colour: String = "black", upright: Bool = false
  ) {
    let turn = upright ? " rotate by 90" : ""
    let font = size == Self.textSize ? "" : " font ',\(plain(size))'"
    set(
      "label \(quoted(text)) at \(place(x, y)) \(align.rawValue)\(turn)\(font)"
        + " textcolor rgb '\(colour)' front")
  }

  mutating func stroke(from start: (Double, Double), to end: (Double, Double), _ style: String) {
    set("arrow from \(place(start.0, start.1)) to \(place(end.0, end.1)) nohead \(style)")
  }

  mutating func mark(x: Double, y: Double, _ style: String) {
    set("label '' at \(place(x, y)) point \(style) front")
  }

  private func place(_ x: Double, _ y: Double) -> String {
    "screen \(share(x / Self.width)), screen \(share(1 - y / height))"
  }

  func share(_ value: Double) -> String { String(format: "%.5f", value) }

  /// What stands before the datablocks.
  package func settings(image: String) -> String {
    let font = quoted("\(Self.fonts),\(plain(Self.textSize))")
    let head = [
      "set encoding utf8",
      "set terminal svg size \(plain(Self.width)),\(plain(height)) fixed noenhanced"
        + " background '#ffffff' font \(font)",
      "set output \(quoted(image))",
      "set colorsequence podo",
      "set key off",
    ]
    return (head + settings).joined(separator: "\n") + "\n"
  }

  package var commands: String {
    "plot " + layers.joined(separator: ", \\\n  ") + "\n"
  }
}
