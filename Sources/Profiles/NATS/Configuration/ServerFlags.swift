// SPDX-License-Identifier: MIT

internal import Bytes

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
