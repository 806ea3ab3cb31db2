// SPDX-License-Identifier: MIT

public import Bytes

extension NacosServer {
  /// The status of every refusal.
  public static let refusalStatus = 403

  /// Whether a request comes from a server of the same cluster, which needs no token.
  public func isPeer(_ request: HTTPRequest) -> Bool {
    identity.map { request[field: $0.name] == $0.value } ?? false
  }

  /// The user in whose name a request is served, or why it is refused.
  ///
  /// The field `Authorization` goes before the parameter; the first of several values counts.
  public func authorize(_ request: HTTPRequest) throws(Refusal) -> Text {
    guard let token = NacosCredentials(of: request).tokens.first(where: { !$0.isBlank }) else {
      throw Refusal(.structure, .tokenMissing, field: "accessToken", "a token is expected")
    }
    let key = try NacosKey(configured: secretKey)
    let user = try AccessToken(opening: token.bytes.span, key: key, now: now).sub
    guard users[user]?.role != nil else {
      throw Refusal(.policy, .permission, field: "sub", "'\(user)' has no permission")
    }
    return user
  }

  /// The token that a login gives, or why there is none.
  public func login(_ request: HTTPRequest) throws(Refusal) -> AccessToken {
    let credentials = NacosCredentials(of: request)
    guard let user = credentials.userNames.first, let password = credentials.passwords.first,
      let account = users[user], account.password == password
    else {
      throw Refusal(.policy, .password, field: "password", "the name or the password is wrong")
    }
    return try AccessToken(sub: user, lifetime: tokenLifetime, now: now)
  }
}

extension Text {
  fileprivate var isBlank: Bool { bytes.allSatisfy { $0 <= 0x20 } }
}
