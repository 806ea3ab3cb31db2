// SPDX-License-Identifier: MIT

internal import Bytes
internal import NATS

extension ConfigurationBuilder {
  /// Takes an option of the top level.
  mutating func take(_ entry: ConfMap.Entry) throws(ConfigurationError) {
    let name = entry.name.display.lowercased()
    switch name {
    case "authorization": try takeAuthorization(entry.value)
    case "accounts": try takeAccounts(entry.value)
    case "no_auth_user": freeUser = try Self.text(entry.value)
    case "max_control_line": try takeLongestLine(entry.value)
    case "no_header_support": result.hasHeaders = try !Self.flag(entry.value)
    default:
      if let type = Self.plainOptions[name] { return try type.check(entry.value) }
      if Self.clusters.contains(name) { return try checkCluster(entry.value) }
      if Self.leaves.contains(name) { return try checkLeaves(entry.value) }
      if Self.otherOptions.contains(name) { return result.unknown = name }
      guard entry.isVariable else { throw ConfigurationError("'\(name)' is no option") }
    }
  }

  private mutating func takeLongestLine(_ value: ConfValue) throws(ConfigurationError) {
    guard case .integer(let number) = value, number <= Int64(Int32.max) else {
      throw ConfigurationError("the longest line is a number")
    }
    let cut = Int(Int32(truncatingIfNeeded: number))
    result.longestLine = cut == 0 ? result.longestLine : cut
  }

  // MARK: - Types

  static func text(_ value: ConfValue) throws(ConfigurationError) -> Text {
    guard let text = value.text else { throw ConfigurationError("a string is expected") }
    return text
  }

  static func map(_ value: ConfValue) throws(ConfigurationError) -> ConfMap {
    guard let map = value.map else { throw ConfigurationError("a block is expected") }
    return map
  }

  static func flag(_ value: ConfValue) throws(ConfigurationError) -> Bool {
    guard case .flag(let flag) = value else { throw ConfigurationError("a flag is expected") }
    return flag
  }

  /// The type of an option that has nothing to do with admission.
  enum PlainType {
    case text, flag, integer

    func check(_ value: ConfValue) throws(ConfigurationError) {
      switch (self, value) {
      case (.text, .text), (.flag, .flag), (.integer, .integer): return
      default: throw ConfigurationError("an option has another type")
      }
    }
  }

  private static let plainOptions: [String: PlainType] = {
    var types: [String: PlainType] = [:]
    for name in [
      "client_advertise", "server_name", "logfile", "log_file", "pidfile", "pid_file", "host",
      "net",
    ] {
      types[name] = .text
    }
    for name in ["debug", "trace", "trace_verbose", "logtime", "syslog", "no_sublist_cache"] {
      types[name] = .flag
    }
    for name in [
      "max_payload", "max_pending", "max_connections", "max_conn", "max_subscriptions", "max_subs",
      "max_traced_msg_len", "ping_max", "port",
    ] {
      types[name] = .integer
    }
    return types
  }()

  /// Options that can change how a client is admitted, or that would have to be known better.
  private static let otherOptions: Set = [
    "listen", "mappings", "maps", "http", "https", "http_port",
    "monitor_port", "https_port", "http_base_path", "store_dir", "storedir",
    "jetstream", "logfile_size_limit", "remote_syslog", "ports_file_dir", "prof_port",
    "max_sub_tokens", "ping_interval", "tls", "ocsp", "allow_non_tls", "write_deadline",
    "lame_duck_duration", "lame_duck_grace_period", "operator", "operators", "roots", "root",
    "resolver", "account_resolver", "resolver_preload", "system_account", "system",
    "no_system_account", "trusted", "trusted_keys", "websocket", "ws", "mqtt", "server_tags",
    "default_js_domain", "connect_error_reports", "reconnect_error_reports",
  ]

  // MARK: - Other servers

  private static let clusters: Set = ["cluster", "gateway"]
  private static let leaves: Set = ["leaf", "leafnodes"]

  /// Other servers are not let in by a token.
  private func checkCluster(_ value: ConfValue) throws(ConfigurationError) {
    for block in try Self.authorizations(in: value) {
      let authorization = try authorization(block)
      guard authorization.token.isEmpty, authorization.users == nil else {
        throw ConfigurationError("other servers have a user and a password")
      }
    }
  }

  /// Leaf nodes do not even know the word.
  private func checkLeaves(_ value: ConfValue) throws(ConfigurationError) {
    for block in try Self.authorizations(in: value) {
      let names = try Self.map(block).entries.map { $0.name.display.lowercased() }
      guard Self.leafMembers.isSuperset(of: names) else {
        throw ConfigurationError("leaf nodes have a user and a password")
      }
    }
  }

  private static let leafMembers: Set = [
    "user", "username", "pass", "password", "account", "timeout", "users",
  ]

  private static func authorizations(
    in value: ConfValue
  ) throws(ConfigurationError) -> [ConfValue] {
    try map(value).entries.filter { $0.name.display.lowercased() == "authorization" }.map(\.value)
  }
}
