// SPDX-License-Identifier: MIT

extension Collection<UInt8> {
  /// The lines without their ends; a last line without an end counts too.
  var lines: [SubSequence] {
    var lines = split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}

extension UInt8 {
  /// A blank, a tab or a line feed.
  var isBlank: Bool { [9, 10, 32].contains(self) }
}

extension String {
  /// The bytes of each line.
  var utf8Lines: [[UInt8]] { utf8.lines.map(Array.init) }

  /// Whether it is the same text byte for byte, which `==` does not ask.
  func isIdentical(to other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
