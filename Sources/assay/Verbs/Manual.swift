// SPDX-License-Identifier: MIT

internal import Files

extension Verbs {
  static let manual = Verb(
    name: "manual", operands: "",
    words: "Write the manual page, or what a shell completes verbs and options with. It comes from"
      + " the table that parses them.",
    flags: [.manualForm, .output],
    examples: [
      "assay manual | man -l -", "source <(assay manual --as bash)",
      "assay manual --as fish --output ~/.config/fish/completions/assay.fish",
    ],
    run: ManualRun.run)
}

extension Flag {
  static let manualForm = Flag(
    "--as", "FORM", "one of \(ManualForm.all.map(\.name).joined(separator: " ")) (man)")
}

/// Writes the table of verbs in one form.
private enum ManualRun {
  static func run(_ invocation: Invocation) async throws -> Int32 {
    _ = try invocation.operands(0...0)
    let name = try invocation.choice(.manualForm, of: ManualForm.all.map(\.name))
    let output = try invocation.output()
    for form in ManualForm.all where form.name == name { try output.write(form.text(Verbs.all)) }
    return 0
  }
}
