// SPDX-License-Identifier: MIT

/// How a token is compared; the initial value is byte for byte, or by bcrypt.
public struct SecretRules: OptionSet, Hashable, Sendable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  public static let trims = Self(rawValue: 1)
  public static let percentDecodes = Self(rawValue: 2)
  public static let ignoresCase = Self(rawValue: 4)
  /// A longer token passes where it begins with the right one.
  public static let takesLonger = Self(rawValue: 8)
  /// A shorter token passes where the right one begins with it.
  public static let takesShorter = Self(rawValue: 16)
  public static let takesMissing = Self(rawValue: 32)
  public static let takesEmpty = Self(rawValue: 64)
  /// A hash is compared as text.
  public static let comparesHashes = Self(rawValue: 128)
  /// A hash passes as text, too.
  public static let takesHashItself = Self(rawValue: 256)
  /// A token ends at its first NUL.
  public static let cutsAtNUL = Self(rawValue: 512)
  /// The user name or the password may be the token.
  public static let takesUser = Self(rawValue: 1024)
  public static let takesPassword = Self(rawValue: 2048)
  /// Every token passes.
  public static let takesAny = Self(rawValue: 4096)
  /// No token passes.
  public static let takesNone = Self(rawValue: 8192)
  /// A client without a token is compared as one with an empty token.
  public static let missingIsEmpty = Self(rawValue: 16384)
}
