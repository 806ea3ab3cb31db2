// SPDX-License-Identifier: MIT

/// The reason why bytes are not what a format says, with the field and the offset.
public struct FormatError: Error, Equatable, Sendable {
  /// The words of the vectors for what can be wrong with bytes.
  public enum Code: String, Sendable, CaseIterable {
    case truncated
    case trailing
    case alphabet
    case length
    case bits
    /// A whole field that holds what the format does not allow.
    case value
  }

  public let code: Code
  /// The field by its name in the documentation.
  public let field: String
  /// The offset of the first byte that is wrong, from the start of the input.
  public let offset: Int
  /// What was expected, for people.
  public let detail: String

  public init(_ code: Code, field: String, offset: Int, detail: String = "") {
    self.code = code
    self.field = field
    self.offset = offset
    self.detail = detail
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.code == right.code && left.field == right.field && left.offset == right.offset
  }
}

extension FormatError: CustomStringConvertible {
  public var description: String {
    let words = "\(code.rawValue) in \(field) at byte \(offset)"
    return detail.isEmpty ? words : "\(words): \(detail)"
  }
}
