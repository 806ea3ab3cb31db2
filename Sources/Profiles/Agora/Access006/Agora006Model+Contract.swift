// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

extension Agora006Model {
  func brokenClauses(of question: Question) -> [String] {
    guard let input = try? question.calls006(reference.building) else {
      return ["agora.calls.documented"]
    }
    var broken = AgoraContract.appID(input["app_id"])
    broken += AgoraContract.certificate(input["app_certificate"])
    broken += AgoraContract.channel(input["channel_name"])
    broken += AgoraContract.user(input["uid"])
    broken += AgoraContract.optionalNumber(input["salt"], "agora.salt.range")
    broken += AgoraContract.optionalNumber(input["ts"], "agora.ts.range")
    for step in input["steps"]?.array ?? [] {
      broken += brokenClauses(of: step).filter { !broken.contains($0) }
    }
    return broken
  }

  private func brokenClauses(of step: JSONValue) -> [String] {
    switch step["op"]?.string {
    case "setPrivilege":
      AgoraContract.number(step["privilege"], "agora.privilege.range", bits: 16)
        + AgoraContract.number(step["expire"], "agora.expire.range")
    case "removePrivilege":
      AgoraContract.number(step["privilege"], "agora.privilege.range", bits: 16)
    case "initPrivileges":
      step["role"]?.string.flatMap(AgoraRole.init) == nil ? ["agora.role.named"] : []
    case "setSaltTs":
      AgoraContract.number(step["salt"], "agora.salt.range")
        + AgoraContract.number(step["ts"], "agora.ts.range")
    case "initTokenBuilder": isSound(step["token"]) ? [] : ["agora.token.sound"]
    case "newDefaultBuilder": ["agora.certificate.hex"]
    case "newBuilder", "buildToken": []
    default: ["agora.calls.documented"]
    }
  }

  private func isSound(_ value: JSONValue?) -> Bool {
    guard let token = value?.text else { return false }
    return (try? Access006(reading: token.bytes.span)) != nil
  }

  // MARK: - What is allowed

  func mismatch(of answer: Answer, to question: Question, inContract: Bool) -> Mismatch? {
    guard answer.outcome == .ok else {
      return answer.unserved(by: "agora", inContract: inContract)
    }
    return Faithfulness006(question: question).mismatch(of: answer.token)
  }

  func findings(
    about answer: Answer, to question: Question, broken: [String], recovered: AgoraDrawn?
  ) -> [String] {
    answer.findings(by: "agora", broken: broken, printsTooMuch: answer.printed != nil)
  }
}
