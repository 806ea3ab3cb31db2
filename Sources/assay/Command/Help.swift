// SPDX-License-Identifier: MIT

/// What `--help` says; every text comes from the table of verbs.
enum Help {
  private static let width = 79

  static var overview: String {
    let verbs = Verbs.all.map { row($0.name, $0.summary, column: 12) }.joined()
    return """
      assay: a conformance suite and reference for service access tokens

      usage: assay VERB [OPTIONS] [OPERANDS]

      \(verbs)
      \(wrapped("exit status: \(ExitStatus.summary)", indent: 0))
      'assay VERB --help' tells more. For example:

        $ assay verify
        $ assay inspect 04AAAA...

      """
  }

  static func text(for name: String?) throws -> String {
    try name.map { text(for: try Verbs.verb(named: $0)) } ?? overview
  }

  static func text(for verb: Verb) -> String {
    let operands = verb.operands.isEmpty ? "" : " \(verb.operands)"
    let flags = verb.allFlags.map { flag in
      row(
        [flag.name, flag.value].compactMap(\.self).joined(separator: " "), flag.words, column: 24)
    }
    let examples = verb.examples.map { "  $ \($0)\n" }.joined()
    return """
      usage: \(wrapped("assay \(verb.name) [OPTIONS]\(operands)", indent: 7))
      \(wrapped(verb.words, indent: 0))
      \(flags.joined())
      for example:

      \(examples)
      """
  }

  private static func row(_ name: String, _ words: String, column: Int) -> String {
    let gap = String(repeating: " ", count: max(1, column - name.count))
    return "  \(name)\(gap)" + wrapped(words, indent: column + 2)
  }

  /// Words in lines that fit the width; the first line is already indented.
  private static func wrapped(_ words: String, indent: Int) -> String {
    var lines: [String] = []
    var line = ""
    for word in words.split(separator: " ") {
      if !line.isEmpty, indent + line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    lines.append(line)
    let margin = String(repeating: " ", count: indent)
    return lines.joined(separator: "\n\(margin)") + "\n"
  }
}
