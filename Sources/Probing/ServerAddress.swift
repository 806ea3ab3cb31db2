// SPDX-License-Identifier: MIT

public import Bytes

/// Where a server is, as in `nats://token@host:4222`.
public struct ServerAddress: Equatable, Sendable {
  public let host: String
  public let port: UInt16
  public let token: Text?

  private static let usualPort: UInt16 = 4222

  /// What is wrong with an address; the token is not in the words.
  public struct Fault: Error, Equatable, CustomStringConvertible {
    public let description: String
  }

  public init(_ text: String) throws(Fault) {
    guard text.lowercased().hasPrefix("nats://") else {
      throw Fault(description: "an address begins with nats://")
    }
    let rest = text.utf8.dropFirst(7).prefix { $0 != UInt8(ascii: "/") }
    let at = rest.lastIndex(of: UInt8(ascii: "@"))
    token = try at.map { at throws(Fault) in try Self.token(Array(rest[..<at])) }
    let place = at.map { rest[rest.index(after: $0)...] } ?? rest
    (host, port) = try Self.place(String(decoding: place, as: UTF8.self))
  }

  private static func token(_ bytes: [UInt8]) throws(Fault) -> Text {
    guard !bytes.contains(UInt8(ascii: ":")) else {
      throw Fault(description: "a token is expected in front of @, not a user and a password")
    }
    var token: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        token.append(byte)
        continue
      }
      guard let value = try? Hex.decode(Array(rest.prefix(2)).span), value.count == 1 else {
        throw Fault(description: "two hexadecimal digits are expected after % in the token")
      }
      token += value
      rest = rest.dropFirst(2)
    }
    return Text(token)
  }

  private static func place(_ text: String) throws(Fault) -> (String, UInt16) {
    let isBracketed = text.hasPrefix("[")
    let parts =
      isBracketed
      ? text.dropFirst().split(separator: "]", maxSplits: 1, omittingEmptySubsequences: false)
      : text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let host = String(parts.first ?? "")
    guard !host.isEmpty else { throw Fault(description: "a host is expected") }
    var rest = parts.count == 2 ? String(parts[1]) : ""
    if isBracketed, rest.hasPrefix(":") { rest.removeFirst() }
    guard !rest.isEmpty else { return (host, usualPort) }
    guard let port = UInt16(rest), port > 0 else {
      throw Fault(description: "a port of 1 to 65535 is expected")
    }
    return (host, port)
  }
}
