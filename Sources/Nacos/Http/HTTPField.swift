// SPDX-License-Identifier: MIT

public import Bytes

/// A header field; its value is Latin-1 on the wire, and text here.
public struct HTTPField: Equatable, Sendable {
  public let name: Text
  public var value: Text

  public init(name: Text, value: Text) {
    (self.name, self.value) = (name, value)
  }
}

extension Text {
  /// Whether two names are the same but for the case of their ASCII letters.
  public func isNamed(_ name: Text) -> Bool { lowercased == name.lowercased }

  /// The text with the upper case letters of ASCII in lower case.
  public var lowercased: Text {
    Text(bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
  }

  /// The characters of bytes in Latin-1.
  init(latin1 bytes: some Sequence<UInt8>) {
    var text: [UInt8] = []
    for byte in bytes { text.append(codePoint: UInt32(byte)) }
    self.init(text)
  }
}
