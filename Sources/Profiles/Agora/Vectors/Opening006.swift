// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

/// What an opener of AccessToken 006 is asked.
struct Opening006 {
  var token: Text
  var certificate: Text
  var channel: Text
  var user: AgoraUser
  var now: Int64?
  var wishes: Access006.Expectation

  /// A second that stands for the clock of whoever opens.
  private static let present: Int64 = 1_800_000_000

  init(_ question: VectorQuestion) {
    let input = question.input
    token = input["token"]?.text ?? ""
    certificate = input["app_certificate"]?.text ?? ""
    channel = input["channel_name"]?.text ?? ""
    user = AgoraUser(named: input["uid"]) ?? .uid(0)
    now = question.now == .ownClock ? Self.present : question.second
    wishes = Access006.Expectation(
      appID: input["app_id"]?.text,
      privileges: (input["privileges"]?.array ?? []).compactMap { value in
        value.int.flatMap { UInt16(exactly: $0) }
      })
  }

  /// What the token holds, where it can be read.
  var content: Access006? { try? Access006(reading: token.bytes.span) }

  func opened(_ checks: Checks = .all) throws(Refusal) -> Access006 {
    try Access006(
      opening: token.bytes.span,
      certificate: try AgoraCertificate(certificate, checks: checks), channel: channel,
      user: user, now: now, expecting: wishes, checks: checks)
  }
}

extension AgoraUser {
  /// A user as a caller states one: a number, or an account.
  init?(named value: JSONValue?) {
    switch value {
    case .string(let account): self = .account(account)
    case .integer(let lexeme):
      guard let uid = UInt32(lexeme) else { return nil }
      self = .uid(uid)
    default: return nil
    }
  }
}

extension Access006 {
  /// What it holds, the privileges in one order.
  var claims: JSONObject {
    Access006(appID: appID, salt: salt, ts: ts, privileges: privileges.inOneOrder).members
  }
}
