// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto
internal import Nacos

/// The library jjwt 0.11.2 as Nacos calls it.
struct JjwtReading: NacosReading {
  let key: [UInt8]
  /// Whether the key was given as an object and not as bytes.
  let hasKeyObject: Bool

  /// jjwt decides by the claims alone; the user is asked for afterwards.
  func claims(of token: Text, now: Int64) throws(NacosException) -> NacosClaims {
    let token = try JjwtToken(JavaString(token))
    try verify(token)
    try JjwtTimes(token.claims, now: now).check()
    return try user(token)
  }

  func end(of token: Text, now: Int64) throws(NacosException) -> Int64 {
    _ = try claims(of: token, now: now)
    return 0
  }

  // MARK: - The signature

  private func verify(_ token: JjwtToken) throws(NacosException) {
    guard let signature = token.signature else { return }
    guard let name = token.algorithm, let algorithm = try JjwtAlgorithm(name) else {
      throw .jjwt(
        "MalformedJwtException",
        "JWT string has a digest/signature, but the header does not reference a valid signature"
          + " algorithm.")
    }
    let digest = try algorithm.checked(length: key.count, hasKeyObject: hasKeyObject)
    let given = try JjwtBase64.url.decode(signature)
    guard let expected = try? digest.hmac(token.signed.span, key: key.span), given == expected
    else {
      throw .jjwt(
        "security.SignatureException",
        "JWT signature does not match locally computed signature. JWT validity cannot be asserted"
          + " and should not be trusted.")
    }
  }

  // MARK: - The user

  private func user(_ token: JjwtToken) throws(NacosException) -> NacosClaims {
    guard let claims = token.claims, token.signature != nil else {
      throw .jjwt("UnsupportedJwtException", token.kind)
    }
    try checkRoles(claims)
    guard let name = claims.value("sub")?.text, !name.isEmpty else {
      throw .authentication(
        "java.lang.IllegalArgumentException",
        "Cannot pass null or empty values to constructor")
    }
    return NacosClaims(user: name.text, expire: nil)
  }

  /// The roles are cast to a text.
  private func checkRoles(_ claims: JavaMap) throws(NacosException) {
    guard let roles = claims.value("auth") else { return }
    if case .string = roles { return }
    throw .authentication(
      "java.lang.ClassCastException", roles.castMessage(to: "java.lang.String"))
  }
}

extension NacosException {
  fileprivate static func authentication(_ type: String, _ message: String) -> NacosException {
    NacosException(type: type, message: message, raisedIn: "getAuthentication")
  }
}

extension JavaValue {
  /// The words of a `ClassCastException`.
  func castMessage(to wanted: String) -> String {
    "class \(type) cannot be cast to class \(wanted) (\(type) and \(wanted) are in module java.base"
      + " of loader 'bootstrap')"
  }
}
