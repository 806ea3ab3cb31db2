// SPDX-License-Identifier: MIT

internal import Suite

/// The known ways in which an issuer or a reader of tokens differs from the reference.
enum NacosTokenDeviations {
  typealias Entry = Deviation<NacosTokenRules>

  static let table: [Entry] = keys + issuers + readers + mistakes

  // MARK: - The key

  private static let keys: [Entry] = [
    Entry(
      "nacos.key-trimmed", .interop, clause: "nacos.key.base64",
      "the configured key is decoded by jjwt: what is no symbol at its ends is dropped, and so is"
        + " an odd symbol"
    ) { $0.key.decoder = .jjwt },
    Entry(
      "nacos.key-trimmed-copy", .interop, clause: "nacos.key.base64",
      "the configured key is decoded by a copy of jjwt's decoder: what is no symbol at its ends is"
        + " dropped, and so is an odd symbol"
    ) { $0.key.decoder = .copy },
    Entry(
      "nacos.key-unpadded", .interop, clause: "nacos.key.base64",
      "the configured key may lack its padding, and its last symbol may have bits to spare"
    ) { $0.key.decoder = .java },
    Entry(
      "nacos.key-text-utf8", .security, clause: "nacos.key.base64",
      "a configured key that cannot be decoded is itself the key"
    ) { $0.key.fallback = .utf8 },
    Entry(
      "nacos.key-text-ascii", .security, clause: "nacos.key.base64",
      "a configured key that cannot be decoded is itself the key, with a question mark for each"
        + " character that is not ASCII"
    ) { $0.key.fallback = .ascii },
    Entry(
      "nacos.key-checked-late", .quality, clause: "nacos.key.checked",
      "a bad key is found at the first login"
    ) { $0.key.check = .atLogin },
    Entry(
      "nacos.key-checked-in-words", .choice, clause: "nacos.key.checked",
      "a bad key is refused in words that say what is wanted"
    ) { $0.key.check = .atStartInWords },
  ]

  // MARK: - Issuing

  private static let issuers: [Entry] = [
    Entry(
      "nacos.always-hs256", .choice, clause: "nacos.alg.by-length",
      "every token is signed with HS256, however long the key is"
    ) { $0.writer.isAlwaysHS256 = true },
    Entry(
      "nacos.user-unchecked", .interop, clause: "nacos.user.present",
      "a token is issued for nobody, without `sub`, for an empty name, and for one that is no"
        + " Unicode text, with a question mark for each surrogate that stands alone"
    ) {
      $0.writer.allowsNobody = true
      $0.writer.surrogates = .replaced
    },
    Entry(
      "nacos.exp-wraps", .interop, clause: "nacos.exp.sum",
      "the end wraps around 64 bits of seconds"
    ) { $0.writer.arithmetic = .wrappingSeconds },
    Entry(
      "nacos.exp-wraps-milliseconds", .interop, clause: "nacos.exp.sum",
      "the end wraps around 64 bits of milliseconds"
    ) { $0.writer.arithmetic = .wrappingMilliseconds },
    Entry(
      "nacos.exp-clamped", .interop, clause: "nacos.exp.sum",
      "the lifetime is at most what 64 bits of milliseconds hold, and the end wraps around them"
    ) { $0.writer.arithmetic = .clampedMilliseconds },
    Entry(
      "nacos.surrogate-escapes", .choice, clause: "nacos.payload.text",
      "characters beyond the basic plane are written as two escapes"
    ) { $0.writer.surrogates = .escaped },
  ]

  // MARK: - Reading

  private static let readers: [Entry] = [
    own("nacos.own-reader-2.2", .v2_12, "2.12"),
    own("nacos.own-reader-2.3", .v2_13, "2.13"),
    own("nacos.own-reader-2.4", .v2_18, "2.18"),
    Entry(
      "nacos.exp-missing-is-now", .security, clause: "nacos.exp.present",
      "a token without `exp` is good for ever: its end is always now"
    ) { $0.gaps.insert(.endless) },
    Entry(
      "nacos.sub-missing", .security, clause: "nacos.sub.present",
      "a token without `sub` is accepted, for nobody"
    ) { $0.gaps.insert(.nameless) },
    Entry(
      "nacos.trailing-dots", .choice, clause: "nacos.parts.three",
      "dots at the end of a token do not count"
    ) { $0.gaps.insert(.trailingDots) },
    Entry(
      "nacos.jjwt-reader", .security, clause: "nacos.header.text",
      "tokens are read by jjwt: other headers, blanks and padding pass; a token without `exp` is"
        + " good for ever; an algorithm stronger than the key is refused"
    ) { $0.reader = .jjwt },
  ]

