// SPDX-License-Identifier: MIT

// What was run, and what came of it.
extension PageRenderer {
  mutating func example(_ node: MarkdownNode, _ id: String) {
    let results = results.of(id, on: origin)
    html.open("figure", ["class": "example", "id": newAnchor(node)])
    html.line()
    caption(id, results)
    switch node.kind {
    case .codeBlock(_, let text):
      console(text)
      failures(results)
    case .table: table(node, results: results)
    default:
      content(of: node)
      failures(results)
    }
    html.raw("</figure>")
    html.line()
  }

  /// The same block without its example, which is a paragraph or a table.
  private mutating func content(of node: MarkdownNode) {
    var node = node
    node.example = nil
    block(node)
  }

  private mutating func caption(_ id: String, _ results: [ExampleResult]) {
    let language = language
    html.element("figcaption", ["lang": language.code]) { html in
      html.element("a", ["href": "#example-\(id)"], words: "\(language.example) \(id)")
      html.raw(" ")
      ResultMark(results: results, language: language).write(to: &html)
    }
    html.line()
  }

  mutating func failures(_ results: [ExampleResult]) {
    for result in results where result.verdict == .failed {
      html.element("pre", ["class": "failure"], words: result.detail)
      html.line()
    }
  }

  private mutating func console(_ text: String) {
    html.open("div", ["class": "console"])
    html.line()
    for part in ConsoleBlock(text).parts {
      write(part)
      html.line()
    }
    html.raw("</div>")
    html.line()
  }

  private mutating func write(_ part: ConsoleBlock.Part) {
    let lines = part.lines.joined(separator: "\n")
    switch part.kind {
    case .command, .input:
      let prompt = part.kind == .command ? "$ " : "> "
      html.element("pre", ["class": part.kind.rawValue]) { html in
        for line in part.lines {
          html.element("span", ["class": "prompt", "aria-hidden": "true"], words: prompt)
          html.element("code", words: part.kind == .input ? "\(line)\n" : line)
        }
      }
    case .output:
      html.element("pre", Self.region("output", language.output)) { html in
        html.element("samp", words: lines)
      }
    case .status:
      html.element("p", ["class": "status"], words: "\(language.exitStatus) \(lines)")
    }
  }
}
