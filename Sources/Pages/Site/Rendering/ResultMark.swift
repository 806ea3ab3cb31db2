// SPDX-License-Identifier: MIT

/// Says in a symbol and in words what came of something.
struct ResultMark {
  let results: [ExampleResult]
  let language: SiteLanguage

  func write(to html: inout HTML) {
    let count = ResultCount(results)
    html.element("span", ["class": "mark \(name(count))"]) { html in
      html.element("span", ["aria-hidden": "true"], words: symbol(count))
      html.words(" \(words(count))")
    }
  }

  private func name(_ count: ResultCount) -> String {
    if count.all == 0 { return "none" }
    return count.failed > 0 ? "failed" : "passed"
  }

  private func symbol(_ count: ResultCount) -> String {
    if count.all == 0 { return "–" }
    return count.failed > 0 ? "✗" : "✓"
  }

  private func words(_ count: ResultCount) -> String {
    if count.all == 0 { return language.notRun }
    let word = count.failed > 0 ? language.failed : language.passed
    guard count.all > 1 else { return word }
    return "\(word) \(count.failed > 0 ? count.failed : count.all) / \(count.all)"
  }
}
