// SPDX-License-Identifier: MIT

public import Suite

/// One form of a report.
public struct ReportFormat: Sendable {
  public let name: String
  /// What it is good for, for the help.
  public let words: String
  public let make: @Sendable (ReportContext) -> any Report
}

/// The table of report forms; the first is the one without `--format`.
public enum ReportFormats {
  public static let all = [
    ReportFormat(name: "text", words: "the matrix, the behaviours and the gate, to read") {
      TextReport($0)
    },
    ReportFormat(name: "json", words: "the numbers as one object") { _ in JSONReport() },
    ReportFormat(name: "ndjson", words: "one object a row, then the summary") {
      NDJSONReport($0)
    },
    ReportFormat(name: "junit", words: "JUnit XML, for the test pages of a CI") {
      JUnitReport($0)
    },
    ReportFormat(name: "markdown", words: "a summary of a CI step or a comment") {
      MarkdownReport($0)
    },
    ReportFormat(name: "html", words: "one page with every failing row, for a browser") {
      HTMLReport($0)
    },
    ReportFormat(name: "tap", words: "TAP 14, for harnesses of tests") { TAPReport($0) },
    ReportFormat(name: "github", words: "annotations of a GitHub workflow") {
      GitHubReport($0)
    },
    ReportFormat(name: "badge", words: "the verdict as JSON, for an endpoint badge") { _ in
      BadgeReport()
    },
  ]

  /// A report of that form; text where there is no such name.
  public static func make(
    _ name: String, book: SpecBook, colour: Bool = false, gate: Gate? = nil,
    replay: Replay = Replay()
  ) -> any Report {
    let context = ReportContext(book: book, colour: colour, gate: gate, replay: replay)
    let format = all.first { $0.name == name }
    return format?.make(context) ?? TextReport(context)
  }
}
