// SPDX-License-Identifier: MIT

internal import Bytes

/// The rules about the names of channels and users, for who asks for a token.
enum AgoraName {
  static let longestChannel = 64
  static let longestAccount = 255

  /// Printable ASCII without six characters: 89 are left.
  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "/"),
      UInt8(ascii: "\\"), UInt8(ascii: "`"):
      false
    default: byte &- 0x20 < 0x5F
    }
  }

  static func check(channel: Text) throws(Refusal) {
    try check(channel, .channel, field: "channel", longest: longestChannel)
  }

  /// A number needs no check; an empty account would be good for every user.
  static func check(user: AgoraUser) throws(Refusal) {
    guard case .account(let account) = user else { return }
    try check(account, .uid, field: "uid", longest: longestAccount)
  }

  static func check(appID: Text) throws(Refusal) {
    guard appID.isHexID else {
      throw Refusal(
        .policy, .appID, field: "app-id",
        "the app id has \(appID.bytes.count) bytes, 32 hexadecimal digits are expected")
    }
  }

  private static func check(
    _ text: Text, _ reason: AgoraReason, field: String, longest: Int
  ) throws(Refusal) {
    guard (1...longest).contains(text.bytes.count) else {
      throw Refusal(
        .policy, reason, field: field,
        "the text has \(text.bytes.count) bytes, 1 to \(longest) are expected")
    }
    if let place = text.bytes.firstIndex(where: { !isAllowed($0) }) {
      throw Refusal(
        .policy, reason, field: field, offset: place,
        "the character is none of the 89 that are allowed")
    }
  }
}
