// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Nacos
internal import Suite

/// What a server does with a request.
struct NacosHTTPPlan: Equatable, Sendable {
  var outcome: Outcome
  /// The member of the recording that says it in words.
  var recorded: String
  var status: Int?
  /// What the container was told to answer.
  var error: NacosHTTPError?
  var login: NacosHTTPLogin?

  /// The request is served.
  static let handled = NacosHTTPPlan(outcome: .ok, recorded: "reached-handler", status: 200)
  static let silence = NacosHTTPPlan(
    outcome: .refusedSilently, recorded: "blocked-empty-200", status: 200)
  /// The row asks nothing.
  static let nothing = NacosHTTPPlan(outcome: .unsupported, recorded: "", status: nil)

  /// The bytes are no request, and the container says so itself.
  static func unreadable(_ refusal: Refusal) -> NacosHTTPPlan {
    let status = [HTTPReason.version.rawValue: 505, HTTPReason.coding.rawValue: 501]
    return NacosHTTPPlan(
      outcome: .refused, recorded: "blocked", status: status[refusal.reason] ?? 400)
  }

  static func refused(_ status: Int, _ message: String?) -> NacosHTTPPlan {
    NacosHTTPPlan(
      outcome: .refused, recorded: "blocked", status: status,
      error: NacosHTTPError(status: status, message: message))
  }

  static func login(_ login: NacosHTTPLogin) -> NacosHTTPPlan {
    let isGood = login.body != nil
    return NacosHTTPPlan(
      outcome: isGood ? .ok : .refused, recorded: isGood ? "login-ok" : "login-exception",
      status: isGood ? 200 : nil, login: login)
  }

  var answer: Answer {
    var more: JSONObject = [
      "status": status.map { .integer($0) } ?? .null, "recorded": .string(recorded),
    ]
    if let error { more.members.append(.init(name: "sendError", value: error.value)) }
    if let login {
      more.members.append(.init(name: "login", value: login.value))
      if let body = login.body { more.members.append(.init(name: "body", value: body)) }
    }
    return Answer(outcome, more: more)
  }
}

/// What a server hands to its container for a refusal; the text is nothing where it is free.
struct NacosHTTPError: Equatable, Sendable {
  var status: Int
  var message: String?

  var value: JSONValue {
    .object([
      "status": .integer(status), "message": .string(message ?? "refused"),
    ])
  }
}
