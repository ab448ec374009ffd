import Foundation

/// The numbers of a chart as CSV (RFC 4180): a header, then one row for each thing drawn.
package struct Table: Equatable {
  package enum Cell: Equatable {
    case text(String)
    case number(Double)
    case none
  }

  var header: [String]
  var rows: [[Cell]] = []

  package var csv: String {
    let lines =
      [header.joined(separator: ",")]
      + rows.map { row in row.map(Self.field).joined(separator: ",") }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func field(_ cell: Cell) -> String {
    switch cell {
    case .none: ""
    case .number(let value): plain(value)
    case .text(let text):
      text.contains(where: { ",\"\n\r\r\n".contains($0) })
        ? "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : text
    }
  }
}

extension Table.Cell {
  static func optional(_ value: Double?) -> Self { value.map(Self.number) ?? .none }
}
