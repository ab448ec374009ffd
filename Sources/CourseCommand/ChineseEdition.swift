import Foundation
import Weaving

/// Whether a lesson's zh.md says all that its English says.
struct ChineseEdition {
  let lesson: Lesson
  let source: LessonSource
  let smokeRuns: SmokeRuns

  /// Strings that the code shows, and the run that listed them.
  struct Strings {
    let shown: [String]
    let origin: String
  }

  /// The strings that a run of the present code listed: the published one, or else the last smoke
  /// run. nil when neither is of this code.
  func strings() throws -> Strings? {
    if let results = try Results.published(inLesson: lesson.folder),
      results.digests.code == source.codeDigest
    {
      return Strings(shown: results.strings, origin: "the published report")
    }
    guard let results = smokeRuns.results(of: lesson), results.digests.code == source.codeDigest
    else { return nil }
    return Strings(shown: results.strings, origin: smokeRuns.file(of: lesson).path)
  }

  /// - Parameter mayHoldMore: the strings are of a small run, and a larger one shows more.
  func problems(strings: Strings?, mayHoldMore: Bool) throws -> [Problem] {
    guard let translation = try Translation(folder: lesson.folder, of: source) else {
      return Translation.missing(file: "Lessons/\(lesson.name)/zh.md").map(Problem.init)
    }
    var shown = strings?.shown ?? []
    if strings == nil || mayHoldMore { shown = Set(shown).union(translation.strings.keys).sorted() }
    var problems = translation.issues(of: source, strings: shown).map(Problem.init)
    if strings == nil {
      problems.append(
        Problem(
          file: translation.file, line: 1,
          message: "no run of the present code lists its strings: course run \(lesson.name)"
            + " --profile smoke"))
    }
    return problems
  }

  /// zh.md with every stamp brought up to date; for a lesson without Chinese, its empty sections.
  func restamped() throws -> String {
    let file = lesson.folder.appendingPathComponent("zh.md")
    guard let text = try? String(contentsOf: file, encoding: .utf8), !text.isEmpty else {
      return Translation.skeleton(of: source, strings: try strings()?.shown ?? [])
    }
    return Translation.restamped(text, of: source)
  }
}
