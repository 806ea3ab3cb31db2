// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto
internal import Nacos

/// Nacos's own reader, since 2.2.1.
struct OwnReading: NacosReading {
  let key: [UInt8]
  let gaps: NacosGaps
  let jackson: JacksonVersion

  func claims(of token: Text, now: Int64) throws(NacosException) -> NacosClaims {
    let payload = try payload(of: token)
    let end = try end(payload, now)
    guard end >= now else { throw .access("token expired!") }
    guard payload.sub?.isEmpty == false || gaps.contains(.nameless) else {
      throw .access("token invalid!")
    }
    return NacosClaims(user: payload.sub, expire: end)
  }

  func end(of token: Text, now: Int64) throws(NacosException) -> Int64 {
    try end(payload(of: token), now)
  }

  /// The end of a token; one that has none is made to end now, as the object is.
  private func end(_ payload: JacksonPayload, _ now: Int64) throws(NacosException) -> Int64 {
    if let end = payload.exp { return end }
    guard gaps.contains(.endless) else { throw .access("token invalid!") }
    return now
  }

  private func payload(of token: Text) throws(NacosException) -> JacksonPayload {
    let token = JavaString(token)
    guard !token.isBlank else { throw .access("user not found!") }
    let parts = split(token)
    guard parts.count == 3 else { throw .access("token invalid!") }
    guard let algorithm = Self.algorithm(parts[0]) else {
      throw .access("unsupported signature algorithm")
    }
    try verify(parts, algorithm)
    return try bind(JavaBase64.url.decode(parts[1].latin1))
  }

  private func bind(_ bytes: [UInt8]) throws(NacosException) -> JacksonPayload {
    do throws(JacksonError) {
      if let payload = try JacksonPayload(bytes, version: jackson) { return payload }
    } catch {
      throw .deserialization(error)
    }
    throw NacosException(
      type: "java.lang.NullPointerException",
      message: "Cannot invoke \"\(JacksonPayload.type).getExp()\" because \"<local7>\" is null")
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

extension NacosException {
  fileprivate static func deserialization(_ error: JacksonError) -> NacosException {
    let end = error.hasPlace ? "" : "].  "
    return NacosException(
      type: "com.alibaba.nacos.api.exception.runtime.NacosDeserializationException",
      message: "errCode: 101, errMsg: Nacos deserialize for class [\(JacksonPayload.type)] failed,"
        + " cause error[\(error.message)\(end)")
  }
}
