// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON

/// The rules for who asks for a legacy key.
enum LegacyContract {
  private static let forbidden = Array("\"'*/\\`".utf8)

  /// The clause that an argument breaks.
  static func brokenClause(of value: JSONValue, _ argument: LegacyArgument) -> String? {
    switch argument {
    case .appID: isDigits(value) ? nil : "agora.app-id.hex"
    case .certificate: isDigits(value) ? nil : "agora.certificate.hex"
    case .channel: channel(value)
    case .account: value.text?.quality == .utf8 ? nil : "agora.account.text"
    case .permission: permission(value)
    case .ts: number(value, "agora.ts.range")
    case .random: number(value, "agora.salt.range")
    case .uid: number(value, "agora.uid.range")
    case .expire: number(value, "agora.expire.range")
    }
  }

  private static func isDigits(_ value: JSONValue) -> Bool {
    guard let digits = value.text?.bytes, digits.count == LegacyCredentials.length else {
      return false
    }
    return digits.allSatisfy { Hex.value(of: $0) != nil }
  }

  private static func number(_ value: JSONValue, _ clause: String) -> String? {
    value.int128.flatMap { UInt32(exactly: $0) } == nil ? clause : nil
  }

  private static func channel(_ value: JSONValue) -> String? {
    guard let text = value.text, text.quality == .utf8 else { return "agora.channel.text" }
    if text.isEmpty { return "agora.channel.present" }
    if text.bytes.count > LegacyRequest.longestChannel { return "agora.channel.length" }
    let isFine = text.bytes.allSatisfy { (0x20...0x7E).contains($0) && !forbidden.contains($0) }
    return isFine ? nil : "agora.channel.charset"
  }

  private static func permission(_ value: JSONValue) -> String? {
    let isKnown = value.string.flatMap { LegacyPermission(rawValue: $0) } != nil
    return isKnown ? nil : "agora.legacy.permission.value"
  }
}
