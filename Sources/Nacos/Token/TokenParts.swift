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
  init(_ token: Span<UInt8>, checks: Checks) throws(Refusal) {
    let end = token.count
    if Self.isBlank(token) {
      try checks.refuse(
        Refusal(.encoding, .blank, field: "token", offset: 0, "a token is expected"))
    }
    let first = token.firstIndex(of: AccessToken.dot, from: 0) ?? end
    let second = token.firstIndex(of: AccessToken.dot, from: min(first + 1, end)) ?? end
    if second == end {
      try checks.refuse(Self.wrongParts(at: end, "fewer than three parts"))
    }
    let third = token.firstIndex(of: AccessToken.dot, from: min(second + 1, end)) ?? end
    if third < end {
      try checks.refuse(Self.wrongParts(at: third, "more than three parts"))
    }
    self.token = token
    header = 0..<first
    payload = min(first + 1, end)..<second
    signature = min(second + 1, end)..<third
  }

  private static func isBlank(_ token: Span<UInt8>) -> Bool {
    for index in token.indices where token[index] > 0x20 { return false }
    return true
  }

  private static func wrongParts(at offset: Int, _ words: String) -> Refusal {
    Refusal(.structure, .parts, field: "token", offset: offset, words)
  }

  /// The algorithm; the header is one of three texts.
  func algorithm(_ checks: Checks) throws(Refusal) -> NacosAlgorithm {
    let text = token.extracting(header)
    for algorithm in NacosAlgorithm.allCases
    where text.equals(algorithm.header.description.utf8.span) {
      return algorithm
    }
    return try TokenHeader(text, checks).algorithm
  }

  /// Compares the text of the signature with what the key gives.
  func verify(
    _ key: NacosKey, _ algorithm: NacosAlgorithm, _ checks: Checks
  ) throws(Refusal) {
    let signed = token.extracting(0..<payload.upperBound)
    let expected = (try? algorithm.digest.hmac(signed, key: key.bytes.span)).map {
      Base64.url.encode($0)
    }
    guard let expected, constantTimeEqual(expected.span, token.extracting(signature)) else {
      return try checks.refuse(
        Refusal(
          .crypto, .signature, field: "signature", offset: signature.lowerBound,
          "the signature is not that of this key"))
    }
  }

  func decodedPayload(_ checks: Checks) throws(Refusal) -> [UInt8] {
    let text = token.extracting(payload)
    do throws(FormatError) {
      return try Base64.url.decode(text, field: "payload", offset: payload.lowerBound)
    } catch {
      try checks.refuse(
        Refusal(.encoding, .base64, field: error.field, offset: error.offset, error.detail))
      return Base64.url.decodeLoosely(text)
    }
  }
}
