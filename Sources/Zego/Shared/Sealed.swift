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
  package init(from reader: inout ByteReader) throws(Refusal) {
    self.init(try SealedView(from: &reader, form: nil, checks: .all))
  }

  private init(_ view: borrowing SealedView) {
    expire = view.expire
    form = view.form
    iv = Array(copying: view.iv)
    ciphertext = Array(copying: view.ciphertext)
  }

  func write(to writer: inout ByteWriter) {
    writer.write(expire)
    writer.write(UInt16(truncatingIfNeeded: iv.count))
    writer.write(iv)
    writer.write(UInt16(truncatingIfNeeded: ciphertext.count))
    writer.write(ciphertext)
    if form == .gcm { writer.write([Self.gcmMode]) }
  }
}
