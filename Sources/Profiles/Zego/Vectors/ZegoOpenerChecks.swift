// SPDX-License-Identifier: MIT

internal import Bytes
internal import Suite

/// The checks of the openers, in the order in which they are made.
enum ZegoOpenerChecks {
  static func table(for kind: ZegoFormat) -> [OpenerCheck] {
    let isGCM = kind == .token04GCM
    let outer: [OpenerCheck] = [secret] + encoding + structure(kind) + (isGCM ? [tag] : [padding])
    return outer + text(kind) + members(kind) + ends(kind) + policy(kind)
  }

  private static func check(
    _ stage: Stage, _ reason: String, _ field: String, _ clause: String, _ words: String
  ) -> OpenerCheck {
    OpenerCheck("zego", stage, reason, field, clause: "zego.\(clause)", .interop, words)
  }

  /// A check without which somebody gets in who must not.
  private static func severe(
    _ stage: Stage, _ reason: String, _ field: String, _ clause: String, _ words: String
  ) -> OpenerCheck {
    OpenerCheck("zego", stage, reason, field, clause: "zego.\(clause)", .security, words)
  }

  private static let secret = severe(
    .policy, "secret.length", "secret", "key",
    "a secret of another length is filled with zeros or cut")

  private static let encoding: [OpenerCheck] = [
    check(.encoding, "prefix", "prefix", "open.encoding", "any two characters pass for the prefix"),
    check(
      .encoding, "base64", "base64", "open.encoding",
      "base64 is read loosely: other characters are passed over, padding and last bits do not count"
    ),
  ]

  private static func structure(_ kind: ZegoFormat) -> [OpenerCheck] {
    let isGCM = kind == .token04GCM
    let end = check(
      .structure, "trailing", isGCM ? "mode" : "ciphertext", "open.trailing",
      "bytes after the last field are passed over")
    return [truncated, ivLength, ciphertextLength] + (isGCM ? [mode] : []) + [end]
  }

  private static let ivLength = severe(
    .structure, "iv.length", "iv-length", "open.form",
    "any length of the IV passes, what is missing of it is 0")
  private static let ciphertextLength = check(
    .structure, "ciphertext.length", "ciphertext-length", "open.lengths",
    "any length of the ciphertext passes")

  /// Of every field: who reads on where the token ends does so everywhere.
  private static let truncated = severe(
    .structure, "truncated", "", "open.lengths",
    "where the token ends within a field, what is there is taken")

  private static let mode = check(
    .structure, "mode", "mode", "open.form", "any mode byte passes")
  private static let tag = severe(
    .crypto, "tag", "tag", "open.tag", "the tag is not compared")
  private static let padding = severe(
    .crypto, "padding", "ciphertext", "open.padding", "broken padding is left in the text")

  private static func text(_ kind: ZegoFormat) -> [OpenerCheck] {
    let repeated: [OpenerCheck] = kind.members.map {
      severe(
        .claims, "member.duplicate", $0, "open.json",
        "of two members \($0) the last counts")
    }
    let missing: [OpenerCheck] = kind.members.map {
      check(.claims, "member.missing", $0, "open.json", "a missing \($0) is 0 or empty")
    }
    return [syntax, unknown] + repeated + missing
  }

  private static let syntax = check(
    .claims, "json.syntax", "plaintext", "open.json",
    "text that is not one JSON object counts as an empty one")
  private static let unknown = check(
    .claims, "member.unknown", "plaintext", "open.json", "members of other names are passed over")

  private static func members(_ kind: ZegoFormat) -> [OpenerCheck] {
    let isOld = kind == .token03
    let texts = isOld ? ["room_id", "user_id"] : ["user_id", "payload"]
    let names = isOld ? texts : ["user_id"]
    let types: [OpenerCheck] = kind.members.map {
      check(.claims, "member.type", $0, "open.types", "a \($0) of another type is 0 or empty")
    }
    let unreadable: [OpenerCheck] = texts.map {
      severe(
        .claims, "json.text", $0, "open.json",
        "a \($0) that is no Unicode text is read with U+FFFD")
    }
    let empty: [OpenerCheck] = names.map {
      check(.claims, "member.range", $0, "open.types", "an empty \($0) passes")
    }
    return types + unreadable + numbers(kind) + (isOld ? [privilege] : []) + empty
  }

  private static func numbers(_ kind: ZegoFormat) -> [OpenerCheck] {
    ["app_id", "nonce", kind.ctimeName, kind.expireName].map {
      check(
        .claims, "member.range", $0, "open.types", "a \($0) out of its range is cut to its bits")
    }
  }

  private static let privilege = severe(
    .claims, "privilege", "privilege", "open.types", "any privilege passes")

  private static func ends(_ kind: ZegoFormat) -> [OpenerCheck] {
    [
      severe(
        .claims, "expire.mismatch", kind.expireName, "open.expire-equal",
        "the expiry in clear is not compared with the encrypted one"),
      severe(.time, "expired", kind.expireName, "open.time", "the time is not looked at"),
    ]
  }

  private static func policy(_ kind: ZegoFormat) -> [OpenerCheck] {
    [app, user] + (kind == .token03 ? [] : payload) + [room]
  }

  private static let app = severe(
    .policy, "app-id", "app_id", "open.app-id", "the app is not compared")
  private static let user = severe(
    .policy, "user-id", "user_id", "open.user-id", "the user is not compared")
  private static let room = severe(
    .policy, "room-id", "room_id", "open.room", "the room is not compared")

  private static let payload: [OpenerCheck] = [
    check(
      .policy, "json.syntax", "payload", "open.room",
      "a payload that is not JSON is an empty object"),
    severe(
      .policy, "member.duplicate", "payload", "open.room",
      "of two members of a payload the first counts"),
    check(.policy, "member.range", "room_id", "open.room", "a payload needs no room id"),
    severe(.policy, "privilege", "privilege", "open.room", "any privilege of a payload passes"),
    check(.policy, "stream-ids", "stream_id_list", "open.room", "any list of streams passes"),
  ]
}
