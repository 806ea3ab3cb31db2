// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// What edits make of the keys before 006 that open.
enum LegacyOpenNegatives {
  static let form = text + packed + signaling

  private static func change(
    _ name: String, _ comment: String, of parent: String, _ field: String, _ bytes: JSONValue,
    _ stage: Stage, _ reason: String
  ) -> OpenNegative {
    OpenNegative(
      "\(parent)-\(name)", comment, of: parent, "sets-field",
      ["field": .string(field), "bytes": bytes], by: Check(stage, reason, field))
  }

  private static func cut(
    _ parent: String, _ layer: JSONValue, to end: Int, _ field: String
  ) -> OpenNegative {
    OpenNegative(
      "\(parent)-cut-\(abs(end))", "it ends within the \(field)", of: parent, "cuts",
      ["layer": layer, "to": .integer(end)], by: Check(.structure, "truncated", field))
  }

  private static func longer(
    _ parent: String, _ layer: JSONValue, _ bytes: JSONValue, _ field: String
  ) -> OpenNegative {
    OpenNegative(
      "\(parent)-longer", "something follows the \(field)", of: parent, "appends",
      ["layer": layer, "bytes": bytes], by: Check(.structure, "trailing", field))
  }

  private static let text: [OpenNegative] = [
    cut("001", "text", to: 39, "signature"), cut("001", "text", to: 71, "app-id"),
    cut("001", "text", to: 81, "ts"), cut("001", "text", to: 89, "random"),
    cut("003", "text", to: 2, "version"), cut("003", "text", to: 102, "uid"),
    cut("003", "text", to: 112, "expire"), cut("004-media", "text", to: 93, "expire"),
    longer("001", "text", "0", "random"), longer("002", "text", "0", "expire"),
    longer("003", "text", "\n", "expire"),
    change("version-004", "another version", of: "003", "version", "004", .encoding, "version"),
    change(
      "version-005", "another version", of: "004-media", "version", "005", .encoding, "version"),
    change(
      "app-id-no-digits", "an app id that is none, signed", of: "003", "app-id",
      "970CA35de60c44645bbae8a215061b3g", .encoding, "hex"),
    change(
      "ts-sign", "a time with a sign, signed", of: "003", "ts", "-000000001", .encoding, "number"),
    change(
      "ts-blank", "a time with blanks, signed", of: "001", "ts", "1446455 72", .encoding, "number"),
    change(
      "ts-33-bits", "a time of 33 bits, signed", of: "003", "ts", "4294967296", .encoding, "number"),
    change(
      "random-capitals", "a random number in capitals, signed", of: "003", "random", "0383BBF5",
      .encoding, "hex"),
    change(
      "random-no-digits", "a random number that is none, signed", of: "002", "random", "0383bbfx",
      .encoding, "hex"),
    change(
      "uid-sign", "a negative user, signed", of: "003", "uid", "-141262602", .encoding, "number"),
    change(
      "uid-33-bits", "a user of 33 bits, signed", of: "002", "uid", "7177308569", .encoding,
      "number"),
    change(
      "expire-sign", "a negative end, signed", of: "004-media", "expire", "-000000001", .encoding,
      "number"),
    change(
      "expire-blank", "an end with a blank, signed", of: "003", "expire", "1446455 71", .encoding,
      "number"),
    OpenNegative(
      "001-signature-capitals", "the signature in capitals", of: "001", "other-case",
      by: Check(.encoding, "hex", "signature")),
    OpenNegative(
      "004-signature-capitals", "the signature in capitals", of: "004-media", "other-case",
      by: Check(.encoding, "hex", "signature")),
    OpenNegative(
      "003-signature-no-digits", "a signature that is no digits", of: "003", "writes-field",
      ["field": "signature", "bytes": .string(String(repeating: "z", count: 40))],
      by: Check(.encoding, "hex", "signature")),
  ]

