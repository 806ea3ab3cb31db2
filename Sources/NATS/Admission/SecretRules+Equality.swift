// SPDX-License-Identifier: MIT

internal import Bytes

extension SecretRules {
  func equal(_ given: Text, _ text: Text) -> Bool {
    let (given, text) = (prepare(given).bytes, prepare(text).bytes)
    if contains(.takesLonger), given.starts(with: text) { return true }
    if contains(.takesShorter), !given.isEmpty, text.starts(with: given) { return true }
    return given == text
  }

  func prepare(_ text: Text) -> Text {
    var bytes = text.bytes
    if contains(.percentDecodes) { bytes = Self.percentDecoded(bytes) }
    if contains(.cutsAtNUL) { bytes = Array(bytes.prefix { $0 != 0 }) }
    if contains(.trims) {
      bytes = Array(bytes.drop(while: Self.isBlank).reversed().drop(while: Self.isBlank).reversed())
    }
    if contains(.ignoresCase) { bytes = Text(bytes).display.lowercased().utf8.map(\.self) }
    return Text(bytes)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
  }

  private static func percentDecoded(_ bytes: [UInt8]) -> [UInt8] {
    var decoded: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = try? Hex.decode(Array(rest.prefix(2)).span).first {
        decoded.append(value)
        rest = rest.dropFirst(2)
      } else {
        decoded.append(byte)
      }
    }
    return decoded
  }
}
