// SPDX-License-Identifier: MIT

internal import Bytes
internal import NATS

extension ConfigurationBuilder {
  /// A block `authorization`.
  struct Authorization {
    var token = Text("")
    var user = Text("")
    var password = Text("")
    var timeout = 0.0
    var users: [Text: ServerSecret]?
  }

  mutating func takeAuthorization(_ value: ConfValue) throws(ConfigurationError) {
    let block = try authorization(value)
    let hasUsers = block.users != nil || users != nil
    guard block.token.isEmpty || block.user.isEmpty && block.password.isEmpty && !hasUsers else {
      throw ConfigurationError("a token stands alone")
    }
    guard !hasUsers || block.user.isEmpty else {
      throw ConfigurationError("a user stands alone, or in a list")
    }
    (token, user, password) = (block.token, block.user, block.password)
    result.patience = Self.patience(block.timeout)
    try add(block.users ?? [:])
  }

  func authorization(_ value: ConfValue) throws(ConfigurationError) -> Authorization {
    var block = Authorization()
    for entry in try Self.map(value).entries {
      switch entry.name.display.lowercased() {
      case "user", "username": block.user = try Self.text(entry.value)
      case "pass", "password": block.password = try Self.text(entry.value)
      case "token": block.token = try Self.text(entry.value)
      case "timeout": block.timeout = try timeout(entry.value)
      case "users": block.users = try userList(entry.value)
      case "default_permission", "default_permissions", "permissions":
        try Self.checkPermissions(entry.value)
      default:
        guard entry.isVariable else {
          throw ConfigurationError("'\(entry.name.display)' is no member of authorization")
        }
      }
    }
    return block
  }

  /// A time that does not fit the server's nanoseconds is over at once.
  private static func patience(_ seconds: Double) -> Double {
    guard seconds * 1e9 < Double(Int64.max) else { return -1 }
    return seconds == 0 ? ServerConfiguration.usualPatience : seconds
  }

  private func timeout(_ value: ConfValue) throws(ConfigurationError) -> Double {
    switch value {
    case .integer(let seconds): return Double(seconds)
    case .float(let seconds): return seconds
    case .text(let text) where !rules.ignoresTimeoutText:
      guard let seconds = Self.seconds(in: text) else {
        throw ConfigurationError("a time is expected")
      }
      return seconds
    default: return 1
    }
  }

  /// A time with its unit, as `500ms` and `1m30s`.
  static func seconds(in text: Text) -> Double? {
    var rest = text.display.unicodeScalars[...]
    var sum = 0.0
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      let number = rest.prefix { ("0"..."9").contains($0) || $0 == "." }
      let unit = rest.dropFirst(number.count).prefix { !("0"..."9").contains($0) && $0 != "." }
      guard let value = Double(String(number)), let seconds = units[String(unit)] else {
        return nil
      }
      sum += value * seconds
      rest = rest.dropFirst(number.count + unit.count)
    }
    return sum
  }

  private static let units = [
    "ns": 1e-9, "us": 1e-6, "µs": 1e-6, "ms": 1e-3, "s": 1, "m": 60, "h": 3600,
  ]

  // MARK: - Permissions

  private static func checkPermissions(_ value: ConfValue) throws(ConfigurationError) {
    for entry in try map(value).entries {
      switch entry.name.display.lowercased() {
      case "pub", "publish", "import", "sub", "subscribe", "export": try checkSubjects(entry.value)
      case "publish_allow_responses", "allow_responses": break
      default:
        guard entry.isVariable else { throw ConfigurationError("a permission has another name") }
      }
    }
  }

  private static func checkSubjects(_ value: ConfValue) throws(ConfigurationError) {
    switch value {
    case .text: return
    case .array(let values): for value in values { _ = try text(value) }
    case .map(let map):
      for entry in map.entries {
        guard ["allow", "deny"].contains(entry.name.display.lowercased()) else {
          throw ConfigurationError("subjects are allowed or denied")
        }
        guard entry.value.map == nil else { throw ConfigurationError("subjects are expected") }
        try checkSubjects(entry.value)
      }
    default: throw ConfigurationError("subjects are expected")
    }
  }

  // MARK: - Users

  mutating func takeAccounts(_ value: ConfValue) throws(ConfigurationError) {
    guard let accounts = value.map else { return result.unknown = "accounts" }
    for account in accounts.entries {
      for entry in try Self.map(account.value).entries
      where entry.name.display.lowercased() == "users" {
        hasAccountUsers = true
        try add(try userList(entry.value))
      }
    }
    guard !hasAccountUsers || token.isEmpty && user.isEmpty else {
      throw ConfigurationError("accounts with users stand alone")
    }
  }

  private mutating func add(_ more: [Text: ServerSecret]) throws(ConfigurationError) {
    guard !more.isEmpty else { return }
    guard users?.keys.contains(where: { more[$0] != nil }) != true else {
      throw ConfigurationError("a user comes twice")
    }
    users = (users ?? [:]).merging(more) { first, _ in first }
  }

  private func userList(_ value: ConfValue) throws(ConfigurationError) -> [Text: ServerSecret] {
    guard case .array(let entries) = value else { throw ConfigurationError("a list is expected") }
    var users: [Text: ServerSecret] = [:]
    for entry in entries {
      let (name, password) = try Self.userEntry(entry)
      guard users[name] == nil else { throw ConfigurationError("a user comes twice") }
      users[name] = ServerSecret(password)
    }
    return users
  }

  private static func userEntry(
    _ value: ConfValue
  ) throws(ConfigurationError) -> (Text, Text) {
    var (name, password) = (Text(""), Text(""))
    for entry in try map(value).entries {
      switch entry.name.display.lowercased() {
      case "user", "username": name = try text(entry.value)
      case "pass", "password": password = try text(entry.value)
      case "permission", "permissions", "authorization": try checkPermissions(entry.value)
      default: throw ConfigurationError("'\(entry.name.display)' is no member of a user")
      }
    }
    guard !name.isEmpty else { throw ConfigurationError("a user has a name") }
    return (name, password)
  }
}
