// SPDX-License-Identifier: MIT

import Bytes
import Nacos
import Testing

@Suite struct `A Nacos server` {
  private static let server = NacosServer(
    now: 1_704_067_200, secretKey: "VGhpc0lzTXlDdXN0b21TZWNyZXRLZXkwMTIzNDU2Nzg=",
    tokenLifetime: 18000,
    users: [
      "nacos": NacosAccount(password: "p w", role: NacosAccount.administrator),
      "guest": NacosAccount(password: "p w", role: nil),
    ],
    identity: HTTPField(name: "serverIdentity", value: "peer"))

  private static func token(
    of user: Text, lifetime: Int64 = 18000, key: Text? = nil
  ) throws -> String {
    let token = try AccessToken(sub: user, lifetime: lifetime, now: server.now)
    let bytes = try token.mint(key: NacosKey(configured: key ?? server.secretKey))
    return Text(bytes).display
  }

  private static func request(
    _ target: String, _ field: String = "X: 1", method: String = "GET"
  ) throws -> HTTPRequest {
    let wire = "\(method) \(target) HTTP/1.1\r\nHost: a\r\n\(field)\r\n\r\n"
    return try HTTPRequest(reading: Array(wire.utf8).span)
  }

  private static func reason(_ request: HTTPRequest) -> String? {
    do throws(Refusal) {
      _ = try server.authorize(request)
      return nil
    } catch {
      return error.reason
    }
  }

  @Test func `serves who shows a token in the field or in the parameter`() throws {
    let token = try Self.token(of: "nacos")
    #expect(
      try Self.server.authorize(Self.request("/", "Authorization: Bearer \(token)")) == "nacos")
    #expect(try Self.server.authorize(Self.request("/?accessToken=\(token)")) == "nacos")
  }

  @Test func `takes the field before the parameter, and the first of two`() throws {
    let (good, bad) = (try Self.token(of: "nacos"), try Self.token(of: "guest"))
    #expect(
      try Self.server.authorize(
        Self.request("/?accessToken=\(bad)", "Authorization: Bearer \(good)")) == "nacos")
    #expect(
      try Self.server.authorize(Self.request("/?accessToken=\(good)&accessToken=\(bad)"))
        == "nacos")
  }

  @Test func `refuses everybody else`() throws {
    let key: Text = "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI="
    let forged = try Self.token(of: "nacos", key: key)
    let over = try Self.token(of: "nacos", lifetime: -1)
    #expect(Self.reason(try Self.request("/")) == "token.missing")
    #expect(Self.reason(try Self.request("/?username=nacos&password=p+w")) == "token.missing")
    #expect(Self.reason(try Self.request("/?accessToken=\(forged)")) == "signature")
    #expect(Self.reason(try Self.request("/?accessToken=\(over)")) == "expired")
    #expect(
      Self.reason(try Self.request("/?accessToken=\(Self.token(of: "guest"))")) == "permission")
  }

  @Test func `knows the servers of its cluster`() throws {
    #expect(Self.server.isPeer(try Self.request("/", "SERVERIDENTITY: peer")))
    #expect(!Self.server.isPeer(try Self.request("/", "serverIdentity: Peer")))
    #expect(!Self.server.isPeer(try Self.request("/?serverIdentity=peer")))
  }

  @Test func `gives a token for a name and its password`() throws {
    let login = try Self.request("/?username=guest&password=p+w", method: "POST")
    let token = AccessToken(sub: "guest", exp: 1_704_085_200)
    #expect(try Self.server.login(login) == token)
  }

  @Test(arguments: [
    "", "?username=guest", "?password=p+w", "?username=guest&password=x",
    "?username=x&password=p+w",
  ])
  func `gives none for another password`(query: String) throws {
    #expect(throws: Refusal.self) {
      try Self.server.login(Self.request("/\(query)", method: "POST"))
    }
  }
}
