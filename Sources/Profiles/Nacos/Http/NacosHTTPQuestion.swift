// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Nacos
internal import Suite

/// A request and the server that it was sent to.
struct NacosHTTPQuestion {
  let server: NacosServer
  let request: Result<HTTPRequest, Refusal>

  /// Nothing where the row or its header lacks a member.
  init?(_ question: Question) {
    guard let server = NacosServer(world: question.world),
      let bytes = question.input["raw_request"]?.text?.bytes
    else { return nil }
    self.server = server
    request = Result { () throws(Refusal) in try HTTPRequest(reading: bytes.span) }
  }

  var isLogin: Bool { (try? request.get())?.isLogin == true }

  /// The addresses where a name and a password become a token.
  static let logins: Set<Text> = [
    "/nacos/v1/auth/login", "/nacos/v1/auth/users/login", "/nacos/v3/auth/user/login",
  ]
}

extension HTTPRequest {
  /// Whether it asks for something of the server at all.
  var isBelowContext: Bool { path.bytes.starts(with: "/nacos/".utf8) }

  var isLogin: Bool { method == "POST" && NacosHTTPQuestion.logins.contains(path) }
}

extension NacosServer {
  /// Reads the world of a recording.
  init?(world: JSONObject) {
    guard let now = world["now"]?.int64, let secretKey = world["secretKey"]?.text,
      let lifetime = world["tokenExpireSeconds"]?.int64, let users = world["users"]?.object
    else { return nil }
    self.init(now: now, secretKey: secretKey, tokenLifetime: lifetime, users: [:])
    for user in users.members {
      guard let password = user.value["password"]?.text else { return nil }
      self.users[user.name] = NacosAccount(password: password, role: user.value["role"]?.text)
    }
    if let name = world["serverIdentity"]?["key"]?.text,
      let value = world["serverIdentity"]?["value"]?.text
    {
      identity = HTTPField(name: name, value: value)
    }
    trustsUserAgents = world["userAgentWhite"]?.bool ?? false
  }
}
