// SPDX-License-Identifier: MIT

import Agora
import Bytes
import Testing

@Suite struct `A legacy key` {
  @Test(arguments: LegacySample.textKeys)
  func `001 to 004 is the one that the vendor's code makes`(
    version: TextKey.Version, service: LegacyService, expected: String
  ) throws {
    let key = try TextKey(
      version, try LegacySample.request(), try LegacySample.credentials(), service: service)
    #expect(key.token == Array(expected.utf8))
    let opened = try TextKey(opening: key.token.span, as: version, for: LegacySample.grant)
    #expect(opened == key)
    #expect(TextKey.Version(of: key.token.span) == version)
  }

  @Test(arguments: LegacySample.packedKeys)
  func `005 is the one that the vendor's code makes`(
    service: LegacyService, expected: String
  ) throws {
    let key = try LegacySample.packedKey(service)
    #expect(key.token == Array(expected.utf8))
    #expect(try PackedKey(opening: key.token.span, for: LegacySample.grant) == key)
  }

  @Test func `for signaling is the one that the vendor's code makes`() throws {
    let token = try SignalingToken(
      account: LegacySample.account, try LegacySample.credentials(), expire: LegacySample.expire)
    #expect(token.token == Array(LegacySample.signalingToken.utf8))
    let opened = try SignalingToken(
      opening: token.token.span, account: LegacySample.account,
      certificate: LegacySample.certificate)
    #expect(opened == token)
  }

  @Test(arguments: [
    (UInt32(0), "0000000000", "00000000"), (255, "0000000255", "000000ff"),
    (.max, "4294967295", "ffffffff"),
  ])
  func `fills its numbers up`(value: UInt32, decimal: String, hexadecimal: String) {
    #expect(TextKey.decimal(value) == Array(decimal.utf8))
    #expect(TextKey.hexadecimal(value) == Array(hexadecimal.utf8))
  }

  @Test func `of each version has a length of its own`() {
    #expect(TextKey.Version.allCases.map(\.length) == [90, 110, 113, 103])
  }

  @Test(arguments: [
    (UInt32(0), Int64(2_000_000_000), false), (1_446_455_471, 1_446_455_470, false),
    (1_446_455_471, 1_446_455_471, true), (.max, 4_294_967_294, false),
  ])
  func `ends at its second, and never where that is 0`(
    expire: UInt32, now: Int64, isOver: Bool
  ) throws {
    var request = try LegacySample.request()
    request.expire = expire
    let key = try PackedKey(request, try LegacySample.credentials(), service: .media)
    var reason: String?
    do throws(Refusal) {
      _ = try PackedKey(opening: key.token.span, now: now)
    } catch {
      reason = error.reason
    }
    #expect(reason == (isOver ? "expired" : nil))
  }
}
