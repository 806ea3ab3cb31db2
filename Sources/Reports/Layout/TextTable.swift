// SPDX-License-Identifier: MIT

internal import Bytes

/// Rows of cells whose columns line up on a terminal.
struct TextTable {
  struct Cell {
    let text: String
    var ink: Ink?

    init(_ text: String, _ ink: Ink? = nil) {
      self.text = text.printable
      self.ink = ink
    }
  }

  enum Alignment {
    case left
    case right
  }

  let alignments: [Alignment]
  /// A row with one cell is a title; it spans the table.
  var rows: [[Cell]] = []

  init(_ alignments: [Alignment]) {
    self.alignments = alignments
  }

  func lines(_ palette: Palette) -> [String] {
    let widths = self.widths
    return rows.map { row in
      guard row.count > 1 else { return row.map { palette.paint($0.text, $0.ink) }.joined() }
      return Self.line(row, widths: widths, alignments: alignments, palette)
    }
  }

  /// One row; without alignments all cells stand at the left.
  static func line(
    _ row: [Cell], widths: [Int], alignments: [Alignment] = [], _ palette: Palette
  ) -> String {
    let cells = zip(row, widths).enumerated().map { column, pair in
      let (cell, width) = pair
      let blanks = String(repeating: " ", count: max(0, width - cell.text.displayWidth))
      let text = palette.paint(cell.text, cell.ink)
      let isRight = alignments.indices.contains(column) && alignments[column] == .right
      return isRight ? blanks + text : text + blanks
    }
    return cells.joined(separator: "  ").withoutTrailingBlanks
  }

  private var widths: [Int] {
    alignments.indices.map { column in
      rows.filter { $0.count > 1 && $0.indices.contains(column) }
        .map { $0[column].text.displayWidth }.max() ?? 0
    }
  }
}

extension String {
  /// The text with blanks after it, up to a width on the terminal.
  func filled(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - displayWidth))
  }

  var withoutTrailingBlanks: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
