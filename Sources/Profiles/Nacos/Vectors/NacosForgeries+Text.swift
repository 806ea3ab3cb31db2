// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Nacos
internal import Suite

/// The tables of what is refused.
enum NacosForgeries {
  // MARK: - The text

  static let texts: [NacosForgery] = [
    token("empty", "no token", "", by: .nacosBlank),
    token("blank", "nothing but a blank", " ", by: .nacosBlank),
    token("blanks", "blanks of several kinds", " \t\r\n", by: .nacosBlank),
    token("word", "a word", "token", by: .nacosParts),
    token(
      "auth-disabled", "what servers give while no login is wanted", "AUTH_DISABLED",
      by: .nacosParts),
    token("dot", "one dot", ".", by: .nacosParts),
    token("dots", "two dots with nothing between them", "..", by: .nacosHeader),
    token(
      "path", "text with two dots", "/../nacos", by: .nacosHeaderBase64, or: [parts]),
    NacosForgery("one-part", "the header alone", "cut-part", ["parts": 1], by: .nacosParts),
    NacosForgery(
      "two-parts", "no signature and no dot before it", "cut-part", ["parts": 2], by: .nacosParts),
    NacosForgery(
      "four-parts", "one part too many", "append", ["layer": "token", "bytes": ".x"],
      by: .nacosParts),
    NacosForgery(
      "trailing-dot", "a dot at the end", "append", ["layer": "token", "bytes": "."],
      by: .nacosParts),
    NacosForgery(
      "trailing-dots", "three dots at the end", "append", ["layer": "token", "bytes": "..."],
      by: .nacosParts),
    NacosForgery(
      "leading-dot", "a dot in front", "prepend", ["layer": "token", "bytes": "."], by: .nacosParts),
    NacosForgery(
      "empty-header", "no header", "set", ["layer": "header", "to": ""], by: .nacosHeader),
    NacosForgery(
      "empty-payload", "no payload", "set", ["layer": "payload", "to": ""], by: .nacosPayloadJSON),
    NacosForgery(
      "empty-signature", "no signature after its dot", "set", ["layer": "signature", "to": ""],
      by: .nacosSignature),
    NacosForgery(
      "empty-payload-unsigned", "no payload, and the signature of another", "set",
      ["layer": "sent-payload", "to": ""], by: .nacosSignature),
    around("leading-blank", "a blank in front", before: " ", by: .nacosHeaderBase64),
    around(
      "leading-mark", "a byte order mark in front", before: "\u{FEFF}", by: .nacosHeaderBase64),
    around(
      "leading-scheme", "the scheme of the header field in front", before: "Bearer ",
      by: .nacosHeaderBase64),
    around("trailing-blank", "a blank at the end", after: " ", by: .nacosSignature),
    around("trailing-newline", "the end of a line at the end", after: "\n", by: .nacosSignature),
    around("trailing-nul", "a NUL at the end", after: "\u{0}", by: .nacosSignature),
    around("trailing-symbol", "one symbol too many", after: "A", by: .nacosSignature),
    around("trailing-comma", "a second value of a list", after: ",x", by: .nacosSignature),
    NacosForgery(
      "percent", "dots as they stand in a URL that was encoded twice", "base64",
      ["layer": "token", "form": "percent"], by: .nacosParts),
    NacosForgery(
      "upper", "all letters in upper case", "base64", ["layer": "token", "form": "upper"],
      by: .nacosHeader),
    NacosForgery(
      "cut", "the last symbol is missing", "cut", ["layer": "token", "to": -1], by: .nacosSignature),
    NacosForgery(
      "twice", "the token twice, one after the other", "append",
      [
        "layer": "token",
        "bytes":
          ".eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJuYWNvcyIsImV4cCI6MTcwNDA4NTIwMH0.LCl5DkUZvB4NvMcIPjFe2xNPE6ESRUQei352Sg9f-iQ",
      ], by: .nacosParts),
  ]

  static let header = "structure/header"
  static let parts = "structure/parts"

  private static func token(
    _ name: String, _ comment: String, _ text: JSONValue, by check: Check,
    or alsoAllowed: [String] = []
  ) -> NacosForgery {
    NacosForgery(
      "token-\(name)", comment, "set", ["layer": "token", "to": text], by: check, or: alsoAllowed)
  }

  private static func around(
    _ name: String, _ comment: String, before: JSONValue? = nil, after: JSONValue? = nil,
    by check: Check, or alsoAllowed: [String] = []
  ) -> NacosForgery {
    NacosForgery(
      "around-\(name)", comment, before == nil ? "append" : "prepend",
      ["layer": "token", "bytes": before ?? after ?? ""], by: check, or: alsoAllowed)
  }
}
