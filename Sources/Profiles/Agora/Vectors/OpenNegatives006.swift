// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// What edits make of the tokens of version 006 that open.
enum OpenNegatives006 {
  static let encoding = versions + identifiers + symbols
  static let structure = truncations + numbers + surplus

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
}

extension Check {
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

  fileprivate static func truncated(_ field: String) -> Check {
    Check(.structure, "truncated", field)
  }
}
