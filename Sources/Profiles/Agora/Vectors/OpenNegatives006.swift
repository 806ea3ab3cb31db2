// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// What edits make of the tokens of version 006 that open.
enum OpenNegatives006 {
  static let encoding = versions + identifiers + symbols
  static let structure = truncations + numbers + surplus
  static let crypto = (signatures + keys + users + marks).map(\.tolerant)
  static let policy = times + wishes

  // MARK: - The text

  private static let versions =
    [
      ("version-005", "version 005", "005"), ("version-007", "version 007", "007"),
      ("version-06", "a version with a blank", "06 "),
      ("version-00", "a version of two digits", "00"),
      ("version-none", "no version", ""), ("version-blank", "a blank in front", " 006"),
    ].map { name, comment, version in
      OpenNegative(
        name, comment, "sets-version", ["version": .string(version)], by: .version)
    }
    + [0, 1, 2].map { count in
      OpenNegative(
        "text-of-\(count)", "a text of \(count) characters", "cuts",
        ["layer": "text", "to": .integer(count)], by: .version)
    }

  private static let identifiers = [
    OpenNegative(
      "text-of-3", "the version alone", "cuts", ["layer": "text", "to": 3],
      by: .truncated("app-id")),
    OpenNegative(
      "text-of-34", "an app id of 31 characters", "cuts", ["layer": "text", "to": 34],
      by: .truncated("app-id")),
    OpenNegative(
      "text-of-35", "version and app id alone", "cuts", ["layer": "text", "to": 35],
      by: .truncated("signature-length")),
    OpenNegative(
      "app-id-no-digits", "a letter in the app id that is no digit, signed", "sets-app-id",
      ["app_id": "970CA35de60c44645bbae8a215061b3g"], by: .appIDForm),
    OpenNegative(
      "app-id-blanks", "an app id of blanks, signed", "sets-app-id",
      ["app_id": .string(String(repeating: " ", count: 32))], by: .appIDForm),
    OpenNegative(
      "app-id-other", "another app id in front than was signed", "writes-app-id",
      ["app_id": "970CA35de60c44645bbae8a215061b34"], by: .signature),
    OpenNegative(
      "app-id-case", "the app id in small letters in front", "writes-app-id",
      ["app_id": "970ca35de60c44645bbae8a215061b33"], by: .signature),
  ]

  private static let symbols =
    [
      ("star", "a star in the base64", 60, 1, "*"), ("blank", "a blank in the base64", 60, 0, " "),
      ("line-feed", "a line feed at the end", 9999, 0, "\n"),
      ("carriage-return", "a line of its own", 9999, 0, "\r\n"),
      ("blank-in-front", "a blank in front of the base64", 35, 0, " "),
      ("padding-inside", "padding inside of the base64", 60, 1, "="),
      ("padding", "padding that is not needed", 9999, 0, "="),
      ("padding-of-four", "four of it", 9999, 0, "===="),
      ("dot", "a part after a dot", 9999, 0, ".AAAA"), ("nul", "U+0000 at the end", 9999, 0, "\0"),
      ("wide", "a symbol of another script", 60, 1, "Ａ"),
    ].map { name, comment, place, count, text in
      OpenNegative(
        "base64-\(name)", comment, "replaces",
        [
          "layer": "text", "at": .integer(place), "count": .integer(count), "by": .string(text),
        ], by: .base64)
    } + [
      OpenNegative("base64-url", "the alphabet for URLs", "base64-url", by: .base64),
      OpenNegative("base64-escaped", "plus and slash as in a URL", "escapes", by: .base64),
      OpenNegative(
        "base64-lines", "a line break after every 64 characters", "breaks-lines", by: .base64),
      OpenNegative(
        "base64-odd", "one symbol too few", "cuts", ["layer": "text", "to": -1], by: .base64),
      OpenNegative(
        "base64-two", "two symbols too few", "cuts", ["layer": "text", "to": -2], by: .base64),
    ]

  // MARK: - The content

