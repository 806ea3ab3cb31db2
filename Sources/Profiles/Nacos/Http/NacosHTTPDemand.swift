// SPDX-License-Identifier: MIT

internal import Bytes
internal import Nacos

/// What the documentation demands for one request.
struct NacosHTTPDemand {
  private let server: NacosServer
  private let credentials: NacosCredentials
  private let isPeer: Bool

  init(server: NacosServer, request: HTTPRequest) {
    self.server = server
    credentials = NacosCredentials(of: request)
    // A server without an identity refuses everybody.
    isPeer = server.isPeer(request) || server.identity == nil
  }

  private static let elsewhere = NacosHTTPContract.open(["nacos.http.carrier"])

  var filter: NacosHTTPContract {
    if isPeer { return .open(["nacos.http.identity"]) }
    guard !credentials.isElsewhere, credentials.tokens.count < 2 else { return Self.elsewhere }
    guard let token = credentials.tokens.first else { return withoutToken }
    return credentials.hasPassword ? Self.elsewhere : demand(for: token)
  }

  private var withoutToken: NacosHTTPContract {
    guard credentials.hasPassword else { return .refuse("nacos.http.token.required") }
    return switch claim {
    case .proven: .open(["nacos.http.password.place"])
    case .wrong: .refuse("nacos.http.login.password")
    case .unclear: Self.elsewhere
    }
  }

  var login: NacosHTTPContract {
    guard !credentials.isElsewhere else { return Self.elsewhere }
    return switch claim {
    case .wrong: .refuse("nacos.http.login.password")
    case .proven(let user) where credentials.tokens.isEmpty: .accept(user)
    default: Self.elsewhere
    }
  }

  /// What the name and the password are worth.
  private enum Claim {
    case proven(Text)
    case wrong
    /// There are several, or one of both beside a token.
    case unclear
  }

  private var claim: Claim {
    guard credentials.userNames.count < 2, credentials.passwords.count < 2 else { return .unclear }
    guard let user = credentials.userNames.first, let password = credentials.passwords.first
    else { return credentials.tokens.isEmpty ? .wrong : .unclear }
    return server.users[user]?.password == password ? .proven(user) : .wrong
  }

  private func demand(for token: Text) -> NacosHTTPContract {
    switch server.decision(on: token) {
    case .accept(let user, _):
      server.users[user]?.role == nil ? .refuse("nacos.http.permission") : .accept(user)
    case .refuse: .refuse("nacos.http.token.refused")
    case .free, nil: .open(["nacos.http.token"])
    }
  }
}

extension NacosServer {
  /// What a server has to do with a token; nothing where its key is none.
  func decision(on token: Text) -> NacosDecision? {
    NacosKeyContract(secretKey).bytes.map { NacosDecision(token, key: $0, now: now) }
  }
}

extension NacosCredentials {
  fileprivate var hasPassword: Bool { !userNames.isEmpty || !passwords.isEmpty }
}
