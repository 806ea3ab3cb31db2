// SPDX-License-Identifier: MIT

/// The expected lines of an output.
struct OutputPattern {
  let lines: [PatternLine]

  /// The first place where an output is not as expected.
  struct Mismatch: Equatable {
    /// The index of the expected line; behind the last one where more came than expected.
    let pattern: Int
    /// The index of the line of the output; behind the last one where too little came.
    let line: Int
  }

  /// Compares lines; dots give way line by line until the rest fits.
  func mismatch(_ output: [ArraySlice<UInt8>]) -> Mismatch? {
    var (pattern, line) = (0, 0)
    var dots: (pattern: Int, line: Int)?
    var furthest: Mismatch?
    while line < output.count {
      if pattern < lines.count, lines[pattern].pattern.matchesManyLines {
        dots = (pattern + 1, line)
        pattern += 1
      } else if pattern < lines.count, lines[pattern].pattern.matches(output[line]) {
        (pattern, line) = (pattern + 1, line + 1)
      } else {
        furthest = Self.further(furthest, Mismatch(pattern: pattern, line: line))
        guard let again = dots else { return furthest }
        (pattern, line) = (again.pattern, again.line + 1)
        dots = (pattern, line)
      }
    }
    while pattern < lines.count, lines[pattern].pattern.matchesManyLines { pattern += 1 }
    if pattern == lines.count { return nil }
    return Self.further(furthest, Mismatch(pattern: pattern, line: line))
  }

  private static func further(_ old: Mismatch?, _ new: Mismatch) -> Mismatch {
    guard let old, old.pattern >= new.pattern else { return new }
    return old
  }
}
