// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import Inputs

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzAgora(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  unsafe fuzz(start, count) { input in
    for token in try AgoraAttacker.tokens(of: input) {
      try check006(token)
      try check007(token)
    }
    if let token = try AgoraAttacker.token006(signing: input) { try check006(token) }
    try check007(try AgoraAttacker.token007(signing: input))
  }
}

/// A token is written in one way alone, and what opens comes back from a new token.
private func check006(_ token: [UInt8]) throws {
  if let envelope = try? Envelope006(reading: token.span) {
    require(envelope.token == token, "the envelope is written as it was read")
  }
  let certificate = try AgoraAttacker.certificate
  let access: Access006
  do throws(Refusal) {
    access = try Access006(
      opening: token.span, certificate: certificate, channel: AgoraAttacker.channel,
      user: AgoraAttacker.user)
  } catch {
    return require(error.offset.map { $0 >= 0 } ?? true, "the refusal's place is in the token")
  }
  let minted = try access.mint(
    certificate: certificate, channel: AgoraAttacker.channel, user: AgoraAttacker.user)
  let again = try Access006(
    opening: minted.utf8.span, certificate: certificate, channel: AgoraAttacker.channel,
    user: AgoraAttacker.user, now: Int64(access.ts) - 1)
  require(again.isSame(as: access), "the rights come back")
}

/// The info of what opens is written as it was read, however it was compressed.
private func check007(_ token: [UInt8]) throws {
  let certificate = try AgoraAttacker.certificate
  let access: Access007
  do throws(Refusal) {
    access = try Access007(opening: token.span, certificate: certificate)
  } catch {
    return require(error.offset.map { $0 >= 0 } ?? true, "the refusal's place is in the token")
  }
  let envelope = try Envelope007(reading: token.span)
  require(try access.info.bytes == envelope.info, "the info is written as it was read")
  let ordered = Access007(access.info.ascending)
  let sealed = try AgoraAttacker.token007(signing: ordered.info.bytes)
  let again = try Access007(opening: sealed.span, certificate: certificate)
  require(again == ordered, "the rights come back")
}

extension Access006 {
  fileprivate func isSame(as other: Access006) -> Bool {
    let (own, others) = (privileges, other.privileges.sorted { $0.id < $1.id })
    return own == others && appID == other.appID && salt == other.salt && ts == other.ts
  }
}
