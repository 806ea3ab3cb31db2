// SPDX-License-Identifier: MIT

/// Completion for bash: verbs, then options, and files where a file can stand.
enum BashCompletion {
  static func text(_ verbs: [Verb]) -> String {
    """
    # bash completion for assay
    _assay() {
      local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} known
      COMPREPLY=()
      if [ "$COMP_CWORD" -eq 1 ]; then
        mapfile -t COMPREPLY < <(compgen -W '\(words(verbs.map(\.name) + Verbs.general))' -- "$word")
        return
      fi
      case "${COMP_WORDS[1]} $before" in
    \(arm(verbs, .files, "compopt -o default; return"))\
    \(arm(verbs, .folders, "compopt -o dirnames; return"))\
    \(arm(verbs, .nothing, "return"))\
      esac
      case $word in
        -*) ;;
        *) compopt -o default; return ;;
      esac
      case ${COMP_WORDS[1]} in
    \(verbs.map(options).joined())\
      esac
      mapfile -t COMPREPLY < <(compgen -W "$known" -- "$word")
    }
    complete -F _assay assay

    """
  }

  private static func words(_ names: [String]) -> String { names.joined(separator: " ") }

  private static func options(_ verb: Verb) -> String {
    "    \(verb.name)) known='\(words(verb.allFlags.map(\.name)))' ;;\n"
  }

  /// What happens behind the options whose value is of a kind.
  private static func arm(
    _ verbs: [Verb], _ completion: Flag.Completion, _ action: String
  ) -> String {
    let patterns = verbs.flatMap { verb in
      verb.allFlags.filter { $0.value != nil && $0.completion == completion }
        .map { "'\(verb.name) \($0.name)'" }
    }
    return patterns.isEmpty
      ? "" : "    \(patterns.joined(separator: " | \\\n    "))) \(action) ;;\n"
  }
}
