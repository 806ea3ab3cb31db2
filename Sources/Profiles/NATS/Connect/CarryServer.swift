// SPDX-License-Identifier: MIT

internal import Bytes

/// A server as a client reads it from the address: the credentials, and why it cannot be reached.
struct CarryServer: Equatable, Sendable {
  var user: Text?
  var password: Text?
  var ending: CallEnding?
  /// How the client ends where the line is longer than its buffer.
  var overflow: CallEnding?
}

/// The servers of an address, and which of them a client takes.
struct CarryServers: Equatable, Sendable {
  var list: [CarryServer]
  var choice = Choice.first

  enum Choice: Sendable {
    case first
    /// One after another in any order, until one answers.
    case anyThatAnswers
    /// One that is drawn, and no other.
    case drawn
  }

  init(_ list: [CarryServer], _ choice: Choice = .first) {
    self.list = list
    self.choice = choice
  }

  /// Every server that the client may take.
  var candidates: [CarryServer] {
    switch choice {
    case .first: return Array(list.prefix(1))
    case .drawn: return list
    case .anyThatAnswers:
      let answering = list.filter { $0.ending == nil }
      return answering.isEmpty ? Array(list.suffix(1)) : answering
    }
  }
}
