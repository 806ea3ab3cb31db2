// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

/// What an opener is asked, and what the reference answers.
struct Opening007 {
  let token: Text
  let certificate: Text
  var wishes: Access007.Expectation
  var now: Int64?
  var checks = Checks.all

  /// A second that stands for the clock of whoever opens.
  private static let present: Int64 = 1_800_000_000

  init(_ question: VectorQuestion) {
    let input = question.input
    token = input["token"]?.text ?? ""
    certificate = input["app_certificate"]?.text ?? ""
    wishes = Access007.Expectation(
      appID: input["app_id"]?.text,
      service: input["service"]?.string.flatMap(Service007.kind(named:)),
      channel: input["channel_name"]?.text, user: AgoraUser(wish: input["uid"] ?? .null),
      privileges: (input["privileges"]?.array ?? []).compactMap { value in
        value.int.flatMap { UInt16(exactly: $0) }
      })
    now = question.now == .ownClock ? Self.present : question.second
  }

  /// What the token says, where it can be read.
  var info: Info007? { (try? Access007(reading: token.bytes.span))?.info }

  var answer: VectorAnswer {
    do throws(Refusal) {
      let opened = try Access007(
        opening: token.bytes.span, certificate: AgoraCertificate(certificate, checks: checks),
        now: now, expecting: wishes, checks: checks)
      return .accepted(["claims": .object(opened.info.members)])
    } catch {
      return .refused(error.check)
    }
  }
}

extension AgoraUser {
  /// A uid or an account, as a caller states it.
  fileprivate init?(wish: JSONValue) {
    switch wish {
    case .string(let account): self = .account(account)
    case .integer(let lexeme):
      guard let uid = UInt32(lexeme) else { return nil }
      self = .uid(uid)
    default: return nil
    }
  }
}
