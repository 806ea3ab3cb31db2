// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

/// What the judge knows of AccessToken 007.
struct Agora007Model: FormatModel {
  let format = "agora-007"
  let reference = Agora007Rules()
  let deviations = Agora007Deviations.table
  let profiles = Agora007Profiles.all

  /// How long a call may take, from the question to the token.
  private static let patience: Int64 = 120

  func recover(
    from answer: Answer, to question: Question, by rules: Agora007Rules
  ) -> AgoraDrawn? {
    guard let token = answer.token, let access = try? Access007(reading: token.bytes.span) else {
      return AgoraDrawn()
    }
    return AgoraDrawn(salt: Int64(access.info.salt), ts: Int64(access.info.issueTs))
  }

  func plan(
    _ question: Question, by rules: Agora007Rules, with drawn: AgoraDrawn
  ) -> Agora007Plan {
    var builder = Builder007(question, rules, drawn)
    return builder.run()
  }

  /// Whether rules differ at all: there are no steps that could be kept.
  func parts(of rules: Agora007Rules, unlike other: Agora007Rules) -> Bool { rules != other }

  func revise(
    _ plan: Agora007Plan, of question: Question, by rules: Agora007Rules,
    with drawn: AgoraDrawn, in changed: Bool
  ) -> Agora007Plan? {
    guard changed else { return nil }
    let revised = self.plan(question, by: rules, with: drawn)
    return revised == plan ? nil : revised
  }

  func answer(_ plan: Agora007Plan) -> Answer {
    var more = JSONObject()
    if !plan.returned.isEmpty {
      more.append("returns", .array(plan.returned.map(\.recorded)))
    }
    let token = plan.frame?.envelope.flatMap { try? $0.token }
    return Answer(plan.outcome, token: token.map { Text($0) }, error: plan.error, more: more)
  }

  func isDrawn(_ behaviour: String) -> Bool { Agora007Deviations.randomness.contains(behaviour) }

  func describe(_ drawn: AgoraDrawn) -> [(name: String, value: String)] {
    [("salt", drawn.salt), ("issue_ts", drawn.ts)].compactMap { name, value in
      value.map { (name, String($0)) }
    }
  }

  // MARK: - Agreement

  func agreement(
    of plan: Agora007Plan, with answer: Answer, to question: Question, by rules: Agora007Rules
  ) -> Agreement {
    guard plan.outcome == answer.outcome else { return .none }
    guard plan.outcome.isAnswer else { return .bytes }
    guard plan.error?.identity == answer.error?.identity, returns(plan, answer, by: rules) else {
      return .none
    }
    guard let frame = plan.frame else { return answer.token == nil ? .bytes : .none }
    guard let token = answer.token, !plan.isDrawn || isPlausible(frame, question, by: rules) else {
      return .none
    }
    return agreement(of: frame, with: token.bytes, by: rules)
  }

  private func agreement(
    of frame: Frame007, with token: [UInt8], by rules: Agora007Rules
  ) -> Agreement {
    guard let envelope = frame.envelope else { return .none }
    if (try? envelope.token) == token { return .bytes }
    guard let content = try? Envelope007.content(of: token.span) else { return .none }
    if (try? envelope.content) == content { return .meaning }
    return rules.order == nil && frame.says(token) ? .meaning : .none
  }

  private func returns(_ plan: Agora007Plan, _ answer: Answer, by rules: Agora007Rules) -> Bool {
    guard rules.reading.answer != .free else { return true }
    let recorded = answer.more["returns"]?.array?.compactMap(ReturnedCall.init) ?? []
    return plan.returned.elementsEqual(recorded, by: Self.agree)
  }

  /// Whether two calls gave the same back; tokens may be compressed in another way.
  private static func agree(_ left: ReturnedCall, _ right: ReturnedCall) -> Bool {
    guard left != right else { return true }
    guard case .value(.string(let left)) = left, case .value(.string(let right)) = right,
      let content = try? Envelope007.content(of: left.bytes.span)
    else { return false }
    return content == (try? Envelope007.content(of: right.bytes.span))
  }

  /// Whether what was drawn is in the range of the implementation.
  private func isPlausible(
    _ frame: Frame007, _ question: Question, by rules: Agora007Rules
  ) -> Bool {
    let late = question.at.map { abs(Int64(frame.issueTs) - $0) <= Self.patience } ?? true
    return rules.salt.contains(Int64(frame.salt)) && (question.input["issue_ts"] != nil || late)
  }

  // MARK: - For people

  func view(of answer: Answer, to question: Question) -> String {
    guard let token = answer.token else {
      let words = [answer.error?.identity, answer.error?.message].compactMap(\.self)
      return ([answer.outcome.rawValue] + words).joined(separator: " ")
    }
    guard let info = (try? Access007(reading: token.bytes.span))?.info else {
      return "a token that does not decode"
    }
    let salt = question.input["salt"]?.isNumber == true ? "\(info.salt)" : "S"
    let issueTs = question.input["issue_ts"]?.isNumber == true ? "\(info.issueTs)" : "T"
    let services = info.services.map(Self.shown).joined(separator: "; ")
    return "app \(info.appID) issued \(issueTs) expire \(info.expire) salt \(salt): \(services)"
  }

  static func shown(_ service: Service007) -> String {
    let privileges = service.privileges.map { "\($0.id):\($0.expire)" }.joined(separator: " ")
    let place = service.channel.map { " channel '\($0)'" } ?? ""
    let user = service.user.map { " user '\($0)'" } ?? ""
    return "\(service.kind)\(place)\(user)\(more(service.body)) privileges \(privileges)"
  }

  private static func more(_ body: Service007.Body) -> String {
    switch body {
    case .apaas(let room, _, let role): " room '\(room)' role \(role)"
    case .rtm2(_, let resources):
      resources.map { resource in
        let permissions = resource.permissions.map { permission in
          "\(permission.id): " + permission.names.map(\.display).joined(separator: ", ")
        }
        return " resource \(resource.type) (\(permissions.joined(separator: "; ")))"
      }.joined()
    default: ""
    }
  }
}
