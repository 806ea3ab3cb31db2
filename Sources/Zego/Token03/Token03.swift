// SPDX-License-Identifier: MIT

/// ZEGO token03, the predecessor of token04: for one room, with its privileges inside.
///
/// "03" | base64( expire | iv-length | iv | ciphertext-length | ciphertext )
///
/// | encrypted member | type | meaning |
/// |---|---|---|
/// | app_id | integer, 1 … 2³²−1 | the app |
/// | room_id | string, not empty | the room |
/// | user_id | string, not empty | the user |
/// | privilege | object, "1" and "2" to 0 or 1 | may log in, may publish |
/// | create_time | integer, 64 bits | the second of making |
/// | expire_time | integer, 64 bits | create_time + effective time, equal to the clear one |
/// | nonce | integer, 64 bits, signed | drawn at random |
public struct Token03: Equatable, Sendable {
  public static let prefix = "03"
  static let prefixBytes = Array(prefix.utf8)

  public var appID: UInt32
  public var roomID: String
  public var userID: String
  public var mayLogIn: Bool
  public var mayPublish: Bool
  public var createTime: Int64
  public var expireTime: Int64
  public var nonce: Int64

  public init(
    appID: UInt32, roomID: String, userID: String, mayLogIn: Bool, mayPublish: Bool,
    createTime: Int64, expireTime: Int64, nonce: Int64
  ) {
    self.appID = appID
    self.roomID = roomID
    self.userID = userID
    self.mayLogIn = mayLogIn
    self.mayPublish = mayPublish
    self.createTime = createTime
    self.expireTime = expireTime
    self.nonce = nonce
  }

  /// The names of the encrypted members, in the order that most writers use.
  public enum Member: Int, CaseIterable, Sendable {
    case appID
    case roomID
    case userID
    case privilege
    case createTime
    case expireTime
    case nonce

    public var name: String { Self.table.texts[rawValue] }

    public static let documentedOrder = allCases

    static let table = MemberNames([
      "app_id", "room_id", "user_id", "privilege", "create_time", "expire_time", "nonce",
    ])
  }
}
