// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto
internal import JSON
internal import Nacos

/// The reference as a reader, with what ports leave out.
struct StrictReading: NacosReading {
  let key: [UInt8]
  let mistakes: NacosMistakes

  func claims(of token: Text, now: Int64) throws(NacosException) -> NacosClaims {
    guard !mistakes.isDisjoint(with: .ofReaders) else {
      let claims = try opened(token, now: now)
      return NacosClaims(user: claims.sub, expire: claims.exp)
    }
    let claims = try read(token)
    guard let end = claims.expire, !isInTime(end, now) else { return claims }
    throw .refusal("the token ended at \(end), it is \(now)")
  }

  func end(of token: Text, now: Int64) throws(NacosException) -> Int64 {
    try opened(token, now: nil).exp
  }

  private func opened(_ token: Text, now: Int64?) throws(NacosException) -> AccessToken {
    do throws(Refusal) {
      return try AccessToken(opening: token.bytes.span, key: NacosKey(key), now: now)
    } catch {
      throw .refusal("\(error)")
    }
  }

  // MARK: - With mistakes

  private func isInTime(_ end: Int64, _ now: Int64) -> Bool {
    if mistakes.contains(.expiryUnchecked) { return true }
    if mistakes.contains(.expiryReversed) { return end <= now }
    if mistakes.contains(.leeway) { return end >= now &- 60 }
    return mistakes.contains(.lastSecondRefused) ? end > now : end >= now
  }

  private func read(_ token: Text) throws(NacosException) -> NacosClaims {
    let parts = token.bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3 else { throw .refusal("three parts are expected") }
    try verify(parts, signed: Array(token.bytes.prefix(parts[1].endIndex)))
    guard let payload = try? Base64.url.decode(Array(parts[1]).span),
      let object = try? JSONValue(parsing: payload.span).object
    else { throw .refusal("the payload is no object") }
    return NacosClaims(
      user: try member(object["sub"]?.text, .missingUserAccepted),
      expire: try member(object["exp"]?.int64, .missingEndAccepted))
  }

  private func verify(
    _ parts: [ArraySlice<UInt8>], signed: [UInt8]
  ) throws(NacosException) {
    if mistakes.contains(.signatureUnchecked) { return }
    if mistakes.contains(.acceptsNone), Self.saysNone(parts[0]) { return }
    guard let algorithm = known.first(where: { $0.isNamed(by: parts[0]) }),
      let signature = try? algorithm.digest.hmac(signed.span, key: key.span),
      Base64.url.encode(signature).elementsEqual(parts[2])
    else { throw .refusal("the signature is not that of this key") }
  }

  private var known: [NacosAlgorithm] {
    mistakes.contains(.onlyHS256) ? [.hs256] : NacosAlgorithm.allCases
  }

  private static func saysNone(_ header: ArraySlice<UInt8>) -> Bool {
    guard let bytes = try? Base64.url.decode(Array(header).span),
      let object = try? JSONValue(parsing: bytes.span).object
    else { return false }
    return object["alg"]?.string?.lowercased() == "none"
  }

  private func member<Value>(
    _ value: Value?, _ mistake: NacosMistakes
  ) throws(NacosException) -> Value? {
    guard value != nil || mistakes.contains(mistake) else {
      throw .refusal("a member is missing")
    }
    return value
  }
}
