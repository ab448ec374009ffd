import Adapters
import Files
import FineTuning
import Foundation

/// What a run took.
struct TrainCost {
  struct Stage {
    let method: TrainMethod
    let parameters: ParameterSummary
    /// Two moments of four bytes for each number that is trained.
    var optimiserBytes: Int { 8 * parameters.trainable }
    /// Of the steps taken in this sitting; nil where there is none.
    let millisecondsPerStep: Double?
  }

  private(set) var stages: [Stage] = []
  /// What has to be kept of the run.
  private(set) var weightFile = ""
  private(set) var weightBytes = 0

  mutating func note(
    _ method: TrainMethod, _ parameters: ParameterSummary, _ times: TrainTimes, steps: Range<Int>
  ) {
    stages.append(
      Stage(
        method: method, parameters: parameters, millisecondsPerStep: times.median(of: steps)))
  }

  /// Looks for the weights among what a run leaves.
  mutating func note(filesIn folder: URL) throws {
    for name in ["model.safetensors", "adapter_model.safetensors"] {
      let path = folder.appendingPathComponent(name).path
      guard FileManager.default.fileExists(atPath: path) else { continue }
      weightFile = name
      weightBytes =
        try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    }
  }

  /// The most memory that this process has had, in bytes, where the system tells.
  static var peakMemory: Int? {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let match = status.firstMatch(of: /VmHWM:\s+(\d+) kB/), let size = Int(match.1)
    else { return nil }
    return 1024 * size
  }
}

extension TrainCost {
  /// The section of a report. What differs from sitting to sitting stands in its last paragraph, and
  /// nowhere else.
  func section(_ language: TrainReport.Language) -> String {
    let words = language.words
    func row(_ name: String, _ value: (Stage) -> String) -> String {
      "| \(name) | " + stages.map(value).joined(separator: " | ") + " |"
    }
    let table = [
      row("") { $0.method.rawValue },
      "|---|" + String(repeating: "---:|", count: stages.count),
      row(words("trainable parameters", "可训练参数")) { grouped($0.parameters.trainable) },
      row(words("all parameters", "全部参数")) { grouped($0.parameters.all) },
      row(words("share", "占比")) {
        String(
          format: "%.2f %%", 100 * Double($0.parameters.trainable) / Double($0.parameters.all))
      },
      row(words("optimiser state, bytes", "优化器状态，字节")) { grouped($0.optimiserBytes) },
    ].joined(separator: "\n")
    let file = words(
      "What the run leaves, `\(weightFile)`, has \(grouped(weightBytes)) bytes.",
      "运行留下的 `\(weightFile)` 有 \(grouped(weightBytes)) 字节。")
    let base =
      stages.count > 1
      ? words(
        "It goes with the model of the full steps, in `\(TrainFolder.baseName)/`.",
        "它要与 `\(TrainFolder.baseName)/` 中全参数阶段得到的模型一起使用。") : ""
    return [table, file, base, measured(language)].filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func measured(_ language: TrainReport.Language) -> String {
    let words = language.words
    var parts = stages.compactMap { stage in
      stage.millisecondsPerStep.map { milliseconds in
        words(
          String(format: "%.1f ms a step of %@ (median)", milliseconds, stage.method.rawValue),
          String(format: "%@ 每步 %.1f 毫秒（中位数）", stage.method.rawValue, milliseconds))
      }
    }
    if let peak = Self.peakMemory {
      let size = String(format: "%.1f", Double(peak) / 1e6)
      parts.append(words("\(size) MB of memory at the most", "内存最多 \(size) MB"))
    }
    guard !parts.isEmpty else { return "" }
    return words("Measured this time: ", "这一次实测：") + parts.joined(separator: words(", ", "，"))
      + words(".", "。")
  }
}
