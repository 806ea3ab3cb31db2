// SPDX-License-Identifier: MIT

internal import JSON
internal import Suite

/// How the builder functions above a 006 token turn their arguments into calls.
struct Building006: Hashable, Sendable {
  var function = Function.present
  /// The roles that may publish; the others may join.
  var publishers: Set<Int> = [0, 1, 101]
  /// What may be given as a role.
  var roles: ClosedSet = .anything
  /// The privileges of a publisher, in the order in which they are set.
  var order: [Int64] = [1, 2, 3, 4]
  /// The exception where there is no builder to set a privilege on.
  var withoutBuilder: String?

  enum Function: Hashable, Sendable {
    case present
    case missing
  }

  enum ClosedSet: Hashable, Sendable {
    case anything
    case constants(Set<Int>)
  }

  /// The privilege of the RTM builder.
  var messaging: Int64 = 1000
  var isForEveryUser = false
  /// Whether no privilege gets an end.
  var isUnlimited = false

  static let join: Int64 = 1
}

extension Question {
  /// The input of a builder function as the calls that it makes.
  func calls006(_ rules: Building006) throws(CallEnding) -> JSONObject {
    guard op == "build" else { return input }
    let arguments = input["args"]?.array ?? []
    func argument(_ index: Int) -> JSONValue { index < arguments.count ? arguments[index] : .null }
    guard rules.function == .present else { throw .unsupported }
    switch input["entry"]?.string {
    case "006.rtc.buildTokenWithUid", "006.rtc.buildTokenWithUserAccount":
      let privileges = try rules.privileges(of: argument(4))
      return .builder(
        argument(0), argument(1), argument(2), rules.isForEveryUser ? "" : argument(3),
        privileges, until: rules.isUnlimited ? 0 : argument(5))
    case "006.rtm.buildToken":
      return .builder(
        argument(0), argument(1), argument(2), "", [rules.messaging],
        until: rules.isUnlimited ? 0 : argument(4))
    default: throw .unsupported
    }
  }
}

extension Building006 {
  fileprivate func privileges(of role: JSONValue) throws(CallEnding) -> [Int64] {
    if case .constants(let known) = roles, role.int.map(known.contains) != true {
      throw .inexpressible
    }
    return role.int.map(publishers.contains) == true ? order : [Self.join]
  }
}

extension JSONObject {
  fileprivate static func builder(
    _ appID: JSONValue, _ certificate: JSONValue, _ channel: JSONValue, _ uid: JSONValue,
    _ privileges: [Int64], until expire: JSONValue
  ) -> JSONObject {
    let steps = privileges.map { privilege in
      JSONValue.object([
        "op": "setPrivilege", "privilege": .integer(privilege), "expire": expire,
      ])
    }
    return [
      "app_id": appID, "app_certificate": certificate, "channel_name": channel, "uid": uid,
      "steps": .array(steps),
    ]
  }
}
