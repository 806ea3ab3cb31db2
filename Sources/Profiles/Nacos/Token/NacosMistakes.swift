// SPDX-License-Identifier: MIT

/// What ports get wrong, one thing each.
struct NacosMistakes: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  static let typ = NacosMistakes(rawValue: 1)
  static let expFirst = NacosMistakes(rawValue: 2)
  static let padded = NacosMistakes(rawValue: 4)
  static let alwaysHS512 = NacosMistakes(rawValue: 8)
  static let milliseconds = NacosMistakes(rawValue: 32)
  static let issuedAt = NacosMistakes(rawValue: 64)
  static let blanks = NacosMistakes(rawValue: 128)
  static let standardAlphabet = NacosMistakes(rawValue: 256)
  static let hexSignature = NacosMistakes(rawValue: 512)
  static let payloadAlone = NacosMistakes(rawValue: 1024)

  static let userTrimmed = NacosMistakes(rawValue: 1 << 18)
  /// The user name stands in the JSON text as it is.
  static let userUnescaped = NacosMistakes(rawValue: 1 << 19)
  static let userLowerCase = NacosMistakes(rawValue: 1 << 27)
  static let onlyASCII = NacosMistakes(rawValue: 1 << 20)
  static let endIn32Bits = NacosMistakes(rawValue: 1 << 21)
  static let endAsText = NacosMistakes(rawValue: 1 << 22)
  static let endWithFraction = NacosMistakes(rawValue: 1 << 23)

  static let acceptsNone = NacosMistakes(rawValue: 2048)
  static let signatureUnchecked = NacosMistakes(rawValue: 4096)
  static let expiryUnchecked = NacosMistakes(rawValue: 8192)
  /// A token is refused in its last second already.
  static let lastSecondRefused = NacosMistakes(rawValue: 16384)
  static let expiryReversed = NacosMistakes(rawValue: 32768)
  static let missingEndAccepted = NacosMistakes(rawValue: 65536)
  static let missingUserAccepted = NacosMistakes(rawValue: 131_072)
  static let onlyHS256 = NacosMistakes(rawValue: 1 << 24)
  /// A token is good for a minute longer.
  static let leeway = NacosMistakes(rawValue: 1 << 25)
  static let blankAccepted = NacosMistakes(rawValue: 1 << 26)

  static let ofReaders: NacosMistakes = [
    .acceptsNone, .signatureUnchecked, .expiryUnchecked, .lastSecondRefused, .expiryReversed,
    .missingEndAccepted, .missingUserAccepted, .onlyHS256, .leeway,
    .blankAccepted,
  ]
}
