// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// The known ways in which a maker of ZEGO tokens differs from the reference.
enum ZegoDeviations {
  typealias Entry = Deviation<ZegoRules>

  static func table(for format: ZegoFormat) -> [Entry] {
    let common = calls + checks + times + texts + [lists(format)] + seals + output + chances
    let own: [Entry] =
      switch format {
      case .token03: privileges + paddings
      case .token04CBC: payloads + paddings + [modeOnCBC]
      case .token04GCM: payloads + modes
      }
    return common + own + orders(format) + writers + words(format) + mistakes(format)
  }

  /// The behaviours that show in the values that were drawn, not in how they are used.
  static let randomness = Set(chances.map(\.info.id))

  // MARK: - The call

  private static let calls: [Entry] = [
    Entry(
      "zego.static-types-go", .choice, clause: "zego.types.checked",
      "arguments have static types: uint32, int64 and byte strings"
    ) {
      $0.call.appID = .constant(0...Int128(UInt32.max), wholeFloats: true)
      $0.call.effectiveTime = .constant(Int128(Int64.min)...Int128(Int64.max), wholeFloats: true)
      $0.call.texts = .bytes
      $0.call.privilege = .map(nullable: true)
      $0.call.missingPayload = .inexpressible
    },
    Entry(
      "zego.static-types-java", .choice, clause: "zego.types.checked",
      "arguments have static types: long, a 32-bit time to live, UTF-16 strings or null"
    ) {
      $0.call.appID = .constant(Int128(Int64.min)...Int128(Int64.max), wholeFloats: false)
      $0.call.effectiveTime = .constant(Int128(Int32.min)...Int128(Int32.max), wholeFloats: false)
      $0.call.texts = .utf16
      $0.call.missingPayload = .inexpressible
    },
    Entry(
      "zego.static-types-dotnet", .choice, clause: "zego.types.checked",
      "arguments have static types: uint, long, UTF-16 strings or null"
    ) {
      $0.call.appID = .constant(0...Int128(UInt32.max), wholeFloats: false)
      $0.call.effectiveTime = .constant(Int128(Int64.min)...Int128(Int64.max), wholeFloats: false)
      $0.call.texts = .utf16
      $0.call.privilege = .map(nullable: true)
      $0.call.missingPayload = .inexpressible
    },
    Entry(
      "zego.narrows-arguments", .security, clause: "zego.app-id.range",
      "numbers are narrowed to uint32 and int64 without a word, null ends in an exception"
    ) {
      $0.call.appID = .converted(bits: 32, signed: false)
      $0.call.effectiveTime = .converted(bits: 64, signed: true)
      $0.call.texts = .standardString
      $0.call.privilege = .map(nullable: false)
      $0.call.missingPayload = .inexpressible
    },
    Entry(
      "zego.weak-types-php", .interop, clause: "zego.types.checked",
      "scalars are converted to int and string on the way in, fractions are cut"
    ) {
      $0.call.appID = .weak
      $0.call.effectiveTime = .weak
      $0.call.texts = .weak
      $0.call.privilege = .array
      $0.call.missingPayload = .crashed("ArgumentCountError")
    },
    Entry(
      "zego.untyped-php", .interop, clause: "zego.types.checked",
      "arguments have no declared type, integers beyond 64 bits become floats"
    ) {
      $0.call.appID = .untyped
      $0.call.effectiveTime = .untyped
      $0.call.missingPayload = .crashed("ArgumentCountError")
    },
    Entry(
      "zego.dynamic-types-python", .choice, clause: "zego.types.checked",
      "arguments are Python values, a missing one is an exception"
    ) {
      $0.call.texts = .dynamic
      $0.call.missingPayload = .crashed("builtins.TypeError")
    },
    Entry(
      "zego.dynamic-types-node", .choice, clause: "zego.types.checked",
      "arguments are JavaScript values with UTF-16 strings"
    ) {
      $0.call.texts = .dynamic
      $0.call.privilege = .namedFlags
    },
    Entry(
      "zego.numbers-are-doubles", .interop, clause: "zego.app-id.kept",
      "numbers beyond 2^53 are rounded"
    ) {
      $0.call.appID = .double
      $0.call.effectiveTime = .double
    },
  ]

  // MARK: - What is refused

