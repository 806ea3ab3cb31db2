// SPDX-License-Identifier: MIT

/// The first thing that is not as a page says.
public struct ExampleFailure: Error, Equatable, Sendable {
  /// The line of the page that is not kept.
  public let line: Int
  /// What was compared.
  public let subject: String
  public let expected: String
  public let got: String
  /// The words of the command after `assay`.
  public let command: [String]
  /// What the command wrote to its standard error.
  public let errors: [UInt8]

  public init(
    line: Int, subject: String, expected: String, got: String, command: [String],
    errors: [UInt8] = []
  ) {
    self.line = line
    self.subject = subject
    self.expected = expected
    self.got = got
    self.command = command
    self.errors = errors
  }
}

extension ExampleFailure: CustomStringConvertible {
  public var description: String {
    var lines = [
      subject, "  expected: \(expected)", "  got:      \(got)",
      "  command:  assay \(command.map(Self.quoted).joined(separator: " "))",
    ]
    if let first = errors.lines.first {
      lines.append("  errors:   \(Printable.text(first))")
    }
    return lines.joined(separator: "\n")
  }

  /// A word as a transcript writes it.
  private static func quoted(_ word: String) -> String {
    let needsNone = word.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_", "=", ".", "/", ":", ",", "+", "@": true
      default: false
      }
    }
    guard word.isEmpty || !needsNone else { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: #"'\''"#) + "'"
  }
}
