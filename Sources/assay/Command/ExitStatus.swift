// SPDX-License-Identifier: MIT

/// What the command says by its status.
enum ExitStatus {
  static let all = [
    "conformant or fine", "not conformant", "usage or unreadable input",
    "the port broke the protocol", "fault of the suite",
  ]

  static var summary: String {
    all.enumerated().map { "\($0) \($1)" }.joined(separator: ", ")
  }
}
