// SPDX-License-Identifier: MIT

public import Bytes
internal import JSON

extension ConnectLine {
  /// The line of a client for an address and options; what the address says goes first.
  public init(to url: NATSURL, with options: ConnectOptions) throws(Refusal) {
    let credentials = url.credentials ?? options.credentials
    try credentials?.check()
    self.init(members: ["verbose": .bool(false), "pedantic": .bool(false)])
    members.members += Self.members(of: credentials).members
    members.members +=
      ([
        "lang": .string(options.language), "version": .string(options.version),
        "protocol": .integer(1),
      ] as JSONObject).members
  }

  private static func members(of credentials: NATSCredentials?) -> JSONObject {
    switch credentials {
    case nil: [:]
    case .token(let token): ["auth_token": .string(token)]
    case .user(let user, let password): ["user": .string(user), "pass": .string(password)]
    }
  }

  /// The bytes on the wire: one line, whatever the token is, and no longer than a server takes.
  public func bytes() throws(Refusal) -> [UInt8] {
    let argument = JSONValue.object(members).encoded
    guard argument.count <= Self.longestArgument else {
      throw Refusal(
        .policy, .lineLength, field: "argument",
        "\(argument.count) bytes, at most \(Self.longestArgument) are expected")
    }
    return Array("\(Self.verb) ".utf8) + argument + [0x0D, 0x0A]
  }
}
