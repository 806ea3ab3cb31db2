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
