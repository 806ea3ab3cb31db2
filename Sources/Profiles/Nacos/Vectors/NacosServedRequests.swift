// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Nacos
internal import Suite

/// A request that is served, and why it is worth a vector.
struct NacosServedRequest: Sendable {
  let name: String
  let comment: String
  let clauses: [String]
  let flag: String
  let draft: NacosHTTPDraft

  init(
    _ name: String, _ comment: String, _ clauses: [String], flag: String = "usual",
    _ change: (inout NacosHTTPDraft) -> Void = { _ in }
  ) {
    (self.name, self.comment, self.clauses, self.flag) = (name, comment, clauses, flag)
    var draft = NacosHTTPDraft()
    change(&draft)
    self.draft = draft
  }
}

enum NacosServedRequests {
  typealias Entry = NacosServedRequest

  static let all = places + tokens + addresses + peers + several + logins

  // MARK: - Places

  static let places: [Entry] = [
    Entry("bearer", "the token in the header field", ["served", "bearer"]),
    Entry("bearer-lower-name", "the name of the field in lower case", ["served", "bearer"]) {
      $0.places = [.field("authorization", "Bearer ")]
    },
    Entry("bearer-upper-name", "the name of the field in upper case", ["served", "bearer"]) {
      $0.places = [.field("AUTHORIZATION", "Bearer ")]
    },
    Entry("bearer-blanks", "more blanks after the colon", ["served", "bearer"]) {
      $0.places = [.field("Authorization", " \t Bearer ")]
    },
    Entry("bearer-post", "the token in the field of a request with a form", ["served", "bearer"]) {
      $0.method = "POST"
      $0.form = [("content", "a=b&accessToken=x")]
    },
    Entry("query", "the token in the query", ["served", "parameter"]) {
      $0.places = [.query("accessToken")]
    },
    Entry("query-alone", "nothing but the token in the query", ["served", "parameter"]) {
      $0.query = []
      $0.places = [.query("accessToken")]
    },
    Entry("form", "the token in a form", ["served", "parameter"]) {
      $0.places = [.form("accessToken")]
    },
    Entry("form-charset", "the token in a form of UTF-8", ["served", "parameter"]) {
      $0.contentType += "; charset=UTF-8"
      $0.places = [.form("accessToken")]
    },
    Entry("form-last", "the token after the other fields of a form", ["served", "parameter"]) {
      $0.query = []
      $0.form = [("dataId", "d"), ("group", "g"), ("content", "x=1&y=2")]
      $0.places = [.form("accessToken")]
    },
  ]

  // MARK: - Tokens

