// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Nacos
internal import Suite

/// A request that is refused: a served one with an edit, and the check at which it fails.
struct NacosRefusedRequest: Sendable {
  let name: String
  let comment: String
  let parent: String
  let edit: String
  let arguments: JSONObject
  let check: Check
  let clauses: [String]
  /// Reasons that are as good.
  let alsoAllowed: [String]

  init(
    _ name: String, _ comment: String, of parent: String = "bearer", _ edit: String,
    _ arguments: JSONObject = [:], by check: Check = .nacosTokenMissing,
    or alsoAllowed: [String] = [], _ clauses: String...
  ) {
    (self.name, self.comment, self.parent) = (name, comment, parent)
    self.edit = "nacos.http-edit.\(edit)"
    (self.arguments, self.check) = (arguments, check)
    (self.clauses, self.alsoAllowed) = (clauses, check.alike + alsoAllowed)
  }
}

enum NacosRefusedRequests {
  typealias Entry = NacosRefusedRequest

  // MARK: - Places

  static let places: [Entry] = [
    Entry(
      "none", "no credential at all", "drop-token", [:], "token.required", "status", "answered"),
    Entry(
      "none-form", "a form without a token", of: "form-last", "drop-token", [:], "token.required"),
    Entry(
      "none-slash", "no credential, and a slash at the end of the address", of: "address-slash",
      "drop-token", [:], "token.required"),
    Entry(
      "none-encoded", "no credential, and an address with an escape", of: "address-encoded",
      "drop-token", [:], "token.required"),
    Entry(
      "none-post", "no credential, and the text accessToken in a value", of: "bearer-post",
      "drop-token", [:], "token.required"),
    place("scheme-lower", "the scheme in lower case", "field", "Authorization", scheme: "bearer "),
    place("scheme-upper", "the scheme in upper case", "field", "Authorization", scheme: "BEARER "),
    place("scheme-tab", "a tab after the scheme", "field", "Authorization", scheme: "Bearer\t"),
    place("scheme-colon", "a colon after the scheme", "field", "Authorization", scheme: "Bearer: "),
    place("scheme-none", "the token without a scheme", "field", "Authorization", scheme: ""),
    place("scheme-glued", "no blank after the scheme", "field", "Authorization", scheme: "Bearer"),
    place("scheme-basic", "another scheme", "field", "Authorization", scheme: "Basic "),
    place("scheme-token", "a scheme of other systems", "field", "Authorization", scheme: "Token "),
    place(
      "field-access-token", "the token in a field accessToken", "field", "accessToken", "names"),
    place("field-lower", "the token in a field accesstoken", "field", "accesstoken", "names"),
    place("field-dash", "the token in a field access-token", "field", "access-token"),
    place("field-x", "the token in a field X-Access-Token", "field", "X-Access-Token"),
    place(
      "field-proxy", "the token for a proxy", "field", "Proxy-Authorization", scheme: "Bearer ",
      "token.required"),
    place("query-snake", "the name of OAuth", "query", "access_token"),
    place("query-lower", "the parameter in lower case", "query", "accesstoken", "names"),
    place("query-token", "a parameter token", "query", "token"),
    place("query-authorization", "the field as a parameter", "query", "Authorization", "names"),
    place(
      "query-other", "the token in a parameter of no meaning", "query", "dataId2", "token.required"),
    place("form-snake", "the name of OAuth in a form", "form", "access_token"),
    place("path", "the token in the path", "path", "accessToken"),
    place("cookie", "the token in a cookie", "cookie", "accessToken"),
    place("body", "the token in a body of JSON", "body", "accessToken"),
    Entry(
      "two-field-bad", "a bad token in the field, a good one in the query", of: "query", "beside",
      ["name": "Authorization", "value": "Bearer x.y.z"], by: .nacosHeaderBase64, "several"),
    Entry(
      "password-right", "name and password in place of a token", "login",
      ["username": "nacos", "password": .string(NacosHTTPSamples.password)], or: [password],
      "password.place"),
    Entry(
      "password-wrong", "a wrong password in place of a token", "login",
      ["username": "nacos", "password": "wrong"], or: [password], "login.password"),
    Entry(
      "password-guest", "name and password of a user without permission", "login",
      ["username": "guest", "password": .string(NacosHTTPSamples.password)],
      or: [password, "policy/permission"], "password.place"),
    Entry(
      "password-missing", "a name without a password", "query",
      ["name": "username", "value": "nacos"], or: [password], "login.password"),
  ]

  private static let password = "policy/password"

  private static func place(
    _ name: String, _ comment: String, _ place: String, _ member: String, scheme: String = "",
    _ clause: String = "carrier"
  ) -> Entry {
    Entry(
      "place-\(name)", comment, "move-token",
      ["place": .string(place), "name": .string(member), "scheme": .string(scheme)], clause)
  }

  // MARK: - Tokens

