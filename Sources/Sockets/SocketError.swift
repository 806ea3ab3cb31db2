// SPDX-License-Identifier: MIT

/// What the system says of a connection.
public struct SocketError: Error, Equatable, Sendable {
  public enum Code: Sendable {
    /// Nothing came in time.
    case time
    /// The other side has gone.
    case closed
    case other
  }

  public let code: Code
  public let host: String
  public let words: String

  init(host: String, status: Int32) {
    self.host = host
    words = Self.words[-status] ?? "error \(-status) of the system"
    code =
      switch -status {
      case 110: .time
      case 32, 104: .closed
      default: .other
      }
  }

  /// The error numbers of Linux that connections give.
  private static let words: [Int32: String] = [
    2: "the host has no address", 13: "permission denied", 22: "the port is not valid",
    24: "too many files are open", 32: "the other side has closed", 101: "the network is not there",
    104: "the other side has closed", 110: "no answer in time", 111: "nobody listens there",
    113: "the host is not there",
  ]
}

extension SocketError: CustomStringConvertible {
  public var description: String { "\(host): \(words)" }
}
