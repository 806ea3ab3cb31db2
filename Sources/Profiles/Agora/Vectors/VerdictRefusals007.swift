// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// Tokens that are sound, but not signed by the certificate, not in time or not for what is asked.
enum VerdictRefusals007 {
  typealias Row = ForgedTokens007.Row

  static let all = certificates + changes + keys + times + wishes + privileges

  // MARK: - Certificate and signature

  private static func signature(
    _ name: String, _ comment: String, of parent: String = "rtc", _ edit: String,
    _ arguments: JSONObject
  ) -> Row {
    Row(
      "forged-\(name)", comment, of: parent, edit, arguments, by: "signature", "signature",
      "forged")
  }

  private static func certificate(_ name: String, _ comment: String, _ text: JSONValue) -> Row {
    Row(
      "certificate-\(name)", comment, of: "rtc", "asks", ["app_certificate": text],
      by: "certificate", "certificate", "identifier")
  }

  private static let certificates = [
    certificate("empty", "Opened with an empty certificate", ""),
    certificate(
      "newline", "Opened with a line break behind the certificate",
      .string(Calls007.certificate + "\n")),
    certificate("31", "Opened with 31 digits", "5CFd2fd1755d40ecb72977518be15d3"),
    certificate(
      "letter", "Opened with a letter beyond f", "5CFd2fd1755d40ecb72977518be15d3z"),
    signature(
      "other-certificate", "Another certificate opens", "asks",
      ["app_certificate": .string(Calls007.otherCertificate)]),
    signature(
      "lowercase-certificate", "The certificate opens in lower case", "asks",
      ["app_certificate": "5cfd2fd1755d40ecb72977518be15d3b"]),
  ]

  /// What is changed behind the signature, by its place in the content.
  private static func changed(
    _ name: String, _ comment: String, of parent: String = "rtc", at place: Int, bit: Int
  ) -> Row {
    signature(
      name, comment, of: parent, "flips-content", ["at": .integer(place), "bit": .integer(bit)])
  }

  private static let changes = [
    changed("first-bit", "The first bit of the signature is another", at: 2, bit: 7),
    changed("last-bit", "The last bit of the signature is another", at: 33, bit: 0),
    changed("app-id", "Another app id", at: 36, bit: 0),
    changed("issue", "Another second of issue", at: 68, bit: 0),
    changed("life", "A much longer life", at: 75, bit: 7),
    changed("salt", "Another salt", at: 76, bit: 1),
    changed("privilege", "Another privilege", at: 86, bit: 1),
    changed("privilege-time", "A privilege for longer", at: 91, bit: 6),
    changed("channel", "Another channel", of: "nothing-asked", at: 94, bit: 0),
    changed("uid", "Another user", of: "nothing-asked", at: 128, bit: 0),
    signature(
      "zeros", "A signature of zeros", "sets-signature",
      ["bytes": .hex(String(repeating: "00", count: 32))]),
  ]

  private static func key(_ mistake: String, _ comment: String) -> Row {
    signature(
      mistake, comment, "signs-wrongly", ["mistake": .string("agora.007-\(mistake)")])
  }

  private static let keys = [
    signature(
      "signed-by-other", "Another certificate signs", "signs-with",
      ["certificate": .string(Calls007.otherCertificate)]),
    signature(
      "signed-by-empty", "An empty certificate signs", "signs-with", ["certificate": ""]),
    signature(
      "signed-by-app-id", "The app id signs, which everybody knows", "signs-with",
      ["certificate": .string(Calls007.appID)]),
    key("key-decoded", "The decoded certificate signs"),
    key("key-plain", "The certificate signs without time and salt"),
    key("key-arguments-swapped", "Key and data of two HMACs are exchanged"),
    key("key-order-swapped", "The key is made of the salt first"),
  ]

  // MARK: - Time

  private static func at(
    _ name: String, _ comment: String, of parent: String = "rtc", _ second: Int64,
    by reason: String, _ field: String
  ) -> Row {
    Row(
      name, comment, of: parent, "asks-at", ["second": .integer(second)], by: reason, field,
      "time")
  }

  private static func sets(
    _ name: String, _ comment: String, of parent: String = "rtc", _ field: String, _ value: Int64,
    by reason: String, _ place: String
  ) -> Row {
    Row(
      name, comment, of: parent, "sets-number",
      ["field": .string(field), "value": .integer(value)], by: reason, place, "time")
  }

  private static let times = [
    at("early-one", "A second before its issue", 1_111_110, by: "not-yet", "issue-ts"),
    at("early-zero", "In the second 0", 0, by: "not-yet", "issue-ts"),
    at("early-negative", "Before 1970", -1, by: "not-yet", "issue-ts"),
    at("late-end", "The second of its end", 1_111_711, by: "expired", "expire"),
    at("late-one", "A second after its end", 1_111_712, by: "expired", "expire"),
    at("late-years", "Years after its end", 1_800_000_000, by: "expired", "expire"),
    at("late-64-bits", "The last second of 64 bits", .max, by: "expired", "expire"),
    at(
      "late-latest", "The end of the latest token", of: "latest-end", 8_589_934_590,
      by: "expired", "expire"),
    at(
      "late-milliseconds", "A clock that counts milliseconds", 1_111_211_000, by: "expired",
      "expire"),
    sets("life-zero", "A life of 0", "expire", 0, by: "expired", "expire"),
    sets("life-over", "A life that ends now", "expire", 100, by: "expired", "expire"),
    sets(
      "issue-next-second", "Issued in the next second", "issue-ts", 1_111_212, by: "not-yet",
      "issue-ts"),
    sets(
      "issue-far", "Issued in the last second of 32 bits", "issue-ts", 4_294_967_295,
      by: "not-yet", "issue-ts"),
    Row(
      "issue-big-endian", "A time of issue that is big-endian", of: "rtc", "swaps-bytes",
      ["field": "issue-ts"], by: "not-yet", "issue-ts", "byte-order"),
    sets(
      "own-expired", "A token that ended in 1970", of: "own-rtc", "expire", 600, by: "expired",
      "expire"),
    sets(
      "own-early", "A token that begins in 2106", of: "own-rtc", "issue-ts", 4_294_967_295,
      by: "not-yet", "issue-ts"),
  ]

