/// A table of a report. Heads, title and labels are English in code and looked up for the Chinese
/// report; numbers carry their format.
///
///     var table = Table("Parameters", columns: [.left("part"), .right("parameters")])
///     table.add("embedding", .integer(38_597_376))
public struct Table: Sendable, Equatable {
  public enum Alignment: Sendable, Equatable {
    case left
    case right
    case center
  }

  public struct Column: Sendable, Equatable {
    public let head: String
    public let alignment: Alignment

    public init(_ head: String, _ alignment: Alignment) {
      self.head = head
      self.alignment = alignment
    }

    public static func left(_ head: String) -> Column { Column(head, .left) }
    public static func right(_ head: String) -> Column { Column(head, .right) }
    public static func center(_ head: String) -> Column { Column(head, .center) }
  }

  public let title: String?
  public let columns: [Column]
  public private(set) var rows: [[Value]] = []

  public init(_ title: String? = nil, columns: [Column]) {
    precondition(!columns.isEmpty, "a table needs a column")
    self.title = title
    self.columns = columns
  }

  /// Adds a row, one value for each column.
  public mutating func add(_ row: Value...) { add(row: row) }

  /// Adds a row, one value for each column.
  public mutating func add(row: [Value]) {
    precondition(
      row.count == columns.count, "a row of \(row.count) values for \(columns.count) columns")
    rows.append(row)
  }

  func translated(by translate: (String) throws -> String) rethrows -> Table {
    var table = Table(
      try title.map(translate),
      columns: try columns.map { Column(try translate($0.head), $0.alignment) })
    table.rows = try rows.map { try $0.map { try $0.translated(by: translate) } }
    return table
  }
}
