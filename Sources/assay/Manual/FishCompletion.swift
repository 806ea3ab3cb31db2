// SPDX-License-Identifier: MIT

/// Completion for fish: verbs with their words, then options with theirs.
enum FishCompletion {
  static func text(_ verbs: [Verb]) -> String {
    """
    # fish completion for assay
    complete -c assay -f
    complete -c assay -n 'not __fish_use_subcommand' -F

    """ + verbs.map(lines).joined()
  }

  private static func lines(_ verb: Verb) -> String {
    "complete -c assay -n __fish_use_subcommand -a \(verb.name) -d \(quoted(verb.summary))\n"
      + verb.allFlags.map { option($0, of: verb) }.joined()
  }

  private static func option(_ flag: Flag, of verb: Verb) -> String {
    "complete -c assay -n '__fish_seen_subcommand_from \(verb.name)' -l \(flag.name.dropFirst(2))"
      + value(flag) + " -d \(quoted(flag.words))\n"
  }

  private static func value(_ flag: Flag) -> String {
    guard flag.value != nil else { return "" }
    return switch flag.completion {
    case .files: " -r -F"
    case .folders: " -x -a '(__fish_complete_directories)'"
    case .nothing: " -x"
    }
  }

  private static func quoted(_ text: String) -> String {
    "'\(text.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))'"
  }
}