  private static let packed: [OpenNegative] = [
    change(
      "version-004", "another version", of: "005-media", "version", "004", .encoding, "version"),
    change("version-none", "no version", of: "005-media", "version", "", .encoding, "version"),
    cut("005-media", "content", to: 1, "service"), cut("005-media", "content", to: 43, "signature"),
    cut("005-media", "content", to: 61, "app-id"), cut("005-media", "content", to: 65, "ts"),
    cut("005-media", "content", to: 69, "random"), cut("005-media", "content", to: 73, "expire"),
    cut("005-media", "content", to: 75, "extra"), cut("005-permission", "content", to: 80, "extra"),
    longer("005-media", "content", "\0", "extra"),
    longer("005-permission", "content", "\0\0\0", "extra"),
    change(
      "service-0", "the service 0, signed", of: "005-media", "service", "\0\0", .structure,
      "service"),
    change(
      "service-5", "the service 5, signed", of: "005-media", "service", "\u{5}\0", .structure,
      "service"),
    change(
      "service-256", "a service whose high byte counts, signed", of: "005-media", "service",
      "\u{1}\u{1}", .structure, "service"),
    change(
      "app-id-0", "an empty app id, signed", of: "005-media", "app-id", "\0\0", .structure, "app-id"
    ),
    change(
      "app-id-text", "an app id as its 32 digits, signed", of: "005-media", "app-id",
      " \0970CA35de60c44645bbae8a215061b33", .structure, "app-id"),
    change(
      "map-of-1", "a permission in a key for media, signed", of: "005-media", "extra",
      "\u{1}\0\u{1}\0\u{1}\03", .structure, "permission"),
    change(
      "map-of-0", "no permission in a key for one, signed", of: "005-permission", "extra", "\0\0",
      .structure, "permission"),
    change(
      "map-of-2", "two permissions, signed", of: "005-permission", "extra",
      "\u{2}\0\u{1}\0\u{1}\03\u{1}\0\u{1}\00", .structure, "permission"),
    change(
      "permission-1", "a permission that there is not, signed", of: "005-permission", "extra",
      "\u{1}\0\u{1}\0\u{1}\01", .structure, "permission"),
    change(
      "permission-empty", "an empty permission, signed", of: "005-permission", "extra",
      "\u{1}\0\u{1}\0\0\0", .structure, "permission"),
    change(
      "permission-of-2", "the permission under another number, signed", of: "005-permission",
      "extra", "\u{1}\0\u{2}\0\u{1}\03", .structure, "permission"),
    OpenNegative(
      "005-media-signature-of-39", "a signature of 39 digits", of: "005-media", "writes-field",
      ["field": "signature", "bytes": .string("'\0" + String(repeating: "A", count: 39))],
      by: Check(.structure, "signature.length", "signature")),
    OpenNegative(
      "005-media-by-sha256", "a signature made with SHA-256", of: "005-media", "signs-by-sha256",
      by: Check(.structure, "signature.length", "signature")),
    OpenNegative(
      "005-media-signature-small", "the signature in small letters", of: "005-media", "other-case",
      by: Check(.encoding, "hex", "signature")),
    OpenNegative(
      "005-media-base64-url", "the alphabet for URLs, without padding", of: "005-media",
      "base64-url", by: Check(.encoding, "base64", "content")),
    OpenNegative(
      "005-media-unpadded", "no padding", of: "005-media", "cuts", ["layer": "text", "to": -2],
      by: Check(.encoding, "base64", "content")),
    OpenNegative(
      "005-media-star", "a star in the base64", of: "005-media", "replaces",
      ["layer": "text", "at": 20, "count": 1, "by": "*"], by: Check(.encoding, "base64", "content")),
    OpenNegative(
      "005-media-spare-bits", "the bits of the last symbol that carry nothing are set",
      of: "005-media", "replaces",
      ["layer": "text", "at": -3, "count": 1, "by": "B"], by: Check(.encoding, "base64", "content")),
    OpenNegative(
      "005-media-line-feed", "a line feed at the end", of: "005-media", "appends",
      ["layer": "text", "bytes": "\n"], by: Check(.encoding, "base64", "content")),
  ]

  private static let signaling: [OpenNegative] = [
    change("version-2", "another version", of: "signaling", "version", "2", .encoding, "version"),
    change(
      "version-long", "a version of two digits", of: "signaling", "version", "01", .encoding,
      "version"),
    change(
      "app-id-31", "an app id of 31 digits, signed", of: "signaling", "app-id",
      "970CA35de60c44645bbae8a215061b3", .encoding, "app-id"),
    change(
      "app-id-no-digits", "an app id that is none, signed", of: "signaling", "app-id",
      "970CA35de60c44645bbae8a215061b3g", .encoding, "hex"),
    change(
      "expire-zeros", "an end with a zero in front, signed", of: "signaling", "expire",
      "01446455471", .encoding, "number"),
    change(
      "expire-33-bits", "an end of 33 bits, signed", of: "signaling", "expire", "4294967296",
      .encoding, "number"),
    change(
      "expire-sign", "a negative end, signed", of: "signaling", "expire", "-1", .encoding, "number"),
    change("expire-empty", "no end, signed", of: "signaling", "expire", "", .encoding, "number"),
    cut("signaling", "text", to: 0, "version"), cut("signaling", "text", to: 20, "app-id"),
    cut("signaling", "text", to: 40, "expire"), cut("signaling", "text", to: 77, "digest"),
    longer("signaling", "text", "0", "digest"),
    OpenNegative(
      "signaling-capitals", "the digest in capitals", of: "signaling", "other-case",
      by: Check(.encoding, "hex", "digest")),
  ]
}