  static let tokens: [Entry] = [
    Entry("user-role", "a user who is no administrator, but has a role", ["served", "permission"]) {
      $0.token = NacosDraft(payload: NacosSamples.payload(sub: #""dev""#))
    },
    Entry("user-chinese", "a user beyond ASCII", ["served", "permission"]) {
      $0.token = NacosDraft(payload: NacosSamples.payload(sub: "\"用户\""))
    },
    Entry("last-second", "the last second of the token", ["served"]) {
      $0.token = NacosDraft(payload: NacosSamples.payload(exp: "1704067200"))
    },
    Entry("unending", "a token that ends with the year 9999", ["served"]) {
      $0.token = NacosDraft(payload: NacosSamples.payload(exp: "253402300799"))
    },
    key("hs384", .hs384, 48), key("hs512", .hs512, 64), key("hs256-key-64", .hs256, 64),
  ]

  private static func key(
    _ name: String, _ algorithm: NacosAlgorithm, _ length: Int
  ) -> Entry {
    Entry(name, "\(algorithm.rawValue) at a server with a key of \(length) bytes", ["served"]) {
      $0.token = NacosDraft(algorithm, key: NacosSamples.key(length))
      $0.world["secretKey"] = .string($0.token.secret)
    }
  }

  // MARK: - Addresses

  static let addresses: [Entry] = [
    address("naming", "/nacos/v1/ns/instance/list"), address("v2", "/nacos/v2/cs/config"),
    address("v3", "/nacos/v3/client/cs/config"), address("slash", "/nacos/v1/cs/configs/"),
    address("encoded", "/nacos/v1/cs/config%73"),
    Entry("address-delete", "the token in the field of another method", ["served", "bearer"]) {
      $0.method = "DELETE"
    },
  ]

  private static func address(_ name: String, _ path: String) -> Entry {
    Entry("address-\(name)", "the address \(path)", ["served"]) { $0.path = path }
  }

  // MARK: - Peers

  static let peers: [Entry] = [
    Entry("peer", "the identity of a server, and no token", ["identity"], flag: "peer") {
      $0.places = []
      $0.fields = [("serverIdentity", "peer-secret")]
    },
    Entry("peer-name", "the name of the field in another case", ["identity"], flag: "peer") {
      $0.places = []
      $0.fields = [("SERVERIDENTITY", "peer-secret")]
    },
    Entry("peer-token", "the identity of a server and a token", ["identity"], flag: "peer") {
      $0.fields = [("serverIdentity", "peer-secret")]
    },
    Entry("peer-unknown", "another identity, and a good token", ["served"], flag: "peer") {
      $0.fields = [("serverIdentity", "nope")]
    },
    Entry(
      "agent", "the name of a server's client and a token, where such names are trusted",
      ["served"], flag: "peer"
    ) {
      $0.fields = [("User-Agent", "Nacos-Server:v2.4.3")]
      $0.world["userAgentWhite"] = true
    },
    Entry(
      "agent-version", "the version of a server's client and a token, where such names are trusted",
      ["served"], flag: "peer"
    ) {
      $0.fields = [("Client-Version", "Nacos-Server:v2.4.3")]
      $0.world["userAgentWhite"] = true
    },
  ]

  // MARK: - Several credentials

  static let several: [Entry] = [
    two("field-query", "a good token in the field, a bad one in the query") {
      $0.query.append(("accessToken", "x.y.z"))
    },
    two("query-query", "a good token in the query, and a bad one after it") {
      $0.places = [.query("accessToken")]
      $0.query = []
      $0.path += "?accessToken=\(Text($0.token.token).display)&accessToken=x.y.z"
      $0.places = []
    },
    two("query-form", "a good token in the query, a bad one in the form") {
      $0.method = "POST"
      $0.places = [.query("accessToken")]
      $0.form = [("accessToken", "x.y.z")]
    },
    two("field-password", "a good token, and a wrong password") {
      $0.query += [("username", "nacos"), ("password", "wrong")]
    },
    two("query-password", "a good token in the query, and a wrong password") {
      $0.places = [.query("accessToken")]
      $0.query += [("username", "nacos"), ("password", "wrong")]
    },
    two("login-token", "a login with a good token and the right password") {
      $0.method = "POST"
      $0.path = "/nacos/v1/auth/login"
      $0.query = [("username", "nacos"), ("password", NacosHTTPSamples.password)]
    },
  ]

  private static func two(
    _ name: String, _ comment: String, _ change: (inout NacosHTTPDraft) -> Void
  ) -> Entry { Entry("two-\(name)", comment, ["several"], flag: "several", change) }

  // MARK: - Logins

  static let logins: [Entry] =
    [
      login("v1-query", "/nacos/v1/auth/login"),
      login("v1-users-query", "/nacos/v1/auth/users/login"),
      login("v3-query", "/nacos/v3/auth/user/login"),
      login("v1-form", "/nacos/v1/auth/login", inForm: true),
      login("v1-users-form", "/nacos/v1/auth/users/login", inForm: true),
      login("v3-form", "/nacos/v3/auth/user/login", inForm: true),
      login("guest", "/nacos/v1/auth/login", user: "guest"),
      login("role", "/nacos/v1/auth/login", user: "dev"),
      login("chinese", "/nacos/v1/auth/login", user: "用户"),
      login("second", "/nacos/v1/auth/login") { $0.world["tokenExpireSeconds"] = 1 },
      login("long", "/nacos/v1/auth/login") { $0.world["tokenExpireSeconds"] = 2_147_483_648 },
      login("hs512", "/nacos/v1/auth/login") {
        $0.world["secretKey"] = .string(NacosSamples.configured(NacosSamples.key(64)))
      },
      login("plus", "/nacos/v1/auth/login") {
        $0.path += "?username=nacos&password=p%40ss+w%2Ford%2B1"
        $0.query = []
      },
      login("mixed", "/nacos/v1/auth/login") {
        $0.form = [$0.query.removeLast()]
      },
      login("mixed-other", "/nacos/v1/auth/users/login") {
        $0.form = [$0.query.removeFirst()]
      },
    ]

  private static func login(
    _ name: String, _ path: String, user: String = NacosSamples.user, inForm: Bool = false,
    _ change: (inout NacosHTTPDraft) -> Void = { _ in }
  ) -> Entry {
    Entry(
      "login-\(name)", "a login of \(user) at \(path)",
      ["login.path", "login.parameters", "login.password", "login.answer"], flag: "login"
    ) {
      $0.method = "POST"
      $0.path = path
      $0.places = []
      let pairs = [("username", user), ("password", NacosHTTPSamples.password)]
      ($0.query, $0.form) = inForm ? ([], pairs) : (pairs, nil)
      change(&$0)
    }
  }
}
