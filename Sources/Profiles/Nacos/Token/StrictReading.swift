// SPDX-License-Identifier: MIT

internal import Bytes
internal import Nacos

/// The reference as a reader, with what ports leave out.
struct StrictReading: NacosReading {
  let key: [UInt8]
  let mistakes: NacosMistakes

  func claims(of token: Text, now: Int64) throws(NacosException) -> NacosClaims {
    let claims = try read(token, now: now)
    return NacosClaims(user: claims.sub, expire: claims.exp)
  }

  func end(of token: Text, now: Int64) throws(NacosException) -> Int64 {
    try read(token, now: nil).exp
  }

  private func read(_ token: Text, now: Int64?) throws(NacosException) -> AccessToken {
    do throws(Refusal) {
      return try AccessToken(opening: token.bytes.span, key: NacosKey(key), now: now)
    } catch {
      throw .refusal("\(error)")
    }
  }
}
