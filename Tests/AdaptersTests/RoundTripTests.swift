import Adapters
import Foundation
import Models
import ProgramRunning
import Tensors
import Testing

/// peft loads what was trained here.
@Suite struct RoundTripTests {
  private static let languageModel: [any AdapterMethod] = [
    LoRA(rank: 3, alpha: 6), LoRA(rank: 3, alpha: 6, isRankStabilised: true),
    LoRA(rank: 2, targets: .allLinear, biases: .all),
    LoRA(rank: 3, targets: ["c_attn", "c_proj"], isWeightDecomposed: true), IA3(),
    PrefixTuning(length: 3), PrefixTuning(length: 3, projection: 6), PromptTuning(length: 3),
    PTuning(length: 3, hiddenSize: 6), LayerNormTuning(),
  ]

  /// Prints one line a method. All adapters are checked in one process: PyTorch takes its time.
  @Test(.enabled(if: PeftPython.isThere, "set COURSE_PARITY_PYTHON to a Python with peft"))
  func peftComputesTheSame() throws {
    let folder = try TemporaryFolder()
    let rows: [[Int32]] = [[7, 19, 3, 31, 11, 11, 25], [28, 5, 14]]
    try folder.write("\(rows)", to: "ids.json")
    let methods = Self.languageModel.map { ($0, false) } + [(LoRA(rank: 3), true)]
    var expected: [[[Float]]] = []
    for (number, (method, isClassifier)) in methods.enumerated() {
      let subject = Subject(try AdapterFixture.base(classifier: isClassifier))
      let adapter = try method.attach(to: subject.model)
      try subject.train(rows, rate: 0.05)
      let url = folder.path("\(number)")
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      try adapter.save(to: url, base: isClassifier ? "classifier" : "base")
      expected.append(try rows.map { try subject.logits([$0]).elements })
    }
    let bases = try AdapterFixture.file("peft").path
    try PeftPython.check(
      methods.enumerated().map { ("\($0)", "\(bases)/\($1.1 ? "classifier" : "base")") },
      in: folder.url)
    for (number, (method, isClassifier)) in methods.enumerated() {
      let found = try #require(AdapterFixture.json(folder.path("\(number).json")).elements)
      let error = zip(found, expected[number]).map { json, ours in
        // Where peft has logits of virtual tokens, those of the row stand last.
        relativeError(ours, Array(json.numbers.suffix(ours.count)))
      }.max()!
      print(
        "round trip \(type(of: method).name)\(isClassifier ? ", classifier" : ""): logits",
        String(format: "%.1e", error))
      #expect(error <= 1e-5, "\(method)")
    }
  }
}

/// The Python that `make parity` makes.
private enum PeftPython {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let program =
    ProcessInfo.processInfo.environment["COURSE_PARITY_PYTHON"]
    ?? root.appendingPathComponent(".venv-parity/bin/python").path

  static let isThere = FileManager.default.isExecutableFile(atPath: program)

  /// Runs check_adapter.py once for each (folder, base), which writes `<folder>.json`.
  static func check(_ adapters: [(folder: String, base: String)], in folder: URL) throws {
    let script = """
      import runpy, sys
      for pair in sys.argv[2:]:
          name, base = pair.split("=")
          sys.argv = ["check_adapter.py", name, base, "ids.json", name + ".json"]
          runpy.run_path(script, run_name="__main__")
      """
    let outcome = try Program(at: URL(fileURLWithPath: program)).run(
      [
        "-c", "import sys; script = sys.argv[1]\n" + script,
        root.appendingPathComponent("dev/fixtures/check_adapter.py").path,
      ] + adapters.map { "\($0.folder)=\($0.base)" }, in: folder)
    try #require(outcome.status == 0, "\(outcome.errors)")
  }
}

extension JSONValue {
  /// All numbers of nested arrays, in order.
  fileprivate var numbers: [Float] {
    elements?.flatMap(\.numbers) ?? double.map { [Float($0)] } ?? []
  }
}
