// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto

/// The fields of ``Sealed`` where they stand in the bytes of a token, without copies.
struct SealedView: ~Escapable {
  let expire: Int64
  let form: Sealed.Form
  let iv: Span<UInt8>
  let ciphertext: Span<UInt8>

  /// Takes bytes apart that came out of a token.
  @_lifetime(copy bytes)
  init(bytes: Span<UInt8>) throws(Refusal) {
    var reader = ByteReader(bytes)
    do throws(FormatError) {
      try self.init(from: &reader)
    } catch {
      throw Refusal(error)
    }
  }

  @_lifetime(copy reader)
  @_lifetime(reader: copy reader)
  init(from reader: inout ByteReader) throws(FormatError) {
    expire = try reader.readInteger("expire")
    let ivLength = try reader.readInteger("iv-length", as: UInt16.self)
    form = try Sealed.Form(ivLength: Int(ivLength), before: reader.offset)
    iv = try reader.readSpan("iv", count: form.ivLength)
    let length = Int(try reader.readInteger("ciphertext-length", as: UInt16.self))
    guard form.allows(ciphertextLength: length) else {
      throw FormatError(
        .value, field: "ciphertext-length", offset: reader.offset - 2,
        detail: "the ciphertext has \(length) bytes, \(form.ciphertextRule)")
    }
    ciphertext = try reader.readSpan("ciphertext", count: length)
    if form == .gcm { try Self.readMode(from: &reader) }
    try reader.finish(after: form == .gcm ? "mode" : "ciphertext")
  }

  @_lifetime(reader: copy reader)
  private static func readMode(from reader: inout ByteReader) throws(FormatError) {
    let mode = try reader.readInteger("mode", as: UInt8.self)
    guard mode == Sealed.gcmMode else {
      throw FormatError(
        .value, field: "mode", offset: reader.offset - 1,
        detail: "the mode is \(mode), 1 (GCM) is expected")
    }
  }

  /// Decrypts, and checks the padding or the tag.
  func plaintext(secret: ZegoSecret) throws(Refusal) -> [UInt8] {
    try form.open(ciphertext, iv: iv, secret: secret)
  }
}

extension Sealed.Form {
  fileprivate init(ivLength: Int, before offset: Int) throws(FormatError) {
    switch ivLength {
    case Self.cbc.ivLength: self = .cbc
    case Self.gcm.ivLength: self = .gcm
    default:
      throw FormatError(
        .value, field: "iv-length", offset: offset - 2,
        detail: "the IV has \(ivLength) bytes, 16 (CBC) or 12 (GCM) are expected")
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
