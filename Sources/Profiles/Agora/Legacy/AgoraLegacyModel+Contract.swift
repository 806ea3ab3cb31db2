// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

extension AgoraLegacyModel {
  func brokenClauses(of question: Question) -> [String] {
    guard let call = LegacyCall(question) else { return ["agora.legacy.service"] }
    return call.entry.arguments.flatMap { AgoraContract.argument($0, call[$0]) }
  }

  func mismatch(of answer: Answer, to question: Question, inContract: Bool) -> Mismatch? {
    switch answer.outcome {
    case .ok:
      return LegacyFaithfulness(question: question, isStrict: inContract)?
        .mismatch(of: answer.token)
        ?? (LegacyCall(question) == nil
          ? Mismatch(
            "agora.legacy.service", field: "entry", expected: "a known function", got: "a key")
          : nil)
    case .crashed where answer.error?.isKill == true:
      return Mismatch(
        "agora.refusal.reported", field: "outcome", expected: "an answer", got: "a killed process")
    default:
      guard inContract else { return nil }
      let got = "\(answer.outcome.rawValue) \(answer.error?.identity ?? "")"
      return Mismatch("agora.served", field: "outcome", expected: "a token", got: got)
    }
  }

  func findings(
    about answer: Answer, to question: Question, broken: [String], recovered: LegacyDrawn?
  ) -> [String] {
    var findings = answer.outcome == .ok ? broken : []
    if answer.outcome == .crashed { findings.append("agora.refusal.reported") }
    if let output = answer.printed?["output"], output != "" {
      findings.append("agora.no-output")
    }
    return findings
  }
}

extension AgoraContract {
  /// The clauses that an argument of a legacy key breaks.
  static func argument(_ argument: LegacyArgument, _ value: JSONValue) -> [String] {
    switch argument {
    case .appID: appID(value)
    case .certificate: certificate(value)
    case .channel: channel(value)
    case .account: value.text?.quality == .utf8 ? [] : ["agora.account.text"]
    case .permission:
      value.string.flatMap(LegacyPermission.init(rawValue:)) == nil
        ? ["agora.legacy.permission.value"] : []
    case .ts: number(value, "agora.ts.range")
    case .random: number(value, "agora.salt.range")
    case .uid: number(value, "agora.uid.range")
    case .expire: number(value, "agora.expire.range")
    }
  }
}
