// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// The credentials that a client leaves out although they were given.
enum CarryOmission: Hashable, Sendable {
  case none
  /// Empty texts.
  case empty
  /// Texts of nothing but white space.
  case blank
  /// What Python takes for false.
  case pythonFalse
  /// What JavaScript takes for false.
  case javaScriptFalse
  /// What `empty` of PHP is true for.
  case phpEmpty
  /// Nothing is left out, what is missing is an empty text.
  case missingAsEmpty

  func apply(_ value: JSONValue?) -> JSONValue? {
    guard let value else { return self == .missingAsEmpty ? "" : nil }
    return isLeftOut(value) ? nil : value
  }

  private func isLeftOut(_ value: JSONValue) -> Bool {
    switch self {
    case .none, .missingAsEmpty: false
    case .empty: value == ""
    case .blank: value.text.map(\.isDotNetBlank) ?? false
    case .pythonFalse: value.isPythonFalse
    case .javaScriptFalse: value.isFalsy
    case .phpEmpty: value.isPHPEmpty
    }
  }
}

extension JSONValue {
  fileprivate var isPythonFalse: Bool {
    switch self {
    case .null: true
    case .bool(let flag): !flag
    case .integer, .float: double == 0
    case .string(let text): text.isEmpty
    case .array(let values): values.isEmpty
    case .object(let object): object.members.isEmpty
    }
  }
}

extension Text {
  /// Whether every character is white space for .NET.
  fileprivate var isDotNetBlank: Bool {
    display.unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || (0x1C...0x1F).contains($0.value)
    }
  }
}
