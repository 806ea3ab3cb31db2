// SPDX-License-Identifier: MIT

internal import Suite

/// What came of judging: the results, and what was wrong with the file beside its answers.
struct JudgementOutcome {
  let results: Results
  /// How a port broke the protocol.
  var faults: [String] = []
  var strayLines = 0

  var exitStatus: Int32 {
    (faults.isEmpty ? results.exitCode : Results.ExitCode.portFault).rawValue
  }

  /// Says what is no part of a report.
  func complain() throws {
    var lines = results.errors.map { "\($0)" } + Complaint.ofProtocol(faults)
    if strayLines > 0 { lines.append("\(strayLines) lines of the port are no messages") }
    try Complaint.say(lines)
  }
}
