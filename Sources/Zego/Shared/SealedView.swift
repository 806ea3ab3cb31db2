// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto

/// The fields of ``Sealed`` where they stand in the bytes of a token, without copies.
struct SealedView: ~Escapable {
  let expire: Int64
  let form: Sealed.Form
  let iv: Span<UInt8>
  let ciphertext: Span<UInt8>

  /// Takes bytes apart that came out of a token; where no form is given, the token tells it.
  @_lifetime(copy bytes)
  init(bytes: Span<UInt8>, form: Sealed.Form?, checks: Checks) throws(Refusal) {
    var reader = ByteReader(bytes)
    try self.init(from: &reader, form: form, checks: checks)
  }

  @_lifetime(copy reader)
  @_lifetime(reader: copy reader)
  init(
    from reader: inout ByteReader, form expected: Sealed.Form?, checks: Checks
  ) throws(Refusal) {
    expire = try checks.integer("expire", from: &reader)
    let ivLength: UInt16 = try checks.integer("iv-length", from: &reader)
    form = try Sealed.Form(
      ivLength: Int(ivLength), expecting: expected, before: reader.offset, checks: checks)
    iv = try checks.span("iv", count: Int(ivLength), from: &reader)
    let length: UInt16 = try checks.integer("ciphertext-length", from: &reader)
    if !form.allows(ciphertextLength: Int(length)) {
      try checks.refuse(
        Refusal(
          .structure, .ciphertextLength, field: "ciphertext-length", offset: reader.offset - 2,
          "the ciphertext has \(length) bytes, \(form.ciphertextRule)"))
    }
    ciphertext = try checks.span("ciphertext", count: Int(length), from: &reader)
    if form == .gcm { try Self.readMode(from: &reader, checks: checks) }
    try checks.finish(reader, after: form == .gcm ? "mode" : "ciphertext")
  }

  @_lifetime(reader: copy reader)
  private static func readMode(
    from reader: inout ByteReader, checks: Checks
  ) throws(Refusal) {
    let isMissing = reader.remaining == 0
    let mode: UInt8 = try checks.integer("mode", from: &reader)
    guard mode != Sealed.gcmMode, !isMissing else { return }
    try checks.refuse(
      Refusal(
        .structure, .mode, field: "mode", offset: reader.offset - 1,
        "the mode is \(mode), 1 (GCM) is expected"))
  }

  /// Decrypts, and checks the padding or the tag.
  func plaintext(secret: ZegoSecret, checks: Checks) throws(Refusal) -> [UInt8] {
    try form.open(ciphertext, iv: iv, secret: secret, checks: checks)
  }
}

extension Sealed.Form {
  /// The form that a length tells; one that is not expected is none.
  fileprivate init(
    ivLength: Int, expecting form: Self?, before offset: Int, checks: Checks
  ) throws(Refusal) {
    switch ivLength {
    case Self.cbc.ivLength where form != .gcm: self = .cbc
    case Self.gcm.ivLength where form != .cbc: self = .gcm
    default:
      let expected = form.map { "\($0.ivLength)" } ?? "16 (CBC) or 12 (GCM)"
      try checks.refuse(
        Refusal(
          .structure, .ivLength, field: "iv-length", offset: offset - 2,
          "the IV has \(ivLength) bytes, \(expected) are expected"))
      self = form ?? .cbc
    }
  }

  fileprivate func allows(ciphertextLength length: Int) -> Bool {
    switch self {
    case .cbc: length > 0 && length % AESCBC.blockSize == 0
    case .gcm: length >= AESGCM.tagSize
    }
  }

  fileprivate var ciphertextRule: String {
    switch self {
    case .cbc: "a multiple of 16 above 0 is expected"
    case .gcm: "at least the 16 of the tag are expected"
    }
  }
}
