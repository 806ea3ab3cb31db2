// SPDX-License-Identifier: MIT

internal import Crypto
internal import Nacos

/// An algorithm of jjwt by the name in a header.
struct JjwtAlgorithm {
  let name: String

  private static let others = [
    "RS256", "RS384", "RS512", "ES256", "ES384", "ES512", "PS256", "PS384", "PS512",
  ]

  /// The algorithm of a name, in any case; nothing where the header says `none`.
  init?(_ text: JavaString) throws(NacosException) {
    let upper = text.display.uppercased()
    if upper == "NONE" { return nil }
    guard
      let name = (NacosAlgorithm.allCases.map(\.rawValue) + Self.others).first(where: {
        $0 == upper
      })
    else {
      throw .jjwt(
        "security.SignatureException", "Unsupported signature algorithm '\(text.display)'")
    }
    self.name = name
  }

  /// The digest, where the key can be used with the algorithm.
  func checked(length: Int, hasKeyObject: Bool) throws(NacosException) -> Digest {
    guard let algorithm = NacosAlgorithm(rawValue: name) else { throw foreign(hasKeyObject) }
    guard length >= algorithm.length else { throw weak(length * 8, algorithm.length * 8) }
    return algorithm.digest
  }

  private func weak(_ bits: Int, _ wanted: Int) -> NacosException {
    .jjwt(
      "security.WeakKeyException",
      "The verification key's size is \(bits) bits which is not secure enough for the \(name)"
        + " algorithm.  The JWT JWA Specification (RFC 7518, Section 3.2) states that keys used"
        + " with \(name) MUST have a size >= \(wanted) bits (the key size must be greater than or"
        + " equal to the hash output size).  Consider using the io.jsonwebtoken.security.Keys"
        + " class's 'secretKeyFor(SignatureAlgorithm.\(name))' method to create a key guaranteed to"
        + " be secure enough for \(name).  See https://tools.ietf.org/html/rfc7518#section-3.2 for"
        + " more information.")
  }

  /// An algorithm with public keys.
  private func foreign(_ hasKeyObject: Bool) -> NacosException {
    guard hasKeyObject else {
      return .argument(
        "Key bytes can only be specified for HMAC signatures. Please specify a PublicKey or"
          + " PrivateKey instance.")
    }
    return .jjwt(
      "UnsupportedJwtException",
      "The parsed JWT indicates it was signed with the \(name) signature algorithm, but the"
        + " specified signing key of type javax.crypto.spec.SecretKeySpec may not be used to"
        + " validate \(name) signatures.  Because the specified signing key reflects a specific and"
        + " expected algorithm, and the JWT does not reflect this algorithm, it is likely that the"
        + " JWT was not expected and therefore should not be trusted.  Another possibility is that"
        + " the parser was configured with the incorrect signing key, but this cannot be assumed"
        + " for security reasons.")
  }
}