  private static let truncations =
    [
      (1, "signature-length"), (2, "signature"), (33, "signature"), (34, "channel-crc"),
      (37, "channel-crc"), (38, "uid-crc"), (41, "uid-crc"), (42, "message-length"),
      (43, "message-length"), (44, "message"), (65, "message"),
    ].map { count, field in
      OpenNegative(
        "content-of-\(count)", "a content of \(count) bytes, which ends in the \(field)", "cuts",
        ["layer": "content", "to": .integer(count)], by: .truncated(field))
    }
    + [
      (0, "salt"), (3, "salt"), (4, "ts"), (7, "ts"), (8, "privilege-count"),
      (9, "privilege-count"),
    ].map { count, field in
      OpenNegative(
        "message-of-\(count)", "a message of \(count) bytes, signed, which ends in the \(field)",
        "cuts", ["layer": "message", "to": .integer(count)], by: .truncated(field))
    }
    + [10, 12, 16, 21].map { count in
      OpenNegative(
        "message-of-\(count)", "a message of \(count) bytes, signed, for two privileges", "cuts",
        ["layer": "message", "to": .integer(count)], by: .privilegeCount)
    }

  private static let numbers =
    [
      ("signature-length", 33, Check.truncated("message")),
      ("signature-length", 65535, .truncated("signature")),
      ("signature-length", 0x8020, .truncated("signature")),
      ("signature-length", 0x2000, .truncated("signature")),
      ("message-length", 23, .truncated("message")),
      ("message-length", 65535, .truncated("message")),
      ("message-length", 21, .trailing), ("message-length", 0, .trailing),
      ("privilege-count", 0, .privilegeCount), ("privilege-count", 1, .privilegeCount),
      ("privilege-count", 3, .privilegeCount), ("privilege-count", 65535, .privilegeCount),
      ("privilege-count", 0x0200, .privilegeCount),
    ].map { field, value, check in
      OpenNegative(
        "\(field)-\(value)", "the \(field) says \(value)", "sets-number",
        ["field": .string(field), "value": .integer(value)], by: check)
    } + [
      OpenNegative(
        "big-endian", "every number big-endian", "big-endian", by: .truncated("signature"))
    ]

  private static let surplus = [
    OpenNegative(
      "content-longer-by-1", "one byte behind the message", "appends",
      ["layer": "content", "bytes": "\0"], by: .trailing),
    OpenNegative(
      "content-longer-by-3", "three bytes behind the message, so that no padding is needed",
      "appends", ["layer": "content", "bytes": "\0\0\0"], by: .trailing),
    OpenNegative(
      "content-twice", "a privilege behind the message", "appends",
      ["layer": "content", "bytes": .string(Text([7, 0, 0, 0, 0, 0]))], by: .trailing),
    OpenNegative(
      "message-longer-by-1", "one signed byte behind the last privilege", "appends",
      ["layer": "message", "bytes": "\0"], by: .privilegeCount),
    OpenNegative(
      "message-longer-by-6", "a signed privilege that is not counted", "appends",
      ["layer": "message", "bytes": .string(Text([7, 0, 0, 0, 0, 0]))], by: .privilegeCount),
    OpenNegative(
      "privilege-twice", "a privilege that stands twice with one time", "adds-privilege",
      ["privilege": 2, "expire": 0], by: .privilegeDuplicate),
    OpenNegative(
      "privilege-twice-longer", "a privilege that stands twice, the second time without an end",
      "adds-privilege", ["privilege": 1, "expire": 0], by: .privilegeDuplicate),
    OpenNegative(
      "signature-none", "no signature", "sets-signature", ["signature": ""], by: .signatureLength),
    OpenNegative(
      "signature-of-31", "a signature of 31 bytes", "sets-signature",
      ["signature": .string(Text([UInt8](repeating: 1, count: 31)))], by: .signatureLength),
    OpenNegative(
      "signature-of-33", "a signature of 33 bytes", "sets-signature",
      ["signature": .string(Text([UInt8](repeating: 1, count: 33)))], by: .signatureLength),
    OpenNegative(
      "signature-of-64", "a signature as its 64 digits", "sets-signature",
      ["signature": .string(String(repeating: "0f", count: 32))], by: .signatureLength),
    OpenNegative(
      "signature-by-sha1", "a signature made with SHA-1", "signs-by-sha1", by: .signatureLength),
  ]

