// SPDX-License-Identifier: MIT

internal import Bytes
internal import Pages
internal import Suite

/// The verdict, why, and the filter.
struct ReportOpening {
  let headline: Headline

  func write(to html: inout HTML) {
    let (sign, style) = headline.outcome.mark
    html.element("h1") { html in
      html.words("Assay: ")
      html.element("span", ["class": style], words: "\(sign) \(headline.verdict)")
    }
    html.plain("p", "\(headline.size): \(headline.numbers).")
    let reasons =
      headline.results.failures.map { "fails: \($0)" }
      + headline.results.errors.map { "unreadable: \($0)" }
    if !reasons.isEmpty {
      html.element("ul") { html in
        for reason in reasons { html.plain("li", reason) }
      }
    }
    if let suite = headline.results.suite { html.plain("p", suite.words) }
    html.line()
    filter(&html)
  }

  /// The script shows it; without one there is nothing that it could do.
  private func filter(_ html: inout HTML) {
    html.element("form", ["id": "filter", "role": "search", "aria-label": "Rows", "hidden": ""]) {
      html in
      html.element("label") { html in
        html.words("Filter ")
        html.open("input", ["name": "text", "type": "search", "autocomplete": "off"])
      }
      choice("Verdict", "verdict", Judgement.Verdict.allCases.map(\.rawValue), &html)
      let formats = FormatGroup.groups(of: headline.results).map(\.format)
      choice("Format", "format", formats, &html)
      choice("Severity", "severity", Severity.allCases.reversed().map(\.rawValue), &html)
      html.element("button", ["type": "reset"], words: "Clear")
      html.element("output", ["role": "status"], words: "")
    }
    html.line()
  }

  private func choice(_ label: String, _ name: String, _ words: [String], _ html: inout HTML) {
    html.element("label") { html in
      html.words("\(label) ")
      html.element("select", ["name": name]) { html in
        html.element("option", ["value": ""], words: "all")
        for word in words { html.plain("option", ["value": word.printable], word) }
      }
    }
  }
}

extension Headline.Verdict {
  /// Nothing failed in a part that was asked, and that is no more than it says.
  fileprivate var mark: (sign: String, style: String) {
    switch self {
    case .conformant: ("✓", "good")
    case .partial: ("–", "part")
    case .notConformant, .incomplete, .empty: ("✗", "bad")
    }
  }
}
