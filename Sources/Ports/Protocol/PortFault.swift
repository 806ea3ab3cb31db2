// SPDX-License-Identifier: MIT

/// How a port or an adapter breaks the protocol.
public struct PortFault: Error, Equatable, Sendable, CustomStringConvertible {
  public let words: String

  init(_ words: String) { self.words = words }

  public var description: String { words }
}
