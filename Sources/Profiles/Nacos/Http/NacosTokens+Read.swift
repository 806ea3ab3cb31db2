// SPDX-License-Identifier: MIT

internal import Bytes
internal import Nacos

extension NacosTokens {
  /// Who issues the tokens of a login.
  var issuer: NacosTokenRules { Self.known[self] ?? Self.reference }

  func read(
    _ token: Text, server: NacosServer, _ mistakes: NacosHTTPMistakes
  ) throws(NacosHTTPFailure) -> NacosClaims {
    var issuer = issuer
    if mistakes.contains(.unsigned) { issuer.mistakes.insert(.signatureUnchecked) }
    // A clock at the beginning of time finds nothing expired.
    let now = mistakes.contains(.expired) ? 0 : server.now
    switch issuer.read(token, secretKey: server.secretKey, now: now) {
    case .success(let claims): return claims
    case .failure(let exception): throw failure(for: exception)
    }
  }

  private func failure(for exception: NacosException) -> NacosHTTPFailure {
    switch self {
    case .documented: .access(.identity, nil)
    case .jjwt: Self.jjwtFailure(for: exception)
    case .ownReader:
      exception.type == NacosHTTPFailure.accessException
        ? .access(.identity, exception.message) : .exception(exception)
    }
  }

  /// Everything that the check throws is an invalid token; what comes after the check is not.
  private static func jjwtFailure(for exception: NacosException) -> NacosHTTPFailure {
    if exception.raisedIn != nil { return .exception(exception) }
    let isOver = exception.type == "io.jsonwebtoken.ExpiredJwtException"
    return .access(.identity, isOver ? "token expired!" : "token invalid!")
  }

  private static let reference = NacosTokenModel().reference

  /// Those of the recorded token managers that have the same code.
  private static let known: [NacosTokens: NacosTokenRules] =
    [.jjwt: "1.4.8", .ownReader: "3.0.3"].compactMapValues { variant in
      try? NacosTokenModel().rules(ofVariant: variant)
    }
}
