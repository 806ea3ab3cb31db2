// SPDX-License-Identifier: MIT

public import Bytes

/// Compact JSON text with every byte outside printable ASCII escaped.
extension JSONValue {
  public var encoded: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return bytes
  }

  /// The same as a line of a file.
  public var line: [UInt8] {
    var bytes = encoded
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// Writes the text on one line; spaced, it has a blank after each comma and colon.
  public func write(to bytes: inout [UInt8], spaced: Bool = false) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .integer(let lexeme), .float(let lexeme): bytes += lexeme.utf8
    case .string(let text): text.writeJSON(to: &bytes)
    case .array(let values):
      write(values, "[", "]", spaced, to: &bytes) { $0.write(to: &$1, spaced: spaced) }
    case .object(let object):
      write(object.members, "{", "}", spaced, to: &bytes) {
        $0.name.writeJSON(to: &$1)
        $1.append(UInt8(ascii: ":"))
        if spaced { $1.append(UInt8(ascii: " ")) }
        $0.value.write(to: &$1, spaced: spaced)
      }
    }
  }

  private func write<Element>(
    _ elements: [Element], _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ spaced: Bool,
    to bytes: inout [UInt8], each: (Element, inout [UInt8]) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    for (index, element) in elements.enumerated() {
      if index > 0 {
        bytes.append(UInt8(ascii: ","))
        if spaced { bytes.append(UInt8(ascii: " ")) }
      }
      each(element, &bytes)
    }
    bytes.append(UInt8(ascii: close))
  }
}

extension Text {
  /// Writes a string; bytes that are no UTF-8 become U+FFFD, lone surrogates stay.
  public func writeJSON(to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    if isPlain { bytes += self.bytes } else { writeCharacters(to: &bytes) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether every character stands for itself: the quick way for the usual text.
  private var isPlain: Bool {
    bytes.allSatisfy {
      0x20...0x7E ~= $0 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
  }

  private func writeCharacters(to bytes: inout [UInt8]) {
    forEachStep { step in
      switch step {
      case .scalar(let value), .surrogate(let value): writeCharacter(value, to: &bytes)
      case .invalid: writeCharacter(0xFFFD, to: &bytes)
      }
    }
  }
}

private func writeCharacter(_ value: UInt32, to bytes: inout [UInt8]) {
  switch value {
  case 0x22, 0x5C: bytes += [0x5C, UInt8(value)]
  case 0x08: bytes += "\\b".utf8
  case 0x09: bytes += "\\t".utf8
  case 0x0A: bytes += "\\n".utf8
  case 0x0C: bytes += "\\f".utf8
  case 0x0D: bytes += "\\r".utf8
  case 0x20...0x7E: bytes.append(UInt8(value))
  case 0x10000...:
    writeUnit(0xD800 + (value - 0x10000) >> 10, to: &bytes)
    writeUnit(0xDC00 + (value - 0x10000) & 0x3FF, to: &bytes)
  default: writeUnit(value, to: &bytes)
  }
}

private func writeUnit(_ unit: UInt32, to bytes: inout [UInt8]) {
  bytes += "\\u".utf8
  bytes += Hex.encode([UInt8(unit >> 8), UInt8(unit & 0xFF)]).utf8
}

extension JSONObject {
  /// The object as a line of a file.
  public var line: [UInt8] { JSONValue.object(self).line }
}