  private static func own(_ id: String, _ version: JacksonVersion, _ name: String) -> Entry {
    Entry(
      id, .choice, clause: "nacos.payload.members",
      "the payload is read by java.util.Base64 and Jackson \(name): padding, bits to spare, UTF-16,"
        + " text behind the object, numbers in quotes and with fractions pass"
    ) { $0.reader = .own(version) }
  }

  // MARK: - What ports get wrong

  private static let mistakes: [Entry] = [
    mistake(
      "nacos.header-typ", .interop, "nacos.header.text",
      "the header says `typ` too, which no server since 2.2.1 accepts", .typ),
    mistake(
      "nacos.exp-first", .choice, "nacos.payload.members",
      "`exp` stands before `sub`", .expFirst),
    mistake(
      "nacos.base64-padded", .interop, "nacos.parts.base64url",
      "the parts are padded", .padded),
    mistake(
      "nacos.base64-standard", .interop, "nacos.parts.base64url",
      "the parts are written in the standard alphabet", .standardAlphabet),
    Entry(
      "nacos.key-undecoded", .interop, clause: "nacos.key.base64",
      "the text of the configured key is the key"
    ) { $0.key.decoder = .none },
    mistake(
      "nacos.exp-milliseconds", .security, "nacos.exp.seconds",
      "the end is given in milliseconds: the token is good for thousands of years",
      .milliseconds),
    mistake(
      "nacos.iat-added", .quality, "nacos.payload.members",
      "the payload says `iat` too", .issuedAt),
    mistake(
      "nacos.payload-blanks", .choice, "nacos.payload.members",
      "a blank follows the comma in the payload", .blanks),
    mistake(
      "nacos.always-hs512", .interop, "nacos.alg.fits-key",
      "every token is signed with HS512, however short the key is", .alwaysHS512),
    mistake(
      "nacos.user-trimmed", .security, "nacos.claims",
      "blanks around the user name are dropped: the token is another user's", .userTrimmed),
    mistake(
      "nacos.user-lower-case", .security, "nacos.claims",
      "the user name is put in lower case: the token is another user's", .userLowerCase),
    mistake(
      "nacos.user-unescaped", .security, "nacos.claims",
      "the user name is pasted into the JSON text", .userUnescaped),
    mistake(
      "nacos.user-ascii", .interop, "nacos.served",
      "a user name beyond ASCII is refused", .onlyASCII),
    mistake(
      "nacos.exp-32-bits", .interop, "nacos.exp.sum",
      "the end is cut to 32 bits", .endIn32Bits),
    mistake(
      "nacos.exp-text", .interop, "nacos.payload.types",
      "`exp` is written in quotes", .endAsText),
    mistake(
      "nacos.exp-fraction", .interop, "nacos.payload.types",
      "`exp` is written with a fraction", .endWithFraction),
    mistake(
      "nacos.signature-hex", .interop, "nacos.signature",
      "the signature is written in hexadecimal digits", .hexSignature),
    mistake(
      "nacos.signature-payload", .interop, "nacos.signature",
      "the payload alone is signed", .payloadAlone),
    mistake(
      "nacos.alg-none", .security, "nacos.alg.none",
      "a token whose header says `none` needs no signature", .acceptsNone),
    mistake(
      "nacos.signature-unchecked", .security, "nacos.signature",
      "the signature is not checked", .signatureUnchecked),
    mistake(
      "nacos.expiry-unchecked", .security, "nacos.exp.checked",
      "a token never ends", .expiryUnchecked),
    mistake(
      "nacos.expiry-early", .interop, "nacos.exp.checked",
      "a token is refused in its last second already", .lastSecondRefused),
    mistake(
      "nacos.blank-accepted", .security, "nacos.token.present",
      "an empty token is nobody's, and is accepted", .blankAccepted),
    mistake(
      "nacos.expiry-leeway", .security, "nacos.clock.exact",
      "a token is good for a minute after its end", .leeway),
    mistake(
      "nacos.hs256-alone", .interop, "nacos.accepted",
      "tokens signed with HS384 or HS512 are refused", .onlyHS256),
    mistake(
      "nacos.expiry-reversed", .security, "nacos.exp.checked",
      "only tokens that have ended are accepted", .expiryReversed),
    mistake(
      "nacos.exp-optional", .security, "nacos.exp.present",
      "a token without `exp` never ends", .missingEndAccepted),
    mistake(
      "nacos.sub-optional", .security, "nacos.sub.present",
      "a token without `sub` is nobody's, and is accepted", .missingUserAccepted),
  ]

  private static func mistake(
    _ id: String, _ severity: Severity, _ clause: String, _ words: String,
    _ mistake: NacosMistakes
  ) -> Entry {
    Entry(id, severity, clause: clause, words) { $0.mistakes.insert(mistake) }
  }
}