  static let tokens: [Entry] = [
    token(
      "empty", "an empty token", of: "query", "set", ["layer": "token", "to": ""],
      by: .nacosTokenMissing, or: ["encoding/blank"]),
    token(
      "blank", "a blank for a token", of: "query", "set", ["layer": "token", "to": " "],
      by: .nacosTokenMissing, or: ["encoding/blank"]),
    token(
      "auth-disabled", "what servers give while no login is wanted", "set",
      ["layer": "token", "to": "AUTH_DISABLED"], by: .nacosParts),
    token("two-parts", "no signature", "cut-part", ["parts": 2], by: .nacosParts),
    token(
      "four-parts", "one part too many", "append", ["layer": "token", "bytes": ".x"],
      by: .nacosParts, "token"),
    token(
      "trailing-dot", "a dot at the end", "append", ["layer": "token", "bytes": "."],
      by: .nacosParts, "token"),
    token(
      "blank-inside", "two blanks after the scheme", "prepend", ["layer": "token", "bytes": " "],
      by: .nacosHeaderBase64, "token"),
    token(
      "scheme-twice", "the scheme twice", "prepend", ["layer": "token", "bytes": "Bearer "],
      by: .nacosHeaderBase64),
    token(
      "typ", "a header with typ, as most libraries write it", "set",
      ["layer": "header-json", "to": #"{"alg":"HS256","typ":"JWT"}"#], by: .nacosHeader, "token"),
    token(
      "none", "none in place of a signature", "alg-none", ["name": "none", "signature": "none"],
      by: .nacosAlgorithm),
    token(
      "none-signed", "none, with a signature", "alg-none", ["name": "none", "signature": "hs256"],
      by: .nacosAlgorithm),
    token(
      "flipped", "one bit of the signature is another", "flip-bit",
      ["layer": "mac", "byte": 31, "bit": 0], by: .nacosSignature),
    token(
      "flipped-query", "the same in the query", of: "query", "flip-bit",
      ["layer": "mac", "byte": 31, "bit": 0], by: .nacosSignature),
    token(
      "flipped-form", "the same in a form", of: "form", "flip-bit",
      ["layer": "mac", "byte": 31, "bit": 0], by: .nacosSignature),
    token(
      "standard", "the signature in the other alphabet, escaped in the query", of: "query",
      "base64", ["layer": "signature", "form": "standard"], by: .nacosSignature, "token"),
    token(
      "other-key", "a token of another key", "key",
      ["key": .string(Text(Array(NacosSamples.key.reversed())))], by: .nacosSignature),
    token(
      "default-key", "a token of the default key of old releases", "key",
      ["key": .string(NacosSamples.defaultKey)], by: .nacosSignature),
    token(
      "other-user", "another user, not signed again", "set",
      ["layer": "sent-payload", "to": "eyJzdWIiOiJkZXYiLCJleHAiOjE3MDQwODUyMDB9"],
      by: .nacosSignature),
    token(
      "over", "a token that ended a second ago", "set-member",
      ["layer": "payload-json", "name": "exp", "value": 1_704_067_199], by: .nacosExpired),
    token(
      "over-long-ago", "a token that ended in 1970", "set-member",
      ["layer": "payload-json", "name": "exp", "value": 1], by: .nacosExpired),
    token(
      "no-exp", "a token without an end", "drop-member", ["layer": "payload-json", "name": "exp"],
      by: .nacosMissing("exp")),
    token(
      "exp-text", "an end in quotes", "set-member",
      ["layer": "payload-json", "name": "exp", "value": "1704085200"], by: .nacosType("exp"),
      "token"),
    token(
      "no-sub", "a token without a user", "drop-member", ["layer": "payload-json", "name": "sub"],
      by: .nacosMissing("sub")),
    token(
      "sub-empty", "a token for nobody", "set-member",
      ["layer": "payload-json", "name": "sub", "value": ""], by: .nacosMissing("sub")),
    token(
      "payload-null", "a signed payload of null", "set", ["layer": "payload-json", "to": "null"],
      by: .nacosPayloadType, "token"),
    token(
      "payload-list", "a signed payload that is a list", "set",
      ["layer": "payload-json", "to": "[]"], by: .nacosPayloadType, "token"),
    token(
      "payload-cut", "a signed payload that does not end", "set",
      ["layer": "payload-json", "to": #"{"sub":"nacos""#], by: .nacosPayloadJSON, "token"),
    token(
      "payload-symbols", "a signed payload that is no base64url", "set",
      ["layer": "payload", "to": "+++/"], by: .nacosPayloadBase64, "token"),
    token(
      "guest", "a user without permission", "set-member",
      ["layer": "payload-json", "name": "sub", "value": "guest"], by: .nacosPermission, "permission"
    ),
    token(
      "stranger", "a user that there is not", "set-member",
      ["layer": "payload-json", "name": "sub", "value": "nobody"], by: .nacosPermission,
      "permission"),
    token(
      "upper", "a user in capital letters, who is another", "set-member",
      ["layer": "payload-json", "name": "sub", "value": "NACOS"], by: .nacosPermission, "permission"
    ),
    Entry(
      "token-later", "the clock of the server is one second after the end", "world",
      ["name": "now", "value": 1_704_085_201], by: .nacosExpired, "token.refused"),
    Entry(
      "token-new-key", "the server has another key since the login", "world",
      ["name": "secretKey", "value": .string(NacosSamples.configured(NacosSamples.key(33)))],
      by: .nacosSignature, "token.refused"),
  ]

  private static func token(
    _ name: String, _ comment: String, of parent: String = "bearer", _ edit: String,
    _ arguments: JSONObject, by check: Check, or alsoAllowed: [String] = [],
    _ clause: String = "token.refused"
  ) -> Entry {
    Entry(
      "token-\(name)", comment, of: parent, "token",
      JSONObject([.init(name: "edit", value: .string(edit))] + arguments.members), by: check,
      or: alsoAllowed, clause)
  }
}

extension Check {
  static let nacosTokenMissing = Check(.structure, .tokenMissing, "accessToken")
  static let nacosPassword = Check(.policy, .password, "password")
  static let nacosPermission = Check(.policy, .permission, "sub")
}
