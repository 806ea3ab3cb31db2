// SPDX-License-Identifier: MIT

internal import Suite

// What judges say of an answer without looking into its token, whatever the system is.
// Each system has its own clauses for it, by the same names.

extension Answer {
  /// How a call ended that gave no token, for people.
  var ending: String {
    let words = [error?.identity, error?.message].compactMap(\.self)
    return ([outcome.rawValue] + words).joined(separator: " ")
  }

  /// Why an answer that is no success is not allowed: in contract none is, a kill never.
  func unserved(by system: String, inContract: Bool) -> Mismatch? {
    if outcome == .crashed, error?.isKill == true {
      return Mismatch(
        "\(system).refusal.reported", field: "outcome", expected: "an answer",
        got: "a killed process")
    }
    guard inContract else { return nil }
    let got = "\(outcome.rawValue) \(error?.identity ?? "")"
    return Mismatch("\(system).served", field: "outcome", expected: "a token", got: got)
  }

  /// The clauses that an allowed answer breaks without being wrong.
  func findings(by system: String, broken: [String], printsTooMuch: Bool) -> [String] {
    var findings = outcome == .ok ? broken : []
    if outcome == .crashed { findings.append("\(system).refusal.reported") }
    if printsTooMuch { findings.append("\(system).no-output") }
    return findings
  }
}

extension Mismatch {
  /// A success without a token.
  static func noToken(_ system: String) -> Mismatch {
    Mismatch("\(system).served", field: "token", expected: "a token", got: "none")
  }
}
