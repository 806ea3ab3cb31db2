// SPDX-License-Identifier: MIT

internal import Files
internal import JSON
internal import Ports
internal import Profiles
internal import Suite

extension Flag {
  static let checkAdapter = Flag(
    "--check-adapter", nil, "say what the adapter does wrong, whatever the port answers")
}

/// Checks an adapter in place of judging its port.
enum AdapterRun {
  static func run(_ invocation: Invocation, _ library: Library) async throws -> Int32 {
    let others = invocation.verb.flags.filter { flag in
      invocation.has(flag) && !fitting.contains { $0.name == flag.name }
    }
    if let other = others.first {
      throw UsageError(
        "'\(other.name)' does not go with '--check-adapter'",
        hint: other.name == Flag.oneShot.name
          ? "a port of one shot has no conversation; run it with '--one-shot' alone"
          : "what does: \(fitting.map(\.name).joined(separator: " "))")
    }
    let form = try invocation.choice(.form, of: ["text", "json"])
    let setup = try await PortSetup(invocation, library)
    let command = try invocation.operands(1...Int.max)
    let output = try invocation.output()
    let report = AdapterExaminer.examine(
      command, limits: setup.limits, examination: setup.examination, models: Formats.vectors)
    try output.write(form == "json" ? report.json.line : Array(AdapterText(report).text.utf8))
    return report.holds ? 0 : Results.ExitCode.portFault.rawValue
  }

  private static let fitting: [Flag] = [
    .checkAdapter, .form, .output, .type, .questionTime, .runTime, .nameSeed,
  ]
}
