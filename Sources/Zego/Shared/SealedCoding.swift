// SPDX-License-Identifier: MIT

package import Bytes
internal import Crypto

// The two outer layers of every token: prefix and base64, then the cipher.
extension Sealed {
  /// Takes off the prefix and the base64.
  package init(token: Span<UInt8>, prefix: String) throws(Refusal) {
    let bytes = try Self.bytes(of: token, prefix: prefix)
    var reader = ByteReader(bytes.span)
    try self.init(from: &reader)
  }

  /// What the base64 after the prefix stands for.
  static func bytes(
    of token: Span<UInt8>, prefix: String, checks: Checks = .all
  ) throws(Refusal) -> [UInt8] {
    if !token.starts(with: prefix) {
      try checks.refuse(
        Refusal(
          .encoding, .prefix, field: "prefix", offset: 0,
          "the token does not begin with '\(prefix)'"))
    }
    let start = min(prefix.utf8.count, token.count)
    let text = token.extracting(start..<token.count)
    do throws(FormatError) {
      return try Base64.standard.decode(text, field: "base64", offset: start)
    } catch {
      try checks.refuse(Refusal(error))
      return Base64.standard.decodeLoosely(text)
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
    try form.open(ciphertext.span, iv: iv.span, secret: secret, checks: .all)
  }
}

extension Sealed.Form {
  func open(
    _ ciphertext: Span<UInt8>, iv: Span<UInt8>, secret: ZegoSecret, checks: Checks
  ) throws(Refusal) -> [UInt8] {
    switch self {
    case .cbc: try openCBC(ciphertext, iv, secret, checks)
    case .gcm: try openGCM(ciphertext, iv, secret, checks)
    }
  }

  private func openCBC(
    _ ciphertext: Span<UInt8>, _ iv: Span<UInt8>, _ secret: ZegoSecret, _ checks: Checks
  ) throws(Refusal) -> [UInt8] {
    guard var blocks = try? AESCBC.openBlocks(ciphertext, key: secret.key.span, iv: iv) else {
      return try openMisfit(ciphertext, iv, secret, checks)
    }
    if let padding = AESCBC.paddingLength(of: blocks.span) {
      blocks.removeLast(padding)
    } else {
      try checks.refuse(
        Refusal(
          .crypto, .padding, field: "ciphertext",
          "the padding is not that of PKCS #7: another secret, or changed bytes"))
    }
    return blocks
  }

  private func openGCM(
    _ ciphertext: Span<UInt8>, _ iv: Span<UInt8>, _ secret: ZegoSecret, _ checks: Checks
  ) throws(Refusal) -> [UInt8] {
    do throws(CryptoError) {
      return try AESGCM.open(ciphertext, key: secret.key.span, nonce: iv)
    } catch {
      try checks.refuse(
        Refusal(
          .crypto, .tag, field: "tag", "the tag does not hold: another secret, or changed bytes"))
    }
    return (try? AESGCM.openUnverified(ciphertext, key: secret.key.span, nonce: iv)) ?? []
  }

  /// Lengths that the cipher does not take come here only where a check was left out: an IV is
  /// filled with zeros or cut, blocks that are not full are dropped.
  private func openMisfit(
    _ ciphertext: Span<UInt8>, _ iv: Span<UInt8>, _ secret: ZegoSecret, _ checks: Checks
  ) throws(Refusal) -> [UInt8] {
    let whole = ciphertext.count / AESCBC.blockSize * AESCBC.blockSize
    let padded = Array((Array(copying: iv) + [UInt8](zeros: ivLength)).prefix(ivLength))
    guard whole > 0, whole < ciphertext.count || iv.count != ivLength else {
      throw Refusal(
        .crypto, .padding, field: "ciphertext", "\(ciphertext.count) bytes cannot be decrypted")
    }
    return try openCBC(ciphertext.extracting(0..<whole), padded.span, secret, checks)
  }
}

extension Span<UInt8> {
  fileprivate func starts(with prefix: String) -> Bool {
    let prefix = prefix.utf8.span
    return count >= prefix.count && extracting(0..<prefix.count).equals(prefix)
  }
}
