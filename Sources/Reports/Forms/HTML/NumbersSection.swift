// SPDX-License-Identifier: MIT

internal import Pages
internal import Suite

/// How many rows of which verdict each port or assistant has.
struct NumbersSection {
  let groups: [FormatGroup]
  let total: Tally

  func write(to html: inout HTML) {
    html.element("h2", ["id": "numbers"], words: "Numbers")
    html.table("Numbers") { html in
      html.heads(["format", "who"] + Count.verdicts.map(Self.name))
      html.element("tbody") { html in
        for group in groups {
          for assistant in group.assistants {
            row(group.format, group.label(of: assistant), assistant.tally, &html)
          }
        }
        row("total", "", total, &html)
      }
    }
  }

  private static func name(_ count: Count) -> String {
    [count.head.0, count.head.1].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func row(_ format: String, _ label: String, _ tally: Tally, _ html: inout HTML) {
    html.element("tr") { html in
      html.plain("th", ["scope": "row"], format)
      html.plain("td", label)
      for count in Count.verdicts {
        html.element("td", ["class": "right"], words: "\(count.value(tally))")
      }
    }
  }
}
