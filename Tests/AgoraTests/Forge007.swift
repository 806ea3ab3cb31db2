// SPDX-License-Identifier: MIT

import Agora
import Bytes
import Crypto

/// Makes tokens whose layers can each be wrong.
enum Forge007 {
  /// A token of compressed bytes.
  static func token(of stream: [UInt8]) -> [UInt8] {
    Base64.standard.encode(stream, after: Array("007".utf8))
  }

  /// The compressed bytes of a token.
  static func stream(of token: [UInt8]) throws -> [UInt8] {
    let symbols = Array(token.dropFirst(3))
    return try Base64.standard.decode(symbols.span)
  }

  /// A token that signs any info, with the numbers of the usual one.
  static func signed(_ info: [UInt8]) throws -> [UInt8] {
    try Envelope007(
      info: info, certificate: Recorded007.certificate.bytes, issueTs: 1_111_111, salt: 1
    ).token
  }

  /// A token of any content.
  static func compressed(_ content: [UInt8]) throws -> [UInt8] {
    token(of: try Zlib.deflate(content.span))
  }
}
