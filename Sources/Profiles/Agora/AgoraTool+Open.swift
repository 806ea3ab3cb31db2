// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

// Opening a token of each format.
extension AgoraTool {
  func open006(
    _ token: [UInt8], _ secret: Text, _ now: Int64, _ wishes: AgoraWishes
  ) throws -> Opening {
    guard let channel = wishes.channel, let user = wishes.user else {
      throw ToolError(
        "a 006 opens for a channel and a user: expect channel_name, and uid or user_account")
    }
    let format = AgoraFormat.access006.rawValue
    try wishes.allowOnly(["privilege"], of: format)
    do throws(Refusal) {
      let opened = try Access006(
        opening: token.span, certificate: AgoraCertificate(secret), channel: channel, user: user,
        now: now, expecting: .init(appID: wishes.appID, privileges: wishes.privileges))
      return Opening(format: format, refusal: nil, claims: opened.members)
    } catch {
      return Opening(format: format, refusal: error)
    }
  }

  func open007(
    _ token: [UInt8], _ secret: Text, _ now: Int64, _ wishes: AgoraWishes
  ) throws -> Opening {
    let format = AgoraFormat.access007.rawValue
    let expectation = Access007.Expectation(
      appID: wishes.appID, service: try wishes.service(among: Service007.Kind.self),
      channel: wishes.channel,
      user: wishes.user, privileges: wishes.privileges)
    do throws(Refusal) {
      let opened = try Access007(
        opening: token.span, certificate: AgoraCertificate(secret), now: now,
        expecting: expectation)
      return Opening(format: format, refusal: nil, claims: opened.info.members)
    } catch {
      return Opening(format: format, refusal: error)
    }
  }
}
