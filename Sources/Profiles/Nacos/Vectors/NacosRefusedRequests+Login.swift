// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

extension NacosRefusedRequests {
  // MARK: - Peers

  static let peers: [Entry] = [
    peer("wrong", "another value of the identity", "nope"),
    peer("default", "the default value of old releases", "security"),
    peer("case", "the value in capital letters", "PEER-SECRET"),
    peer("empty", "an empty value", ""),
    peer("longer", "the value with one character more", "peer-secret1"),
    peer("shorter", "the value without its last character", "peer-secre"),
    Entry(
      "peer-query", "the identity as a parameter", "query",
      ["name": "serverIdentity", "value": "peer-secret"], "token.required", "identity"),
    Entry(
      "agent-alone", "the name of a server's client alone, where such names are trusted",
      of: "agent", "drop-token", [:], "token.required", "user-agent"),
    Entry(
      "agent-version-alone", "the version of a server's client alone, where such names are trusted",
      of: "agent-version", "drop-token", [:], "token.required", "user-agent"),
    Entry(
      "agent-untrusted", "the name of a server's client, where such names are not trusted", "field",
      ["name": "User-Agent", "value": "Nacos-Server"], "token.required", "user-agent"),
  ]

  private static func peer(_ name: String, _ comment: String, _ value: String) -> Entry {
    Entry(
      "peer-\(name)", comment, "field", ["name": "serverIdentity", "value": .string(value)],
      "token.required", "identity")
  }

  // MARK: - Logins

  static let logins: [Entry] = [
    login("wrong", "a wrong password", "password", "wrong"),
    login(
      "wrong-form", "a wrong password in a form", of: "login-v1-users-form", "password", "wrong"),
    login(
      "wrong-v3", "a wrong password at the address of 3.0", of: "login-v3-form", "password", "wrong"
    ),
    login("password-empty", "an empty password", "password", ""),
    login("password-missing", "no password", "password", .null),
    login("password-case", "the password in capital letters", "password", "P@SS W/ORD+1"),
    login("password-cut", "the password without its last character", "password", "p@ss w/ord+"),
    login("password-blank", "a blank after the password", "password", "p@ss w/ord+1 "),
    login(
      "password-escaped", "the password as it is escaped in a URL", "password", "p%40ss+w%2Ford%2B1"
    ),
    login("unknown", "a user that there is not", "username", "nobody"),
    login(
      "unknown-v3", "a user that there is not, at the address of 3.0", of: "login-v3-query",
      "username", "nobody"),
    login("user-empty", "an empty user", "username", ""),
    login("user-missing", "no user", "username", .null),
    login("user-case", "the user in capital letters", "username", "NACOS"),
    Entry(
      "login-nothing", "no parameters", of: "login-v3-form", "body",
      ["type": "application/x-www-form-urlencoded", "body": ""], by: .nacosPassword,
      "login.password"),
    Entry(
      "login-json", "name and password in a body of JSON", of: "login-v3-form", "body",
      ["type": "application/json", "body": #"{"username":"nacos","password":"p@ss w/ord+1"}"#],
      by: .nacosPassword, "carrier"),
    Entry(
      "login-token-wrong", "a good token beside a wrong password", of: "two-login-token",
      "parameter", ["name": "password", "value": "wrong"], by: .nacosPassword, "login.password"),
    Entry(
      "login-get", "another method", of: "login-v1-query", "method", ["method": "GET"],
      or: ["policy/password"], "password.place"),
    Entry(
      "login-v2", "an address that no release has", of: "login-v1-query", "path",
      ["path": "/nacos/v2/auth/user/login"], or: ["policy/password"], "password.place"),
    Entry(
      "login-slash", "a slash at the end of the address", of: "login-v1-query", "path",
      ["path": "/nacos/v1/auth/login/"], or: ["policy/password"], "password.place"),
    Entry(
      "login-case", "the address in capital letters", of: "login-v1-query", "path",
      ["path": "/nacos/v1/auth/LOGIN"], or: ["policy/password"], "password.place"),
  ]

  private static func login(
    _ name: String, _ comment: String, of parent: String = "login-v1-query", _ parameter: String,
    _ value: JSONValue
  ) -> Entry {
    Entry(
      "login-\(name)", comment, of: parent, "parameter",
      ["name": .string(parameter), "value": value], by: .nacosPassword, "login.password")
  }
}
