// SPDX-License-Identifier: MIT

internal import Pages
internal import Suite

/// The deviations that show, the worst first, and the clauses that allowed answers break.
struct FindingSection {
  let groups: [FormatGroup]
  let total: Tally
  let context: ReportContext

  func write(to html: inout HTML) {
    html.element("h2", ["id": "findings"], words: "Findings")
    let behaviours = groups.flatMap { group in
      SeenBehaviour.all(in: group, context.book).map { (group: group, behaviour: $0) }
    }
    for severity in Severity.allCases.reversed() {
      list(severity.rawValue, behaviours.filter { $0.behaviour.severity == severity }, &html)
    }
    allowed(&html)
    if behaviours.isEmpty, total.findings.isEmpty { html.element("p", words: "none") }
  }

  private func list(
    _ title: String, _ found: [(group: FormatGroup, behaviour: SeenBehaviour)], _ html: inout HTML
  ) {
    guard !found.isEmpty else { return }
    html.element("h3", words: "Severity \(title)")
    html.element("ul") { html in
      for (group, behaviour) in found {
        html.element("li") { html in
          html.plain("code", behaviour.id)
          html.plain("span", " \(group.format): \(behaviour.words)")
          let seen = behaviour.seen.map { "\($0.label) \($0.rows)" }.joined(separator: ", ")
          html.plain("span", ["class": "words"], " shown by (rows): \(seen)")
        }
      }
    }
  }

  private func allowed(_ html: inout HTML) {
    guard !total.findings.isEmpty else { return }
    html.element("h3", words: "Clauses that allowed answers break")
    html.element("ul") { html in
      for (id, rows) in total.findings.ranked {
        html.element("li") { html in
          ClauseWords(id, "", context.book).write(to: &html)
          html.element("span", words: " (\(rows.counted("row")))")
        }
      }
    }
  }
}
