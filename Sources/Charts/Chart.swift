import Files
import Foundation

/// A chart is a value: it says what is to be seen and draws nothing until it is written.
public protocol Chart: Sendable {
  var title: String { get }

  /// One line for those who cannot see the picture, made of the chart's texts and numbers. It has
  /// no words of its own, so a translated chart has a translated summary.
  var summary: String { get }

  /// The same chart with every text that a reader sees put through `translate`: title, axis
  /// labels, names of series and categories, annotations. Empty texts stay empty.
  func translated(by translate: (String) throws -> String) rethrows -> Self

  /// Writes name.csv, name.gp and name.svg into `folder`, each whole or not at all, the image last.
  ///
  /// Throws ``ChartError`` if the numbers cannot be drawn or gnuplot fails, and the file error of
  /// the module Files if the folder cannot be written.
  func write(named name: String, to folder: URL) throws -> ChartFiles
}

/// What was written for one chart.
public struct ChartFiles: Sendable, Equatable {
  /// The gnuplot script, which holds its numbers and can be run again as it is.
  public let script: URL
  /// The numbers as CSV with a header.
  public let data: URL
  /// The picture as SVG on a white ground.
  public let image: URL

  /// The image as an element for an HTML page: it takes the colour of the page's text, has no
  /// ground of its own, and every id in it starts with `idPrefix`.
  public func inlined(idPrefix: String) throws -> String {
    Picture(text: try String(contentsOf: image, encoding: .utf8)).inlined(idPrefix: idPrefix)
  }
}

/// What the charts of this module have in common behind ``Chart``.
package protocol DrawnChart: Chart {
  /// Checks the numbers and lays the picture out.
  func sketch() throws -> Sketch
  func table() -> Table
}

extension DrawnChart {
  public func write(named name: String, to folder: URL) throws -> ChartFiles {
    try write(named: name, to: folder, with: GnuplotProgram())
  }

  package func write(
    named name: String, to folder: URL, with gnuplot: GnuplotProgram
  ) throws -> ChartFiles {
    guard name.wholeMatch(of: #/[A-Za-z0-9_-][A-Za-z0-9._-]*/#) != nil else {
      throw ChartError.badName(name)
    }
    let sketch = try sketch()
    let drawn = try gnuplot.draw(sketch, named: name, chart: title)
    let files = ChartFiles(
      script: folder.appendingPathComponent(name + ".gp"),
      data: folder.appendingPathComponent(name + ".csv"),
      image: folder.appendingPathComponent(name + ".svg"))
    let picture = drawn.picture.described(title: title, summary: summary)
    try writeAtomically(Data(table().csv.utf8), to: files.data)
    try writeAtomically(drawn.script, to: files.script)
    try writeAtomically(Data(picture.text.utf8), to: files.image)
    return files
  }
}

/// Puts a text through a translation unless there is nothing to translate.
func translation(
  of text: String, by translate: (String) throws -> String
) rethrows -> String {
  text.isEmpty ? text : try translate(text)
}
