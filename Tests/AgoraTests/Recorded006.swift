// SPDX-License-Identifier: MIT

import Agora
import Bytes
import Testing

/// A token that an assistant made, and what it was asked for.
struct Recorded006: Sendable, CustomTestStringConvertible {
  let id: String
  var access = Access006(
    appID: "970CA35de60c44645bbae8a215061b33", salt: 1, ts: 1_111_111,
    privileges: [AgoraPrivilege(1, expire: 1_446_455_471)])
  var certificate: Text = "5CFd2fd1755d40ecb72977518be15d3b"
  var channel: Text = "7d72365eb983485397e3e3f9d460bdda"
  var user = AgoraUser.uid(2_882_341_273)
  /// What stands behind version and app id.
  let content: String

  var testDescription: String { id }
  var token: [UInt8] { Array("006".utf8) + access.appID.bytes + Array(content.utf8) }

  func mint() throws(Refusal) -> String {
    try access.mint(certificate: AgoraCertificate(certificate), channel: channel, user: user)
  }

  func open(
    _ token: [UInt8]? = nil, channel: Text? = nil, user: AgoraUser? = nil, now: Int64? = nil,
    expecting: Access006.Expectation = .init()
  ) throws(Refusal) -> Access006 {
    let token = token ?? self.token
    return try Access006(
      opening: token.span, certificate: AgoraCertificate(certificate),
      channel: channel ?? self.channel, user: user ?? self.user, now: now, expecting: expecting)
  }

  /// The words with which a token is refused, or `opens`.
  func verdict(
    _ token: [UInt8]? = nil, channel: Text? = nil, user: AgoraUser? = nil, now: Int64? = nil,
    expecting: Access006.Expectation = .init()
  ) -> String {
    do throws(Refusal) {
      _ = try open(token, channel: channel, user: user, now: now, expecting: expecting)
      return "opens"
    } catch {
      return error.description
    }
  }

  /// The bytes under the base64, and a token of other bytes.
  var bytes: [UInt8] {
    get throws(FormatError) { try Base64.standard.decode(Array(content.utf8).span) }
  }

  func token(of bytes: [UInt8]) -> [UInt8] {
    Base64.standard.encode(bytes, after: Array("006".utf8) + access.appID.bytes)
  }
}

extension Recorded006 {
  static let number = Recorded006(
    id: "agora-006/2019-go/0001",
    content: "IACV0fZUBw+72cVoL9eyGGh3Q6Poi8bgjwVLnyKSJyOXR7dIfRBXoFHlEAABAAAAR/QQAAEAAQCvKDdW")
  static let zero = Recorded006(
    id: "agora-006/2019-go/0003", user: .uid(0),
    content: "IACw1o7htY6ISdNRtku3p9tjTPi0jCKf9t49UHJhzCmL6bdIfRAAAAAAEAABAAAAR/QQAAEAAQCvKDdW")
  static let account0 = Recorded006(
    id: "agora-006/2019-go/0004", user: .account("0"),
    content: "IABNRUO/126HmzFc+J8lQFfnkssUdUXqiePeE2WNZ7lyubdIfRAh39v0EAABAAAAR/QQAAEAAQCvKDdW")
  static let room1 = Recorded006(
    id: "agora-006/2019-go/0088", channel: "room1", user: .account("23"),
    content: "IAB7DMZlB9i/qbcvsvad3duWpe64lOSxHoSVWs3D6YhWYyo6c+SYJ3kTEAABAAAAR/QQAAEAAQCvKDdW")
  static let room12 = Recorded006(
    id: "agora-006/2019-go/0089", channel: "room12", user: .account("3"),
    content: "IAB7DMZlB9i/qbcvsvad3duWpe64lOSxHoSVWs3D6YhWY+EEisGbjtJtEAABAAAAR/QQAAEAAQCvKDdW")

  /// The publisher's rights, written in any order.
  static let publisher = Recorded006(
    id: "agora-006/2019-go/0012",
    access: Access006(
      appID: number.access.appID, salt: 1, ts: 1_111_111,
      privileges: [AgoraPrivilege(1, expire: 1_563_500_117)]
        + [2, 3, 4, 5, 6, 10, 11, 12].map { AgoraPrivilege($0, expire: 0) }),
    user: .account("2882341273"),
    content: "IABK97A9ov0zlBJDCMDjk1w97r7or3BoMOCH1EYSOL5sCLdIfRBXoFHlQAABAAAAR/QQAAkAAQBVHjFdAgAA"
      + "AAAAAwAAAAAABAAAAAAABQAAAAAABgAAAAAACgAAAAAACwAAAAAADAAAAAAA")
  static let bare = Recorded006(
    id: "agora-006/2019-go/0119",
    access: Access006(appID: number.access.appID, salt: 1, ts: 1_111_111, privileges: []),
    content: "IAB9Au6QpOXpv0RKiaVD1BvaHQZKyZxdoAysyfPeXXWd97dIfRBXoFHlCgABAAAAR/QQAAAA")
  static let origin = Recorded006(
    id: "agora-006/2019-go/0145",
    access: Access006(
      appID: "0b5e9f1c2d3a4e5f60718293a4b5c6d7", salt: 99, ts: 1_563_586_517,
      privileges: [AgoraPrivilege(2, expire: 2000), AgoraPrivilege(10, expire: 1000)]),
    certificate: "f0e1d2c3b4a5968778695a4b3c2d1e0f", channel: "room-a", user: .uid(0),
    content: "IABBJ4ZZXYu2yDqo5axgojuu+l1Ua5r9p4bzOp+riHZeYPJZn9UAAAAAFgBjAAAA1W8yXQIAAgDQBwAACgDo"
      + "AwAA")

  static let all = [number, zero, account0, room1, room12, publisher, bare, origin]
}
