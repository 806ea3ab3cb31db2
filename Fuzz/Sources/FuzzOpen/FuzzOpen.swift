// SPDX-License-Identifier: MIT

internal import Bytes
internal import Inputs
internal import Zego

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOpen(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  unsafe fuzz(start, count) { input in
    let secret = try Attacker.secret
    for token in try Attacker.tokens(of: input) + Attacker.tokens(sealing: input) {
      let is04 = try opens(token, as: Token04.self, secret)
      let is03 = try opens(token, as: Token03.self, secret)
      require(!is04 || !is03, "a token is of one format")
    }
  }
}

/// Opens a token; the claims of one that opens must come back from a new token.
private func opens<Claims: Openable>(
  _ token: [UInt8], as format: Claims.Type, _ secret: ZegoSecret
) throws -> Bool {
  let claims: Claims
  do throws(Refusal) {
    claims = try Claims(opening: token.span, secret: secret, now: nil, expecting: .init())
  } catch {
    require(error.offset.map { $0 >= 0 } ?? true, "the refusal's place is in the token")
    return false
  }
  let minted = try claims.mint(with: secret)
  let again = try Claims(
    opening: minted.utf8.span, secret: secret, now: claims.end - 1, expecting: claims.wishes)
  require(again == claims, "the claims come back")
  require(claims.isRefused(token, secret), "a token ends")
  return true
}
