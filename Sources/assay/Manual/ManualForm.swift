// SPDX-License-Identifier: MIT

/// The table of verbs for a program that shows or completes it.
struct ManualForm: Sendable {
  let name: String
  let text: @Sendable ([Verb]) -> String

  /// The first is the one without `--as`.
  static let all = [
    ManualForm(name: "man", text: ManPage.text),
    ManualForm(name: "bash", text: BashCompletion.text),
    ManualForm(name: "zsh", text: ZshCompletion.text),
    ManualForm(name: "fish", text: FishCompletion.text),
  ]
}
