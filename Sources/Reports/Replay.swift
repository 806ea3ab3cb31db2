// SPDX-License-Identifier: MIT

/// How one row is judged again: the command that a reader of a report may copy.
public struct Replay: Sendable {
  private let verb: String
  private let operands: [String]

  /// Judges recordings; without a path, the shipped ones.
  public init(recordings paths: [String] = []) {
    (verb, operands) = ("verify", paths)
  }

  /// Asks a port; without a command, one that the reader has to name.
  public init(port command: [String]) {
    (verb, operands) = ("run", ["--"] + (command.isEmpty ? ["PORT"] : command))
  }

  func command(for id: String) -> String {
    (["assay", verb, "--only", Shell.quoted(id)] + operands.map(Shell.word))
      .joined(separator: " ")
  }
}
