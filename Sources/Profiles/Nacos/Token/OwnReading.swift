// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto
internal import Nacos

/// Nacos's own reader, since 2.2.1.
struct OwnReading: NacosReading {
  let key: [UInt8]
  let gaps: NacosGaps

  func claims(of token: Text, now: Int64) throws(NacosException) -> NacosClaims {
    let payload = try payload(of: token, now: now)
    guard payload.exp >= now else { throw .access("token expired!") }
    return NacosClaims(user: payload.sub, expire: payload.exp)
  }

  func end(of token: Text, now: Int64) throws(NacosException) -> Int64 {
    try payload(of: token, now: now).exp
  }

  private func payload(of token: Text, now: Int64) throws(NacosException) -> JacksonPayload {
    let token = JavaString(token)
    guard !token.isBlank else { throw .access("user not found!") }
    let parts = split(token)
    guard parts.count == 3 else { throw .access("token invalid!") }
    guard let algorithm = Self.algorithm(parts[0]) else {
      throw .access("unsupported signature algorithm")
    }
    try verify(parts, algorithm)
    let bytes = try JavaBase64.url.decode(parts[1].latin1)
    return try JacksonPayload(reading: bytes, gaps: gaps, now: now)
  }

  /// The pieces between dots; empty ones at the end do not count.
  private func split(_ token: JavaString) -> [JavaString] {
    var pieces = token.piecesBetweenDots
    guard gaps.contains(.trailingDots) else { return pieces }
    while pieces.count > 1, pieces.last?.isEmpty == true { pieces.removeLast() }
    return pieces
  }

  private static func algorithm(_ header: JavaString) -> NacosAlgorithm? {
    NacosAlgorithm.allCases.first { header.text.equals($0.header.description.utf8.span) }
  }

  private func verify(
    _ parts: [JavaString], _ algorithm: NacosAlgorithm
  ) throws(NacosException) {
    let signed = parts[0].ascii + [UInt8(ascii: ".")] + parts[1].ascii
    guard let signature = try? algorithm.digest.hmac(signed.span, key: key.span),
      parts[2].text.bytes == Base64.url.encode(signature)
    else { throw .access("Invalid signature") }
  }
}
