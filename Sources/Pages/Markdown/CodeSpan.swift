// SPDX-License-Identifier: MIT

/// Code inside of text, and the line where its block begins.
public struct CodeSpan: Equatable, Sendable {
  public let line: Int
  public let text: String
}
