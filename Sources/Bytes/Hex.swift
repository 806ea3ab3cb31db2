// SPDX-License-Identifier: MIT

/// Hexadecimal text, lower case when written, either case when read.
public enum Hex {
  private static func digit(_ value: UInt8) -> UInt8 {
    value + (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
  }

  public static func encode(_ bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    append(Array(bytes), to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  public static func append(_ bytes: [UInt8], to text: inout [UInt8]) {
    let bytes = bytes.span
    text.append(addingCapacity: 2 * bytes.count) { output in
      for index in bytes.indices {
        output.append(digit(bytes[index] >> 4))
        output.append(digit(bytes[index] & 15))
      }
    }
  }

  public static func decode(
    _ text: Span<UInt8>, field: String = "hex"
  ) throws(FormatError) -> [UInt8] {
    guard text.count % 2 == 0 else {
      throw FormatError(
        .length, field: field, offset: text.count, detail: "an odd number of digits, \(text.count)")
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 2)
    for index in 0..<text.count / 2 {
      let high = try digit(text, at: index * 2, field: field)
      let low = try digit(text, at: index * 2 + 1, field: field)
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func digit(
    _ text: Span<UInt8>, at index: Int, field: String
  ) throws(FormatError) -> UInt8 {
    guard let value = value(of: text[index]) else {
      throw FormatError(
        .alphabet, field: field, offset: index, detail: "\(quoted(text[index])) is no hex digit")
    }
    return value
  }

  /// The value of one hexadecimal digit.
  public static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
