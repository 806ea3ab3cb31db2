// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// A header that is none of the three documented texts: what keeps it from being one.
struct TokenHeader {
  /// The algorithm that it names, in spite of all.
  let algorithm: NacosAlgorithm

  init(_ text: Span<UInt8>, _ checks: Checks) throws(Refusal) {
    let object = try Self.object(Self.decode(text, checks), checks)
    algorithm = try Self.algorithm(object, checks)
    try checks.refuse(
      Self.refusal(.header, "header", "the header is none of the three of HS256, HS384 and HS512"))
  }

  private static func decode(_ text: Span<UInt8>, _ checks: Checks) throws(Refusal) -> [UInt8] {
    do throws(FormatError) {
      return try Base64.url.decode(text, field: "header")
    } catch {
      try checks.refuse(
        Refusal(.encoding, .base64, field: error.field, offset: error.offset, error.detail))
      return Base64.url.decodeLoosely(text)
    }
  }

  private static func object(_ bytes: [UInt8], _ checks: Checks) throws(Refusal) -> JSONObject {
    guard let object = try? JSONValue(parsing: bytes.span).object else {
      try checks.refuse(refusal(.jsonSyntax, "header", "a JSON object is expected"))
      return ["alg": "HS256"]
    }
    return object
  }

  private static func algorithm(
    _ header: JSONObject, _ checks: Checks
  ) throws(Refusal) -> NacosAlgorithm {
    guard let algorithm = header["alg"]?.string.flatMap(NacosAlgorithm.init) else {
      try checks.refuse(
        refusal(.algorithm, "alg", "one of HS256, HS384 and HS512 is expected"))
      return .hs256
    }
    return algorithm
  }

  private static func refusal(
    _ reason: NacosReason, _ field: String, _ words: String
  ) -> Refusal {
    Refusal(.structure, reason, field: field, offset: 0, words)
  }
}
