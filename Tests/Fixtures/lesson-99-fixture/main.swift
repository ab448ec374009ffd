//: # 99 · The fixture
//:
//: What the tests of Notebook run: it holds {{count}} of $n$ things, and {{word}}.

import Charts
import Foundation
import Notebook

/// What the test asks this run to do.
let wish = ProcessInfo.processInfo.environment["FIXTURE"] ?? ""

struct Refusal: LocalizedError {
  let errorDescription: String? = "the fixture refuses"
  let recoverySuggestion: String? = "ask for something else"
}

struct Silence: Error {}

func shell(_ command: String) throws {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/bin/sh")
  process.arguments = ["-c", command]
  try process.run()
  process.waitUntilExit()
}

if wish == "early throw" { throw Refusal() }
if wish == "early show" { show("nothing is open yet") }
if wish == "early print" { print("profile \(profile)") }

cell("speak")
print("one from Swift")
puts("two from C")
try shell("echo three from a child")
print("four from Swift")

//: The numbers.
cell("show")
if wish == "throw" { throw Refusal() }  // hide
if wish == "silent throw" { throw Silence() }  // hide
if wish == "trap" { preconditionFailure("the fixture traps") }  // hide
if wish == "exit" { exit(0) }  // hide
if wish == "exit 3" { exit(3) }  // hide
if wish == "unused note" { note("nobody", 1) }  // hide
if wish == "note twice" { note("count", 1) }  // hide
print("before the table")
var table = Table("Sizes", columns: [.left("part"), .right("size")])
table.add("head", .integer(1536))
show(table)
print("after the table")
show([
  "profile": .text(profile.rawValue), "rows": .integer(profile.choose(smoke: 1, class: 2, full: 3)),
])
if wish != "missing note" { note("count", 12_345) }  // hide
note("word", "a *word*")

cell("train")
let words = wish == "data" ? try Data(contentsOf: courseData("words.txt")) : Data()  // hide
if !words.isEmpty { print(String(decoding: words, as: UTF8.self)) }  // hide
if wish == "model" {  // hide
  let chosen = chosenModel { URL(fileURLWithPath: $0, isDirectory: true) }  // hide
  print((chosen ?? courseData("models/tiny")).lastPathComponent)  // hide
}  // hide
if wish == "own data" {  // hide
  let data = chosenData()  // hide
  let columns = data.map { "\($0.textColumn), \($0.labelColumn)" } ?? "none"  // hide
  print("\(data?.file.lastPathComponent ?? "no data"): \(columns)")  // hide
}  // hide
let losses = cached("arm 1") {
  print("the arm is computed")
  if wish == "show in cached" { show("lost") }  // hide
  return [0.1, 1.0 / 3.0]
}
if wish == "cached twice" { _ = cached("arm 1") { 0 } }  // hide
print("losses \(losses) for seeds \(seeds(2))")

//: {{time}} were needed.
cell("decide")
plot("loss", LineChart("Loss", x: "step", y: "nats", [Series("arm", [Point(1, 7), Point(2, 1)])]))
if wish == "plot twice" { plot("loss", BarChart("", value: "", [])) }  // hide
setup(fixed: ["the data"], varies: ["nothing"], budget: "none")
check("a third is a third", losses[1] == 1.0 / 3.0, evidence: .fixed(losses[1], 3))
check("all is well", wish != "failed check")
note("time", profile == .full ? 2 : 1, .seconds)
claim("C99.1", .exact(true), evidence: [.init("difference", .integer(0))])
let rows = (0..<20).map { $0.isMultiple(of: 2) ? 1.25 : 0.25 }  // hide
let close = ClaimTest.superior(PairedDifferences([rows]), margin: 0.5)  // hide
let open = ClaimTest.superior(PairedDifferences(perSeed: [1, -1]), margin: 0.5)  // hide
switch wish {  // hide
case "claim twice": claim("C99.1", .exact(true), evidence: [])  // hide
case "unknown claim": claim("C99.7", .exact(true), evidence: [])  // hide
case "foreign claim": claim("C98.1", .exact(true), evidence: [])  // hide
case "claim without rule": claim("C99.6", .exact(true), evidence: [])  // hide
case "claim of another kind": claim("C99.2", .all([.exact(true)]), evidence: [])  // hide
case "another margin":  // hide
  claim("C99.2", .superior(PairedDifferences(perSeed: [1, 2]), margin: 0.4), evidence: [])  // hide
case "claim in cached":  // hide
  _ = cached("arm 2") {  // hide
    claim("C99.2", close, evidence: [])  // hide
    return 0  // hide
  }  // hide
case "a claim": claim("C99.2", close, evidence: [])  // hide
case "claims":  // hide
  claim("C99.2", .all([close, .exact(true)]), evidence: [])  // hide
  for id in ["C99.3", "C99.4"] { claim(id, open, evidence: []) }  // hide
  claim("C99.5", .notTestable, evidence: [])  // hide
default: break  // hide
}  // hide

//: The end of {{count}}.
