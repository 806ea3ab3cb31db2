// SPDX-License-Identifier: MIT

/// The manual page, for `man` and `mandoc`.
enum ManPage {
  static func text(_ verbs: [Verb]) -> String {
    """
    .TH ASSAY 1 "" "assay \(Assay.version)" "User Commands"
    .SH NAME
    assay \\- a conformance suite and reference for service access tokens
    .SH SYNOPSIS
    .B assay
    .I VERB
    [OPTIONS] [OPERANDS]
    .SH VERBS
    \(verbs.map(section).joined())\
    .SH ENVIRONMENT
    \(Variables.all.map { entry(".B", $0.name, $0.words) }.joined())\
    .SH EXIT STATUS
    \(ExitStatus.all.enumerated().map { entry(".B", "\($0)", $1) }.joined())
    """
  }

  private static func section(_ verb: Verb) -> String {
    """
    .SS assay \(escaped(verb.name)) [OPTIONS] \(escaped(verb.operands))
    \(line(verb.words))\
    \(verb.allFlags.map(option).joined())\
    .PP
    .nf
    \(verb.examples.map { line("$ \($0)") }.joined())\
    .fi

    """
  }

  private static func option(_ flag: Flag) -> String {
    guard let value = flag.value else { return entry(".B", flag.name, flag.words) }
    return entry(".BI", "\"\(flag.name) \" \(value)", flag.words)
  }

  private static func entry(_ font: String, _ name: String, _ words: String) -> String {
    ".TP\n\(font) \(escaped(name))\n\(line(words))"
  }

  /// A line of text, which a dot or a quote at its beginning would make a request.
  private static func line(_ text: String) -> String {
    (text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" : "") + escaped(text) + "\n"
  }

  private static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "\\": "\\e"
      case "-": "\\-"
      case "'": "\\(aq"
      case "`": "\\(ga"
      default: String(character)
      }
    }.joined()
  }
}
