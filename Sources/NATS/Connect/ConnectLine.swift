// SPDX-License-Identifier: MIT

public import Bytes
public import JSON

/// `CONNECT {…}`: the line with which a client shows its credentials.
public struct ConnectLine: Hashable, Sendable {
  public static let verb = "CONNECT"
  /// What a server takes after the verb by default.
  public static let longestArgument = 4096

  public var members: JSONObject

  public init(members: JSONObject) {
    self.members = members
  }

  /// A member as a server reads it: names in any case, the last one that is not null.
  public func text(_ name: String, checks: Checks = .all) throws(Refusal) -> Text? {
    var found: Text?
    for member in members.members where FoldedName.text(member.name) == name {
      switch member.value {
      case .null: continue
      case .string(let text): found = Text(text.display)
      default:
        try checks.refuse(
          Refusal(
            .claims, .memberType, field: name, "\(member.value.kind), a string is expected"))
        found = ""
      }
    }
    return found
  }

  /// The credentials of the line; a text without characters is as good as none.
  public func credentials(
    checks: Checks = .all
  ) throws(Refusal) -> (token: Text?, user: Text?, password: Text?) {
    (
      try text("auth_token", checks: checks), try text("user", checks: checks),
      try text("pass", checks: checks)
    )
  }
}
