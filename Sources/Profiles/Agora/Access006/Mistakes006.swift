// SPDX-License-Identifier: MIT

internal import Agora

/// What ports get wrong, one thing each.
struct Mistakes006: PackingMistakes, Hashable, Sendable {
  let rawValue: UInt32

  /// The certificate's digits are decoded, where their text is the key.
  static let decodedKey = Mistakes006(rawValue: 1)
  static let bigEndian = Mistakes006(rawValue: 2)
  static let withoutCRCs = Mistakes006(rawValue: 4)
  static let crcsSwapped = Mistakes006(rawValue: 8)
  static let base64URL = Mistakes006(rawValue: 16)
  static let lowerAppID = Mistakes006(rawValue: 32)
  static let unsignedAppID = Mistakes006(rawValue: 64)
  static let unsignedChannel = Mistakes006(rawValue: 128)
  static let unsignedUID = Mistakes006(rawValue: 256)
  static let timeFirst = Mistakes006(rawValue: 512)
  static let withoutVersion = Mistakes006(rawValue: 1024)
  /// The CRCs are those of the texts as UTF-16.
  static let wideCRCs = Mistakes006(rawValue: 2048)
  /// Every privilege ends with the token.
  static let expireOfToken = Mistakes006(rawValue: 4096)
  /// A token whose end is left open ends at once.
  static let withoutLife = Mistakes006(rawValue: 8192)
  /// Salt and time that the caller sets are those that were there before.
  static let ignoresSaltTs = Mistakes006(rawValue: 16384)
  static let keepsRemoved = Mistakes006(rawValue: 32768)
  static let clearsWhenBuilt = Mistakes006(rawValue: 65536)
  /// A role gives what is left of its privileges today.
  static let rolesOfToday = Mistakes006(rawValue: 131_072)
  /// Salt and time of a token that is loaded are left there.
  static let loadsPrivilegesAlone = Mistakes006(rawValue: 262_144)
  /// What was loaded can no longer be changed.
  static let loadedStays = Mistakes006(rawValue: 524_288)

  /// The channel is signed in front of the app id.
  static let swappedParts = Mistakes006(rawValue: 1_048_576)

  /// What stands at the front of a token.
  var version: String { contains(.withoutVersion) ? "" : Envelope006.version }
}
