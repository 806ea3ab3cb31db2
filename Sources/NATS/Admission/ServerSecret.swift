// SPDX-License-Identifier: MIT

public import Bytes
public import Crypto

/// A token or a password that a server was given.
public enum ServerSecret: Hashable, Sendable {
  case plain(Text)
  case hash(BcryptHash, Text)
  /// It begins as a hash and is none: nobody has it.
  case brokenHash(Text)

  public init(_ text: Text) {
    let bytes = text.bytes.span
    guard BcryptHash.hasPrefix(bytes) else {
      self = .plain(text)
      return
    }
    self = BcryptHash(bytes).map { .hash($0, text) } ?? .brokenHash(text)
  }

  public var text: Text {
    switch self {
    case .plain(let text), .hash(_, let text), .brokenHash(let text): text
    }
  }

  /// Compares a hash with what a client sent.
  public typealias Comparison = @Sendable (BcryptHash, Text) -> Bool

  /// Whether a client sent the secret.
  func holds(_ given: Text, by rules: SecretRules, comparing: Comparison) -> Bool {
    if rules.contains(.takesHashItself), given == text { return true }
    if rules.contains(.comparesHashes) { return rules.equal(given, text) }
    switch self {
    case .plain(let text): return rules.isEmpty ? given == text : rules.equal(given, text)
    case .hash(let hash, _): return comparing(hash, rules.isEmpty ? given : rules.prepare(given))
    case .brokenHash: return false
    }
  }
}

extension SecretRules {
  fileprivate func equal(_ given: Text, _ text: Text) -> Bool {
    let (given, text) = (prepare(given).bytes, prepare(text).bytes)
    if contains(.takesLonger), given.starts(with: text) { return true }
    if contains(.takesShorter), !given.isEmpty, text.starts(with: given) { return true }
    return given == text
  }

  fileprivate func prepare(_ text: Text) -> Text {
    var bytes = text.bytes
    if contains(.percentDecodes) { bytes = Self.percentDecoded(bytes) }
    if contains(.cutsAtNUL) { bytes = Array(bytes.prefix { $0 != 0 }) }
    if contains(.trims) {
      bytes = Array(bytes.drop(while: Self.isBlank).reversed().drop(while: Self.isBlank).reversed())
    }
    if contains(.ignoresCase) { bytes = Text(bytes).display.lowercased().utf8.map(\.self) }
    return Text(bytes)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
  }

  private static func percentDecoded(_ bytes: [UInt8]) -> [UInt8] {
    var decoded: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = try? Hex.decode(Array(rest.prefix(2)).span).first {
        decoded.append(value)
        rest = rest.dropFirst(2)
      } else {
        decoded.append(byte)
      }
    }
    return decoded
  }
}
