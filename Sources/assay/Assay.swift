// SPDX-License-Identifier: MIT

internal import Files

/// The command: everything that it can do stands in ``Verbs/all``.
@main
enum Assay {
  static let version = "0.1.0"

  /// Not `async`: the main thread of an asynchronous program is unwound before the first task runs,
  /// and in a static executable that takes longer than everything else at the start.
  static func main() {
    Task.detached {
      Machine.exit(await CommandLineRun(Array(CommandLine.arguments.dropFirst())).status())
    }
    Machine.rest()
  }
}
