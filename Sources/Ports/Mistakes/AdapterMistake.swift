// SPDX-License-Identifier: MIT

/// A mistake that adapters make: what the protocol wants instead, where it says so, and what is
/// usually behind it.
public struct AdapterMistake: Equatable, Sendable {
  public let id: String
  /// A heading of the page of the protocol.
  public let section: String
  public let wants: String
  /// The most likely cause, and the remedy.
  public let remedy: String

  init(_ id: String, _ section: String, wants: String, remedy: String) {
    self.id = id
    self.section = section
    self.wants = wants
    self.remedy = remedy
  }

  /// Where the page says so.
  public var page: String {
    let words = section.lowercased().split(separator: " ").joined(separator: "-")
    return "Docs/guide/port-protocol.md#\(words)"
  }
}