  // MARK: - The seal

  private static let signatures =
    [
      ("first-bit", "the first bit of the signature", 2, 0),
      ("last-bit", "the last bit of the signature", 33, 7),
      ("salt-bit", "a bit of the salt", 44, 0), ("ts-bit", "the highest bit of the end", 51, 7),
      ("privilege-bit", "a bit of a privilege", 54, 0),
      ("expire-bit", "the highest bit of a privilege's time", 59, 7),
    ].map { name, comment, byte, bit in
      OpenNegative(
        "flipped-\(name)", "\(comment) is another", "flips-bit",
        ["layer": "content", "byte": .integer(byte), "bit": .integer(bit)], by: .signature)
    } + [
      OpenNegative(
        "signature-of-zeros", "a signature of zeros", "sets-signature",
        ["signature": .string(Text([UInt8](repeating: 0, count: 32)))], by: .signature)
    ]
    + ["app-id", "channel", "uid", "message"].map { part in
      OpenNegative(
        "\(part)-unsigned", "the \(part) is not signed", "signs-without",
        ["part": .string(part)], by: .signature)
    }

  private static let keys =
    [
      ("key-other", "another certificate", "f0e1d2c3b4a5968778695a4b3c2d1e0f"),
      ("key-lower", "the certificate in small letters", "5cfd2fd1755d40ecb72977518be15d3b"),
      ("key-upper", "the certificate in capitals", "5CFD2FD1755D40ECB72977518BE15D3B"),
      ("key-empty", "the empty key", ""),
      ("key-app-id", "the app id as the key", "970CA35de60c44645bbae8a215061b33"),
      ("key-line", "a line feed behind the certificate", "5CFd2fd1755d40ecb72977518be15d3b\n"),
      ("key-zeros", "a key of zeros", String(repeating: "0", count: 32)),
    ].map { name, comment, key in
      OpenNegative(
        name, "signed with \(comment)", "signs-with", ["key": .string(key)], by: .signature)
    } + [
      OpenNegative(
        "key-decoded", "signed with the bytes that the certificate's digits stand for",
        "signs-with",
        [
          "key": .string(
            Text((try? Hex.decode(Array("5CFd2fd1755d40ecb72977518be15d3b".utf8).span)) ?? []))
        ],
        by: .signature),
      OpenNegative(
        "certificate-other", "opened with another certificate", "asks",
        ["app_certificate": "f0e1d2c3b4a5968778695a4b3c2d1e0f"], by: .signature),
      OpenNegative(
        "certificate-empty", "opened with an empty certificate", "asks", ["app_certificate": ""],
        by: .certificate),
      OpenNegative(
        "certificate-31", "opened with a certificate of 31 digits", "asks",
        ["app_certificate": "5CFd2fd1755d40ecb72977518be15d3"], by: .certificate),
      OpenNegative(
        "certificate-no-digits", "opened with a certificate that is no digits", "asks",
        ["app_certificate": "5CFd2fd1755d40ecb72977518be15d3z"], by: .certificate),
    ]

