// SPDX-License-Identifier: MIT

package import Bytes
internal import Crypto

// The two outer layers of every token: prefix and base64, then the cipher.
extension Sealed {
  /// Takes off the prefix and the base64.
  package init(token: Span<UInt8>, prefix: String) throws(Refusal) {
    let bytes = try Self.bytes(of: token, prefix: prefix)
    var reader = ByteReader(bytes.span)
    do throws(FormatError) {
      try self.init(from: &reader)
    } catch {
      throw Refusal(error)
    }
  }

  /// What the base64 after the prefix stands for.
  static func bytes(of token: Span<UInt8>, prefix: String) throws(Refusal) -> [UInt8] {
    guard token.starts(with: prefix) else {
      throw Refusal(
        .encoding, .prefix, field: "prefix", offset: 0, "the token does not begin with '\(prefix)'")
    }
    let count = prefix.utf8.count
    do throws(FormatError) {
      return try Base64.standard.decode(
        token.extracting(count..<token.count), field: "base64", offset: count)
    } catch {
      throw Refusal(error)
    }
  }

  func token(prefix: [UInt8]) -> String {
    var writer = ByteWriter(capacity: 29 + iv.count + ciphertext.count)
    write(to: &writer)
    let text = Base64.standard.encode(writer.bytes, after: prefix)
    return String(decoding: text, as: UTF8.self)
  }

  /// Encrypts a plaintext and puts the clear fields before it.
  init(
    sealing plaintext: [UInt8], expire: Int64, iv: [UInt8], form: Form, secret: ZegoSecret
  ) throws(Refusal) {
    guard iv.count == form.ivLength else {
      throw Refusal(
        .policy, .ivLength, field: "iv",
        "the IV has \(iv.count) bytes, \(form.ivLength) are expected")
    }
    self.expire = expire
    self.form = form
    self.iv = iv
    do throws(CryptoError) {
      ciphertext =
        switch form {
        case .cbc: try AESCBC.seal(plaintext.span, key: secret.key.span, iv: iv.span)
        case .gcm: try AESGCM.seal(plaintext.span, key: secret.key.span, nonce: iv.span)
        }
    } catch {
      throw Refusal(
        .policy, .ciphertextLength, field: "plaintext",
        "\(plaintext.count) bytes cannot be encrypted")
    }
    guard ciphertext.count <= Self.maximumCiphertext else {
      throw Refusal(
        .policy, .ciphertextLength, field: "ciphertext-length",
        "the ciphertext has \(ciphertext.count) bytes, its length field ends at 65535")
    }
  }

  /// Decrypts, and checks the padding or the tag.
  package func plaintext(secret: ZegoSecret) throws(Refusal) -> [UInt8] {
    try form.open(ciphertext.span, iv: iv.span, secret: secret)
  }
}

extension Sealed.Form {
  func open(
    _ ciphertext: Span<UInt8>, iv: Span<UInt8>, secret: ZegoSecret
  ) throws(Refusal) -> [UInt8] {
    do throws(CryptoError) {
      guard self == .cbc else {
        return try AESGCM.open(ciphertext, key: secret.key.span, nonce: iv)
      }
      var blocks = try AESCBC.openBlocks(ciphertext, key: secret.key.span, iv: iv)
      if let padding = AESCBC.paddingLength(of: blocks.span) {
        blocks.removeLast(padding)
        return blocks
      }
    } catch {
      throw Refusal(
        .crypto, .tag, field: "tag", "the tag does not hold: another secret, or changed bytes")
    }
    throw Refusal(
      .crypto, .padding, field: "ciphertext",
      "the padding is not that of PKCS #7: another secret, or changed bytes")
  }
}

extension Span<UInt8> {
  fileprivate func starts(with prefix: String) -> Bool {
    let prefix = prefix.utf8.span
    return count >= prefix.count && extracting(0..<prefix.count).equals(prefix)
  }
}
