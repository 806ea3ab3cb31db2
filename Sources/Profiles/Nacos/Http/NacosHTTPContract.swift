// SPDX-License-Identifier: MIT

internal import Bytes
internal import Nacos
internal import Suite

/// What a server has to do with a request.
enum NacosHTTPContract: Equatable {
  /// Serve the user.
  case accept(Text)
  /// Refuse, by a clause.
  case refuse(String)
  /// Either; the clauses say which of the caller's duties are broken.
  case open([String])

  init(_ question: Question) {
    guard let question = NacosHTTPQuestion(question),
      case .success(let request) = question.request, request.trailing == 0
    else {
      self = .open(["nacos.http.request"])
      return
    }
    guard request.isBelowContext else {
      self = .open(["nacos.http.address"])
      return
    }
    let demand = NacosHTTPDemand(server: question.server, request: request)
    self = request.isLogin ? demand.login : demand.filter
  }

  /// The clauses that the caller broke.
  var broken: [String] {
    if case .open(let clauses) = self { clauses } else { [] }
  }
}

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
    switch account {
    case .some(.some): return .open(["nacos.http.password.place"])
    case .some(nil): return .refuse("nacos.http.login.password")
    case nil: return Self.elsewhere
    }
  }

  var login: NacosHTTPContract {
    guard !credentials.isElsewhere else { return Self.elsewhere }
    switch account {
    case .some(nil): return .refuse("nacos.http.login.password")
    case .some(.some(let user)) where credentials.tokens.isEmpty: return .accept(user)
    default: return Self.elsewhere
    }
  }

  /// The user whose name and password are given; nothing inside where they are wrong or not
  /// both there, and nothing at all where there are several.
  private var account: Text?? {
    guard credentials.userNames.count < 2, credentials.passwords.count < 2 else { return nil }
    guard let user = credentials.userNames.first, let password = credentials.passwords.first
    else { return credentials.tokens.isEmpty ? .some(nil) : nil }
    return .some(server.users[user]?.password == password ? user : nil)
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
