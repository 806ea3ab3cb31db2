// SPDX-License-Identifier: MIT

/// ZEGO token04: a user's right to use an app until a moment, made by the developer's server.
///
/// "04" | base64( expire | iv-length | iv | ciphertext-length | ciphertext | mode )
///
/// | encrypted member | type | meaning |
/// |---|---|---|
/// | app_id | integer, 1 … 2³²−1 | the app |
/// | user_id | string, not empty | the user |
/// | nonce | integer, 32 bits, signed | drawn at random |
/// | ctime | integer, 64 bits | the second of making |
/// | expire | integer, 64 bits | ctime + effective time, equal to the clear one |
/// | payload | string | empty, or the JSON text of a permission token |
public struct Token04: Equatable, Sendable {
  public static let prefix = "04"
  static let prefixBytes = Array(prefix.utf8)

  public var form: Sealed.Form
  public var appID: UInt32
  public var userID: String
  public var nonce: Int32
  public var ctime: Int64
  public var expire: Int64
  public var payload: String

  public init(
    form: Sealed.Form, appID: UInt32, userID: String, nonce: Int32, ctime: Int64, expire: Int64,
    payload: String
  ) {
    self.form = form
    self.appID = appID
    self.userID = userID
    self.nonce = nonce
    self.ctime = ctime
    self.expire = expire
    self.payload = payload
  }

  /// The names of the encrypted members, in the order that most writers use.
  public enum Member: Int, CaseIterable, Sendable {
    case appID
    case userID
    case nonce
    case ctime
    case expire
    case payload

    public var name: String { Self.table.texts[rawValue] }

    public static let documentedOrder = allCases

    static let table = MemberNames([
      "app_id", "user_id", "nonce", "ctime", "expire", "payload",
    ])
  }
}
