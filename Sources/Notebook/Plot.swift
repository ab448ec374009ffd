import Charts
import Foundation
import Weaving

/// Draws a chart in both languages and puts it into the report; the name becomes the files' name.
public func plot(_ name: String, _ chart: some Chart) {
  inRun("plot") { try $0.plot(name, chart) }
}

extension LessonRun {
  fileprivate func plot(_ name: String, _ chart: some Chart) throws {
    guard name.wholeMatch(of: /[a-z0-9][a-z0-9-]*/) != nil else {
      throw error(
        "\"\(name)\" is no name for a chart",
        help: "use lower-case letters, digits and hyphens")
    }
    guard charts.insert(name).inserted else {
      throw error("plot(\"\(name)\") is called twice", help: "give each chart a name of its own")
    }
    var summaries: [Language: String] = [:]
    for language in Language.allCases {
      let translated = chart.translated { label($0, in: language) }
      _ = try translated.write(named: "\(name).\(language.rawValue)", to: report.temporary)
      summaries[language] = translated.summary
    }
    let summary = Bilingual(en: summaries[.en] ?? "", zh: summaries[.zh] ?? "")
    try add(.chart(name: name, summary: summary), verb: "plot")
  }
}
