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
    guard answer.outcome == .ok else {
      return answer.unserved(by: "agora", inContract: inContract)
    }
    guard let faithfulness = LegacyFaithfulness(question: question, isStrict: inContract) else {
      return Mismatch(
        "agora.legacy.service", field: "entry", expected: "a known function", got: "a key")
    }
    return faithfulness.mismatch(of: answer.token)
  }

  func findings(
    about answer: Answer, to question: Question, broken: [String], recovered: LegacyDrawn?
  ) -> [String] {
    let output = answer.printed?["output"] ?? ""
    return answer.findings(by: "agora", broken: broken, printsTooMuch: output != "")
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
