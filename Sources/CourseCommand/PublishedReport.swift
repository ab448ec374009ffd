import Foundation
import Weaving

/// The report that is committed with a lesson.
struct PublishedReport {
  enum State: String, Encodable {
    case none
    case stale
    case current
  }

  let lesson: Lesson
  let ledger: ClaimLedger

  init(of lesson: Lesson, _ ledger: ClaimLedger) {
    self.lesson = lesson
    self.ledger = ledger
  }

  private var file: String { "Lessons/\(lesson.name)/report/results.json" }

  func state(digests: inout DataDigests) -> State {
    do {
      guard let results = try Results.published(inLesson: lesson.folder) else { return .none }
      let source = try LessonSource(folder: lesson.folder)
      return problems(of: results, source, digests: &digests).isEmpty ? .current : .stale
    } catch {
      return .stale
    }
  }

  /// Why the published report is not what the lesson would give now, as far as that is known without
  /// running it. What the reports show and link to is checked as well. Of a lesson whose report is
  /// awaited there may be none.
  func problems(
    _ source: LessonSource, digests: inout DataDigests, _ smokeRuns: SmokeRuns, isAwaited: Bool
  ) throws -> [Problem] {
    guard let results = try Results.published(inLesson: lesson.folder) else {
      return isAwaited ? [] : [outdated("no report is published")]
    }
    if isAwaited {
      return [
        Problem(
          file: file, line: 1, message: "a report is published: take it off --unpublished")
      ]
    }
    return problems(of: results, source, digests: &digests) + numberProblems(smokeRuns)
      + Language.allCases.flatMap { reportProblems(of: results, $0) }
  }

  private func problems(
    of results: Results, _ source: LessonSource, digests: inout DataDigests
  ) -> [Problem] {
    var reasons: [String] = []
    if results.lesson != lesson.name { reasons.append("it is of lesson \(results.lesson)") }
    if results.profile != "full" {
      reasons.append("it is of the profile \(results.profile), and only full is published")
    }
    if results.digests.code != source.codeDigest {
      reasons.append("the lesson's code was changed after the run")
    }
    for (name, digest) in results.digests.data.sorted(by: { $0.key < $1.key }) {
      if name == "--model" {
        reasons.append("it is of a model that --model named, not of the course's")
      } else if digests[name] == nil {
        reasons.append("\(name), which the run read, is not there")
      } else if digests[name] != digest {
        reasons.append("\(name) was changed after the run")
      }
    }
    for claim in results.claims where ledger[claim.id]?.lesson != lesson.number {
      reasons.append("it decides \(claim.id), which is no claim of this lesson")
    }
    for entry in ledger.entries(ofLesson: lesson.number) {
      guard let published = results.verdict(on: entry) else {
        reasons.append("it does not decide \(entry.id)")
        continue
      }
      if !published.hasSameRule {
        reasons.append("the rule of \(entry.id) was changed after the run")
      }
    }
    for check in results.checks where !check.holds {
      reasons.append("a check failed: \(check.text)")
    }
    return reasons.map(outdated)
  }

  /// Whether a smoke run gives the numbers that it gave at publication, which an engine change may
  /// have moved. Runs on different processors or with different seeds tell nothing.
  private func numberProblems(_ smokeRuns: SmokeRuns) -> [Problem] {
    let file = lesson.folder.appendingPathComponent("report/\(Publication.smokeResults)")
    guard let data = try? Data(contentsOf: file),
      let then = try? fromJSON(Results.self, data)
    else { return [outdated("it has no \(Publication.smokeResults) that can be read")] }
    guard let now = smokeRuns.results(of: lesson), now.digests.code == then.digests.code,
      now.seeds == then.seeds,
      now.hardware["OpenBLAS core"] == then.hardware["OpenBLAS core"],
      now.digests.numbers != then.digests.numbers
    else { return [] }
    return [outdated("the smoke run gives other numbers than at publication")]
  }

  private func outdated(_ reason: String) -> Problem {
    Problem(
      file: file, line: 1,
      message: "\(reason): course run \(lesson.name) --profile full --publish")
  }

  /// Verdicts of one language's report that are not those of results.json, links and images that
  /// lead nowhere.
  private func reportProblems(of results: Results, _ language: Language) -> [Problem] {
    let folder = lesson.folder.appendingPathComponent("report", isDirectory: true)
    let name = "report.\(language.rawValue).md"
    let file = "Lessons/\(lesson.name)/report/\(name)"
    guard
      let text = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    else { return [Problem(file: file, line: 1, message: "it is missing or not UTF-8")] }
    let shown = reportedVerdicts(in: text, language)
    let verdicts = results.claims.filter { shown[$0.id] != $0.verdict }.map { claim in
      Problem(
        file: file, line: 1,
        message: "it shows \(shown[claim.id]?.rawValue ?? "no verdict") for \(claim.id), where"
          + " results.json has \(claim.verdict?.rawValue ?? "none")")
    }
    let links = localLinks(in: text).filter { link in
      !FileManager.default.fileExists(atPath: folder.appendingPathComponent(link.path).path)
    }.map { Problem(file: file, line: $0.line, message: "\($0.path) does not exist") }
    return verdicts + links
  }
}
