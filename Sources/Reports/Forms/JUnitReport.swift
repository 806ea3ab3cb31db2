// SPDX-License-Identifier: MIT

internal import Suite

/// JUnit XML: a suite for each recording, a case for each row, and the gate as the last case.
///
/// The numbers stand before the cases, so that the cases are kept until the end.
struct JUnitReport: Report {
  private let context: ReportContext
  private var cases: [JUnitCase] = []

  init(_ context: ReportContext) {
    self.context = context
  }

  mutating func add(_ judgements: [Judgement]) -> [UInt8] {
    cases += judgements.map { JUnitCase($0, context) }
    return []
  }

  mutating func finish(_ results: Results) -> [UInt8] {
    let suites = rowSuites(results) + [gate(results)] + unreadable(results)
    let lines =
      ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
      + [XML.tag("testsuites", [("name", "assay")] + JUnitSuite.numbers(suites.flatMap(\.cases)))]
      + suites.flatMap(\.lines) + ["</testsuites>"]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func rowSuites(_ results: Results) -> [JUnitSuite] {
    results.shares(of: cases).map { assistant, own in
      let identity = assistant.identity
      let variant = identity.variant.isEmpty ? identity.name : identity.variant
      return JUnitSuite(
        name: "\(assistant.format)/\(variant)", class: "assay.\(assistant.format).\(variant)",
        cases: Array(own))
    }
  }

  private func gate(_ results: Results) -> JUnitSuite {
    let lines = results.failures
    let outcome =
      lines.isEmpty
      ? JUnitCase.Outcome.passed
      : .told("failure", type: "gate", lines.joined(separator: "\n"))
    return JUnitSuite(
      name: "gate", class: "assay.gate", cases: [JUnitCase("conformant", outcome)],
      suite: results.suite)
  }

  private func unreadable(_ results: Results) -> [JUnitSuite] {
    guard results.isIncomplete else { return [] }
    let cases = results.errors.map {
      JUnitCase($0.file, .told("error", type: "recording", "\($0)"))
    }
    return [JUnitSuite(name: "recordings", class: "assay.recordings", cases: cases)]
  }
}
