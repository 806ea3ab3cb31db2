// SPDX-License-Identifier: MIT

internal import JSON

/// How a login ended.
struct NacosHTTPLogin: Equatable, Sendable {
  var exception: NacosException?
  var token: JSONValue = .null
  /// Nothing where there is no token.
  var body: JSONValue?

  var value: JSONValue {
    .object([
      "login_exception": exception.map { .string($0.type) } ?? .null,
      "login_exception_message": exception?.message.map { .string($0) } ?? .null,
      "response_authorization": token,
    ])
  }
}