  private static let users = [
    OpenNegative(
      "for-channel", "opened for another channel", "asks", ["channel_name": "room"], by: .channel),
    OpenNegative(
      "for-channel-case", "opened for the channel in capitals", "asks",
      ["channel_name": "7D72365EB983485397E3E3F9D460BDDA"], by: .channel),
    OpenNegative(
      "for-channel-blank", "opened for the channel with a blank", "asks",
      ["channel_name": "7d72365eb983485397e3e3f9d460bdda "], by: .channel),
    OpenNegative(
      "for-channel-empty", "opened for no channel", "asks", ["channel_name": ""], by: .channel),
    OpenNegative("for-uid", "opened for another uid", "asks", ["uid": 5], by: .uid),
    OpenNegative(
      "for-uid-negative", "opened for the uid as a negative number", "asks",
      ["uid": "-1412626023"], by: .uid),
    OpenNegative(
      "for-uid-padded", "opened for the uid with a zero in front", "asks", ["uid": "02882341273"],
      by: .uid),
    OpenNegative(
      "for-both", "opened for another channel and uid", "asks", ["channel_name": "room", "uid": 5],
      by: .channel),
    OpenNegative(
      "account-0-for-uid-0", "a token for the account 0, opened for the uid 0", of: "account-0",
      "asks", ["uid": 0], by: .uid),
    OpenNegative(
      "account-for-other", "a token for an account, opened for another one", of: "account", "asks",
      ["uid": "bob"], by: .uid),
    OpenNegative(
      "account-case", "a token for an account, opened for it in capitals", of: "account", "asks",
      ["uid": "ALICE"], by: .uid),
    OpenNegative(
      "any-user-other-channel", "a token for the uid 0, opened for another channel",
      of: "any-user-5", "asks", ["channel_name": "room"], by: .channel),
    OpenNegative(
      "any-user-forged", "a token for the uid 0 with another signature", of: "any-user-5",
      "flips-bit",
      ["layer": "content", "byte": 2, "bit": 0], by: .signature),
    OpenNegative(
      "signed-for-uid", "signed for another uid", "signs-for",
      ["channel": "7d72365eb983485397e3e3f9d460bdda", "uid": "5"], by: .uid),
    OpenNegative(
      "signed-for-channel", "signed for another channel", "signs-for",
      ["channel": "room", "uid": "2882341273"], by: .channel),
  ]

  /// What users report of tokens that do not fit.
  static let reported: [(issue: String, negative: OpenNegative)] = [
    (
      "AgoraIO/Tools#160",
      OpenNegative(
        "join-with-0", "a token for a uid, joined with the uid 0", "asks", ["uid": 0], by: .uid)
    ),
    (
      "AgoraIO/Tools#417",
      OpenNegative(
        "account-joined-as-uid", "a token for an account, joined with a number", of: "account",
        "asks", ["uid": 12345], by: .uid)
    ),
    (
      "AgoraIO/Tools#175",
      OpenNegative(
        "times-of-1970", "every number of seconds is taken for a moment", of: "ts-2147483648",
        "asks-at", ["second": 2_147_483_648], by: .expired)
    ),
  ]

  private static let marks = [
    OpenNegative(
      "channel-crc-0", "the signature holds, the first CRC-32 is 0", "sets-number",
      ["field": "channel-crc", "value": 0], by: .channelCRC),
    OpenNegative(
      "uid-crc-0", "the signature holds, the second CRC-32 is 0 as for the uid 0", "sets-number",
      ["field": "uid-crc", "value": 0], by: .uidCRC),
    OpenNegative(
      "flipped-channel-crc", "a bit of the first CRC-32", "flips-bit",
      ["layer": "content", "byte": 34, "bit": 0], by: .channelCRC),
    OpenNegative(
      "flipped-uid-crc", "a bit of the second CRC-32", "flips-bit",
      ["layer": "content", "byte": 41, "bit": 7], by: .uidCRC),
    OpenNegative(
      "marks-swapped", "the CRC-32 have changed places", "swaps-marks", by: .channelCRC),
    OpenNegative(
      "marks-uid-other", "the second CRC-32 is that of another uid", "marks",
      ["channel": "7d72365eb983485397e3e3f9d460bdda", "uid": "5"], by: .uidCRC),
    OpenNegative(
      "marks-channel-other", "the first CRC-32 is that of another channel", "marks",
      ["channel": "room", "uid": "2882341273"], by: .channelCRC),
    OpenNegative(
      "border-moved", "opened for room12 and 3: the signature holds, the CRC-32 do not",
      of: "border",
      "asks", ["channel_name": "room12", "uid": "3"], by: .channelCRC),
    OpenNegative(
      "border-crossed", "the user's digits in the channel", of: "border", "asks",
      ["channel_name": "room123", "uid": 0], by: .channelCRC),
  ]

  // MARK: - Time and wishes

