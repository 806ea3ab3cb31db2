// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Nacos

extension NacosHTTPDeciding {
  /// What the addresses of login do.
  var login: NacosHTTPPlan {
    do throws(NacosHTTPFailure) {
      let credentials = rules.mistakes.loginIdentity(of: request)
      if rules.takesTokenAtLogin, let token = credentials.token {
        return .login(granting(token, try read(token)))
      }
      let user = try user(named: credentials.userName, password: credentials.password)
      let token = try issue(to: user)
      return .login(granting(token, try read(token)))
    } catch {
      return .login(NacosHTTPLogin(exception: Self.exception(of: error)))
    }
  }

  private func issue(to user: Text) throws(NacosHTTPFailure) -> Text {
    switch rules.tokens.issuer.issue(
      user: user, lifetime: server.tokenLifetime, secretKey: server.secretKey, now: server.now)
    {
    case .success(let token): return token
    case .failure(let exception): throw .exception(exception)
    }
  }

  /// The object that a client reads; the life of a token without an end is 0.
  private func granting(_ token: Text, _ claims: NacosClaims) -> NacosHTTPLogin {
    let end = claims.expire ?? server.now
    let (life, overflow) = end.subtractingReportingOverflow(server.now)
    let account = claims.user.flatMap { server.users[$0] }
    let body: JSONObject = [
      "accessToken": .string(token),
      "tokenTtl": .integer(
        rules.mistakes.contains(.lifeAsEnd) ? end : overflow ? Int64.max : life),
      "globalAdmin": .bool(account?.isAdministrator ?? false),
      "username": claims.user.map { .string($0) } ?? .null,
    ]
    return NacosHTTPLogin(
      token: .string(Text(NacosCredentials.scheme.bytes + token.bytes)),
      body: .string(Text(JSONValue.object(body).encoded)))
  }

  private static func exception(of failure: NacosHTTPFailure) -> NacosException {
    switch failure {
    case .access(_, let text):
      NacosException(type: NacosHTTPFailure.accessException, message: text)
    case .exception(let exception): exception
    }
  }
}
