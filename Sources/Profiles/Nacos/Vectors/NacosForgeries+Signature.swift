// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Nacos
internal import Suite

extension NacosForgeries {
  static let signatures = changed + rewritten + mistaken + replaced

  private static let changed: [NacosForgery] = [
    flipped("first", 0, 7), flipped("middle", 16, 3), flipped("last", -1, 0),
    flipped("half-384", -1, 0, of: "hs384"), flipped("half-512", 32, 0, of: "hs512"),
    mac("cut", "the signature lacks its last byte", "cut", ["to": 31]),
    mac("half", "half of the signature", "cut", ["to": 16]),
    mac("byte", "one byte of the signature", "cut", ["to": 1]),
    mac("longer", "one byte after the signature", "append", ["bytes": .string(Text([0]))]),
    mac(
      "zeros", "zeros in place of the signature", "set",
      ["to": .string(Text([UInt8](repeating: 0, count: 32)))]),
    NacosForgery(
      "mac-384-as-256", "the first 32 bytes of a signature of HS384", of: "hs384", "cut",
      ["layer": "mac", "to": 32], by: .nacosSignature),
  ]

  private static func flipped(
    _ name: String, _ byte: Int, _ bit: Int, of parent: String = "hs256"
  ) -> NacosForgery {
    NacosForgery(
      "mac-bit-\(name)", "one bit of the signature is another", of: parent, "flip-bit",
      ["layer": "mac", "byte": .integer(byte), "bit": .integer(bit)], by: .nacosSignature)
  }

  private static func mac(
    _ name: String, _ comment: String, _ edit: String, _ arguments: JSONObject
  ) -> NacosForgery {
    NacosForgery(
      "mac-\(name)", comment, edit,
      JSONObject([.init(name: "layer", value: "mac")] + arguments.members),
      by: .nacosSignature)
  }

  // MARK: - The same signature, written otherwise

  private static let rewritten: [NacosForgery] = [
    form("padded", "padding after the signature"),
    form("standard", "the signature in the other alphabet"),
    form("unused-bits", "bits that carry nothing are set in the signature"),
    form("hex", "the signature in hexadecimal digits"),
    form("upper", "the signature in capital letters"),
    NacosForgery(
      "signature-newline", "the end of a line inside the signature", "insert",
      ["layer": "signature", "at": 20, "bytes": "\n"], by: .nacosSignature, or: ["encoding/base64"]),
  ]

  private static func form(_ name: String, _ comment: String) -> NacosForgery {
    NacosForgery(
      "signature-\(name)", comment, "base64", ["layer": "signature", "form": .string(name)],
      by: .nacosSignature, or: ["encoding/base64"])
  }

  // MARK: - Signed with something else

  private static let mistaken: [NacosForgery] = [
    key("other", "another key", Text(Array(NacosSamples.key.reversed()))),
    key(
      "text", "the text of the key in place of its bytes", NacosSamples.configured(NacosSamples.key)
    ),
    key("empty", "an empty key", ""),
    key("newline", "the key and the end of a line", Text(NacosSamples.key + [0x0A])),
    key("cut", "the key without its last byte", Text(Array(NacosSamples.key.dropLast()))),
    key("default", "the text of the default key of old releases", NacosSamples.defaultKey),
    NacosForgery(
      "algorithm-512-as-256", "HS512, and a header that says HS256", "algorithm",
      ["algorithm": "HS512"], by: .nacosSignature),
    NacosForgery(
      "algorithm-256-as-512", "HS256, and a header that says HS512", of: "hs512", "algorithm",
      ["algorithm": "HS256"], by: .nacosSignature),
    NacosForgery(
      "signed-payload", "the signature of the payload alone", "sign-part", ["part": 1],
      by: .nacosSignature),
    NacosForgery(
      "signed-header", "the signature of the header alone", "sign-part", ["part": 0],
      by: .nacosSignature),
    NacosForgery(
      "signed-json", "the signature of the JSON texts", "set",
      ["layer": "signed", "to": .string(#"{"alg":"HS256"}."# + NacosSamples.payload)],
      by: .nacosSignature),
    NacosForgery(
      "signed-nothing", "the signature of nothing", "set", ["layer": "signed", "to": ""],
      by: .nacosSignature),
  ]

  private static func key(_ name: String, _ comment: String, _ key: Text) -> NacosForgery {
    NacosForgery(
      "key-\(name)", "signed with \(comment)", "key", ["key": .string(key)], by: .nacosSignature)
  }

  // MARK: - Changed after it was signed

  private static let replaced: [NacosForgery] = [
    NacosForgery(
      "sent-user", "another user, not signed again", "set",
      ["layer": "sent-payload", "to": "eyJzdWIiOiJhZG1pbiIsImV4cCI6MTcwNDA4NTIwMH0"],
      by: .nacosSignature),
    NacosForgery(
      "sent-end", "another end, not signed again", "set",
      ["layer": "sent-payload", "to": "eyJzdWIiOiJuYWNvcyIsImV4cCI6OTk5OTk5OTk5OX0"],
      by: .nacosSignature),
    NacosForgery(
      "sent-header", "the header of HS384, not signed again", "set",
      ["layer": "sent-header", "to": "eyJhbGciOiJIUzM4NCJ9"], by: .nacosSignature),
    NacosForgery(
      "sent-padding", "padding after the payload, not signed again", "append",
      ["layer": "sent-payload", "bytes": "="], by: .nacosSignature),
    NacosForgery(
      "sent-bit", "one bit of the payload, not signed again", "flip-bit",
      ["layer": "sent-payload", "byte": 20, "bit": 0], by: .nacosSignature),
  ]
}
