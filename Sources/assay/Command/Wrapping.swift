// SPDX-License-Identifier: MIT

extension String {
  /// The most lines of a text that are shown.
  private static let mostLines = 12

  /// The text in lines that fit a width, broken between words; a word that is longer is cut.
  func wrapped(to width: Int) -> [String] {
    guard contains(where: \.isNewline) || count > width else { return [self] }
    var lines: [String] = []
    for word in split(whereSeparator: \.isWhitespace) {
      let piece = word.count <= width ? String(word) : word.prefix(width - 3) + "…"
      if let last = lines.last, last.count + 1 + piece.count <= width {
        lines[lines.count - 1] = "\(last) \(piece)"
      } else if lines.count == Self.mostLines {
        return lines + ["…"]
      } else {
        lines.append(piece)
      }
    }
    return lines.isEmpty ? [""] : lines
  }
}
