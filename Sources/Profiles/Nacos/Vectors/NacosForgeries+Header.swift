// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Nacos
internal import Suite

// Servers since 2.2.1 compare the text of the header; for them every reason is that one.
extension NacosForgeries {
  static let headers = written + named + unsigned + broken

  private static let written: [NacosForgery] = [
    json("typ", "typ after alg, as most libraries write it", #"{"alg":"HS256","typ":"JWT"}"#),
    json("typ-first", "typ before alg", #"{"typ":"JWT","alg":"HS256"}"#),
    json("blank", "a blank after the colon", #"{"alg": "HS256"}"#),
    json("blank-around", "blanks around the object", #" {"alg":"HS256"} "#),
    json("newline", "the end of a line after the object", "{\"alg\":\"HS256\"}\n"),
    json("kid", "the name of a key", #"{"alg":"HS256","kid":"nacos"}"#),
    json(
      "kid-path", "the name of a key that is a path", #"{"alg":"HS256","kid":"../../dev/null"}"#),
    json("jku", "an address of keys", #"{"alg":"HS256","jku":"http://127.0.0.1/keys"}"#),
    json(
      "crit", "a member that has to be understood", #"{"alg":"HS256","crit":["b64"],"b64":false}"#),
    json("cty", "the type of the content", #"{"alg":"HS256","cty":"JWT"}"#),
    json("twice", "alg twice, the same", #"{"alg":"HS256","alg":"HS256"}"#),
    json(
      "none-first", "alg twice, none before HS256", #"{"alg":"none","alg":"HS256"}"#,
      by: .nacosAlgorithm),
    json("none-last", "alg twice, none after HS256", #"{"alg":"HS256","alg":"none"}"#),
    json("escaped", "alg as escapes", #"{"\u0061lg":"HS256"}"#),
    json("value-escaped", "the algorithm as escapes", #"{"alg":"\u0048S256"}"#),
  ]

  private static let named: [NacosForgery] = [
    algorithm("lower", "the algorithm in lower case", "hs256"),
    algorithm("unknown", "an algorithm that nobody knows", "HS255"),
    algorithm("hs1", "HMAC with SHA-1", "HS1"),
    algorithm("rs256", "an algorithm of public keys, signed with the secret", "RS256"),
    algorithm("es256", "an algorithm of elliptic curves, signed with the secret", "ES256"),
    algorithm("dir", "an algorithm of encryption", "dir"),
    algorithm("empty", "an empty algorithm", ""),
    algorithm("blank", "a blank after the algorithm", "HS256 "),
    algorithm("null", "null for an algorithm", .null),
    algorithm("number", "a number for an algorithm", 256),
    algorithm("list", "a list of algorithms", ["HS256"]),
    NacosForgery(
      "header-no-alg", "no algorithm", "drop-member", ["layer": "header-json", "name": "alg"],
      by: .nacosAlgorithm),
    NacosForgery(
      "header-case", "ALG in capital letters", "rename-member",
      ["layer": "header-json", "name": "alg", "to": "ALG"], by: .nacosAlgorithm),
  ]

  private static func algorithm(_ name: String, _ comment: String, _ value: JSONValue)
    -> NacosForgery
  {
    NacosForgery(
      "header-alg-\(name)", comment, "set-member",
      ["layer": "header-json", "name": "alg", "value": value], by: .nacosAlgorithm)
  }

  // MARK: - None

  private static let unsigned: [NacosForgery] =
    ["none", "None", "NONE", "nOnE"].flatMap { name in
      [none(name, "none"), none(name, "hs256")]
    } + [
      NacosForgery(
        "none-two-parts", "none, and neither a signature nor a dot before it", "set",
        [
          "layer": "token", "to": "eyJhbGciOiJub25lIn0.eyJzdWIiOiJuYWNvcyIsImV4cCI6MTcwNDA4NTIwMH0",
        ], by: .nacosParts, or: Check.nacosHeader.alike + [header])
    ]

  /// The names of the vectors are in lower case and tell the number of capital letters.
  private static func none(_ name: String, _ signature: String) -> NacosForgery {
    let capitals = name.filter(\.isUppercase).count
    return NacosForgery(
      "none-\(capitals)-capitals-" + (signature == "none" ? "unsigned" : "signed"),
      "the algorithm \(name), "
        + (signature == "none" ? "without a signature" : "with the signature of HS256"),
      "alg-none", ["name": .string(name), "signature": .string(signature)], by: .nacosAlgorithm)
  }

  // MARK: - No JSON, no base64

  private static let broken: [NacosForgery] = [
    json("object-empty", "an object without members", "{}", by: .nacosAlgorithm),
    json("list", "a list", #"["HS256"]"#, by: .nacosHeader),
    json("string", "a string", #""HS256""#, by: .nacosHeader),
    json("word", "no JSON", "HS256", by: .nacosHeader),
    json("null", "null", "null", by: .nacosHeader),
    json("cut", "an object that does not end", #"{"alg":"HS256""#, by: .nacosHeader),
    json("trailing", "text after the object", #"{"alg":"HS256"}x"#, by: .nacosHeader),
    json("quotes", "quotes of another kind", "{'alg':'HS256'}", by: .nacosHeader),
    json("mark", "a byte order mark", "\u{FEFF}{\"alg\":\"HS256\"}", by: .nacosHeader),
    NacosForgery(
      "header-newline-inside", "the end of a line inside the header", "insert",
      ["layer": "header", "at": 10, "bytes": "\n"], by: .nacosHeaderBase64),
    NacosForgery(
      "header-padding", "padding after the header", "append", ["layer": "header", "bytes": "="],
      by: .nacosHeaderBase64),
    NacosForgery(
      "header-plain", "the header as it is before base64", "set",
      ["layer": "header", "to": #"{"alg":"HS256"}"#], by: .nacosHeaderBase64),
  ]

  private static func json(
    _ name: String, _ comment: String, _ text: JSONValue, by check: Check = .nacosHeader
  ) -> NacosForgery {
    NacosForgery(
      "header-\(name)", comment, "set", ["layer": "header-json", "to": text], by: check)
  }
}
