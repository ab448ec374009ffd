import Course

/// A prefix written to a folder as peft writes it, and read again.
struct PrefixFile {
  let configuration: String
  let entries: [SafetensorsFile.Entry]
  let bytes: Int
  /// Whether a fresh model with the file's prefix judges as the one that wrote it.
  let isSame: Bool

  init(_ adapter: Adapter, of model: GPT2LMHeadModel, _ base: TuningBase, _ bed: TuningBed) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("prefix-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try adapter.save(to: folder, base: base.rawValue)
    configuration = try String(
      contentsOf: folder.appendingPathComponent("adapter_config.json"), encoding: .utf8)
    let file = folder.appendingPathComponent("adapter_model.safetensors")
    entries = try SafetensorsFile(file).entries
    bytes = try Data(contentsOf: file).count
    let again = try bed.model(base)
    _ = try Adapter.load(folder, onto: again)
    isSame = try bed.judge(model, bed.validation) == bed.judge(again, bed.validation)
  }

  var table: Table {
    var table = Table(
      "adapter_model.safetensors",
      columns: [
        .left("tensor"), .left("shape"), .right("numbers"), .right("bytes, header included"),
      ])
    for entry in entries {
      table.add(
        .text(entry.name), .text("[\(entry.shape.map(String.init).joined(separator: ", "))]"),
        .integer(entry.count), .integer(bytes))
    }
    return table
  }
}
