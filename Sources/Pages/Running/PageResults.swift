// SPDX-License-Identifier: MIT

/// The results of a run, for every form of report.
public struct PageResults: Equatable, Sendable {
  public let examples: [ExampleResult]

  public init(_ examples: [ExampleResult]) {
    self.examples = examples
  }

  public var failed: Int { examples.count { $0.verdict == .failed } }

  public var passed: Int { examples.count - failed }

  /// A page without examples cannot be read, so that nothing run is no success.
  public var isClean: Bool { failed == 0 && !examples.isEmpty }

  /// Each failure with its reason, on request each pass, and a last line with the numbers.
  public func text(listingPasses: Bool = false) -> String {
    var lines: [String] = []
    for example in examples {
      let place = "\(example.file):\(example.line) \(example.id)"
      if example.verdict == .failed {
        lines += ["FAIL \(place)"] + Self.indented(example.detail)
      } else if listingPasses {
        lines.append("PASS \(place)")
      }
    }
    lines.append("\(examples.count) examples: \(passed) passed, \(failed) failed")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func indented(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
  }
}
