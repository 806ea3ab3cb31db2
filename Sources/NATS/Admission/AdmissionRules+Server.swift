// SPDX-License-Identifier: MIT

extension AdmissionRules {
  /// What nats-server does beyond the documentation, as recorded of 2.9.10 and 2.14.0.
  public static let natsServer: AdmissionRules = {
    var rules = AdmissionRules()
    rules.line.needsBlank = false
    rules.line.needsCRLF = false
    rules.connect.foldsNames = true
    rules.connect.takesLast = true
    rules.connect.ignoresNull = true
    rules.connect.replacesBadText = true
    rules.connect.ignoresUnknown = true
    rules.connect.takesOtherCredentials = true
    rules.connect.takesSecond = true
    rules.connect.deepest = ConnectRules.deepestInUsualLine
    rules.secret.insert(.missingIsEmpty)
    rules.tellsConnectErrors = false
    return rules
  }()
}
