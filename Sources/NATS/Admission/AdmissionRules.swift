// SPDX-License-Identifier: MIT

/// How a server reads what comes before a client is known, and whom it lets in.
///
/// The initial values are the reference's: what is not documented is refused.
public struct AdmissionRules: Hashable, Sendable {
  public var line = LineRules()
  public var connect = ConnectRules()
  public var secret = SecretRules()
  /// Whether a client that is refused for its CONNECT line is told so.
  public var tellsConnectErrors = true
  /// The bytes that an argument may have.
  public var longestLine = 4096
  /// Whether the server has headers at all.
  public var hasHeaders = true

  public init() {}
}

/// How a line is found in what was read.
public struct LineRules: Hashable, Sendable {
  /// Whether something must stand between CONNECT and its object.
  public var needsBlank = true
  /// Whether a line ends with CR LF and has no other CR; otherwise LF ends it, and where there is
  /// a CR in a read, the last byte of that read's part is dropped.
  public var needsCRLF = true

  public init() {}
}

/// How the object of a CONNECT is read.
public struct ConnectRules: Hashable, Sendable {
  /// Whether members are known in either case, as Go folds it.
  public var foldsNames = false
  /// Whether a member that comes again replaces the first one.
  public var takesLast = false
  /// Whether `null` stands for a member that is not there.
  public var ignoresNull = false
  /// Whether U+FFFD stands for what is no Unicode text.
  public var replacesBadText = false
  /// Whether members that no page names are left alone.
  public var ignoresUnknown = false
  /// Whether a user, a key or a signature may stand beside a token.
  public var takesOtherCredentials = false
  /// Whether a second CONNECT may follow the first.
  public var takesSecond = false
  /// Whether a token may be a value of another type, as it is written.
  public var takesNumbers = false
  public var deepest = 512

  public init() {}
}

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
