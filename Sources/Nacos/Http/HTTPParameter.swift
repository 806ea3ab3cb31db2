// SPDX-License-Identifier: MIT

public import Bytes

/// A parameter of a query or a form.
public struct HTTPParameter: Equatable, Sendable {
  public let name: Text
  public let value: Text

  /// The parameters of a text, in their order.
  ///
  /// One without a name and one with a bad escape are left out.
  static func all(in text: [UInt8], as charset: HTTPCharset) -> [HTTPParameter] {
    text.split(separator: UInt8(ascii: "&")).compactMap { HTTPParameter($0, as: charset) }
  }

  private init?(_ text: ArraySlice<UInt8>, as charset: HTTPCharset) {
    let parts = text.split(
      separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, !first.isEmpty,
      let name = HTTPEscapes.decode(first, plusIsSpace: true),
      let value = HTTPEscapes.decode(parts.dropFirst().first ?? [], plusIsSpace: true)
    else { return nil }
    self.name = charset.text(of: name)
    self.value = charset.text(of: value)
  }
}

/// How the bytes of a parameter are characters.
enum HTTPCharset: Sendable {
  case utf8
  case latin1

  func text(of bytes: [UInt8]) -> Text {
    switch self {
    case .utf8: Text(String(decoding: bytes, as: UTF8.self))
    case .latin1: Text(latin1: bytes)
    }
  }
}

/// The content type of forms.
public enum HTTPForm {
  public static let contentType: Text = "application/x-www-form-urlencoded"

  /// How to read a body of a content type, or nothing where it is no form.
  ///
  /// Latin-1 is the default of the servlets that Nacos is made of.
  static func charset(of type: Text?) -> HTTPCharset? {
    let parts = type?.display.split(separator: ";").map { Text(String($0.filter { $0 != " " })) }
    guard let first = parts?.first, first.isNamed(contentType) else { return nil }
    return parts?.contains { $0.isNamed("charset=utf-8") } == true ? .utf8 : .latin1
  }
}

/// `%XX`, and `+` for a space.
enum HTTPEscapes {
  /// The bytes that a text stands for, or nothing where an escape is broken.
  static func decode(_ text: ArraySlice<UInt8>, plusIsSpace: Bool) -> [UInt8]? {
    var bytes: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(Hex.value),
          let low = rest.popFirst().flatMap(Hex.value)
        else { return nil }
        bytes.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsSpace: bytes.append(0x20)
      default: bytes.append(byte)
      }
    }
    return bytes
  }
}
