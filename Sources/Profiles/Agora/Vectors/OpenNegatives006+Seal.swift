// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

// Seals that do not hold, and what is asked beside.
extension OpenNegatives006 {
  static let crypto = (signatures + keys + users + marks).map(\.tolerant)
  static let policy = times + wishes

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
        "channel-first", "the channel is signed in front of the app id", "signs-channel-first",
        by: .signature),
      OpenNegative(
        "signature-of-zeros", "a signature of zeros", "sets-signature",
        ["signature": .string(Text([UInt8](repeating: 0, count: 32)))], by: .signature),
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
  var tolerant: OpenNegative {
    guard check == .channel || check == .uid else { return self }
    var tolerant = self
    tolerant.alsoAllowed = ["crypto/signature", "crypto/\(check.reason).crc"]
    return tolerant
  }
}

extension Check {
  fileprivate static let certificate = Check(.policy, "certificate", "certificate")
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
}
