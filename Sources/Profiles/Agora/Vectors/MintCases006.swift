// SPDX-License-Identifier: MIT

internal import JSON
internal import Suite

/// Requests for an AccessToken 006 that keep every rule for callers.
enum MintCases006 {
  static let users: [Case006] = [
    Case006(
      "usual", "a uid and one privilege",
      [
        "006.version", "006.layout", "006.message", "006.signature", "006.key", "006.encoding",
        "served",
      ]
    ).recorded,
    Case006(
      "account-of-digits", "the digits of a uid as an account give the same token", ["006.uid-crc"]
    ) {
      $0.uid = "2882341273"
    }.recorded,
    Case006("uid-0", "the uid 0 is signed as the empty text", ["006.uid-zero"], "any-user") {
      $0.uid = 0
    }.recorded,
    Case006("account-0", "the account 0 is signed as it stands", ["006.uid-zero"], "any-user") {
      $0.uid = "0"
    }.recorded,
    Case006("uid-1", "the smallest uid of one user", ["006.uid-crc"], "limit") { $0.uid = 1 },
    Case006("uid-2147483647", "the last uid before the highest bit", ["006.uid-crc"], "sign") {
      $0.uid = 2_147_483_647
    },
    Case006("uid-2147483648", "the first uid with the highest bit", ["006.uid-crc"], "sign") {
      $0.uid = 2_147_483_648
    },
    Case006("uid-4294967295", "the largest uid", ["006.uid-crc"], "sign") {
      $0.uid = 4_294_967_295
    },
    Case006(
      "account-alice", "an account that is no number", ["006.uid-crc", "006.uid-zero"], "account"
    ) {
      $0.uid = "alice"
    },
    Case006(
      "account-minus-1", "an account that looks like a negative number", ["006.uid-crc"], "account"
    ) {
      $0.uid = "-1"
    },
    Case006("account-00", "an account of two zeros", ["006.uid-crc"], "account") { $0.uid = "00" },
    Case006("account-1e3", "an account that looks like 1000", ["006.uid-crc"], "account") {
      $0.uid = "1e3"
    },
    Case006("account-0x10", "an account that looks hexadecimal", ["006.uid-crc"], "account") {
      $0.uid = "0x10"
    },
    Case006("account-blank", "an account of one blank", ["006.uid-crc"], "account") {
      $0.uid = " "
    },
    Case006("account-null", "an account of the letters null", ["006.uid-crc"], "account") {
      $0.uid = "null"
    },
    Case006(
      "account-4294967296", "digits beyond 32 bits are an account", ["006.uid-crc"], "account"
    ) {
      $0.uid = "4294967296"
    },
    Case006(
      "account-255", "an account of 255 bytes, the most that are allowed", ["006.uid-crc"], "limit"
    ) {
      $0.uid = .string(String(repeating: "u", count: 255))
    },
    Case006("account-89", "every character that is allowed, as an account", ["006.uid-crc"], "text")
    {
      $0.uid = .string(characters)
    },
    Case006("account-uuid", "a UUID as an account", ["006.uid-crc"], "account") {
      $0.uid = "6f9619ff-8b86-d011-b42d-00cf4fc964ff"
    }.reported("AgoraIO/Tools#417"),
    Case006("account-objectid", "an id of MongoDB as an account", ["006.uid-crc"], "account") {
      $0.uid = "5d4d3e6fcc24a8a9a3c8f1b0"
    }.reported("AgoraIO/Tools#32"),
    Case006("uid-12345", "the uid with which the client must join", ["006.uid-crc"], "reported") {
      $0.uid = 12345
    }.reported("AgoraIO/Tools#160"),
    Case006(
      "uid-over-int", "a uid that is negative where integers have a sign", ["006.uid-crc"], "sign"
    ) { $0.uid = 3_000_000_000 }.reported("AgoraIO/Tools#149"),
  ]

  /// The 89 characters of the documentation.
  static let characters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 !#$%&()+-:;<=.>?@[]^_{}|~,"

  static let names: [Case006] = [
    Case006("channel-1", "a channel of one character", ["006.channel-crc"], "limit") {
      $0.channel = "a"
    },
    Case006(
      "channel-64", "a channel of 64 bytes, the most that are allowed", ["006.channel-crc"], "limit"
    ) {
      $0.channel = .string(String(repeating: "c", count: 64))
    },
    Case006("channel-letters", "the first 64 of the 89 characters", ["006.channel-crc"], "text") {
      $0.channel = .string(String(characters.prefix(64)))
    },
    Case006("channel-signs", "the last 27 of the 89 characters", ["006.channel-crc"], "text") {
      $0.channel = .string(String(characters.suffix(27)))
    },
    Case006(
      "channel-blanks", "blanks at both ends are part of the name", ["006.channel-crc"], "text"
    ) {
      $0.channel = " a "
    },
    Case006("channel-lower", "a name in small letters", ["006.channel-crc"], "text") {
      $0.channel = "roomone"
    },
    Case006(
      "channel-upper", "the same name in capitals is another channel", ["006.channel-crc"], "text"
    ) {
      $0.channel = "ROOMONE"
    },
    Case006("channel-percent", "a name that looks escaped", ["006.channel-crc"], "text") {
      $0.channel = "a%20b+c"
    },
    Case006("border-23", "channel room1 and user 23", ["006.channel-crc", "006.uid-crc"], "border")
    {
      ($0.channel, $0.uid) = ("room1", "23")
    }.recorded,
    Case006(
      "border-3", "channel room12 and user 3: the signed bytes are the same, the CRC-32 are not",
      ["006.channel-crc", "006.uid-crc"], "border"
    ) { ($0.channel, $0.uid) = ("room12", "3") }.recorded,
    Case006("app-id-zeros", "an app id that begins with zeros", ["006.app-id"], "text") {
      $0.appID = "00000a35de60c44645bbae8a215061b3"
    },
    Case006("app-id-digits", "an app id of digits alone", ["006.app-id"], "text") {
      $0.appID = "01234567890123456789012345678901"
    },
    Case006("app-id-exponent", "an app id that looks like a float", ["006.app-id"], "text") {
      $0.appID = "0e462097431906509019562988736854"
    },
    Case006("app-id-capitals", "an app id in capitals keeps them", ["006.app-id"], "text") {
      $0.appID = "ABCDEFABCDEF0123456789ABCDEFABCD"
    },
    Case006("certificate-zeros", "a certificate that begins with zeros", ["006.key"], "text") {
      $0.certificate = "0000000000000000000000000000000a"
    },
    Case006("certificate-capitals", "the case of the certificate counts", ["006.key"], "text") {
      $0.certificate = "5CFD2FD1755D40ECB72977518BE15D3B"
    },
  ]
}
