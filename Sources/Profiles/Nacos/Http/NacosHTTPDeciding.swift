// SPDX-License-Identifier: MIT

internal import Bytes
internal import Nacos

/// One server with one request before it.
struct NacosHTTPDeciding {
  let rules: NacosHTTPRules
  let server: NacosServer
  let request: HTTPRequest

  /// What the filter in front of every other address does.
  var filter: NacosHTTPPlan {
    do throws(NacosHTTPFailure) {
      if try isPeer() { return .handled }
      let user = try user(by: identity)
      guard mayAct(user) else { throw .access(.authority, NacosHTTPWords.unauthorized) }
      return .handled
    } catch {
      return plan(for: error)
    }
  }

  // MARK: - Servers of the same cluster

  /// A server without an identity of its own refuses everybody.
  private func isPeer() throws(NacosHTTPFailure) -> Bool {
    if rules.obeysUserAgentSwitch, server.trustsUserAgents {
      return userAgent?.bytes.starts(with: Self.peerAgent) ?? false
    }
    guard let identity = server.identity, !identity.name.isJavaBlank, !identity.value.isJavaBlank
    else {
      throw .access(.authority, nil)
    }
    guard let value = request[field: identity.name] else { return false }
    return value == identity.value || rules.mistakes.contains(.anyIdentity)
  }

  /// A client that hides its name may tell it as a version.
  private var userAgent: Text? {
    let agent = request[field: "User-Agent"]
    return agent?.isJavaBlank == false ? agent : request[field: "Client-Version"]
  }

  private static let peerAgent = Array("Nacos-Server".utf8)

  // MARK: - Users

  var identity: NacosIdentity {
    var identity =
      rules.carriers == .anywhere
      ? NacosIdentity(anywhere: request) : NacosIdentity(documented: request)
    rules.mistakes.apply(to: &identity, of: request)
    return identity
  }

  private func user(by identity: NacosIdentity) throws(NacosHTTPFailure) -> Text? {
    if let token = identity.token { return try read(token).user }
    guard rules.takesPasswords else {
      if rules.mistakes.contains(.anonymous) { return administrator }
      throw unknownUser
    }
    return try user(named: identity.userName, password: identity.password)
  }

  private var administrator: Text? {
    server.users.filter { $0.value.isAdministrator }.keys.min { $0.display < $1.display }
  }

  /// The user whose password it is.
  func user(named name: Text?, password: Text?) throws(NacosHTTPFailure) -> Text {
    guard let name, let password, !name.isJavaBlank, !password.isJavaBlank else {
      throw unknownUser
    }
    guard let account = server.users[name] else {
      if rules.mistakes.contains(.anyUser) { return name }
      throw rules.unknownUser == .escapes ? .unknownUser(name) : unknownUser
    }
    guard account.password == password || rules.mistakes.contains(.anyPassword) else {
      throw unknownUser
    }
    return name
  }

  private var unknownUser: NacosHTTPFailure { .access(.identity, rules.words?.unknownUser) }

  private func mayAct(_ user: Text?) -> Bool {
    if rules.mistakes.contains(.withoutPermission) { return true }
    let account = user.flatMap { server.users[$0] }
    return rules.mistakes.contains(.administratorAlone)
      ? account?.isAdministrator == true : account?.role != nil
  }

  func read(_ token: Text) throws(NacosHTTPFailure) -> NacosClaims {
    try rules.tokens.read(token, server: server, rules.mistakes)
  }

  // MARK: - Refusals

  private func plan(for failure: NacosHTTPFailure) -> NacosHTTPPlan {
    if rules.mistakes.contains(.emptySuccess) { return .silence }
    switch failure {
    case .access(let code, let text):
      let status = rules.mistakes.contains(.status401) ? code.rawValue : NacosServer.refusalStatus
      return .refused(status, text.flatMap { rules.words?.message($0, code: code.rawValue) })
    case .exception(let exception): return plan(for: exception)
    }
  }

  private func plan(for exception: NacosException) -> NacosHTTPPlan {
    switch rules.exceptions {
    case .areRefusals: .refused(NacosServer.refusalStatus, nil)
    case _ where exception.type == NacosHTTPFailure.argumentException:
      .refused(400, exception.message.map { "caused: \($0);" } ?? "")
    case .areReported: .refused(500, "Server failed, \(exception.message ?? "null")")
    case .areSwallowed: .silence
    }
  }
}
