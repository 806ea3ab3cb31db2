// SPDX-License-Identifier: MIT

internal import Bytes
internal import NATS

/// What a server does by its configuration, as far as the admission of a client depends on it.
struct ServerConfiguration: Equatable, Sendable {
  var gate = AdmissionGate()
  var longestLine = 4096
  /// How long a client may wait with its CONNECT, in seconds; without patience it is too late at
  /// once.
  var patience = Self.usualPatience
  var hasHeaders = true
  /// The option that is not known here.
  var unknown: String?

  static let usualPatience = 2.0
}

/// Why a server does not start.
struct ConfigurationError: Error, Equatable {
  let words: String

  init(_ words: String) {
    self.words = words
  }
}

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

/// The flags of nats-server that matter here.
struct ServerFlags {
  private(set) var token: Text?
  private(set) var user: Text?
  private(set) var password: Text?
  private(set) var unknown: String?

  init(_ arguments: [Text]) throws(ConfigurationError) {
    var rest = arguments[...]
    while let word = rest.popFirst() {
      guard word.bytes.first == Self.dash, word.bytes.count > 1, word != "--" else {
        if word == "--", rest.isEmpty { return }
        throw ConfigurationError("'\(word.display)' is no command")
      }
      let dashes = word.bytes.starts(with: [Self.dash, Self.dash]) ? 2 : 1
      let parts = word.bytes.dropFirst(dashes).split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(decoding: parts.first ?? [], as: UTF8.self)
      guard Self.names.contains(name) else {
        unknown = "--\(name)"
        return
      }
      guard let value = parts.count == 2 ? Text(Array(parts[1])) : rest.popFirst() else {
        throw ConfigurationError("'--\(name)' wants a value")
      }
      set(name, value)
    }
  }

  private mutating func set(_ name: String, _ value: Text) {
    switch name {
    case "auth": token = value
    case "user": user = value
    default: password = value
    }
  }

  private static let names: Set = ["auth", "user", "pass"]
  private static let dash = UInt8(ascii: "-")
}