  private static let times =
    [
      ("at-end", "in the very second of its end", OpenCases006.end),
      ("after-end", "a second after its end", OpenCases006.end + 1),
      ("in-2038", "after January 2038", 2_147_483_648),
      ("far", "in the last second of 63 bits", Int64.max),
    ].map { name, comment, second in
      OpenNegative(
        "opened-\(name)", "opened \(comment)", "asks-at", ["second": .integer(second)], by: .expired
      )
    } + [
      OpenNegative(
        "privilege-at-end", "a privilege in the second of its end", of: "privilege", "asks-at",
        ["second": .integer(OpenCases006.privilegeEnd)], by: .privilegeExpired),
      OpenNegative(
        "privilege-later", "a privilege an hour after its end", of: "privileges", "asks-at",
        ["second": .integer(OpenCases006.privilegeEnd + 3600)], by: .privilegeExpired),
      OpenNegative(
        "privilege-for-ever-in-old-token", "a privilege without an end in a token that is over",
        of: "privilege-for-ever", "asks-at", ["second": .integer(OpenCases006.end)], by: .expired),
      OpenNegative(
        "privilege-longer-than-token", "a privilege that lasts longer than its token",
        of: "privilege-4294967295", "asks-at", ["second": .integer(OpenCases006.end)], by: .expired),
    ]

  private static let wishes = [
    OpenNegative(
      "for-app", "opened for another app", "asks", ["app_id": "970CA35de60c44645bbae8a215061b34"],
      by: .appID),
    OpenNegative(
      "for-app-case", "opened for the app id in small letters", "asks",
      ["app_id": "970ca35de60c44645bbae8a215061b33"], by: .appID),
    OpenNegative(
      "for-privilege-3", "a privilege that is not given", "asks", ["privileges": [3]],
      by: .privilegeMissing),
    OpenNegative(
      "for-privileges-2-and-3", "one of two privileges is not given", "asks",
      ["privileges": [2, 3]], by: .privilegeMissing),
    OpenNegative(
      "for-privilege-258", "a privilege whose low byte is that of another", "asks",
      ["privileges": [258]], by: .privilegeMissing),
    OpenNegative(
      "for-privilege-of-none", "a privilege of a token without any", of: "no-privileges", "asks",
      ["privileges": [1]], by: .privilegeMissing),
  ]
}

extension OpenNegative {
  /// An opener may look at the CRC-32 or at the signature alone.
  fileprivate var tolerant: OpenNegative {
    guard check == .channel || check == .uid else { return self }
    var tolerant = self
    tolerant.alsoAllowed = ["crypto/signature", "crypto/\(check.reason).crc"]
    return tolerant
  }
}

extension Check {
  fileprivate static let certificate = Check(.policy, "certificate", "certificate")
  fileprivate static let version = Check(.encoding, "version", "version")
  fileprivate static let base64 = Check(.encoding, "base64", "base64")
  fileprivate static let appIDForm = Check(.structure, "app-id", "app-id")
  fileprivate static let trailing = Check(.structure, "trailing", "message")
  fileprivate static let signatureLength = Check(
    .structure, "signature.length", "signature-length")
  fileprivate static let privilegeCount = Check(.structure, "privilege.count", "privilege-count")
  fileprivate static let privilegeDuplicate = Check(
    .structure, "privilege.duplicate", "privilege")
  fileprivate static let signature = Check(.crypto, "signature", "signature")
  fileprivate static let channel = Check(.crypto, "channel", "channel-crc")
  fileprivate static let uid = Check(.crypto, "uid", "uid-crc")
  fileprivate static let channelCRC = Check(.crypto, "channel.crc", "channel-crc")
  fileprivate static let uidCRC = Check(.crypto, "uid.crc", "uid-crc")
  fileprivate static let expired = Check(.time, "expired", "ts")
  fileprivate static let privilegeExpired = Check(
    .time, "privilege.expired", "privilege-expire")
  fileprivate static let appID = Check(.policy, "app-id", "app-id")
  fileprivate static let privilegeMissing = Check(.policy, "privilege.missing", "privilege")

  fileprivate static func truncated(_ field: String) -> Check {
    Check(.structure, "truncated", field)
  }
}
