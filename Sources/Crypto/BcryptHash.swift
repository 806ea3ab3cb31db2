// SPDX-License-Identifier: MIT

internal import Bytes

/// version | cost | salt | digest, as in `$2a$11$` with 22 and 31 characters behind it.
public struct BcryptHash: Hashable, Sendable {
  /// The letter behind `$2`: `a`, `b`, `x` or `y`, which are computed alike.
  public let version: UInt8
  public let cost: Int
  /// 22 characters; the last four bits say nothing.
  public let salt: [UInt8]
  /// 31 characters.
  public let digest: [UInt8]
  /// What stands behind the digest.
  public let trailing: [UInt8]

  public static let prefixLength = 7
  public static let saltLength = 22
  public static let digestLength = 31
  /// The length of a whole hash.
  public static let length = prefixLength + saltLength + digestLength

  /// Reads a hash as Go does: what stands behind the digest is left alone.
  public init?(_ text: Span<UInt8>) {
    guard Self.hasPrefix(text), text.count >= Self.length else { return nil }
    let cost = Int(text[4] - UInt8(ascii: "0")) * 10 + Int(text[5] - UInt8(ascii: "0"))
    guard Bcrypt.costs.contains(cost) else { return nil }
    let digestStart = Self.prefixLength + Self.saltLength
    version = text[2]
    self.cost = cost
    salt = [UInt8](copying: text.extracting(Self.prefixLength..<digestStart))
    digest = [UInt8](copying: text.extracting(digestStart..<Self.length))
    trailing = [UInt8](copying: text.extracting(Self.length..<text.count))
    guard Self.decode(salt) != nil else { return nil }
  }

  /// Whether a text begins as a hash does: that decides how a server takes its token.
  public static func hasPrefix(_ text: Span<UInt8>) -> Bool {
    guard text.count >= prefixLength, text[0] == dollar, text[1] == UInt8(ascii: "2"),
      versions.contains(text[2]), text[3] == dollar, text[6] == dollar
    else { return false }
    return isDigit(text[4]) && isDigit(text[5])
  }

  /// Whether a secret has this hash; nothing where that would cost more than the caller allows.
  public func matches(_ secret: Span<UInt8>, upTo highestCost: Int) -> Bool? {
    guard cost <= highestCost, let salt = Self.decode(salt),
      let found = try? Bcrypt.digest(of: secret, salt: salt.span, cost: cost)
    else { return nil }
    return constantTimeEqual(Self.encode(found).span, digest.span)
  }

  /// The hash of a secret, as text.
  public static func make(
    _ secret: Span<UInt8>, salt: Span<UInt8>, cost: Int, version: Unicode.Scalar = "a"
  ) throws(CryptoError) -> [UInt8] {
    let digest = try Bcrypt.digest(of: secret, salt: salt, cost: cost)
    let prefix = "$2\(version)$\(cost < 10 ? "0" : "")\(cost)$"
    return Array(prefix.utf8) + encode([UInt8](copying: salt)) + encode(digest)
  }

  private static let dollar = UInt8(ascii: "$")
  private static let versions = Array("abxy".utf8)

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

extension BcryptHash {
  private static let alphabet = Array(
    "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)

  private static let values: [UInt8: UInt32] = Dictionary(
    uniqueKeysWithValues: alphabet.enumerated().map { ($0.element, UInt32($0.offset)) })

  /// Base64 in bcrypt's alphabet, without padding.
  static func encode(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
      for place in 0...group.count {
        text.append(alphabet[Int(bits >> UInt32(18 - 6 * place)) & 63])
      }
    }
    return text
  }

  /// The whole bytes that characters stand for; bits that are left over say nothing.
  static func decode(_ text: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    var (bits, count) = (UInt32(0), 0)
    for symbol in text {
      guard let value = values[symbol] else { return nil }
      bits = (bits << 6 | value) & 0xFFFF
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
    return bytes
  }
}