  private static let checks: [Entry] = [
    Entry(
      "zego.app-id-unbounded", .interop, clause: "zego.app-id.range",
      "any integer but 0 is an app id"
    ) { $0.checks.appID = .nonzero },
    Entry(
      "zego.app-id-any-number", .interop, clause: "zego.app-id.range",
      "any number but 0 is an app id, negative ones and fractions too"
    ) { $0.checks.appID = .truthyNumber },
    Entry(
      "zego.app-id-loose", .interop, clause: "zego.app-id.range",
      "whatever is not loosely 0 is an app id"
    ) { $0.checks.appID = .looselyNonzero },
    Entry(
      "zego.id-length-unchecked", .quality, clause: "zego.user-id.length",
      "ids longer than 64 characters pass"
    ) { $0.checks.identifier.limit = nil },
    Entry(
      "zego.empty-id-unless-literal", .interop, clause: "zego.user-id.present",
      "an empty id is refused only where it is the literal: the comparison is one of identity"
    ) { $0.checks.identifier.empty = .refusedAsLiteral },
    Entry(
      "zego.empty-id-accepted", .interop, clause: "zego.user-id.present",
      "an empty id is accepted, only null is refused"
    ) { $0.checks.identifier.empty = .accepted },
    Entry(
      "zego.id-any-value", .interop, clause: "zego.user-id.text",
      "an id of another type is written as it is"
    ) { $0.checks.identifier.acceptsAnything = true },
    Entry(
      "zego.secret-in-utf16", .interop, clause: "zego.secret.length",
      "the 32 of the secret are UTF-16 units, not bytes"
    ) { $0.checks.secret.unit = .utf16 },
    Entry(
      "zego.secret-in-code-points", .interop, clause: "zego.secret.length",
      "the 32 of the secret are code points, not bytes"
    ) { $0.checks.secret.unit = .codePoints },
    Entry(
      "zego.secret-null-exception", .quality, clause: "zego.refusal.reported",
      "a secret of null ends in an exception"
    ) { $0.checks.secret.absentException = "System.NullReferenceException" },
    Entry(
      "zego.time-unbounded", .quality, clause: "zego.effective-time.sum",
      "any time to live above 0 passes, however long"
    ) { $0.checks.effectiveTime = .positiveInteger },
    Entry(
      "zego.time-negative", .interop, clause: "zego.effective-time.range",
      "a negative time to live passes, the token is born expired"
    ) { $0.checks.effectiveTime = .truthyNumber },
    Entry(
      "zego.time-coerced", .interop, clause: "zego.effective-time.range",
      "whatever JavaScript finds greater than 0 is a time to live"
    ) { $0.checks.effectiveTime = .coercedPositive },
    Entry(
      "zego.time-loose", .interop, clause: "zego.effective-time.range",
      "whatever is not loosely at most 0 is a time to live"
    ) { $0.checks.effectiveTime = .looselyPositive },
  ]

  // MARK: - The end of the token's life

  private static let times: [Entry] = [
    Entry(
      "zego.expire-wraps", .interop, clause: "zego.expire.sum",
      "the sum of now and the time to live wraps at 64 bits"
    ) { $0.claims.expire = .wrapping },
    Entry(
      "zego.expire-javascript", .interop, clause: "zego.expire.sum",
      "the sum is a double in the JSON text and is cut to 64 bits in the header; a text is appended"
    ) { $0.claims.expire = .javaScript },
    Entry(
      "zego.expire-float-php", .interop, clause: "zego.expire.sum",
      "a sum beyond 64 bits, or of a fraction, is a float in the JSON text"
    ) { $0.claims.expire = .php },
    Entry(
      "zego.expire-exception", .quality, clause: "zego.refusal.reported",
      "a sum beyond 64 bits ends in an exception"
    ) { $0.claims.expire = .unbounded(exception: "struct.error") },
  ]

  // MARK: - Text that is not Unicode

