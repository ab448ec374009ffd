import Files
import FineTuning
import Foundation
import Models

/// What a run was started with, as run.json keeps it. A run is taken up by the same only.
struct TrainRecord: Codable {
  let model: String
  let data: String
  let validation: String?
  let validationShare: Double?
  let template: String
  let mask: TrainRowsOptions.Mask
  let maxLength: Int?
  let training: InstructionTraining
  let trainingRows: Int
  let validationRows: Int
  /// Of the encoded rows: other data, another template or tokenizer give others.
  let trainingRowsDigest: String
  let validationRowsDigest: String

  init(model: String, options: TrainRowsOptions, rows: TrainRows, training: InstructionTraining) {
    func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
    self.model = model
    data = absolute(options.data)
    validation = options.validation.map(absolute)
    validationShare = options.validationShare
    template = options.template
    mask = options.mask
    maxLength = options.maxLength
    self.training = training
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
}

/// The folder that a run writes. Each file is there whole or not at all, and config.json, which
/// makes it a model's folder, comes last.
struct TrainFolder {
  let url: URL

  init(_ url: URL) { self.url = url }

  var checkpoints: URL { url.appendingPathComponent("checkpoint", isDirectory: true) }
  private var record: URL { url.appendingPathComponent("run.json") }

  /// A new run wants a folder that is empty or not there; one that goes on, a run that has not ended.
  func checkBefore(resuming: Bool) throws(TrainFolderError) {
    let files = FileManager.default
    if resuming {
      guard files.fileExists(atPath: record.path) else { throw .nothingToResume(url) }
      guard !files.fileExists(atPath: url.appendingPathComponent("config.json").path) else {
        throw .ended(url)
      }
    } else if files.fileExists(atPath: url.path) {
      guard let names = try? files.contentsOfDirectory(atPath: url.path) else {
        throw .notAFolder(url)
      }
      guard names.isEmpty else { throw .notEmpty(url) }
    }
  }

  func begin(_ record: TrainRecord) throws { try writeAtomically(record.json, to: self.record) }

  /// Refuses a run other than the one that began here, naming what differs.
  func checkSame(_ new: TrainRecord) throws {
    let old: [String: String]
    do { old = try values(Data(contentsOf: record)) } catch {
      throw TrainFolderError.damaged(record)
    }
    let new = try values(new.json)
    let differences = Set(old.keys).union(new.keys).sorted().compactMap { key in
      old[key] == new[key]
        ? nil : "\(key) was \(old[key] ?? "not given") and is \(new[key] ?? "not given")"
    }
    if !differences.isEmpty { throw TrainFolderError.otherRun(url, differences) }
  }

  /// A line for each step, with the evaluations where they were made.
  func write(metrics run: InstructionRun) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    var lines = Data()
    func add(_ line: TrainMetric) throws { lines += try encoder.encode(line) + Data("\n".utf8) }
    var evaluations = run.evaluations[...]
    func addEvaluations(upTo step: Int) throws {
      while let next = evaluations.first, next.step <= step {
        try add(TrainMetric(step: next.step, validationLoss: next.loss))
        evaluations.removeFirst()
      }
    }
    try addEvaluations(upTo: 0)
    for step in run.steps {
      try add(
        TrainMetric(
          step: step.step, loss: step.loss, learningRate: step.learningRate,
          gradientNorm: step.gradientNorm, tokens: step.tokens))
      try addEvaluations(upTo: step.step)
    }
    try writeAtomically(lines, to: url.appendingPathComponent("metrics.jsonl"))
  }

  /// Writes the model beside the files that its folder holds for the tokenizer, then drops the
  /// checkpoint.
  func write(_ model: GPT2LMHeadModel, from source: URL) throws {
    let files = FileManager.default
    let staged = url.appendingPathComponent(".model.part", isDirectory: true)
    try? files.removeItem(at: staged)
    defer { try? files.removeItem(at: staged) }
    try model.save(to: staged)
    let tokenizerFiles = [
      "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "vocab.json",
      "merges.txt", "encoder.json", "vocab.bpe", "chat_template.jinja", "generation_config.json",
    ].filter { files.fileExists(atPath: source.appendingPathComponent($0).path) }
    for name in tokenizerFiles {
      // What the Hugging Face cache holds are links.
      try files.copyItem(
        at: source.appendingPathComponent(name).resolvingSymlinksInPath(),
        to: staged.appendingPathComponent(name))
    }
    for name in tokenizerFiles + ["model.safetensors", "config.json"] {
      try writeAtomically(to: url.appendingPathComponent(name)) { temporary in
        try files.moveItem(at: staged.appendingPathComponent(name), to: temporary)
      }
    }
    try? files.removeItem(at: checkpoints)
  }

  /// The members of a JSON object, those within by their path, each as text.
  private func values(_ json: Data) throws -> [String: String] {
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

/// A line of metrics.jsonl: a step, or an evaluation after one.
private struct TrainMetric: Encodable {
  let step: Int
  var loss: Double?
  var learningRate: Float?
  var gradientNorm: Float?
  var tokens: Int?
  var validationLoss: Double?
}

enum TrainFolderError: LocalizedError {
  case notAFolder(URL)
  case notEmpty(URL)
  case nothingToResume(URL)
  case ended(URL)
  case damaged(URL)
  case otherRun(URL, [String])

  var errorDescription: String? {
    switch self {
    case .notAFolder(let url): "\(url.path) is a file, or a folder that cannot be read"
    case .notEmpty(let url): "the folder \(url.path) is not empty"
    case .nothingToResume(let url): "no run began in \(url.path): it has no run.json"
    case .ended(let url): "the run in \(url.path) has ended"
    case .damaged(let url): "\(url.path) is damaged"
    case .otherRun(let url, let differences):
      "another run began in \(url.path): \(differences.joined(separator: "; "))"
    }
  }

  var recoverySuggestion: String? {
    switch self {
    case .notAFolder, .damaged, .ended: "give another --output, and no --resume"
    case .notEmpty: "give another --output, or go on with a run that began there with --resume"
    case .nothingToResume: "leave --resume out to begin one"
    case .otherRun: "give what it began with, or another --output without --resume"
    }
  }
}
