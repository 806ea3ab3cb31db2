// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON

/// What a language does with the values that are handed to a function.
struct LegacyHost: Hashable, Sendable {
  /// The parameters for ts, random and expire.
  var numbers = LegacyNumberParameter.anything
  var uid = LegacyNumberParameter.anything
  var texts = LegacyTextParameter.anything
  /// What becomes of a value at a place where a text is wanted.
  var conversions: [LegacyPlace: LegacyTextConversion] = [:]
  var charset = HostTexts.Charset.utf8
  /// The arguments that are cut to 32 bits before anything else, and what else cannot be.
  var narrowed: Set<LegacyArgument> = []
  var decimal = LegacyDecimal.exact
  var random = LegacyRandom.exact
  var word = LegacyWord.exact
  /// The numbers of a text key of which the last ten characters are kept.
  var cut: Set<TextKey.Field> = []
  var hex = LegacyHex.strict
  /// Whether the certificate is decoded before a message is packed.
  var decodesCertificateFirst = false
  var buffer = LegacyBuffer.checked
  var addition = LegacyAddition.exact
  /// What a short app id is counted in.
  var countsCodePoints = false
}

/// Where a text is wanted.
enum LegacyPlace: Hashable, Sendable {
  case textAppID
  case textCertificate
  case textChannel
  case packedAppID
  case packedCertificate
  case packedChannel
  /// The channel of a key for a permission.
  case permissionChannel
  case permission
  /// Account, app id and certificate of a signaling token.
  case signaling
}

extension LegacyHost {
  private static let pointer = LegacyTextConversion.exception("java.lang.NullPointerException")
  private static let type = LegacyTextConversion.exception("TypeError")
  private static let attribute = LegacyTextConversion.exception("AttributeError")
  private static let argument = LegacyTextConversion.exception("TypeError [ERR_INVALID_ARG_TYPE]")
  private static let range = "RangeError [ERR_OUT_OF_RANGE]"
  private static let structError = "error"

  static let go = LegacyHost(
    numbers: .constant(0...Int128(UInt32.max), wholeFloats: true),
    uid: .constant(0...Int128(UInt32.max), wholeFloats: true), texts: .bytes,
    decimal: .integer, random: .word, word: .low32, hex: .returned, buffer: .wrapping,
    addition: .integer)

  static let java = LegacyHost(
    numbers: .cast32, uid: .constant(Int128(Int64.min)...Int128(Int64.max), wholeFloats: false),
    texts: .utf16,
    conversions: [
      .textAppID: pointer, .textCertificate: pointer, .textChannel: pointer,
      .packedAppID: pointer, .packedCertificate: pointer, .packedChannel: pointer,
      .permissionChannel: pointer, .permission: pointer, .signaling: .nullAsWord,
    ],
    charset: .utf16(mark: "?"), narrowed: [.uid], decimal: .integer, random: .word, word: .low32,
    cut: [.ts, .uid, .expire],
    hex: .characters(exception: "org.apache.commons.codec.DecoderException"),
    decodesCertificateFirst: true,
    buffer: .fixed(1024, exception: "java.nio.BufferOverflowException"), addition: .integer)

  static let python2 = LegacyHost(
    conversions: [
      .textAppID: type, .textCertificate: type, .textChannel: .python(.two),
      .packedAppID: attribute, .packedCertificate: attribute, .packedChannel: type,
      .permissionChannel: type, .permission: type, .signaling: type,
    ],
    narrowed: [.uid, .random], decimal: .python(.two), random: .python,
    word: .python, hex: .exception("TypeError"), buffer: .exception(structError))

  static let python3 = LegacyHost(
    texts: .unicode,
    conversions: [
      .textAppID: type, .textCertificate: attribute, .textChannel: .python(.three),
      .packedAppID: type, .packedCertificate: type, .packedChannel: type,
      .permissionChannel: type, .permission: type, .signaling: type,
    ],
    charset: .codePoints(exception: "UnicodeEncodeError"), narrowed: [.uid, .random],
    decimal: .python(.three), random: .python, word: .python,
    hex: .blanks(exception: "ValueError"), buffer: .exception(structError),
    countsCodePoints: true)

  static let php = LegacyHost(
    conversions: [
      .textAppID: .php(isArgument: false), .textCertificate: .php(isArgument: true),
      .textChannel: .php(isArgument: false), .packedAppID: .php(isArgument: true),
      .packedCertificate: .php(isArgument: true), .packedChannel: .php(isArgument: true),
      .permissionChannel: .php(isArgument: true), .permission: .php(isArgument: true),
      .signaling: .php(isArgument: false),
    ],
    decimal: .php, random: .php, word: .php, cut: [.uid, .expire],
    buffer: .wrapping, addition: .php)

  static let node = LegacyHost(
    texts: .unicode,
    conversions: [
      .packedAppID: argument, .packedCertificate: argument,
      .packedChannel: .javaScript(nullException: "TypeError"),
      .permissionChannel: .buffer(argument: "TypeError [ERR_INVALID_ARG_TYPE]", range: range),
      .permission: .buffer(argument: "TypeError [ERR_INVALID_ARG_TYPE]", range: range),
      .signaling: .javaScript(nullException: nil),
    ],
    charset: .utf16(mark: "\u{FFFD}"), word: .javaScript(exception: range),
    decodesCertificateFirst: true, buffer: .leaking(1024, exception: range),
    addition: .javaScript)
}
