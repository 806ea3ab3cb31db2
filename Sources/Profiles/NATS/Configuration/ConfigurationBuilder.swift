// SPDX-License-Identifier: MIT

internal import Bytes
internal import NATS

/// The configuration of a server as it is put together from a file and from flags.
struct ConfigurationBuilder {
  let rules: ConfRules
  var result = ServerConfiguration()
  var token = Text("")
  var user = Text("")
  var password = Text("")
  var users: [Text: ServerSecret]?
  var freeUser = Text("")
  /// Whether accounts have users of their own.
  var hasAccountUsers = false

  init(_ rules: ConfRules) {
    self.rules = rules
  }

  /// Puts together what a server gets; nothing is read from outside.
  static func build(
    file: Text?, arguments: [Text], environment: [Text: Text], rules: ConfRules
  ) throws(ConfigurationError) -> ServerConfiguration {
    var builder = ConfigurationBuilder(rules)
    let flags = try ServerFlags(arguments)
    builder.take(flags)
    if let file {
      guard let map = ConfReader.read(file, by: rules, environment: environment) else {
        throw ConfigurationError("the configuration cannot be read")
      }
      for entry in map.entries { try builder.take(entry) }
    }
    builder.take(flags)
    return try builder.finish()
  }

  private mutating func take(_ flags: ServerFlags) {
    token = flags.token ?? token
    user = flags.user ?? user
    password = flags.password ?? password
    if let unknown = flags.unknown { result.unknown = unknown }
  }

  private func finish() throws(ConfigurationError) -> ServerConfiguration {
    guard !hasAccountUsers || token.isEmpty && user.isEmpty else {
      throw ConfigurationError("accounts with users stand alone")
    }
    var result = result
    if !freeUser.isEmpty {
      guard users?[freeUser] != nil else {
        throw ConfigurationError("the user that needs no password is not there")
      }
      result.gate.freeUser = freeUser
    }
    result.gate.users = users
    result.gate.token = token.isEmpty ? nil : ServerSecret(token)
    result.gate.user = user.isEmpty ? nil : user
    result.gate.password = ServerSecret(password)
    return result
  }
}
