// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// What a program hands to a client; what was not given is missing.
struct CarryCall: Hashable, Sendable {
  var url: Text
  var token: JSONValue?
  var user: JSONValue?
  var password: JSONValue?
  /// What the program's function gives when the client asks for a token.
  var handler: JSONValue?

  /// Nothing where the address is no text.
  init?(_ question: Question) {
    guard let url = question.input["url"]?.text else { return nil }
    self.url = url
    token = question.input.given("token")
    user = question.input.given("user")
    password = question.input.given("pass")
    handler = question.input.given("token_handler_returns")
  }

  var options: [JSONValue] { [token, user, password, handler].compactMap(\.self) }
}

extension JSONObject {
  /// A member that is not null.
  fileprivate func given(_ name: String) -> JSONValue? {
    self[name].flatMap { $0 == .null ? nil : $0 }
  }
}
