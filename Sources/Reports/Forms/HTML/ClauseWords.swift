// SPDX-License-Identifier: MIT

internal import Pages
internal import Suite

/// A clause: its id, its level and what it says.
struct ClauseWords {
  private let id: String
  private let clause: Clause?

  init(_ id: String, _ format: String, _ book: SpecBook) {
    self.id = id
    clause = book.clause(id, in: format) ?? book.clause(id)
  }

  func write(to html: inout HTML) {
    html.plain("code", id)
    if let clause { html.plain("span", ["class": "words"], " \(clause.level): \(clause.english)") }
  }
}
