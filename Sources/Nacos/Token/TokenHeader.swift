// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// A header that is none of the three documented texts: what keeps it from being one.
struct TokenHeader {
  /// The algorithm that it names, in spite of all.
  let algorithm: NacosAlgorithm

  init(_ text: Span<UInt8>, _ checks: Checks) throws(Refusal) {
    let json = try Self.decode(text, checks)
    if let header = try? JSONValue(parsing: json.span).object {
      algorithm = try Self.algorithm(header, checks)
    } else {
      algorithm = .hs256
    }
    try checks.refuse(
      Refusal(
        .structure, .header, field: "header", offset: 0,
        "the header is none of the three of HS256, HS384 and HS512"))
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

  private static func algorithm(
    _ header: JSONObject, _ checks: Checks
  ) throws(Refusal) -> NacosAlgorithm {
    guard let algorithm = header["alg"]?.string.flatMap(NacosAlgorithm.init) else {
      try checks.refuse(
        Refusal(
          .crypto, .algorithm, field: "alg", offset: 0,
          "one of HS256, HS384 and HS512 is expected"))
      return .hs256
    }
    return algorithm
  }
}
