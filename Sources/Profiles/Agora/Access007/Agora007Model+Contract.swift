// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

extension Agora007Model {
  func brokenClauses(of question: Question) -> [String] {
    let broken =
      switch question.op {
      case "reopen": reopening(question.input)
      case "build": building(question.input)
      default: minting(question.input)
      }
    var seen: Set<String> = []
    return broken.filter { seen.insert($0).inserted }
  }

  private func minting(_ input: JSONObject) -> [String] {
    var broken = AgoraContract.appID(input["app_id"])
    broken += AgoraContract.certificate(input["app_certificate"])
    broken += AgoraContract.optionalNumber(input["salt"], "agora.salt.range")
    broken += AgoraContract.optionalNumber(input["issue_ts"], "agora.issue-ts.range")
    broken += AgoraContract.number(input["expire"], "agora.expire.range")
    let services = input["services"]?.array ?? []
    if services.isEmpty { broken.append("agora.service.present") }
    for value in services {
      guard let service = Service007Call(value) else { return broken + ["agora.service.fields"] }
      broken += service.fields.flatMap(brokenClauses)
      for pair in value["privileges"]?.array ?? [] {
        broken += AgoraContract.number(pair.array?.first, "agora.privilege.range", bits: 16)
        broken += AgoraContract.number(pair.array?.last, "agora.expire.range")
      }
    }
    return broken
  }

  private func brokenClauses(of field: Service007Call.Field) -> [String] {
    switch field {
    case .channel(let value): AgoraContract.channel(value)
    case .uid(let value), .account(let value):
      AgoraContract.user(
        value, absent: "agora.service.fields", broken: "agora.service.fields")
    case .name(let value): isName(value) ? [] : ["agora.service.fields"]
    case .bytes: []
    case .role(let value):
      value.int.flatMap(Int16.init(exactly:)) == nil ? ["agora.apaas.role.range"] : []
    case .permissions(let permissions):
      permissions.allSatisfy(isPermission) ? [] : ["agora.rtm2.permission.range"]
    }
  }

  private func isName(_ value: JSONValue) -> Bool {
    value.text.map { $0.quality == .utf8 && $0.bytes.count <= UInt16.max } ?? false
  }

  private func isPermission(_ permission: Service007Call.Permission) -> Bool {
    AgoraContract.number(permission.resource, "", bits: 16).isEmpty
      && AgoraContract.number(permission.id, "", bits: 16).isEmpty
      && permission.names.allSatisfy(isName)
  }

  private func reopening(_ input: JSONObject) -> [String] {
    let isSound =
      input["parse"]?.text.map { (try? Access007(reading: $0.bytes.span)) != nil } ?? false
    return AgoraContract.certificate(input["app_certificate"])
      + (isSound ? [] : ["agora.token.sound"])
  }

  private func building(_ input: JSONObject) -> [String] {
    let arguments = input["args"]?.array ?? []
    let call = BuilderCall007(
      rules: reference.building, arguments: Array(arguments.dropFirst(2)))
    let entry = String((input["entry"]?.string ?? "").dropFirst(4))
    guard let built = BuilderCall007.functions[entry]?(call) else {
      return ["agora.service.present"]
    }
    return AgoraContract.appID(arguments.first)
      + AgoraContract.certificate(arguments.dropFirst().first)
      + AgoraContract.number(built.expire, "agora.expire.range")
      + built.services.flatMap { $0.fields.flatMap(brokenClauses) }
      + built.services.flatMap { $0.privileges.arranged(.insertion) }
      .flatMap { AgoraContract.number($0.expire, "agora.expire.range") }
  }

  // MARK: - What is allowed

  func mismatch(of answer: Answer, to question: Question, inContract: Bool) -> Mismatch? {
    guard answer.outcome == .ok else {
      return answer.unserved(by: "agora", inContract: inContract)
    }
    return Faithfulness007(question: question).mismatch(of: answer.token)
  }

  func findings(
    about answer: Answer, to question: Question, broken: [String], recovered: AgoraDrawn?
  ) -> [String] {
    answer.findings(by: "agora", broken: broken, printsTooMuch: answer.printed != nil)
  }
}
