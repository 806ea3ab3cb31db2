// SPDX-License-Identifier: MIT

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
  /// How many values may stand inside each other.
  public var deepest = 512

  /// What a line of 4096 bytes can hold; Go's own limit, 10000, needs a longer one.
  public static let deepestInUsualLine = 2048

  public init() {}
}
