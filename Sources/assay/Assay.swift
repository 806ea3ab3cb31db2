// SPDX-License-Identifier: MIT

internal import Files

/// The command: everything that it can do stands in ``Verbs/all``.
@main
enum Assay {
  static let version = "0.1.0"

  static func main() async {
    Machine.exit(await CommandLineRun(Array(CommandLine.arguments.dropFirst())).status())
  }
}
