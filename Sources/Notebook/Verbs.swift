import Foundation
import Weaving

/// Opens a cell and closes the one before it: `cell("train")`, alone on its line at column 0.
///
/// The first verb of a lesson starts its run, and the end of the program weaves the report: a
/// lesson needs no call for either.
public func cell(_ id: String, line: Int = #line) {
  inRun("cell") { try $0.openCell(id, line: line) }
}

/// Which profile the reader chose.
public var profile: Profile { inRun("profile") { $0.options.profile } }

/// `count` seeds from `--seed` on, which the report names.
public func seeds(_ count: Int) -> [UInt64] {
  inRun("seeds") { run in
    let seeds = (0..<UInt64(count)).map { run.options.seed &+ $0 }
    run.seeds = Array(Set(run.seeds).union(seeds)).sorted()
    return seeds
  }
}

/// Puts a table into the report.
public func show(_ table: Table) {
  inRun("show") { try $0.add(.table(table), verb: "show") }
}

/// Puts names and values into the report, one a line: `show(["rank": .integer(8)])`.
public func show(_ pairs: KeyValuePairs<String, Value>) {
  let pairs = pairs.map { Block.Pair($0.key, $0.value) }
  inRun("show") { try $0.add(.pairs(pairs), verb: "show") }
}

/// Puts a text, a tensor or a model's structure into the report, as it describes itself.
public func show(_ value: some CustomStringConvertible) {
  let text = value.description
  inRun("show") { try $0.add(.output(text), verb: "show") }
}

/// Puts what a model wrote into the report, below its prompt.
public func show(prompt: String, answer: String) {
  inRun("show") { try $0.add(.generation(prompt: prompt, answer: answer), verb: "show") }
}

/// Puts the box into the report that says what is fixed and what varies under which budget; seeds,
/// profile and machine are added to it.
public func setup(fixed: [Value], varies: [Value], budget: Value) {
  inRun("setup") {
    try $0.add(.setup(Setup(fixed: fixed, varies: varies, budget: budget)), verb: "setup")
  }
}

/// Gives `{{key}}` a number, in the prose of both languages.
public func note(_ key: String, _ number: some BinaryInteger, _ format: ValueFormat = .integer) {
  note(key, .number(Double(number), format))
}

/// Gives `{{key}}` a number, in the prose of both languages.
public func note(_ key: String, _ number: some BinaryFloatingPoint, _ format: ValueFormat) {
  note(key, .number(Double(number), format))
}

/// Gives `{{key}}` a text that stays as it is in both languages.
public func note(_ key: String, _ text: String) {
  note(key, .text(text))
}

/// Gives `{{key}}` a value.
public func note(_ key: String, _ value: Value) {
  inRun("note") { try $0.note(key, value) }
}

/// Says that something must hold in every profile. One check that fails fails the run: it goes on
/// to its end, names the check and leaves the earlier report as it is.
public func check(_ text: String, _ holds: Bool, evidence: Value? = nil) {
  inRun("check") { run in
    let check = Check(cell: run.openCell?.id ?? "", text: text, holds: holds, evidence: evidence)
    try run.add(.check(check), verb: "check")
    run.checks.append(check)
    if !holds { standardError("\(terminalText(of: .check(check)))\n") }
  }
}

/// Adds a fact about the machine to results.json, such as the kernels that a library chose.
public func hardware(_ name: String, _ value: String) {
  inRun("hardware") { $0.hardware[name] = value }
}
