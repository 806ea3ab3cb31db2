// SPDX-License-Identifier: MIT

extension Unicode.Scalar {
  /// How many columns of a terminal the scalar takes.
  var displayWidth: Int {
    if value < 0x300 { return 1 }
    if Self.joins(self) { return 0 }
    return Self.wide.contains { $0.contains(value) } ? 2 : 1
  }

  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: false
    }
  }

  /// The ranges of East Asian Width W and F, with the emoji.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
    0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
}

extension String {
  /// How many columns of a terminal the text takes.
  var displayWidth: Int { unicodeScalars.reduce(0) { $0 + $1.displayWidth } }

  /// The text cut to a width, with an ellipsis where something is missing.
  func shortened(to width: Int) -> String {
    guard displayWidth > width else { return self }
    var (text, used) = ("", 0)
    for character in self {
      used += String(character).displayWidth
      if used > width - 1 { break }
      text.append(character)
    }
    return text + "…"
  }

  /// The words in lines of a width at most; a longer word stays whole.
  func wrapped(to width: Int, by separator: Character = " ") -> [String] {
    var lines: [String] = []
    for word in split(separator: separator) {
      if let last = lines.last, last.displayWidth + 1 + String(word).displayWidth <= width {
        lines[lines.count - 1] = "\(last)\(separator)\(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
