// SPDX-License-Identifier: MIT

import Bytes
import Crypto
import Zego

/// Makes tokens whose layers can each be wrong.
struct Forge {
  static let secretText: Text = "fa94dd0f974cf2e293728a1234567890"
  static let ctime: Int64 = 1_795_228_894
  static let expire = ctime + 3600

  static var secret: ZegoSecret {
    get throws(Refusal) { try ZegoSecret(secretText) }
  }

  static let claims04 = """
    {"app_id":1,"user_id":"demo","nonce":-1234567890,"ctime":1795228894,\
    "expire":1795232494,"payload":""}
    """
  static let claims03 = """
    {"app_id":1,"room_id":"room","user_id":"demo","privilege":{"1":1,"2":0},\
    "create_time":1795228894,"expire_time":1795232494,"nonce":-1}
    """

  var prefix = "04"
  var expire = Self.expire
  var ivLength: UInt16?
  var iv = Array("0123456789abcdef".utf8)
  var ciphertextLength: UInt16?
  var form = Sealed.Form.cbc
  var plaintext = Array(Self.claims04.utf8)
  var padding = true
  var mode: UInt8? = 1
  var trailing: [UInt8] = []

  init(_ form: Sealed.Form = .cbc) {
    self.form = form
    iv = Array(iv.prefix(form.ivLength))
  }

  init(claims: String, form: Sealed.Form = .cbc) {
    self.init(form)
    plaintext = Array(claims.utf8)
  }

  init(claims03: String) {
    self.init(claims: claims03)
    prefix = "03"
  }

  var bytes: [UInt8] {
    get throws(CryptoError) {
      let key = Self.secretText.bytes
      let ciphertext =
        form == .cbc
        ? try AESCBC.seal(plaintext.span, key: key.span, iv: iv.span, padding: padding)
        : try AESGCM.seal(plaintext.span, key: key.span, nonce: iv.span)
      var writer = ByteWriter()
      writer.write(expire)
      writer.write(ivLength ?? UInt16(iv.count))
      writer.write(iv)
      writer.write(ciphertextLength ?? UInt16(ciphertext.count))
      writer.write(ciphertext)
      if form == .gcm, let mode { writer.write([mode]) }
      writer.write(trailing)
      return writer.bytes
    }
  }

  var token: [UInt8] {
    get throws(CryptoError) { Self.token(prefix, try bytes) }
  }

  static func token(_ prefix: String, _ bytes: [UInt8]) -> [UInt8] {
    Array(prefix.utf8) + Base64.standard.encode(bytes)
  }

  static func edited(_ old: String, _ new: String) -> String {
    let parts = claims04.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
    return parts.joined(separator: new)
  }

  /// The words with which a token is refused, or `opens`.
  static func verdict04(
    _ token: [UInt8], now: Int64? = nil, expecting: Token04.Expectation = .init()
  ) throws -> String {
    let secret = try secret
    return verdict { () throws(Refusal) in
      _ = try Token04(opening: token.span, secret: secret, now: now, expecting: expecting)
    }
  }

  static func verdict03(
    _ token: [UInt8], now: Int64? = nil, expecting: Token03.Expectation = .init()
  ) throws -> String {
    let secret = try secret
    return verdict { () throws(Refusal) in
      _ = try Token03(opening: token.span, secret: secret, now: now, expecting: expecting)
    }
  }

  private static func verdict(of opening: () throws(Refusal) -> Void) -> String {
    do throws(Refusal) {
      try opening()
      return "opens"
    } catch {
      return error.description
    }
  }
}
