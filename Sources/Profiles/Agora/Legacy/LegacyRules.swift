// SPDX-License-Identifier: MIT

internal import Agora
internal import Suite

/// How a legacy key is computed from arguments, from the call to the text that comes out.
///
/// The initial values are the reference's: strict wherever the documentation is.
struct LegacyRules: Hashable, Sendable {
  /// The functions that there are.
  var served = Set(LegacyEntry.allCases)
  var host = LegacyHost()
  /// Whether texts are checked before anything is made of them.
  var isChecked = true
  /// Whether zero bytes are signed in front of an app id that is too short.
  var padsAppID = false
  /// The numbers of a text key that are written as they are, without zeros in front.
  var unpadded: Set<TextKey.Field> = []
  /// What digits that are none do; nothing where the language says it.
  var lenientHex: LegacyHex?
  /// The exception where the HMAC key is empty.
  var emptyKeyException: String?
  var mistakes: LegacyMistakes = []
}

/// What ports get wrong, one thing each.
struct LegacyMistakes: PackingMistakes, Hashable, Sendable {
  let rawValue: UInt32

  static let otherCase = LegacyMistakes(rawValue: 1)
  /// The certificate's digits are decoded where its text is the key, and the other way round.
  static let otherKey = LegacyMistakes(rawValue: 2)
  static let sha256 = LegacyMistakes(rawValue: 4)
  static let withoutUID = LegacyMistakes(rawValue: 8)
  static let withoutChannel = LegacyMistakes(rawValue: 16)
  static let bigEndian = LegacyMistakes(rawValue: 32)
  static let withoutVersion = LegacyMistakes(rawValue: 64)
  static let base64URL = LegacyMistakes(rawValue: 128)
  static let lowerAppID = LegacyMistakes(rawValue: 256)
  static let mediaService = LegacyMistakes(rawValue: 512)
  static let appIDFirst = LegacyMistakes(rawValue: 1024)
  static let signedUID = LegacyMistakes(rawValue: 2048)
  static let withoutExpire = LegacyMistakes(rawValue: 4096)
  static let withoutNow = LegacyMistakes(rawValue: 8192)
  static let upperRandom = LegacyMistakes(rawValue: 16384)
  static let ownRandom = LegacyMistakes(rawValue: 32768)
  /// The versions stand in front of the keys that have none.
  static let version001 = LegacyMistakes(rawValue: 65536)
  static let version002 = LegacyMistakes(rawValue: 131_072)
  /// The user stands in a 004, too.
  static let shownUID = LegacyMistakes(rawValue: 262_144)
  static let smallUIDs = LegacyMistakes(rawValue: 524_288)
  /// Texts of a 005 without their length.
  static let bareChannel = LegacyMistakes(rawValue: 1_048_576)
  static let barePermission = LegacyMistakes(rawValue: 2_097_152)
  /// The app id of a 005 stands there as text.
  static let textAppID = LegacyMistakes(rawValue: 8_388_608)
  static let dots = LegacyMistakes(rawValue: 4_194_304)

  /// What stands between the parts of a signaling token.
  var separator: UInt8 { UInt8(ascii: contains(.dots) ? "." : ":") }
}
