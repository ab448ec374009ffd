/// How series number `index` is told from the others: by colour, by dash and by marker.
///
/// The colours are gnuplot's podo sequence (Wong, Nature Methods 8:441, 2011) without its yellow,
/// which cannot be seen on white, and with black last.
struct Strokes {
  let index: Int

  private static let linetypes = [6, 7, 4, 8, 2, 3, 1]
  private static let dashes = [
    "solid", "(16,6)", "(4,5)", "(14,5,4,5)", "(9,4)", "(14,4,4,4,4,4)", "(24,5)",
  ]
  private static let markers = [7, 5, 9, 11, 13, 6, 4, 8]

  /// Whether light text is easier to read than dark text on the colour.
  var wantsLightText: Bool { [6, 7, 4, 1].contains(linetype) }

  var linetype: Int { Self.linetypes[index % Self.linetypes.count] }

  var colour: String { "lc \(linetype)" }
  var line: String { "\(colour) lw 2.5 dt \(Self.dashes[index % Self.dashes.count])" }
  var shape: String { "pt \(Self.markers[index % Self.markers.count]) ps 0.9" }
  var marker: String { "\(shape) \(colour)" }
  var square: String { "pt 5 ps 1.5 \(colour)" }

  static let reference = "lc rgb 'black' lw 1.4 dt (6,5)"
  static let interval = "lc rgb 'black' lw 1.4"
  /// Error bars: gnuplot's own rub a disc out of what lies under the middle of each.
  static let whisker = "with vectors heads size screen 0.006,90"
  static let grid = "lt 1 lc rgb '#dddddd' lw 1 dt solid"
}
