// SPDX-License-Identifier: MIT

/// Compares printed lines with expected ones; `...` stands for what may vary.
enum Transcript {
  /// The first place that does not fit, or nothing.
  static func difference(expected: [String], got: [String]) -> String? {
    var (index, line) = (0, 0)
    while index < expected.count {
      guard expected[index] != "..." else {
        guard index + 1 < expected.count else { return nil }
        let next = got[line...].firstIndex { fits($0, expected[index + 1]) }
        guard let next else { return "no line fits '\(expected[index + 1])'" }
        (index, line) = (index + 1, next)
        continue
      }
      guard line < got.count else { return "'\(expected[index])' is missing" }
      guard fits(got[line], expected[index]) else {
        return "line \(line + 1): expected '\(expected[index])', got '\(got[line])'"
      }
      (index, line) = (index + 1, line + 1)
    }
    return line == got.count ? nil : "line \(line + 1) is too much: '\(got[line])'"
  }

  /// Whether a line fits one in which `...` stands for any text.
  static func fits(_ line: String, _ pattern: String) -> Bool {
    let parts = pattern.split(separator: "...", omittingEmptySubsequences: false)
    guard let first = parts.first, line.hasPrefix(first) else { return false }
    guard parts.count > 1, let last = parts.last else { return line == pattern }
    var rest = line.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.hasSuffix(last)
  }
}
