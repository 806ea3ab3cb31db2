// SPDX-License-Identifier: MIT

internal import Crypto
internal import JSON
public import Bytes
public import Zego

/// Whoever knows the secret and makes tokens of any bytes.
public enum Attacker {
  public static let secretText: Text = "fa94dd0f974cf2e293728a1234567890"

  public static var secret: ZegoSecret {
    get throws { try ZegoSecret(secretText) }
  }

  /// The input as a token, and as what the base64 of one stands for.
  public static func tokens(of input: [UInt8]) -> [[UInt8]] {
    [input, token("04", input), token("03", input)]
  }

  /// The plaintext in a token of each format, with the end that it tells in clear too.
  public static func tokens(sealing plaintext: [UInt8]) throws -> [[UInt8]] {
    let claims = try? JSONValue(parsing: plaintext.span)
    let expire04 = claims?["expire"]?.int64 ?? 0
    let expire03 = claims?["expire_time"]?.int64 ?? 0
    return [
      token("04", try bytes(sealing: plaintext, .cbc, expire: expire04)),
      token("04", try bytes(sealing: plaintext, .gcm, expire: expire04)),
      token("03", try bytes(sealing: plaintext, .cbc, expire: expire03)),
    ]
  }

  private static func token(_ prefix: String, _ bytes: [UInt8]) -> [UInt8] {
    Base64.standard.encode(bytes, after: Array(prefix.utf8))
  }

  private static func bytes(
    sealing plaintext: [UInt8], _ form: Sealed.Form, expire: Int64
  ) throws -> [UInt8] {
    let iv = iv(of: form)
    let key = secretText.bytes
    let ciphertext =
      form == .cbc
      ? try AESCBC.seal(plaintext.span, key: key.span, iv: iv.span)
      : try AESGCM.seal(plaintext.span, key: key.span, nonce: iv.span)
    var writer = ByteWriter()
    writer.write(expire)
    writer.write(UInt16(iv.count))
    writer.write(iv)
    writer.write(UInt16(truncatingIfNeeded: ciphertext.count))
    writer.write(ciphertext)
    if form == .gcm { writer.write([1]) }
    return writer.bytes
  }

  /// Bytes that no assistant draws, so that nothing is searched for them.
  public static func iv(of form: Sealed.Form) -> [UInt8] {
    Array(0xA0..<0xA0 + UInt8(form.ivLength))
  }
}
