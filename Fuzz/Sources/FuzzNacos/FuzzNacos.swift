// SPDX-License-Identifier: MIT

internal import Bytes
internal import Inputs
internal import Nacos

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzNacos(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  unsafe fuzz(start, count) { input in
    for token in try [input] + NacosAttacker.tokens(of: input) { try check(token) }
    try checkRequest(input)
  }
}

/// Opens a token; the claims of one that opens must come back from a new token.
private func check(_ token: [UInt8]) throws {
  let key = try NacosAttacker.key
  let claims: AccessToken
  do throws(Refusal) {
    claims = try AccessToken(opening: token.span, key: key)
  } catch {
    return requirePlace(of: error, in: token)
  }
  require(try AccessToken(reading: token.span) == claims, "the key changes no claim")
  require(stage(of: token, try NacosKey(Array(key.bytes.reversed()))) == .crypto, "one key opens")
  for algorithm in NacosAlgorithm.allCases {
    let minted = try claims.mint(key: key, algorithm: algorithm)
    let again = try AccessToken(opening: minted.span, key: key, now: claims.exp)
    require(again == claims, "the claims come back")
  }
  guard claims.exp < .max else { return }
  require(stage(of: token, key, now: claims.exp + 1) == .time, "a token ends")
}

/// Where a token is refused.
private func stage(of token: [UInt8], _ key: NacosKey, now: Int64? = nil) -> Stage? {
  do throws(Refusal) {
    _ = try AccessToken(opening: token.span, key: key, now: now)
    return nil
  } catch {
    return error.stage
  }
}
