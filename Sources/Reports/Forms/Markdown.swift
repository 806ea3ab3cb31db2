// SPDX-License-Identifier: MIT

internal import Bytes

/// Writes GitHub's Markdown.
enum Markdown {
  /// Text that means nothing but itself, on one line.
  static func escaped(_ text: String) -> String {
    text.printable.reduce(into: "") { escaped, character in
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case "@": escaped += "&#64;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "!": escaped += "\\\(character)"
      default: escaped.append(character)
      }
    }
  }

  /// A code span that may stand in a table.
  static func code(_ text: String) -> String {
    guard !text.isEmpty else { return "" }
    let text = text.printable
    let cell = String(text.map { $0 == "`" ? "'" : $0 })
    return
      "`\(cell.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|"))`"
  }

  /// A table whose cells are Markdown; the columns after the text columns hold numbers.
  static func table(_ head: [String], _ rows: [[String]], textColumns: Int? = nil) -> [String] {
    let texts = textColumns ?? head.count
    let rule = head.indices.map { $0 < texts ? "---" : "--:" }
    return ([head, rule] + rows).map { "| \($0.joined(separator: " | ")) |" }
  }
}
