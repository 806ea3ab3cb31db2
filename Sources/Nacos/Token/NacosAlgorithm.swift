// SPDX-License-Identifier: MIT

public import Crypto

/// The three signatures of an access token, the strongest last.
public enum NacosAlgorithm: String, Sendable, CaseIterable {
  case hs256 = "HS256"
  case hs384 = "HS384"
  case hs512 = "HS512"

  /// The first part of a token: `{"alg":"HS256"}` and its like, in base64url.
  public var header: StaticString {
    switch self {
    case .hs256: "eyJhbGciOiJIUzI1NiJ9"
    case .hs384: "eyJhbGciOiJIUzM4NCJ9"
    case .hs512: "eyJhbGciOiJIUzUxMiJ9"
    }
  }

  /// The number of bytes that a key must have, and of those in a signature.
  public var length: Int {
    switch self {
    case .hs256: 32
    case .hs384: 48
    case .hs512: 64
    }
  }

  public var digest: Digest {
    switch self {
    case .hs256: .sha256
    case .hs384: .sha384
    case .hs512: .sha512
    }
  }

  /// The strongest algorithm that a key is long enough for; nothing where it is too short.
  public init?(keyLength: Int) {
    guard let strongest = Self.allCases.last(where: { $0.length <= keyLength }) else { return nil }
    self = strongest
  }
}
