// SPDX-License-Identifier: MIT

internal import JSON
internal import Nacos

/// The server that the vectors ask, as the recorded ones were set up, with users more.
enum NacosHTTPSamples {
  static let password = "p@ss w/ord+1"

  static let world: JSONObject = [
    "now": .integer(NacosSamples.now),
    "secretKey": .string(NacosSamples.configured(NacosSamples.key)),
    "tokenExpireSeconds": .integer(NacosSamples.lifetime),
    "users": [
      "nacos": account(role: .string(NacosAccount.administrator)), "dev": account(role: "ROLE_DEV"),
      "用户": account(role: "ROLE_DEV"), "guest": account(role: .null),
    ], "serverIdentity": ["key": "serverIdentity", "value": "peer-secret"],
    "userAgentWhite": false,
  ]

  private static func account(role: JSONValue) -> JSONValue {
    ["password": .string(password), "role": role]
  }
}
