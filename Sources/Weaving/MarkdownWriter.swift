/// Writes a report as GitHub Markdown; charts are linked, not embedded.
public func markdown(of document: Document) -> String {
  let writer = BlockWriter(document)
  var parts: [String] = document.notice.map { ["> " + $0] } ?? []
  for section in document.sections {
    if !section.prose.isEmpty { parts.append(spacingInlineMath(section.prose)) }
    if !section.source.isEmpty { parts.append(fenced(section.source, as: "swift")) }
    parts += section.blocks.map(writer.markdown)
  }
  return parts.joined(separator: "\n\n") + "\n"
}

/// Text between fences that are longer than any run of backquotes in it.
func fenced(_ text: String, as info: String) -> String {
  let longest = text.split { $0 != "`" }.map(\.count).max() ?? 0
  let fence = String(repeating: "`", count: max(3, longest + 1))
  return "\(fence)\(info)\n\(text)\n\(fence)"
}

/// A table as GitHub Markdown, its title above it.
public func markdown(of table: Table) -> String {
  let heads = row(table.columns.map { $0.head })
  let marks = table.columns.map {
    switch $0.alignment {
    case .left: ":--"
    case .right: "--:"
    case .center: ":-:"
    }
  }
  let title = table.title.map { "**\(markdownEscaped($0))**\n\n" } ?? ""
  return title
    + ([heads, "|" + marks.joined(separator: "|") + "|"]
    + table.rows.map { row($0.map(\.string)) }).joined(separator: "\n")
}

private func row(_ cells: [String]) -> String {
  "| "
    + cells.map { markdownEscaped(printable($0)).replacing("\n", with: "<br>") }
    .joined(separator: " | ") + " |"
}

/// Writes what stands below a cell's source.
struct BlockWriter {
  private let language: Language
  private let run: RunFacts
  private let words: Wording

  init(_ document: Document) {
    language = document.language
    run = document.run
    words = Wording(language: document.language)
  }

  func markdown(_ block: Block) -> String {
    switch block {
    case .output(let text): fenced(text, as: "text")
    case .table(let table): Weaving.markdown(of: table)
    case .pairs(let pairs): twoColumns(pairs.map { ($0.name, $0.value.string) })
    case .generation(let prompt, let answer):
      "**\(words.prompt)**\n\n\(fenced(prompt, as: "text"))\n\n"
        + "**\(words.answer)**\n\n\(fenced(answer, as: "text"))"
    case .chart(let name, let summary): markdown(chart: name, summary[language])
    case .check(let check): markdown(check)
    case .claim(let entry, let claim, let published): markdown(entry, claim, published)
    case .setup(let setup): markdown(setup)
    }
  }

  private func twoColumns(_ pairs: [(String, String)]) -> String {
    (["| | |", "|:--|:--|"] + pairs.map { row([$0.0, $0.1]) }).joined(separator: "\n")
  }

  private func markdown(chart name: String, _ summary: String) -> String {
    let base = "\(name).\(language.rawValue)"
    let links = "[\(words.script)](\(base).gp) · [\(words.data)](\(base).csv)"
    return "![\(markdownEscaped(summary))](\(base).svg)\n\n\(links)"
  }

  private func markdown(_ check: Check) -> String {
    let evidence = check.evidence.map { words.colon + markdownEscaped($0.string) } ?? ""
    let mark = check.holds ? "✓ \(words.check)" : "✗ \(words.failed)"
    return "> **\(mark)**\(words.colon)\(markdownEscaped(check.text))\(evidence)"
  }

  /// `ReportedVerdicts` reads the first two lines again.
  private func markdown(
    _ entry: ClaimEntry, _ claim: Claim, _ published: PublishedVerdict?
  ) -> String {
    var parts = [
      "\(words.claim(entry.id))\(words.bracketed(entry.source.text(language)))\(words.colon)"
        + markdownEscaped(entry.statement[language])
    ]
    if let verdict = claim.verdict {
      let pValue = claim.pValue.map { words.bracketed(words.corrected(p: $0)) } ?? ""
      parts.append(words.decided(verdict) + pValue)
    } else {
      parts.append(words.decidesNothing(published))
    }
    if !claim.evidence.isEmpty {
      let numbers = claim.evidence.map {
        "\(markdownEscaped($0.name)) = \(markdownEscaped($0.string))"
      }
      parts.append("\(words.thisRun)\(words.colon)\(numbers.joined(separator: words.separator))")
    }
    if let plan = entry.plan {
      parts.append("<details><summary>\(words.howDecided(entry.kind))</summary>")
      let texts = [
        (words.metric, plan.metric), (words.rule, plan.rule), (words.controls, plan.controls),
      ]
      for case (let name, let text?) in texts {
        parts.append("\(name)\(words.colon)\(markdownEscaped(text[language]))")
      }
      parts.append("</details>")
    }
    return parts.map { "> " + $0 }.joined(separator: "\n>\n")
  }

  private func markdown(_ setup: Setup) -> String {
    func list(_ values: [Value]) -> String {
      values.map(\.string).joined(separator: words.separator)
    }
    return twoColumns([
      (words.fixed, list(setup.fixed)),
      (words.varies, list(setup.varies)),
      (words.budget, setup.budget.string),
      (words.seeds, run.seeds.map(String.init).joined(separator: words.comma)),
      (words.profile, run.profile),
      (
        words.machine,
        words.machine(cores: run.cores, processor: run.processor, system: run.system)
      ),
    ])
  }
}

/// Text without terminal escapes and control characters other than line ends and tabs.
public func printable(_ text: String) -> String {
  let plain = text.replacing(/\u{1b}\[[0-9;?]*[A-Za-z]/, with: "")
  return String(
    String.UnicodeScalarView(
      plain.unicodeScalars.filter {
        $0 == "\n" || $0 == "\t" || !($0.value < 0x20 || 0x7f...0x9f ~= $0.value)
      }))
}
