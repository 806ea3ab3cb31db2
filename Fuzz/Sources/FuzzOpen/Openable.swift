// SPDX-License-Identifier: MIT

internal import Bytes
internal import Inputs
internal import Zego

/// What the two formats have in common.
protocol Openable: Equatable {
  init(
    opening token: Span<UInt8>, secret: ZegoSecret, now: Int64?, expecting: Token04.Expectation
  ) throws(Refusal)

  /// The second from which on the token is refused.
  var end: Int64 { get }
  /// An expectation that the claims meet.
  var wishes: Token04.Expectation { get }

  func mint(with secret: ZegoSecret) throws(Refusal) -> String
}

extension Openable {
  /// Whether the token that holds these claims is refused once its time is over.
  func isRefused(_ token: [UInt8], _ secret: ZegoSecret) -> Bool {
    do throws(Refusal) {
      _ = try Self(opening: token.span, secret: secret, now: end, expecting: wishes)
      return false
    } catch {
      return error.stage == .time
    }
  }
}

extension Token04: Openable {
  var end: Int64 { expire }

  var wishes: Expectation {
    let room = try? RoomPayload(parsing: payload)
    return Expectation(appID: appID, userID: userID, roomID: room?.roomID)
  }

  func mint(with secret: ZegoSecret) throws(Refusal) -> String {
    try mint(secret: secret, iv: Attacker.iv(of: form))
  }
}

extension Token03: Openable {
  var end: Int64 { expireTime }
  var wishes: Expectation { Expectation(appID: appID, userID: userID, roomID: roomID) }

  func mint(with secret: ZegoSecret) throws(Refusal) -> String {
    try mint(secret: secret, iv: Attacker.iv(of: .cbc))
  }
}
