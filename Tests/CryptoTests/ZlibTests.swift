// SPDX-License-Identifier: MIT

import Bytes
import Crypto
import Seeded
import Testing

@Suite struct `A zlib stream` {
  /// Texts and the streams that Python's zlib module makes of them.
  static let known: [(text: String, stream: String)] = [
    ("", "789c030000000001"), ("a", "789c4b040000620062"),
    ("hello hello hello hello", "789ccb48cdc9c957c8402701680308b1"),
  ]

  private static let seed = UInt64.random(in: 0...UInt64.max)

  @Test(arguments: known)
  func `is the one that another program makes`(text: String, stream: String) throws {
    let bytes = Array(text.utf8)
    let expected = try Self.bytes(stream)
    let deflated = try Zlib.deflate(bytes.span)
    #expect(deflated == expected)
    let inflated = try Zlib.inflate(expected.span, limit: bytes.count)
    #expect(inflated.bytes == bytes)
    #expect(inflated.consumed == expected.count)
  }

  @Test(arguments: [0, 1, 2, 255, 4096, 70_000, 1_000_000])
  func `stands for any bytes`(count: Int) throws {
    var random = Seeded(seed: Self.seed)
    for bytes in [random.bytes(count), [UInt8](repeating: 7, count: count)] {
      let stream = try Zlib.deflate(bytes.span)
      let inflated = try Zlib.inflate(stream.span, limit: count)
      #expect(inflated.bytes == bytes, "seed \(Self.seed)")
      #expect(inflated.consumed == stream.count)
    }
  }

  @Test func `says where it ends`() throws {
    let stream = try Self.bytes(Self.known[2].stream)
    let longer = stream + [1, 2, 3]
    let inflated = try Zlib.inflate(longer.span, limit: 23)
    #expect(inflated.consumed == stream.count)
  }

  @Test func `is refused where it stands for more than the limit`() throws {
    let zeros = [UInt8](repeating: 0, count: 1_000_000)
    let bomb = try Zlib.deflate(zeros.span)
    #expect(bomb.count < 2000)
    for limit in [0, 1, 65_536, 999_999] {
      #expect(Self.failure(of: bomb, limit: limit) == .limit)
    }
    #expect(Self.failure(of: bomb, limit: 1_000_000) == nil)
    for limit in [-1, Int.max] { #expect(Self.failure(of: bomb, limit: limit) == .limit) }
  }

  static let broken: [(stream: String, failure: Zlib.Failure)] = [
    ("", .truncated), ("78", .truncated), ("789d", .malformed), ("0000", .malformed),
    ("78bb00000001", .malformed), ("789c07", .malformed), ("789c4b040000620063", .checksum),
    ("789c4b0400006200", .truncated), ("7801010100feff", .truncated),
    ("7801010100ffff61", .malformed),
  ]

  @Test(arguments: broken)
  func `that is broken says how`(stream: String, failure: Zlib.Failure) throws {
    let bytes = try Self.bytes(stream)
    #expect(Self.failure(of: bytes) == failure)
  }

  @Test(arguments: known)
  func `is refused where anything is missing at its end`(text: String, stream: String) throws {
    let bytes = try Self.bytes(stream)
    for count in bytes.indices {
      #expect(Self.failure(of: Array(bytes[..<count])) == .truncated)
    }
  }

  /// The checksum covers what the stream stands for, not the bits that it takes for that.
  @Test(arguments: known)
  func `stands for the same or nothing where a bit is flipped`(
    text: String, stream: String
  ) throws {
    let bytes = try Self.bytes(stream)
    for bit in 0..<bytes.count * 8 {
      var flipped = bytes
      flipped[bit / 8] ^= 1 << UInt8(bit % 8)
      guard let inflated = try? Zlib.inflate(flipped.span, limit: 1000) else { continue }
      #expect(inflated.bytes == Array(text.utf8), "bit \(bit)")
      #expect(bit / 8 >= 2 && bit / 8 < bytes.count - 4, "bit \(bit)")
    }
  }

  @Test func `shows what its beginning stands for`() throws {
    let text = Array("hello hello hello hello".utf8)
    let stream = try Zlib.deflate(text.span)
    for count in stream.indices {
      let beginning = Array(stream[..<count])
      let part = Zlib.inflatePart(beginning.span, limit: 100)
      #expect(text.starts(with: part.bytes))
      #expect(!part.isBroken)
    }
    #expect(Zlib.inflatePart(stream.span, limit: 100) == .init(bytes: text, isBroken: false))
    #expect(Zlib.inflatePart(stream.span, limit: 5).bytes == Array(text.prefix(5)))
    #expect(Zlib.inflatePart(text.span, limit: 5) == .init(bytes: [], isBroken: true))
  }

  @Test func `of any bytes traps nothing`() throws {
    var random = Seeded(seed: Self.seed)
    for _ in 0..<20_000 {
      let bytes = [0x78, 0x9C] + random.bytes(Int.random(in: 0...60, using: &random))
      let inflated = try? Zlib.inflate(bytes.span, limit: 1000)
      #expect((inflated?.bytes.count ?? 0) <= 1000, "seed \(Self.seed)")
    }
  }

  private static func failure(of bytes: [UInt8], limit: Int = 100) -> Zlib.Failure? {
    do throws(Zlib.Failure) {
      _ = try Zlib.inflate(bytes.span, limit: limit)
      return nil
    } catch {
      return error
    }
  }

  private static func bytes(_ digits: String) throws -> [UInt8] {
    try Hex.decode(Array(digits.utf8).span)
  }
}