  private static let texts: [Entry] = [
    Entry(
      "zego.broken-text-replaced-go", .security, clause: "zego.user-id.kept",
      "each byte that is not UTF-8 becomes the six characters \\ufffd: a token for another user"
    ) {
      $0.treatBroken(
        byte: .replace(eachByte: "\\ufffd"), surrogate: .replace(eachByte: "\\ufffd"))
    },
    Entry(
      "zego.broken-text-replaced-go-1.27", .security, clause: "zego.user-id.kept",
      "each byte that is not UTF-8 becomes U+FFFD: a token for another user"
    ) {
      $0.treatBroken(
        byte: .replace(eachByte: "\u{FFFD}"), surrogate: .replace(eachByte: "\u{FFFD}"))
    },
    Entry(
      "zego.broken-text-replaced-java", .security, clause: "zego.user-id.kept",
      "a lone surrogate becomes a question mark: a token for another user"
    ) { $0.treatBroken(byte: .refuse, surrogate: .replaceOnce("?")) },
    Entry(
      "zego.broken-text-replaced-dotnet", .security, clause: "zego.user-id.kept",
      "a lone surrogate becomes U+FFFD: a token for another user"
    ) { $0.treatBroken(byte: .refuse, surrogate: .replaceOnce("\u{FFFD}")) },
    Entry(
      "zego.broken-text-kept", .interop, clause: "zego.json.text",
      "bytes that are not UTF-8 stand in the JSON text as they are"
    ) { $0.treatBroken(byte: .keep, surrogate: .keep) },
    Entry(
      "zego.lone-surrogate-escaped", .choice, clause: "zego.json.text",
      "a lone surrogate is written as an escape"
    ) { $0.treatBroken(byte: .refuse, surrogate: .escape) },
    Entry(
      "zego.broken-text-empties-token", .security, clause: "zego.json.text",
      "text that is not UTF-8 gives a token around an empty plaintext, reported as success"
    ) {
      $0.admitBrokenText()
      $0.claims.unwritable = .empty
    },
    Entry(
      "zego.broken-text-exception", .quality, clause: "zego.refusal.reported",
      "text that is not Unicode ends in an exception"
    ) {
      $0.admitBrokenText()
      $0.claims.unwritable = .crashed("builtins.UnicodeEncodeError")
    },
    Entry(
      "zego.cuts-at-nul", .security, clause: "zego.user-id.kept",
      "texts are cut at U+0000: a token for another user, room or payload"
    ) { $0.claims.cutsAtNul = true },
  ]

  private static func lists(_ format: ZegoFormat) -> Entry {
    Entry(
      "zego.php-arrays", .interop,
      clause: format == .token03 ? "zego.privilege.kept" : "zego.payload.kept",
      "an object whose names count from 0 becomes a list, an empty one too"
    ) { $0.claims.writesLists = true }
  }

  // MARK: - Sealing

  private static let seals: [Entry] = [
    Entry(
      "zego.length-wraps", .security, clause: "zego.ciphertext.length",
      "a ciphertext above 65535 bytes wraps its length field, reported as success"
    ) { $0.seal.length = .wrapping },
    Entry(
      "zego.length-signed", .interop, clause: "zego.ciphertext.length",
      "a ciphertext above 32767 bytes ends in an exception: the length is packed as a signed number"
    ) { $0.seal.length = .limited(to: 32767, exception: "struct.error") },
    Entry(
      "zego.key-in-default-charset", .security, clause: "zego.key",
      "the key is the secret in the platform's character set: question marks under a POSIX locale"
    ) { $0.seal.key = .ascii },
    Entry(
      "zego.wrong-key-code-other", .choice, clause: "zego.refusal.reported",
      "a secret whose bytes are no AES-256 key is refused with code -1"
    ) {
      $0.seal.wrongKey = .refusedAs(
        ErrorAnswer(code: .integer(-1), type: "ErrorCode.OTHER"))
    },
    Entry(
      "zego.wrong-key-error-object", .quality, clause: "zego.refusal.reported",
      "a secret whose bytes are no AES-256 key is refused with an Error that has no code"
    ) { $0.seal.wrongKey = .refusedAs(ErrorAnswer(code: .null, type: "Error")) },
    Entry(
      "zego.wrong-key-exception-node", .quality, clause: "zego.refusal.reported",
      "a secret whose bytes are no AES-256 key ends in the exception of the crypto library"
    ) {
      $0.seal.wrongKey = .crashed(
        ErrorAnswer(
          code: .string("ERR_CRYPTO_INVALID_KEYLEN"), type: "RangeError",
          message: "Invalid key length"))
    },
    Entry(
      "zego.wrong-key-exception-python", .quality, clause: "zego.refusal.reported",
      "a secret whose bytes are no AES-256 key ends in ValueError"
    ) { $0.seal.wrongKey = .crashed(ErrorAnswer(code: .null, type: "builtins.ValueError")) },
    Entry(
      "zego.wrong-key-exception-dotnet", .quality, clause: "zego.refusal.reported",
      "a secret whose bytes are no AES-256 key ends in CryptographicException"
    ) {
      $0.seal.wrongKey = .crashed(
        ErrorAnswer(
          code: .null, type: "System.Security.Cryptography.CryptographicException",
          message: "Specified key is not a valid size for this algorithm."))
    },
  ]

