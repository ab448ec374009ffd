import Foundation
import ProgramRunning
import Testing
import Weaving

@Suite struct NotebookWriterTests {
  let notes: [String: Value] = ["trainable": .integer(10), "total": .integer(1000)]

  func written(_ language: Language = .en) throws -> Data {
    var table = Table(columns: [.left("part")])
    table.add("head")
    let blocks: [String: [Block]] = [
      "load": [.output("one\ntwo"), .table(table)],
      "train": [
        .chart(name: "loss", summary: Bilingual(en: "Falls.", zh: "下降。")),
        .check(Check(cell: "train", text: "it holds", holds: true, evidence: nil)),
      ],
    ]
    return try notebook(of: document(sample, language, blocks: blocks, notes: notes)) { name in
      "<svg>\n\(name)\n</svg>\n"
    }
  }

  struct File: Decodable {
    struct Cell: Decodable {
      let cellType: String
      let id: String
      let source: [String]
      let outputs: [Output]?
    }
    struct Output: Decodable {
      let outputType: String
      let text: [String]?
      let data: [String: [String]]?
    }
    let cells: [Cell]
    let nbformat: Int
    let nbformatMinor: Int
  }

  func read(_ data: Data) throws -> File {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(File.self, from: data)
  }

  @Test func proseSourceAndOutputsBecomeCells() throws {
    let file = try read(written())
    #expect(file.nbformat == 4 && file.nbformatMinor == 5)
    #expect(
      file.cells.map(\.id) == [
        "load-prose", "load", "adapter-prose", "adapter", "train", "end-prose",
      ])
    #expect(
      file.cells.map(\.cellType) == [
        "markdown", "code", "markdown", "code", "code", "markdown",
      ])
    #expect(file.cells[2].source == ["## The adapter\n", "It starts at zero."])
    #expect(file.cells[1].outputs?.map(\.outputType) == ["stream", "display_data"])
    #expect(file.cells[1].outputs?[0].text == ["one\n", "two\n"])
    #expect(file.cells[1].outputs?[1].data?["text/markdown"]?.first == "| part |\n")
    #expect(
      file.cells[4].outputs?[0].data?["image/svg+xml"]
        == ["<svg>\n", "loss.en.svg\n", "</svg>\n"])
    #expect(file.cells[5].source == ["10 of 1,000 are left."])
  }

  @Test func theBytesDoNotMove() throws {
    #expect(try written() == written())
    let text = String(decoding: try written(), as: UTF8.self)
    #expect(text.contains("\"execution_count\" : null"))
  }

  @Test func theNoticeIsACellOfItsOwn() throws {
    let file = try read(written(.zh))
    #expect(file.cells[0].id == "notice")
  }

  @Test(.enabled(if: Python.isWanted, "set COURSE_PYTHON to a Python with nbformat"))
  func nbformatAcceptsIt() throws {
    for language in Language.allCases {
      let file = FileManager.default.temporaryDirectory
        .appendingPathComponent("\(UUID().uuidString).ipynb")
      defer { try? FileManager.default.removeItem(at: file) }
      try written(language).write(to: file)
      let outcome = try Python.run(
        """
        import warnings
        warnings.simplefilter("error")
        import nbformat, sys
        nbformat.validate(nbformat.read(sys.argv[1], as_version=4))
        """, file.path, in: file.deletingLastPathComponent())
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
  }
}
