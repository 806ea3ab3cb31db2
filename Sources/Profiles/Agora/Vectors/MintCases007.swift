// SPDX-License-Identifier: MIT

internal import JSON
internal import Suite

/// Requests for tokens of one channel.
enum MintCases007 {
  typealias Calls = Calls007

  static let channel = usual + users + channels + identifiers + privileges

  private static func mint(
    _ name: String, _ comment: String, _ clause: String, _ flag: String, _ services: [JSONValue],
    _ more: JSONObject = [:]
  ) -> Case007 {
    Case007(
      name, comment, clauses: ["agora.007.\(clause)", "agora.served"], flags: [flag],
      Calls.mint(services, more))
  }

  // MARK: - Usual requests

  private static let usual = [
    mint(
      "join", "The privilege to join, for a uid: the test vector of the vendor's repository",
      "layout", "usual", [Calls.rtc()]
    ).recorded,
    mint(
      "publisher", "Joining and publishing, all for as long as the token", "privileges", "usual",
      [Calls.rtc(may: [[1, 600], [2, 600], [3, 600], [4, 600]])]),
    mint(
      "no-privilege", "A service without privileges is one all the same", "privileges",
      "boundary", [Calls.rtc(may: [])]
    ).recorded,
    mint(
      "publish-only", "Publishing without joining, as somebody asked for it", "privileges",
      "boundary", [Calls.rtc(may: [[2, 600]])]
    ).reported("AgoraIO/Tools#119"),
  ]

  // MARK: - Users

  private static func user(
    _ name: String, _ comment: String, _ uid: JSONValue, _ flag: String = "user"
  ) -> Case007 {
    mint("user-\(name)", comment, "uid-zero", flag, [Calls.rtc(uid: uid)])
  }

  private static let users = [
    user("zero", "The uid 0 stands as the empty string", 0, "any-user"),
    user("text-zero", "The account 0 is a user like others, not the uid 0", "0", "any-user"),
    user("empty", "The empty account stands for every user", "", "any-user"),
    user("one", "The least uid of a user", 1),
    user("signed-max", "The greatest uid that fits 32 bits with a sign", 2_147_483_647, "width"),
    user("sign-bit", "A uid that is negative where it is read with a sign", 2_147_483_648, "width"),
    user("max", "The greatest uid", 4_294_967_295, "width"),
    user("digits", "An account of digits, as the uid of the same digits", "2882341273"),
    user("uuid", "An account that is a UUID", "7b7e8f1c-9d0a-4d2e-8c55-2f1f3a6b9c01")
      .reported("AgoraIO/Tools#417"),
    user("object-id", "An account of 24 digits, too long for a number", "5d5e6f708192a3b4c5d6e7f8")
      .reported("AgoraIO/Tools#32"),
    user("uniqid", "An account that begins with digits", "5f3c2a1b9d8e7").reported(
      "AgoraIO/Tools#120"),
    user("name", "An account of letters, which some languages read as the number 0", "alice"),
    user("hex-zero", "An account that some languages read as the number 0", "0x10"),
    user("double-zero", "Zeros are characters of an account", "00"),
    user("space", "The space alone is an account", " "),
    user("exponent", "An account that looks like a number is not written otherwise", "1e3"),
    user("null-word", "An account may be a word of JSON", "null"),
    user("longest", "An account of 255 bytes", Calls.text("u", 255), "boundary"),
    user(
      "all-characters", "An account of all 89 characters", .string(allCharacters), "text"),
  ]

  static let allCharacters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 !#$%&()+-:;<=.>?@[]^_{}|~,"

  // MARK: - Channels

  private static func channel(
    _ name: String, _ comment: String, _ channel: JSONValue, _ flag: String = "text"
  ) -> Case007 {
    mint("channel-\(name)", comment, "service-fields", flag, [Calls.rtc(channel)])
  }

