// SPDX-License-Identifier: MIT

/// Completion for zsh: verbs with their words, then options with theirs.
enum ZshCompletion {
  static func text(_ verbs: [Verb]) -> String {
    """
    #compdef assay
    _assay() {
      local -a verbs
      verbs=(
    \(verbs.map { "    \(quoted("\($0.name):\($0.summary)"))\n" }.joined())\
      )
      if (( CURRENT == 2 )); then
        _describe -t verbs verb verbs
        return
      fi
      shift words
      (( CURRENT-- ))
      case $words[1] in
    \(verbs.map(arm).joined())\
      esac
    }
    if [ "$funcstack[1]" = _assay ]; then
      _assay "$@"
    else
      compdef _assay assay
    fi

    """
  }

  private static func arm(_ verb: Verb) -> String {
    let options = verb.allFlags.map { "        \(quoted(option($0))) \\\n" }.joined()
    return "    \(verb.name))\n      _arguments \\\n\(options)        '*:operand:_files' ;;\n"
  }

  private static func option(_ flag: Flag) -> String {
    let words = flag.words.replacing("[", with: "\\[").replacing("]", with: "\\]")
    guard let value = flag.value else { return "\(flag.name)[\(words)]" }
    return "*\(flag.name)=[\(words)]:\(value):\(action(flag.completion))"
  }

  private static func action(_ completion: Flag.Completion) -> String {
    switch completion {
    case .files: "_files"
    case .folders: "_files -/"
    case .nothing: " "
    }
  }

  private static func quoted(_ text: String) -> String {
    "'\(text.replacing("'", with: "'\\''"))'"
  }
}
