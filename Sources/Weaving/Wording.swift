/// The few words that the weaver itself puts into a report.
struct Wording {
  let language: Language

  private func pick(_ en: String, _ zh: String) -> String { language == .en ? en : zh }

  var colon: String { pick(": ", "：") }
  var comma: String { pick(", ", "，") }
  var separator: String { pick("; ", "；") }
  func bracketed(_ text: String) -> String { pick(" (\(text))", "（\(text)）") }
  var script: String { pick("gnuplot script", "gnuplot 脚本") }
  var data: String { pick("data", "数据") }
  var check: String { pick("Check", "检查") }
  var failed: String { pick("Check failed", "检查未通过") }
  /// How the report of a claim begins.
  func claim(_ id: String) -> String { pick("**Claim \(id)**", "**论断 \(id)**") }
  func howDecided(_ kind: Claim.Kind) -> String {
    pick("How it is decided (\(kind.rawValue))", "如何判定（\(kind.rawValue)）")
  }
  var metric: String { pick("Metric", "指标") }
  var rule: String { pick("Rule", "规则") }
  var controls: String { pick("Controls", "对照") }
  var prompt: String { pick("Prompt", "提示") }
  var answer: String { pick("Answer", "回答") }
  var thisRun: String { pick("This run", "本次运行") }
  func decided(_ verdict: Claim.Verdict) -> String {
    "**\(pick("Verdict", "判定"))\(colon)\(self.verdict(verdict))**"
  }
  func corrected(p: Double) -> String {
    let p = ValueFormat.fixed(4).string(for: p)
    return pick("p = \(p) after Holm's correction", "Holm 校正后 p = \(p)")
  }
  var fixed: String { pick("Fixed", "固定") }
  var varies: String { pick("Varies", "变化") }
  var budget: String { pick("Budget", "预算") }
  var seeds: String { pick("Seeds", "随机种子") }
  var profile: String { pick("Profile", "运行档") }
  var machine: String { pick("Machine", "机器") }

  func verdict(_ verdict: Claim.Verdict) -> String {
    switch verdict {
    case .supported: pick("supported", "得到支持")
    case .notSupported: pick("not supported", "未得到支持")
    case .undecided: pick("undecided", "未定")
    case .notTestable: pick("not testable at this scale", "此规模下无法检验")
    }
  }

  func decidesNothing(_ published: PublishedVerdict?) -> String {
    let start = pick(
      "A run in this profile decides nothing; ", "这一档的运行不作判定；")
    guard let published else {
      return start + pick("no verdict is published yet.", "尚无已发布的判定。")
    }
    let verdict = verdict(published.verdict)
    let seeds = published.seeds
    let end = pick(
      "the published verdict is **\(verdict)** (seeds: \(seeds)).",
      "已发布的判定为**\(verdict)**（种子数：\(seeds)）。")
    if published.hasSameRule { return start + end }
    return start + end
      + pick(" The rule was changed since; the full profile has to run again.", "此后规则有改动，需重新运行完整档。")
  }

  func machine(cores: String, processor: String, system: String) -> String {
    pick("\(processor), cores: \(cores), \(system)", "\(processor)，核数：\(cores)，\(system)")
  }

  static let untranslated = "本课尚无中文，以下为英文原文。"

  static func partly(missing: [String], stale: [String]) -> String {
    var parts: [String] = []
    if !missing.isEmpty { parts.append("以下部分尚无中文，显示英文原文：\(list(missing))。") }
    if !stale.isEmpty { parts.append("以下部分的中文早于英文原文：\(list(stale))。") }
    return parts.joined()
  }

  private static func list(_ ids: [String]) -> String {
    ids.map { "`\($0)`" }.joined(separator: "、")
  }
}

extension Claim.Verdict {
  /// As reports word it.
  public func text(_ language: Language) -> String { Wording(language: language).verdict(self) }
}
