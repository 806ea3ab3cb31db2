// SPDX-License-Identifier: MIT

package import Bytes
internal import Crypto

/// The part of a token that is base64 after the prefix; integers are big endian.
///
/// expire | iv-length | iv | ciphertext-length | ciphertext | mode (GCM alone)
public struct Sealed: Equatable, Sendable {
  /// How the ciphertext was made, told by the length of the IV and by what follows the ciphertext.
  public enum Form: String, Sendable, CaseIterable {
    /// AES-256-CBC with PKCS #7 padding.
    case cbc
    /// AES-256-GCM, the tag after the ciphertext and the byte 1 after both.
    case gcm

    public var ivLength: Int { self == .cbc ? AESCBC.blockSize : 12 }
  }

  static let gcmMode: UInt8 = 1

  public var expire: Int64
  public var form: Form
  public var iv: [UInt8]
  public var ciphertext: [UInt8]

  /// The longest ciphertext that the length field can tell.
  public static let maximumCiphertext = Int(UInt16.max)
}

extension Sealed {
  @_lifetime(reader: copy reader)
  package init(from reader: inout ByteReader) throws(FormatError) {
    expire = try reader.readInteger("expire")
    let ivLength = try reader.readInteger("iv-length", as: UInt16.self)
    guard let form = Form.allCases.first(where: { $0.ivLength == ivLength }) else {
      throw FormatError(
        .value, field: "iv-length", offset: reader.offset - 2,
        detail: "the IV has \(ivLength) bytes, 16 (CBC) or 12 (GCM) are expected")
    }
    self.form = form
    iv = try reader.readBytes("iv", count: form.ivLength)
    let length = Int(try reader.readInteger("ciphertext-length", as: UInt16.self))
    guard form.allows(ciphertextLength: length) else {
      throw FormatError(
        .value, field: "ciphertext-length", offset: reader.offset - 2,
        detail: "the ciphertext has \(length) bytes, \(form.ciphertextRule)")
    }
    ciphertext = try reader.readBytes("ciphertext", count: length)
    if form == .gcm { try Self.readMode(from: &reader) }
    try reader.finish(after: form == .gcm ? "mode" : "ciphertext")
  }

  func write(to writer: inout ByteWriter) {
    writer.write(expire)
    writer.write(UInt16(truncatingIfNeeded: iv.count))
    writer.write(iv)
    writer.write(UInt16(truncatingIfNeeded: ciphertext.count))
    writer.write(ciphertext)
    if form == .gcm { writer.write([Self.gcmMode]) }
  }

  @_lifetime(reader: copy reader)
  private static func readMode(from reader: inout ByteReader) throws(FormatError) {
    let mode = try reader.readInteger("mode", as: UInt8.self)
    guard mode == gcmMode else {
      throw FormatError(
        .value, field: "mode", offset: reader.offset - 1,
        detail: "the mode is \(mode), 1 (GCM) is expected")
    }
  }
}

extension Sealed.Form {
  fileprivate func allows(ciphertextLength length: Int) -> Bool {
    switch self {
    case .cbc: length > 0 && length % AESCBC.blockSize == 0
    case .gcm: length >= AESGCM.tagSize
    }
  }

  fileprivate var ciphertextRule: String {
    switch self {
    case .cbc: "a multiple of 16 is expected"
    case .gcm: "at least the 16 of the tag are expected"
    }
  }
}
