// SPDX-License-Identifier: MIT

/// What ports get wrong, one thing each.
struct Mistakes007: PackingMistakes, Hashable, Sendable {
  let rawValue: UInt32

  /// The certificate's digits are decoded, where their text is the key.
  static let decodedKey = Mistakes007(rawValue: 1)
  /// The certificate signs by itself.
  static let plainKey = Mistakes007(rawValue: 2)
  /// Key and data of the first two HMACs are exchanged.
  static let keyArgumentsSwapped = Mistakes007(rawValue: 4)
  /// The salt comes before the time of issue.
  static let keyOrderSwapped = Mistakes007(rawValue: 8)
  static let bigEndian = Mistakes007(rawValue: 16)
  static let uncompressed = Mistakes007(rawValue: 32)
  static let base64URL = Mistakes007(rawValue: 64)
  static let unsortedServices = Mistakes007(rawValue: 128)
  static let absoluteExpire = Mistakes007(rawValue: 256)
  static let saltFirst = Mistakes007(rawValue: 512)
  /// The token has the version of its predecessor.
  static let otherVersion = Mistakes007(rawValue: 1 << 10)
  /// The content is deflated without zlib's header and checksum.
  static let rawDeflate = Mistakes007(rawValue: 1 << 11)
  static let hexSignature = Mistakes007(rawValue: 1 << 12)
  /// The number of privileges takes 32 bits.
  static let wideCounts = Mistakes007(rawValue: 1 << 13)
  static let userBeforeChannel = Mistakes007(rawValue: 1 << 14)
  static let lowercaseAppID = Mistakes007(rawValue: 1 << 15)
  /// A time of issue of 0 counts as not given.
  static let zeroTimeIsNow = Mistakes007(rawValue: 1 << 16)
  /// Privileges end at a moment, not so many seconds after the issue.
  static let absolutePrivileges = Mistakes007(rawValue: 1 << 17)
  /// Of services of one type the last stays.
  static let oneServiceOfAType = Mistakes007(rawValue: 1 << 18)
  static let unsortedPermissions = Mistakes007(rawValue: 1 << 19)
  /// Parsing takes over neither salt nor time of issue.
  static let forgetsTimes = Mistakes007(rawValue: 1 << 20)
}
