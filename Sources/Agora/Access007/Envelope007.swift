// SPDX-License-Identifier: MIT

public import Bytes
public import Crypto

/// The frame of an AccessToken 007, around an info that it does not look into.
///
/// "007" | base64( zlib( signature-length | signature | info ) ), little-endian
///
/// The key of the signature is HMAC-SHA256 with the salt over
/// HMAC-SHA256 with the issue-ts over the certificate's text.
public struct Envelope007: Equatable, Sendable {
  public static let version = "007"
  /// Where the info stands in the content, behind a signature of its right length.
  public static let infoOffset = 34
  /// What a token may inflate to: many times the longest token that any service needs.
  public static let maximumContent = 1 << 20

  private static let versionBytes = Array(version.utf8)

  public var signature: [UInt8]
  public var info: [UInt8]

  /// Signs an info with a certificate; the two numbers are those inside the info.
  public init(
    info: [UInt8], certificate: [UInt8], issueTs: UInt32, salt: UInt32
  ) throws(CryptoError) {
    self.info = info
    signature = try Self.signature(
      of: info, certificate: certificate, issueTs: issueTs, salt: salt)
  }

  /// Whether the signature is that of a certificate.
  public func isSigned(
    certificate: [UInt8], issueTs: UInt32, salt: UInt32
  ) throws(CryptoError) -> Bool {
    let own = try Self.signature(
      of: info, certificate: certificate, issueTs: issueTs, salt: salt)
    return constantTimeEqual(own.span, signature.span)
  }

  private static func signature(
    of info: [UInt8], certificate: [UInt8], issueTs: UInt32, salt: UInt32
  ) throws(CryptoError) -> [UInt8] {
    let (issued, salted) = (bytes(issueTs), bytes(salt))
    let inner = try Digest.sha256.hmac(certificate.span, key: issued.span)
    let key = try Digest.sha256.hmac(inner.span, key: salted.span)
    return try Digest.sha256.hmac(info.span, key: key.span)
  }

  private static func bytes(_ value: UInt32) -> [UInt8] {
    var writer = ByteWriter(capacity: 4)
    writer.write(value, .little)
    return writer.bytes
  }

  /// What is compressed.
  public var content: [UInt8] {
    get throws(CryptoError) {
      guard let length = UInt16(exactly: signature.count) else { throw .length }
      var writer = ByteWriter(capacity: 2 + signature.count + info.count)
      writer.write(length, .little)
      writer.write(signature)
      writer.write(info)
      return writer.bytes
    }
  }

  /// The text of the token.
  public var token: [UInt8] {
    get throws(CryptoError) {
      let content = try content
      return Base64.standard.encode(try Zlib.deflate(content.span), after: Self.versionBytes)
    }
  }
}

extension Envelope007 {
  /// Takes off version, base64 and compression; nothing may follow the compressed bytes.
  public init(reading token: Span<UInt8>) throws(FormatError) {
    try self.init(reading: token, by: .all)
  }

  init(reading token: Span<UInt8>, by checks: FormatChecks) throws(FormatError) {
    let content = try Self.content(of: token, by: checks)
    var reader = ByteReader(content.span)
    try self.init(from: &reader, by: checks)
  }

  /// Reads what was compressed.
  @_lifetime(reader: copy reader)
  public init(from reader: inout ByteReader) throws(FormatError) {
    try self.init(from: &reader, by: .all)
  }

  @_lifetime(reader: copy reader)
  private init(from reader: inout ByteReader, by checks: FormatChecks) throws(FormatError) {
    let length = try reader.readInteger("signature-length", by: checks, as: UInt16.self)
    signature = try reader.readBytes("signature", count: Int(length), by: checks)
    info = try reader.readRest("info")
  }

  /// What a token inflates to.
  public static func content(of token: Span<UInt8>) throws(FormatError) -> [UInt8] {
    try content(of: token, by: .all)
  }

  private static func content(
    of token: Span<UInt8>, by checks: FormatChecks
  ) throws(FormatError) -> [UInt8] {
    if !token.extracting(first: versionBytes.count).equals(versionBytes.span) {
      try checks.refuse(
        FormatError(
          .value, field: "version", offset: 0, detail: "the token does not begin with '007'"))
    }
    let stream = try Base64.standard.decode(
      token.extracting(droppingFirst: versionBytes.count), field: "base64",
      offset: versionBytes.count, by: checks)
    let inflated = try inflate(stream, by: checks)
    if inflated.consumed != stream.count {
      try checks.refuse(
        FormatError(
          .trailing, field: "zlib", offset: inflated.consumed,
          detail: "\(stream.count - inflated.consumed) bytes after the compressed ones"))
    }
    return inflated.bytes
  }
}
