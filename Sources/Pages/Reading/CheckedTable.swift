// SPDX-License-Identifier: MIT

/// A table whose rows are cases of one check.
struct CheckedTable {
  private let template: CheckTemplate
  private let columns: [Column]
  private let rows: ArraySlice<MarkdownRow>
  /// Whether all rows are compared with the lines of one answer.
  private let isListing: Bool
  private let place: PagePlace

  private struct Column {
    let name: String
    let role: Role
  }

  private enum Role {
    case input
    case exit
    case member
    /// Its header is in italics or in round brackets: a remark for people.
    case note
  }

  init(
    check: String, isListing: Bool, rows: [MarkdownRow], place: PagePlace
  ) throws(PageError) {
    guard let header = rows.first, rows.count > 1 else {
      throw place.error("the table has no case")
    }
    let template = try CheckTemplate(check, columns: header.cells.map(\.text), place)
    self.template = template
    self.rows = rows.dropFirst()
    self.isListing = isListing
    self.place = place
    columns = header.cells.map { Column(name: $0.text, role: Self.role(of: $0, template)) }
    try checkColumns(place.at(header.line))
  }

  /// The rows as cases, in their order.
  func cases() throws(PageError) -> [TableCase] {
    var cases: [TableCase] = []
    for (index, row) in rows.enumerated() {
      let answer = isListing ? TableCase.Answer.line(index, of: rows.count) : .object
      cases.append(try `case`(row, answer, place.at(row.line)))
    }
    return cases
  }

  private func checkColumns(_ place: PagePlace) throws(PageError) {
    if isListing, let column = template.columns.first {
      throw place.error("'{\(column)}': the rows of one answer have no command of their own")
    }
    var names: Set<String> = []
    for column in columns where column.role != .note {
      guard !column.name.isEmpty else { throw place.error("a column has no header") }
      guard names.insert(column.name).inserted else {
        throw place.error("the column '\(column.name)' stands twice in the table")
      }
    }
    guard columns.contains(where: { $0.role == .exit || $0.role == .member }) else {
      throw place.error("no column of the table expects anything")
    }
  }

  private static func role(of header: MarkdownCell, _ template: CheckTemplate) -> Role {
    if template.columns.contains(header.text) { return .input }
    if header.isItalic || header.text.hasPrefix("(") { return .note }
    return header.text == "exit" ? .exit : .member
  }

  private func `case`(
    _ row: MarkdownRow, _ answer: TableCase.Answer, _ place: PagePlace
  ) throws(PageError) -> TableCase {
    var cells: [String: String] = [:]
    var expectations: [TableCase.Expectation] = []
    var exit: Int32?
    for (column, cell) in zip(columns, row.cells) {
      switch column.role {
      case .note: break
      case .input: cells[column.name] = cell.text
      case .member:
        expectations.append(.init(line: row.line, member: column.name, cell: cell.text))
      case .exit: exit = try Self.status(cell.text, place)
      }
    }
    return TableCase(
      line: row.line, command: template.command(for: cells), answer: answer, exit: exit,
      expectations: expectations)
  }

  private static func status(_ cell: String, _ place: PagePlace) throws(PageError) -> Int32 {
    guard let status = ExitStatus(cell) else {
      throw place.error("the exit status '\(cell)' is not 0 … 255")
    }
    return status.value
  }
}
