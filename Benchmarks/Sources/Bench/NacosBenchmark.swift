// SPDX-License-Identifier: MIT

internal import Bytes
internal import CBare
internal import Nacos

/// Opening and minting of a usual Nacos token against HMAC-SHA256 over what is signed in it.
enum NacosBenchmark {
  static func run() throws {
    let key = try NacosKey(Array("fa94dd0f974cf2e293728a1234567890".utf8))
    let access = AccessToken(sub: "nacos", exp: 1_795_228_894)
    let token = try access.mint(key: key)
    let signed = token.lastIndex(of: UInt8(ascii: ".")) ?? 0
    let bare: [(Int32) -> Int64] = [1, 0].map { rekeys in
      { bench_hmac(Int32(signed), $0, rekeys) }
    }
    report(
      "jwt open", limit: 4, bare,
      ours: {
        (try? AccessToken(opening: token.span, key: key, now: access.exp))?.exp == access.exp
      })
    report(
      "jwt mint", limit: 4, bare,
      ours: { (try? access.mint(key: key))?.count == token.count })
  }
}
