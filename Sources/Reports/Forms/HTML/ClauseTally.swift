// SPDX-License-Identifier: MIT

internal import Suite

/// What the rows of one port or assistant show of each clause.
struct ClauseTally {
  struct Cell {
    /// The rows whose answer is not allowed because of the clause.
    var broken = 0
    /// The first of them.
    var first: String?
    /// The rows whose answer is allowed, though it breaks the clause.
    var found = 0
    /// The rows that ask for the clause and are answered as it says.
    var kept = 0
  }

  private(set) var cells: [String: Cell] = [:]

  init(_ rows: some Sequence<Judgement>) {
    for row in rows { add(row) }
  }

  private mutating func add(_ row: Judgement) {
    for id in row.clauses {
      cells[id, default: Cell()].broken += 1
      if cells[id]?.first == nil { cells[id]?.first = row.id }
    }
    for id in row.findings { cells[id, default: Cell()].found += 1 }
    guard row.verdict == .agrees else { return }
    for id in row.subjects where !row.findings.contains(id) {
      cells[id, default: Cell()].kept += 1
    }
  }
}
