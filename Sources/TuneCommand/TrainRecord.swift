import Adapters
import FineTuning
import Foundation
import Weaving

/// What a run was started with and what was in force, as run.json keeps it. A run is taken up by the
/// same only.
struct TrainRecord: Encodable {
  let task: TrainTask
  let model: String
  let data: String
  let dataDigest: String
  let validation: String?
  let validationDigest: String?
  let validationShare: Double?
  let template: String?
  let mask: TrainOptions.Mask?
  let textColumn: String?
  let labelColumn: String?
  /// The classes, in their order.
  let labels: [String]?
  let maxLength: Int?
  let checkpointEvery: Int
  let method: TrainMethod
  /// Of the adapter.
  let settings: AdapterSettings?
  /// Of hybrid's first steps, which train every weight; the others are `training`'s.
  let fullTraining: InstructionTraining?
  let training: InstructionTraining
  let trainingRows: Int
  let validationRows: Int
  /// Of the encoded rows: other data, another template or tokenizer give others.
  let trainingRowsDigest: String
  let validationRowsDigest: String

  init(
    model: URL, options: TrainOptions, stages: [TrainStage], settings: (any AdapterMethod)?,
    subject: some TrainSubject
  ) throws {
    let rows = subject.rows
    task = options.task
    self.model = model.standardizedFileURL.path
    data = options.dataFile.standardizedFileURL.path
    dataDigest = try digest(of: options.dataFile)
    let validationFile = options.validation == nil ? nil : options.validationFile
    validation = validationFile?.standardizedFileURL.path
    validationDigest = try validationFile.map(digest)
    validationShare = options.validationShare
    template =
      task == .sft ? try options.template ?? defaultTemplate(for: model).name : nil
    mask = task == .sft ? options.mask ?? .answers : nil
    textColumn = task == .sft ? nil : options.textColumn ?? "text"
    labelColumn = task == .classify ? options.labelColumn ?? "label" : nil
    labels = subject.labels
    maxLength = options.maxLength
    checkpointEvery = options.checkpointEvery
    method = options.method.method
    self.settings = settings.map(AdapterSettings.init)
    fullTraining = stages.count > 1 ? stages[0].training : nil
    training = stages.last!.training
    trainingRows = rows.training.count
    validationRows = rows.validation.count
    trainingRowsDigest = String(rows.training.fingerprint, radix: 16)
    validationRowsDigest = String(rows.validation.fingerprint, radix: 16)
  }

  var json: Data {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return try encoder.encode(self) + Data("\n".utf8)
    }
  }

  /// Throws where a run that left `json` at `file` was another one, naming what differs.
  func checkSame(as json: Data, at file: URL) throws {
    let old: [String: String]
    do { old = try Self.values(json) } catch { throw TrainFolderError.damaged(file) }
    let new = try Self.values(self.json)
    let changed = [("data", "dataDigest"), ("validation", "validationDigest")].compactMap {
      file, digest in
      old[file] == new[file] && old[digest] != new[digest] ? new[file] : nil
    }
    let folder = file.deletingLastPathComponent()
    if !changed.isEmpty { throw TrainFolderError.otherData(folder, changed) }
    let differences = Set(old.keys).union(new.keys).sorted().compactMap { key in
      old[key] == new[key]
        ? nil : "\(key) was \(old[key] ?? "not given") and is \(new[key] ?? "not given")"
    }
    if !differences.isEmpty { throw TrainFolderError.otherRun(folder, differences) }
  }

  /// The members of a JSON object, those within by their path, each as text.
  private static func values(_ json: Data) throws -> [String: String] {
    var values: [String: String] = [:]
    func add(_ value: Any, _ path: String) {
      guard let object = value as? [String: Any] else {
        values[path] = "\(value)"
        return
      }
      for (key, value) in object { add(value, path.isEmpty ? key : "\(path).\(key)") }
    }
    add(try JSONSerialization.jsonObject(with: json), "")
    return values
  }
}

/// The settings of any method.
struct AdapterSettings: Encodable {
  let method: any AdapterMethod

  func encode(to encoder: any Encoder) throws { try method.encode(to: encoder) }
}

private func digest(of file: URL) throws -> String {
  var digest = Digest()
  digest.add(try Data(contentsOf: file))
  return digest.hex
}
