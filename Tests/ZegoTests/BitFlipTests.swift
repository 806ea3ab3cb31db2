// SPDX-License-Identifier: MIT

import Bytes
import Testing
import Zego

/// A flip of one bit that a token survived.
struct AcceptedFlip: Equatable, CustomStringConvertible {
  let byte: Int
  let bit: Int
  let changed: [String]

  var description: String { "byte \(byte) bit \(bit): \(changed.joined(separator: ", "))" }
}

@Suite struct BitFlipTests {
  static let tokens = [KnownTokenTests.cbc, KnownTokenTests.gcm, KnownTokenTests.old]

  @Test(arguments: tokens)
  func `every prefix of a token is refused`(token: String) throws {
    let bytes = Array(token.utf8)
    for count in bytes.indices {
      let prefix = Array(bytes[..<count])
      #expect(try Self.open(prefix) == nil, "\(count) bytes")
    }
    #expect(try Self.open(bytes) != nil)
  }

  @Test(arguments: tokens)
  func `every prefix of what the base64 holds is refused`(token: String) throws {
    let bytes = try Self.decoded(token)
    for count in bytes.indices {
      #expect(try Self.open(Forge.token(String(token.prefix(2)), Array(bytes[..<count]))) == nil)
    }
  }

  @Test(arguments: tokens)
  func `no flip of a bit in the text of a token opens to the same members`(token: String) throws {
    let original = try #require(try Self.open(Array(token.utf8)))
    for flip in try Self.accepted(Array(token.utf8), original, { $0 }) {
      #expect(!flip.changed.isEmpty, "\(flip)")
    }
  }

  @Test func `no flip of a bit of a GCM token opens`() throws {
    #expect(try Self.acceptedFlips(KnownTokenTests.gcm).isEmpty)
    #expect(try Self.accepted(Array(KnownTokenTests.gcm.utf8), [:], { $0 }).isEmpty)
  }

  @Test func `the clear expire of a token is bound to the encrypted one alone`() throws {
    for token in Self.tokens {
      var bytes = try Self.decoded(token)
      bytes[7] ^= 1
      let forged = Forge.token(String(token.prefix(2)), bytes)
      let verdict =
        token.hasPrefix("03") ? try Forge.verdict03(forged) : try Forge.verdict04(forged)
      #expect(verdict.hasPrefix("claims/expire.mismatch in expire"))
    }
  }

  /// CBC has no tag: the IV's bits turn up in the first block, a block's bits in the next one.
  @Test func `the flips that a CBC token survives change members that CBC leaves open`() throws {
    let flips = try Self.acceptedFlips(KnownTokenTests.cbc)
    print("accepted flips of a CBC token:", flips.count)
    for flip in flips { print(" ", flip) }
    #expect(flips.allSatisfy { $0.changed.count == 1 && $0.byte >= 10 })
    #expect(Set(flips.flatMap(\.changed)) == ["app_id"])
    #expect(flips.count == 3)
  }

  @Test func `the flips that a token03 survives change members that CBC leaves open`() throws {
    let flips = try Self.acceptedFlips(KnownTokenTests.old)
    print("accepted flips of a token03:", flips.count)
    for flip in flips { print(" ", flip) }
    #expect(flips.allSatisfy { $0.changed.count == 1 && $0.byte >= 10 })
    #expect(Set(flips.flatMap(\.changed)) == ["app_id"])
  }

  // MARK: - Flipping

  /// The flips in the bytes under the base64 that open, each with the members that changed.
  static func acceptedFlips(_ token: String) throws -> [AcceptedFlip] {
    let prefix = String(token.prefix(2))
    let original = try #require(try open(Array(token.utf8)))
    return try accepted(decoded(token), original) { Forge.token(prefix, $0) }
  }

  private static func accepted(
    _ bytes: [UInt8], _ original: [String: String], _ token: ([UInt8]) -> [UInt8]
  ) throws -> [AcceptedFlip] {
    var flips: [AcceptedFlip] = []
    for index in bytes.indices {
      for bit in 0..<8 {
        var flipped = bytes
        flipped[index] ^= 1 << UInt8(bit)
        guard let members = try open(token(flipped)) else { continue }
        let changed = members.filter { original[$0.key] != $0.value }.keys.sorted()
        flips.append(AcceptedFlip(byte: index, bit: bit, changed: changed))
      }
    }
    return flips
  }

  private static func decoded(_ token: String) throws -> [UInt8] {
    let symbols = Array(token.utf8.dropFirst(2))
    return try Base64.standard.decode(symbols.span)
  }

  /// The members of a token, whichever it is; nothing where it is refused.
  static func open(_ token: [UInt8]) throws -> [String: String]? {
    let secret = try Forge.secret
    if let new = try? Token04(opening: token.span, secret: secret) {
      return [
        "app_id": "\(new.appID)", "user_id": new.userID, "nonce": "\(new.nonce)",
        "ctime": "\(new.ctime)", "expire": "\(new.expire)", "payload": new.payload,
      ]
    }
    guard let old = try? Token03(opening: token.span, secret: secret) else { return nil }
    return [
      "app_id": "\(old.appID)", "user_id": old.userID, "room_id": old.roomID,
      "privilege": "\(old.mayLogIn) \(old.mayPublish)", "create_time": "\(old.createTime)",
      "expire_time": "\(old.expireTime)", "nonce": "\(old.nonce)",
    ]
  }
}
