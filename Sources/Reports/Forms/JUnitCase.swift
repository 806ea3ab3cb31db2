// SPDX-License-Identifier: MIT

internal import Suite

/// One test case: what it is called and how it ended.
struct JUnitCase {
  enum Outcome {
    case passed
    /// An element inside the case: `failure`, `error` or `skipped`, or `system-out` with no type.
    case told(String, type: String?, String)
  }

  let name: String
  let outcome: Outcome

  init(_ name: String, _ outcome: Outcome) {
    self.name = name
    self.outcome = outcome
  }

  init(_ judgement: Judgement, _ context: ReportContext) {
    name = judgement.id
    switch judgement.verdict {
    case .agrees where !context.isFailure(judgement): outcome = .passed
    case .notJudged where !context.isFailure(judgement):
      outcome = .told("skipped", type: nil, judgement.sentence(context.book))
    default:
      let sentence = "\(judgement.verdict.rawValue): \(judgement.sentence(context.book))"
      outcome =
        context.isFailure(judgement)
        ? .told("failure", type: judgement.clauses.first ?? "baseline", sentence)
        : .told("system-out", type: nil, sentence)
    }
  }

  /// The element inside the case, if any.
  var element: String? {
    if case .told(let element, _, _) = outcome { element } else { nil }
  }

  func line(class name: String) -> String {
    let attributes = [("classname", name), ("name", self.name)]
    guard case .told(let element, let type, let words) = outcome else {
      return "    " + XML.tag("testcase", attributes, isEmpty: true)
    }
    return "    " + XML.tag("testcase", attributes) + inner(element, type, words) + "</testcase>"
  }

  private func inner(_ element: String, _ type: String?, _ words: String) -> String {
    if element == "skipped" { return XML.tag(element, [("message", words)], isEmpty: true) }
    let attributes = type.map { [("type", $0), ("message", words)] } ?? []
    return XML.tag(element, attributes) + XML.escaped(words) + "</\(element)>"
  }
}

/// A suite of test cases.
struct JUnitSuite {
  let name: String
  let `class`: String
  let cases: [JUnitCase]
  var suite: SuiteIdentity?

  var lines: [String] {
    ["  " + XML.tag("testsuite", [("name", name)] + Self.numbers(cases))] + properties
      + cases.map { $0.line(class: `class`) } + ["  </testsuite>"]
  }

  private var properties: [String] {
    guard let suite else { return [] }
    return ["    <properties>"]
      + suite.members.map { name, value in
        let pairs = [("name", "assay.\(name)"), ("value", value)]
        return "      " + XML.tag("property", pairs, isEmpty: true)
      } + ["    </properties>"]
  }

  static func numbers(_ cases: [JUnitCase]) -> [(String, String)] {
    let elements = [("failures", "failure"), ("errors", "error"), ("skipped", "skipped")]
    return [("tests", "\(cases.count)")]
      + elements.map { name, element in
        (name, "\(cases.count { $0.element == element })")
      }
  }
}
