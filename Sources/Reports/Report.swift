// SPDX-License-Identifier: MIT

public import Suite

/// A way to write results: some bytes for each batch of rows, and the rest at the end.
public protocol Report: Sendable {
  mutating func add(_ judgements: [Judgement]) -> [UInt8]
  mutating func finish(_ results: Results) -> [UInt8]
}

/// The table of report forms.
public struct ReportFormats: Sendable {
  public let name: String
  private let maker: @Sendable (SpecBook, Bool) -> any Report

  public static let all: [ReportFormats] = [
    ReportFormats(name: "text") { TextReport(book: $0, colour: $1) },
    ReportFormats(name: "json") { _, _ in JSONReport() },
    ReportFormats(name: "ndjson") { book, _ in NDJSONReport(book: book) },
    ReportFormats(name: "junit") { book, _ in JUnitReport(book: book) },
    ReportFormats(name: "markdown") { book, _ in MarkdownReport(book: book) },
  ]

  /// The report of that name, or the text.
  public static func make(_ name: String, book: SpecBook, colour: Bool) -> any Report {
    (all.first { $0.name == name } ?? all[0]).maker(book, colour)
  }
}