  private static let channels = [
    channel("shortest", "A channel name of one byte", "a", "boundary"),
    channel("longest", "A channel name of 64 bytes", Calls.text("c", 64), "boundary"),
    channel("capitals", "The case of a channel name stays", "Room-A"),
    channel("all-marks", "All marks that a channel name may have", " !#$%&()+-:;<=.>?@[]^_{}|~,"),
    channel("digits", "A channel name of digits stays a text", "0123"),
    channel("spaces", "Spaces at both ends are part of the channel name", " room "),
    channel("escapes", "Nothing in a channel name is an escape", "%2F&#60;+{0}"),
  ]

  // MARK: - App id and certificate

  private static let identifiers = [
    mint(
      "app-id-lowercase", "An app id in lower case", "app-id", "identifier", [Calls.rtc()],
      ["app_id": "970ca35de60c44645bbae8a215061b33"]),
    mint(
      "app-id-uppercase", "An app id in upper case stays as it is", "app-id", "identifier",
      [Calls.rtc()], ["app_id": "970CA35DE60C44645BBAE8A215061B33"]),
    mint(
      "app-id-zeros", "An app id that begins with zeros keeps them", "app-id", "identifier",
      [Calls.rtc()], ["app_id": "00000000e60c44645bbae8a215061b33"]),
    mint(
      "app-id-exponent", "An app id that reads as a number in other notation", "app-id",
      "identifier", [Calls.rtc()], ["app_id": "12345678901234567890123456789e01"]),
    mint(
      "certificate-uppercase", "The key is made from the characters of the certificate", "key",
      "identifier", [Calls.rtc()], ["app_certificate": "5CFD2FD1755D40ECB72977518BE15D3B"]),
    mint(
      "certificate-zeros", "A certificate that begins with zeros keeps them", "key",
      "identifier", [Calls.rtc()], ["app_certificate": "0000000f755d40ecb72977518be15d3b"]),
  ]

  // MARK: - Privileges

  private static func privileges(
    _ name: String, _ comment: String, _ clause: String, _ privileges: JSONValue,
    _ flag: String = "boundary"
  ) -> Case007 {
    mint("privilege-\(name)", comment, clause, flag, [Calls.rtc(may: privileges)])
  }

  private static let privileges = [
    privileges(
      "order", "Privileges in another order are the same", "privilege-order",
      [[4, 40], [1, 10], [3, 30], [2, 20]], "order"),
    privileges(
      "numbers", "Privileges are ordered as numbers where they are ordered, 2 before 10",
      "privilege-order", [[10, 1], [2, 2]], "order"),
    privileges(
      "twice", "Of a privilege that is set twice the last time counts", "privileges",
      [[1, 10], [1, 20]], "repeated"),
    privileges(
      "twice-shorter", "The last time counts, though it is shorter", "privileges",
      [[1, 600], [2, 600], [1, 0]], "repeated"),
    privileges("least", "The privilege 0", "service-layout", [[0, 600]]),
    privileges("greatest", "The privilege 65535", "service-layout", [[65535, 600]], "width"),
    privileges(
      "sign-bit", "A privilege that is negative where 16 bits have a sign", "service-layout",
      [[32768, 10], [1, 20]], "width"),
    privileges("time-zero", "The time 0 stands as it is", "privilege-time", [[1, 0]]),
    privileges("time-one", "A privilege for a second", "privilege-time", [[1, 1]]),
    privileges(
      "time-sign-bit", "A time that is negative where 32 bits have a sign", "privilege-time",
      [[1, 2_147_483_648]], "width"),
    privileges(
      "time-max", "The longest time", "privilege-time", [[1, 4_294_967_295]], "width"),
    privileges(
      "beyond-token", "A privilege may be given for longer than the token", "privilege-time",
      [[1, 86_400]]),
    privileges(
      "many", "200 privileges: more than 1024 bytes of content", "layout",
      .array((1...200).map { [.integer($0), .integer($0 * 10)] }), "size"),
  ]
}
