// SPDX-License-Identifier: MIT

/// How a port or an adapter breaks the protocol.
public struct PortFault: Error, Equatable, Sendable, CustomStringConvertible {
  public let words: String
  /// What the protocol wants instead, where an adapter is to blame.
  public let mistake: AdapterMistake?

  init(_ words: String, _ mistake: AdapterMistake? = nil) {
    self.words = words
    self.mistake = mistake
  }

  public var description: String { words }
}
