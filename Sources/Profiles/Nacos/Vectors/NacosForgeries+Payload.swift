// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Nacos
internal import Suite

// All of these are signed as they stand.
extension NacosForgeries {
  static let payloads = encoded + written

  private static let encoded: [NacosForgery] = [
    NacosForgery(
      "payload-padded", "padding after the payload", "base64",
      ["layer": "payload", "form": "padded"], by: .nacosPayloadBase64),
    NacosForgery(
      "payload-standard", "the payload in the other alphabet", of: "text-url-symbols", "base64",
      ["layer": "payload", "form": "standard"], by: .nacosPayloadBase64),
    NacosForgery(
      "payload-unused-bits", "bits that carry nothing are set", "base64",
      ["layer": "payload", "form": "unused-bits"], by: .nacosPayloadBase64),
    NacosForgery(
      "payload-newline", "the end of a line inside the payload", "insert",
      ["layer": "payload", "at": 20, "bytes": "\n"], by: .nacosPayloadBase64),
    NacosForgery(
      "payload-blank", "a blank inside the payload", "insert",
      ["layer": "payload", "at": 20, "bytes": " "], by: .nacosPayloadBase64),
    NacosForgery(
      "payload-symbol", "one symbol too many", of: "text-full-group", "append",
      ["layer": "payload", "bytes": "A"], by: .nacosPayloadBase64),
    NacosForgery(
      "payload-plain", "the payload as it is before base64", "set",
      ["layer": "payload", "to": .string(NacosSamples.payload)], by: .nacosPayloadBase64),
    NacosForgery(
      "payload-hex", "the payload in hexadecimal digits", "base64",
      ["layer": "payload", "form": "hex"], by: .nacosPayloadJSON),
  ]

  private static let written: [NacosForgery] = [
    json("empty", "nothing", ""),
    json("null", "null", "null", by: .nacosPayloadType),
    json("list", "a list", #"["nacos",1704085200]"#, by: .nacosPayloadType),
    json("string", "a string", #""nacos""#, by: .nacosPayloadType),
    json("number", "a number", "1704085200", by: .nacosPayloadType),
    json("true", "true", "true", by: .nacosPayloadType),
    json("word", "no JSON", "nacos"),
    json("cut", "an object that does not end", #"{"sub":"nacos","exp":1704085200"#),
    json("trailing", "text after the object", NacosSamples.payload + "x"),
    json("second", "a second object", NacosSamples.payload + "{}"),
    json("mark", "a byte order mark", "\u{FEFF}" + NacosSamples.payload),
    json("comma", "a comma before the end", #"{"sub":"nacos","exp":1704085200,}"#),
    json("quotes", "quotes of another kind", "{'sub':'nacos','exp':1704085200}"),
    json("names", "names without quotes", #"{sub:"nacos",exp:1704085200}"#),
    json("comment", "a comment", #"{"sub":"nacos",/**/"exp":1704085200}"#),
    json(
      "control", "a control character that is not escaped",
      "{\"sub\":\"na\ncos\",\"exp\":1704085200}"),
    json("escape", "an escape that JSON does not have", #"{"sub":"\x6eacos","exp":1704085200}"#),
    json("leading-zero", "a number that begins with 0", NacosSamples.payload(exp: "01704085200")),
    json("plus", "a number with a sign of plus", NacosSamples.payload(exp: "+1704085200")),
    json("hexadecimal", "a number in hexadecimal digits", NacosSamples.payload(exp: "0x659250d0")),
    json("infinity", "a word for a number", NacosSamples.payload(exp: "Infinity")),
    json("not-a-number", "another word for a number", NacosSamples.payload(exp: "NaN")),
    json("fraction", "a number that ends in a point", NacosSamples.payload(exp: "1704085200.")),
    json(
      "deep", "a claim of 600 lists in one another",
      #"{"sub":"nacos","exp":1704085200,"x":"# + String(repeating: "[", count: 600)
        + String(repeating: "]", count: 600) + "}"),
    NacosForgery(
      "payload-utf-16", "UTF-16", "set",
      [
        "layer": "payload-json",
        "to": .string(Text(NacosSamples.payload.utf8.flatMap { [0, $0] })),
      ], by: .nacosPayloadJSON),
  ]

  private static func json(
    _ name: String, _ comment: String, _ text: String, by check: Check = .nacosPayloadJSON
  ) -> NacosForgery {
    NacosForgery(
      "payload-\(name)", comment, "set", ["layer": "payload-json", "to": .string(text)], by: check)
  }

  // MARK: - Keys

  static let keys: [NacosForgery] =
    [0, 1, 31].map { length in
      NacosForgery(
        "secret-\(length)", "a server with a key of \(length) bytes, which signed the token",
        "short-key", ["length": .integer(length)], by: Check(.policy, .secretLength, "secret"))
    } + [
      secret("unpadded", "a key without its padding", Text(Array(configured.dropLast()))),
      secret("padded-twice", "one mark of padding too many", Text(configured + [0x3D])),
      secret("leading-blank", "a blank in front of the key", Text([0x20] + configured)),
      secret("trailing-newline", "the end of a line after the key", Text(configured + [0x0A])),
      secret(
        "plain", "a key that is no Base64", "not-base64-but-long-enough-to-be-a-key-0123456789"),
      secret(
        "default", "the default key of old releases, of 69 characters", NacosSamples.defaultKey),
    ]

  private static let configured = NacosSamples.configured(NacosSamples.key).bytes

  private static func secret(_ name: String, _ comment: String, _ secret: Text) -> NacosForgery {
    NacosForgery(
      "secret-\(name)", "a server with \(comment)", "secret", ["secret": .string(secret)],
      by: Check(.encoding, .secretBase64, "secret"))
  }
}
