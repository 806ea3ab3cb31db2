// SPDX-License-Identifier: MIT

import Bytes
import Foundation
import Seeded
import Testing

@testable import Crypto

struct `bcrypt` {
  /// Published values: by crypt_blowfish, by the BSD tests, and by a page of NATS.
  static let known = [
    ("U*U", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"),
    ("U*U*", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.VGOzA784oUp/Z0DY336zx7pLYAy0lwK"),
    ("U*U*U", "$2a$05$XXXXXXXXXXXXXXXXXXXXXOAcXxm9kjPGEMsLznoKqmqw7tc8WCx4a"),
    ("", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.7uG0VCzI2bS7j6ymqJi9CdcdxiRTWNy"),
    ("dag0HTXl4RGg7dXdaJwbC8", "$2a$11$PWIFAL8RsWyGI3jVZtO9Nu8.6jOxzxfZo7c/W0eLk017hjgUKWrhy"),
  ]

  @Test(arguments: known)
  func `gives the published hashes`(secret: String, hash: String) {
    #expect(matches(Array(hash.utf8), Array(secret.utf8)) == true)
    #expect(matches(Array(hash.utf8), Array((secret + "x").utf8)) == false)
  }

  @Test func `begins with the fraction of pi`() {
    let words = Self.fractionOfPi(words: 18 + 1024)
    for (index, word) in words.enumerated() {
      #expect(Bcrypt.initialWord(index) == word, "word \(index)")
    }
    #expect(Bcrypt.initialWord(-1) == 0)
    #expect(Bcrypt.initialWord(1042) == 0)
  }

  /// By Machin: 16 atan(1/5) - 4 atan(1/239), with some words more than are wanted.
  private static func fractionOfPi(words: Int) -> [UInt32] {
    let size = words + 4
    func divide(_ number: inout [UInt32], by divisor: UInt32) {
      var rest: UInt64 = 0
      for index in number.indices {
        let part = rest << 32 | UInt64(number[index])
        number[index] = UInt32(part / UInt64(divisor))
        rest = part % UInt64(divisor)
      }
    }
    func add(_ number: [UInt32], to sum: inout [UInt32], negated: Bool) {
      var carry: Int64 = 0
      for index in sum.indices.reversed() {
        carry += Int64(sum[index]) + (negated ? -Int64(number[index]) : Int64(number[index]))
        sum[index] = UInt32(truncatingIfNeeded: carry)
        carry >>= 32
      }
    }
    var sum = [UInt32](repeating: 0, count: size)
    for (factor, inverse, isNegative) in [(16, 5, false), (4, 239, true)]
      as [(UInt32, UInt32, Bool)]
    {
      var power = [UInt32](repeating: 0, count: size)
      power[0] = factor
      divide(&power, by: inverse)
      var odd: UInt32 = 1
      while power.contains(where: { $0 != 0 }) {
        var term = power
        divide(&term, by: odd)
        add(term, to: &sum, negated: isNegative != (odd % 4 == 3))
        divide(&power, by: inverse * inverse)
        odd += 2
      }
    }
    return Array(sum[1...words])
  }

  @Test(arguments: [0, 1, 2, 3, 55, 70, 71, 72])
  func `agrees with crypt of the system`(length: Int) throws {
    var random = Seeded(seed: .random(in: 0...UInt64.max))
    for version: Unicode.Scalar in ["a", "b", "y"] {
      // That function knows no NUL, and before 0x80 all versions are one.
      let secret = (0..<length).map { _ in UInt8.random(in: 1...0x7F, using: &random) }
      let salt = random.bytes(Bcrypt.saltSize)
      let hash = try BcryptHash.make(secret.span, salt: salt.span, cost: 4, version: version)
      let text = String(decoding: hash, as: UTF8.self)
      #expect(System.crypt(secret, setting: text) == text)
    }
  }

  @Test func `counts 72 bytes`() throws {
    let salt = [UInt8](repeating: 7, count: 16)
    let long = [UInt8](repeating: 0x61, count: 100)
    let digests = try [71, 72, 73, 100].map { try digest(Array(long.prefix($0)), salt: salt) }
    #expect(digests[0] != digests[1])
    #expect(digests[1] == digests[2])
    #expect(digests[1] == digests[3])
  }

  @Test func `counts NUL, and begins again behind the end`() throws {
    let salt = [UInt8](repeating: 9, count: 16)
    let digests = try ["a\0b", "a", "a\0c", "ab\0ab", "ab"].map {
      try digest(Array($0.utf8), salt: salt)
    }
    #expect(Set(digests).count == 4)
    #expect(digests[3] == digests[4])
  }

  @Test(arguments: ["a", "b", "x", "y"] as [Unicode.Scalar])
  func `computes all versions alike`(version: Unicode.Scalar) throws {
    let salt = [UInt8](repeating: 5, count: 16)
    let secret: [UInt8] = [0xFF, 0xA3, 0x80]
    let hash = try BcryptHash.make(secret.span, salt: salt.span, cost: 4, version: version)
    let plain = try BcryptHash.make(secret.span, salt: salt.span, cost: 4)
    #expect(hash.dropFirst(3) == plain.dropFirst(3))
    #expect(matches(hash, secret) == true)
  }

  @Test func `is not computed above the cost that is allowed`() {
    let text = "$2a$31$PWIFAL8RsWyGI3jVZtO9Nu8.6jOxzxfZo7c/W0eLk017hjgUKWrhy"
    #expect(parse(Array(text.utf8))?.cost == 31)
    #expect(matches(Array(text.utf8), [], upTo: 30) == nil)
  }

  @Test(arguments: [-1, 0, 3, 32, Int.max, Int.min])
  func `takes no other cost`(cost: Int) {
    let salt = [UInt8](repeating: 5, count: 16)
    #expect(throws: CryptoError.length) { try digest([], salt: salt, cost: cost) }
  }

  @Test(arguments: [0, 15, 17])
  func `takes no other salt`(size: Int) {
    let salt = [UInt8](repeating: 5, count: size)
    #expect(throws: CryptoError.length) { try digest([], salt: salt) }
  }
}

private func digest(_ secret: [UInt8], salt: [UInt8], cost: Int = 4) throws -> [UInt8] {
  try Bcrypt.digest(of: secret.span, salt: salt.span, cost: cost)
}

private func parse(_ text: [UInt8]) -> BcryptHash? { BcryptHash(text.span) }

private func matches(_ text: [UInt8], _ secret: [UInt8], upTo cost: Int = 11) -> Bool? {
  parse(text)?.matches(secret.span, upTo: cost)
}

struct `A bcrypt hash as text` {
  static let text = Array("$2a$04$N9qo8uLOickgx2ZMRZoMyeWR9q66gVnJpRiWIAEnzuG1CDc7xz4kG".utf8)
  static let secret: [UInt8] = Array("dag0HTXl4RGg7dXdaJwbC8".utf8)

  private static func matches(_ text: [UInt8]) -> Bool {
    CryptoTests.matches(text, secret, upTo: 6) ?? false
  }

  @Test func `is read into its parts`() throws {
    let hash = try #require(parse(Self.text))
    #expect(hash.version == UInt8(ascii: "a"))
    #expect(hash.cost == 4)
    #expect(hash.salt == Array(Self.text[7..<29]))
    #expect(hash.digest == Array(Self.text[29...]))
    #expect(hash.trailing.isEmpty)
    #expect(Self.matches(Self.text))
    #expect(parse(Self.text + [10])?.trailing == [10])
  }

  @Test func `is none where it is cut`() {
    for length in Self.text.indices { #expect(parse(Array(Self.text[..<length])) == nil) }
  }

  /// The last four bits of the salt say nothing, and 2a is 2b, 2x and 2y.
  @Test func `counts in every bit but a few`() {
    for index in Self.text.indices {
      for bit in 0..<8 {
        var flipped = Self.text
        flipped[index] ^= 1 << UInt8(bit)
        let isFree = index == 2 && "bxy".utf8.contains(flipped[2])
        let saysNothing = index == 28 && Self.matches(flipped)
        #expect(Self.matches(flipped) == (isFree || saysNothing), "bit \(bit) of byte \(index)")
      }
    }
  }

  @Test func `never traps`() {
    var random = Seeded(seed: .random(in: 0...UInt64.max))
    for _ in 0..<2000 {
      var text = Self.text
      for _ in 0...Int.random(in: 0...2, using: &random) {
        text[Int.random(in: 0..<text.count, using: &random)] = .random(in: 0...255, using: &random)
      }
      text.removeLast(Int.random(in: 0...2, using: &random))
      _ = Self.matches(text)
    }
  }

  @Test(arguments: 0...24)
  func `has a base64 that comes back`(size: Int) {
    var random = Seeded(seed: .random(in: 0...UInt64.max))
    let bytes = random.bytes(size)
    #expect(BcryptHash.decode(BcryptHash.encode(bytes)) == bytes)
  }
}

/// crypt(3), asked through Perl: Foundation has no name for it.
private enum System {
  static func crypt(_ secret: [UInt8], setting: String) -> String? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/perl")
    process.arguments = [
      "-e", "print crypt(pack('H*', $ARGV[0]), $ARGV[1])", Hex.encode(secret), setting,
    ]
    let output = Pipe()
    process.standardOutput = output
    guard (try? process.run()) != nil else { return nil }
    let bytes = try? output.fileHandleForReading.readToEnd()
    process.waitUntilExit()
    return String(decoding: bytes ?? Data(), as: UTF8.self)
  }
}
