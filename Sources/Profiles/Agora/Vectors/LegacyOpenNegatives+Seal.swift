// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

// Seals that do not hold, and what is asked beside.
extension LegacyOpenNegatives {
  static let seal = signatures + users
  static let policy = ends + others

  private static let signatures: [OpenNegative] =
    ["001", "002", "003", "004-media", "005-media"].flatMap { parent in
      [
        OpenNegative(
          "\(parent)-other-key", "signed with another certificate", of: parent, "signs-with",
          ["key": "f0e1d2c3b4a5968778695a4b3c2d1e0f"], by: .signature),
        OpenNegative(
          "\(parent)-empty-key", "signed with the empty key", of: parent, "signs-with",
          ["key": ""], by: .signature),
        OpenNegative(
          "\(parent)-channel-unsigned", "the channel is not signed", of: parent, "signs-without",
          ["part": "channel"], by: .signature),
        OpenNegative(
          "\(parent)-app-id-written", "another app id stands there than was signed", of: parent,
          "writes-field", ["field": "app-id", "bytes": otherApp(parent)], by: .signature),
      ]
    } + [
      OpenNegative(
        "005-media-flipped-ts", "a bit of the time is another", of: "005-media", "flips-bit",
        ["layer": "content", "byte": 62, "bit": 0], by: .signature),
      OpenNegative(
        "005-media-flipped-expire", "the highest bit of the end is another", of: "005-media",
        "flips-bit", ["layer": "content", "byte": 73, "bit": 7], by: .signature),
      OpenNegative(
        "003-flipped-random", "the random number ends in 4, not in 5", of: "003", "flips-bit",
        ["layer": "text", "byte": 92, "bit": 0], by: .signature),
      OpenNegative(
        "004-service-unsigned", "the service is not signed", of: "004-media", "signs-without",
        ["part": "service"], by: .signature),
      OpenNegative(
        "005-media-text-key", "signed with the certificate's text", of: "005-media", "signs-with",
        ["key": "5CFd2fd1755d40ecb72977518be15d3b"], by: .signature),
      OpenNegative(
        "003-decoded-key", "signed with the bytes of the certificate's digits", of: "003",
        "signs-with",
        [
          "key": .string(
            Text((try? Hex.decode(Array("5CFd2fd1755d40ecb72977518be15d3b".utf8).span)) ?? []))
        ], by: .signature),
      OpenNegative(
        "003-expire-written", "another end stands there than was signed", of: "003", "writes-field",
        ["field": "expire", "bytes": "1999999999"], by: .signature),
      OpenNegative(
        "005-media-service-written", "another service stands there than was signed",
        of: "005-media",
        "writes-field", ["field": "service", "bytes": "\u{2}\0"], by: .signature),
      OpenNegative(
        "signaling-account-unsigned", "the account is not in the digest", of: "signaling",
        "signs-without", ["part": "account"], by: .digest),
      OpenNegative(
        "signaling-certificate-unsigned", "the certificate is not in the digest", of: "signaling",
        "signs-without", ["part": "certificate"], by: .digest),
      OpenNegative(
        "signaling-expire-written", "another end stands there than is in the digest",
        of: "signaling",
        "writes-field", ["field": "expire", "bytes": "1999999999"], by: .digest),
      OpenNegative(
        "003-certificate-other", "opened with another certificate", of: "003", "asks",
        ["app_certificate": "f0e1d2c3b4a5968778695a4b3c2d1e0f"], by: .signature),
      OpenNegative(
        "003-certificate-31", "opened with a certificate of 31 digits", of: "003", "asks",
        ["app_certificate": "5CFd2fd1755d40ecb72977518be15d3"],
        by: Check(.policy, "certificate", "certificate")),
    ]

  private static func otherApp(_ parent: String) -> JSONValue {
    parent.hasPrefix("005")
      ? .string(Text([16, 0] + [UInt8](repeating: 7, count: 16)))
      : "970CA35de60c44645bbae8a215061b34"
  }

  private static let users: [OpenNegative] =
    ["001", "003", "004-media", "005-media"].map {
      OpenNegative(
        "\($0)-for-channel", "opened for another channel", of: $0, "asks", ["channel_name": "room"],
        by: .signature)
    } + [
      OpenNegative(
        "002-for-uid", "opened for another user", of: "002", "asks", ["uid": 5], by: .uid),
      OpenNegative(
        "003-for-uid-0", "opened for the uid 0", of: "003", "asks", ["uid": 0], by: .uid),
      OpenNegative(
        "004-for-uid", "opened for another user", of: "004-media", "asks", ["uid": 5],
        by: .signature),
      OpenNegative(
        "005-for-uid", "opened for another user", of: "005-media", "asks", ["uid": 5],
        by: .signature),
      OpenNegative(
        "003-uid-written", "another user stands there than was signed", of: "003", "writes-field",
        ["field": "uid", "bytes": "0000000005"], by: .uid),
      OpenNegative(
        "signaling-for-account", "opened for another account", of: "signaling", "asks",
        ["user_account": "alice"], by: .digest),
    ]

  private static let ends: [OpenNegative] =
    ["002", "003", "004-media", "005-media", "signaling"].map {
      OpenNegative(
        "\($0)-at-end", "opened in the second of its end", of: $0, "asks-at",
        ["second": .integer(LegacyOpenCases.end)], by: .expired)
    } + [
      OpenNegative(
        "003-far", "opened in the last second of 63 bits", of: "003", "asks-at",
        ["second": .integer(Int64.max)], by: .expired),
      OpenNegative(
        "004-at-the-end", "opened in the last second of 32 bits", of: "004-to-the-end", "asks-at",
        ["second": 4_294_967_295], by: .expired),
    ]

  private static let others: [OpenNegative] = [
    OpenNegative(
      "003-for-app", "opened for another app", of: "003", "asks",
      ["app_id": "970CA35de60c44645bbae8a215061b34"], by: .appID),
    OpenNegative(
      "003-for-app-case", "opened for the app id in capitals", of: "003", "asks",
      ["app_id": "970CA35DE60C44645BBAE8A215061B33"], by: .appID),
    OpenNegative(
      "005-for-app", "opened for another app", of: "005-media", "asks",
      ["app_id": "970CA35de60c44645bbae8a215061b34"], by: .appID),
    OpenNegative(
      "signaling-for-app", "opened for another app", of: "signaling", "asks",
      ["app_id": "970CA35de60c44645bbae8a215061b34"], by: .appID),
    OpenNegative(
      "004-for-service", "a key for media, opened for recording", of: "004-media", "asks",
      ["service": "recording"], by: .service),
    OpenNegative(
      "005-for-service", "a key for media, opened for recording", of: "005-media", "asks",
      ["service": "recording"], by: .service),
    OpenNegative(
      "003-for-service", "a key for no service, opened for media", of: "003", "asks",
      ["service": "media"], by: .service),
  ]
}

extension Check {
  fileprivate static let signature = Check(.crypto, "signature", "signature")
  fileprivate static let digest = Check(.crypto, "digest", "digest")
  fileprivate static let uid = Check(.policy, "uid", "uid")
  fileprivate static let expired = Check(.time, "expired", "expire")
  fileprivate static let appID = Check(.policy, "app-id", "app-id")
  fileprivate static let service = Check(.policy, "service", "service")
}
