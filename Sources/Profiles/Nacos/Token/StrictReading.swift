// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Nacos

/// The reference as a reader, with what ports get wrong.
struct StrictReading: NacosReading {
  let key: [UInt8]
  let mistakes: NacosMistakes

  func claims(of token: Text, now: Int64) throws(NacosException) -> NacosClaims {
    if mistakes.contains(.onlyHS256), !NacosAlgorithm.hs256.isNamed(by: Self.header(of: token)) {
      throw .refusal("HS256 is expected")
    }
    let claims = try read(token)
    guard let end = claims.expire, !isInTime(end, now) else { return claims }
    throw .refusal("the token ended at \(end), it is \(now)")
  }

  func end(of token: Text, now: Int64) throws(NacosException) -> Int64 {
    do throws(Refusal) {
      return try opened(token, .all).exp
    } catch {
      throw .refusal("\(error)")
    }
  }

  private func isInTime(_ end: Int64, _ now: Int64) -> Bool {
    if mistakes.contains(.expiryUnchecked) { return true }
    if mistakes.contains(.expiryReversed) { return end <= now }
    if mistakes.contains(.leeway) { return end >= now &- 60 }
    return mistakes.contains(.lastSecondRefused) ? end > now : end >= now
  }

  private func opened(_ token: Text, _ checks: Checks) throws(Refusal) -> AccessToken {
    try AccessToken(opening: token.bytes.span, key: NacosKey(key), checks: checks)
  }

  // MARK: - With checks left out

  private func read(_ token: Text) throws(NacosException) -> NacosClaims {
    do throws(Refusal) {
      let opened = try opened(token, .all)
      return NacosClaims(user: opened.sub, expire: opened.exp)
    } catch {
      if error.check == .nacosAlgorithm, let claims = unsigned(token) { return claims }
      if isBlankAccepted(error) { return NacosClaims(user: nil, expire: nil) }
      guard isLeftOut(error.check) else { throw .refusal("\(error)") }
      return try read(token, ignoring: error)
    }
  }

  /// What is read where the check does not count by which a token was refused; one that has no
  /// user may have no end either.
  private func read(_ token: Text, ignoring first: Refusal) throws(NacosException) -> NacosClaims {
    let isEndless = first.check == .nacosMissing("exp")
    // An empty user is one that the token names.
    let isNobody = first.check == .nacosMissing("sub") && first.offset == nil
    do throws(Refusal) {
      let opened = try opened(token, Checks(without: first.check))
      return NacosClaims(
        user: isNobody ? nil : opened.sub, expire: isEndless ? nil : opened.exp)
    } catch {
      guard error.check == .nacosMissing("exp"), isLeftOut(error.check) else {
        throw .refusal("\(error)")
      }
      return NacosClaims(user: isNobody ? nil : "", expire: nil)
    }
  }

  private func isBlankAccepted(_ refusal: Refusal) -> Bool {
    refusal.check == .nacosBlank && mistakes.contains(.blankAccepted)
  }

  private func isLeftOut(_ check: Check) -> Bool {
    Self.leftOut.contains { $0.check == check && mistakes.contains($0.mistake) }
  }

  private static let leftOut: [(mistake: NacosMistakes, check: Check)] = [
    (.signatureUnchecked, .nacosSignature), (.missingEndAccepted, .nacosMissing("exp")),
    (.missingUserAccepted, .nacosMissing("sub")),
  ]

  /// What is read in a token whose header says that it is not signed.
  private func unsigned(_ token: Text) -> NacosClaims? {
    let header = Self.header(of: token)
    guard mistakes.contains(.acceptsNone),
      let json = try? Base64.url.decode(Array(header).span),
      (try? JSONValue(parsing: json.span))?["alg"]?.string?.lowercased() == "none"
    else { return nil }
    let known = Array(NacosAlgorithm.hs256.header.description.utf8)
    let other = Text(known + token.bytes.dropFirst(header.count))
    guard let opened = try? opened(other, Checks(without: .nacosSignature)) else { return nil }
    return NacosClaims(user: opened.sub, expire: opened.exp)
  }

  private static func header(of token: Text) -> ArraySlice<UInt8> {
    token.bytes.prefix { $0 != UInt8(ascii: ".") }
  }
}