  private static let paddings: [Entry] = [
    Entry(
      "zego.padding-omitted", .interop, clause: "zego.padding",
      "a plaintext of whole blocks gets no padding: one token in sixteen does not open"
    ) { $0.seal.padding = .whereNeeded },
    Entry(
      "zego.padding-zeros", .interop, clause: "zego.padding",
      "the plaintext is padded with zero bytes"
    ) { $0.seal.padding = .zeros },
  ]

  // MARK: - Output and randomness

  private static let output: [Entry] = [
    Entry(
      "zego.prints-nonce", .security, clause: "zego.no-output", decides: false,
      "the nonce goes to the standard output"
    ) { $0.prints.insert(.nonce) },
    Entry(
      "zego.prints-plaintext", .security, clause: "zego.no-output", decides: false,
      "the whole plaintext goes to the standard output"
    ) { $0.prints.insert(.plaintext) },
    Entry(
      "zego.prints-iv", .security, clause: "zego.no-output", decides: false,
      "the IV goes to the standard output"
    ) { $0.prints.insert(.iv) },
    Entry(
      "zego.prints-deprecations", .quality, clause: "zego.no-output", decides: false,
      "the language's remarks about lossy conversions go to the standard output"
    ) { $0.prints.insert(.phpDeprecations) },
  ]

  private static let chances: [Entry] = [
    Entry(
      "zego.nonce-31-bits", .quality, clause: "zego.nonce.random", decides: false,
      "the nonce is never negative: 31 bits of a generator that is not cryptographic"
    ) { $0.randomness.nonce = .range(0...Int64(Int32.max)) },
    Entry(
      "zego.nonce-63-bits", .quality, clause: "zego.nonce.random", decides: false,
      "the nonce is never negative: 63 bits of a generator that is not cryptographic"
    ) { $0.randomness.nonce = .range(0...Int64.max) },
    Entry(
      "zego.nonce-90-million", .quality, clause: "zego.nonce.random", decides: false,
      "the nonce is one of 90 million"
    ) { $0.randomness.nonce = .range(1...90_000_000) },
    Entry(
      "zego.nonce-is-clock", .quality, clause: "zego.nonce.random", decides: false,
      "the nonce is the time in milliseconds, not random at all"
    ) { $0.randomness.nonce = .milliseconds },
    Entry(
      "zego.iv-36-symbols", .quality, clause: "zego.iv.unpredictable", decides: false,
      "the IV is of 36 letters and digits, from a generator that is not cryptographic"
    ) { $0.randomness.iv = .alphabet(RandomnessRules.alphabet36) },
    Entry(
      "zego.iv-16-symbols", .quality, clause: "zego.iv.unpredictable", decides: false,
      "the IV is of 16 symbols: 64 bits instead of 128"
    ) { $0.randomness.iv = .alphabet(RandomnessRules.alphabet16) },
    Entry(
      "zego.seeded-by-second", .security, clause: "zego.iv.fresh", decides: false,
      "nonce and IV follow from the second: tokens of one second share them"
    ) { $0.randomness.isSeededBySecond = true },
  ]
}

extension ZegoRules {
  /// Lets text pass the checks that is not Unicode.
  mutating func admitBrokenText() {
    checks.identifier.isUnicode = false
    if checks.payload == .text { checks.payload = .anyText }
  }

  /// Sets what becomes of text that is not Unicode.
  mutating func treatBroken(byte: JSONStyle.Treatment, surrogate: JSONStyle.Treatment) {
    admitBrokenText()
    claims.broken.byte = byte
    claims.broken.surrogate = surrogate
  }
}
