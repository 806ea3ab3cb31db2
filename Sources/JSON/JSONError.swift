// SPDX-License-Identifier: MIT

/// The reason why bytes are no JSON text, with the offset of the first byte that is wrong.
public struct JSONError: Error, Equatable, Sendable {
  public enum Code: String, Sendable, CaseIterable {
    case value
    case number
    case unterminated
    case control
    case escape
    case name
    case colon
    case comma
    case depth
    case trailing
  }

  public let code: Code
  public let offset: Int
  /// What was expected, for people.
  public let detail: String

  public init(_ code: Code, at offset: Int, _ detail: String) {
    self.code = code
    self.offset = offset
    self.detail = detail
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.code == right.code && left.offset == right.offset
  }
}

extension JSONError: CustomStringConvertible {
  public var description: String { "\(detail) at byte \(offset)" }
}