  // MARK: - Wishes

  private static func asks(
    _ name: String, _ comment: String, of parent: String = "rtc", _ wish: JSONObject,
    by reason: String, _ field: String
  ) -> Row {
    var row = Row("asks-\(name)", comment, of: parent, "asks", wish, by: reason, field, "wish")
    if field == "app-id" { row.stage = .policy }
    return row
  }

  private static let wishes = [
    asks(
      "other-app", "Another app", ["app_id": "0b5e9f1c2d3a4e5f60718293a4b5c6d7"], by: "app-id",
      "app-id"),
    asks(
      "app-lowercase", "The app id in lower case", ["app_id": "970ca35de60c44645bbae8a215061b33"],
      by: "app-id", "app-id"),
    asks(
      "rtm", "Messages, of a token for a channel", ["service": "rtm"], by: "service", "service-type"
    ),
    asks(
      "rtc", "A channel, of a token for messages", of: "rtm", ["service": "rtc"], by: "service",
      "service-type"),
    asks(
      "fcdn", "A stream, of a token for a channel", ["service": "fcdn"], by: "service",
      "service-type"),
    asks("other-channel", "Another channel", ["channel_name": "room"], by: "channel", "channel"),
    asks(
      "channel-case", "The channel in other letters",
      ["channel_name": "7D72365eb983485397e3e3f9d460bdda"], by: "channel", "channel"),
    asks(
      "channel-beginning", "The beginning of the channel", ["channel_name": "7d72365e"],
      by: "channel", "channel"),
    asks(
      "channel-space", "A space behind the channel",
      ["channel_name": "7d72365eb983485397e3e3f9d460bdda "], by: "channel", "channel"),
    asks("channel-empty", "The empty channel", ["channel_name": ""], by: "channel", "channel"),
    asks(
      "channel-of-rtm", "A channel, of a token for messages", of: "rtm",
      ["channel_name": .string(Calls007.channel)], by: "channel", "channel"),
    asks("other-uid", "Another uid", ["uid": 2_882_341_274], by: "uid", "uid"),
    asks("uid-zero", "The uid 0, of a token for a user", ["uid": 0], by: "uid", "uid"),
    asks(
      "account-zeros", "The same number with a zero in front", ["uid": "02882341273"], by: "uid",
      "uid"),
    asks(
      "uid-of-text-zero", "The uid 0, of a token for the account 0", of: "user-text-zero",
      ["uid": 0], by: "uid", "uid"),
    asks(
      "text-zero-number", "The uid 7, of a token for the account 0", of: "user-text-zero",
      ["uid": 7], by: "uid", "uid"),
    asks("fpa-user", "A user, of a service for nobody", of: "fpa", ["uid": 1], by: "uid", "uid"),
    asks(
      "rtm-any", "A user, of a token for messages of the empty user", of: "rtm-empty",
      ["uid": "alice"], by: "uid", "uid"),
    asks(
      "uid-of-other-channel", "The user of one channel in the other", of: "second-channel",
      ["channel_name": "room1"], by: "uid", "uid"),
    asks(
      "user-composed", "A user who is written with other code points", of: "chinese",
      ["uid": "用戶"], by: "uid", "uid"),
  ]

  // MARK: - Privileges

  private static let privileges = [
    asks(
      "no-privilege", "A privilege that is not there", ["privileges": [2]], by: "privilege.missing",
      "privilege"),
    asks(
      "fifth-privilege", "Four privileges and a fifth", of: "privilege-four",
      ["privileges": [1, 2, 3, 4, 5]], by: "privilege.missing", "privilege"),
    asks(
      "privilege-of-none", "A privilege, of a service without any", of: "privilege-none-asked",
      ["privileges": [1]], by: "privilege.missing", "privilege"),
    asks(
      "privilege-elsewhere", "A privilege of another service of the token",
      of: "privilege-elsewhere-over", ["service": "rtc"], by: "privilege.expired",
      "privilege-expire"),
    at(
      "privilege-end", "The second of a privilege's end", of: "privilege-last-second",
      1_111_171, by: "privilege.expired", "privilege-expire"),
    sets(
      "privilege-over", "A privilege that ends now", of: "privilege-one", "privilege-expire",
      100, by: "privilege.expired", "privilege-expire"),
    asks(
      "privilege-one-over", "Of two privileges one is over", of: "privilege-other-over",
      ["privileges": [1, 2]], by: "privilege.expired", "privilege-expire"),
  ]
}
