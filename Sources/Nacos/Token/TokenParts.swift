// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto

/// The three texts of a token, between its dots.
struct TokenParts: ~Escapable {
  private let token: Span<UInt8>
  private let header: Range<Int>
  private let payload: Range<Int>
  private let signature: Range<Int>

  @_lifetime(copy token)
  init(_ token: Span<UInt8>) throws(Refusal) {
    guard token.count > 0 else {
      throw Refusal(.structure, .blank, field: "token", offset: 0, "a token is expected")
    }
    guard let first = token.firstIndex(of: AccessToken.dot, from: 0),
      let second = token.firstIndex(of: AccessToken.dot, from: first + 1)
    else {
      throw Refusal(
        .structure, .parts, field: "token", offset: token.count, "fewer than three parts")
    }
    if let third = token.firstIndex(of: AccessToken.dot, from: second + 1) {
      throw Refusal(
        .structure, .parts, field: "token", offset: third, "more than three parts")
    }
    self.token = token
    header = 0..<first
    payload = first + 1..<second
    signature = second + 1..<token.count
  }

  /// The algorithm, of which the text of the header is known.
  func algorithm() throws(Refusal) -> NacosAlgorithm {
    let text = token.extracting(header)
    for algorithm in NacosAlgorithm.allCases
    where text.equals(algorithm.header.description.utf8.span) {
      return algorithm
    }
    throw Refusal(
      .structure, .header, field: "header", offset: 0,
      "the header is none of the three of HS256, HS384 and HS512")
  }

  /// Compares the text of the signature with what the key gives.
  func verify(_ key: NacosKey, _ algorithm: NacosAlgorithm) throws(Refusal) {
    let signed = token.extracting(0..<payload.upperBound)
    let expected = (try? algorithm.digest.hmac(signed, key: key.bytes.span)).map {
      Base64.url.encode($0)
    }
    guard let expected,
      constantTimeEqual(expected.span, token.extracting(signature))
    else {
      throw Refusal(
        .crypto, .signature, field: "signature", offset: signature.lowerBound,
        "the signature is not that of this key")
    }
  }

  func decodedPayload() throws(Refusal) -> [UInt8] {
    do throws(FormatError) {
      return try Base64.url.decode(
        token.extracting(payload), field: "payload", offset: payload.lowerBound)
    } catch {
      throw Refusal(
        .encoding, .base64, field: error.field, offset: error.offset, error.detail)
    }
  }
}
