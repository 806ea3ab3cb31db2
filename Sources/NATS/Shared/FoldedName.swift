// SPDX-License-Identifier: MIT

public import Bytes

/// The name of a member as a server compares it: in lower case, with the Kelvin sign as k and the
/// long s as s.
public enum FoldedName {
  /// Nothing where it holds characters that are in no known name.
  public static func bytes(of name: Span<UInt8>) -> [UInt8]? {
    var folded: [UInt8] = []
    var index = 0
    while index < name.count {
      let (step, length) = UTF8Step.decode(name, at: index)
      switch step {
      case .scalar(0x212A): folded.append(UInt8(ascii: "k"))
      case .scalar(0x17F): folded.append(UInt8(ascii: "s"))
      case .scalar(let value) where value < 0x80: folded.append(lower(UInt8(value)))
      default: return nil
      }
      index += length
    }
    return folded
  }

  public static func text(_ name: Text) -> String? {
    bytes(of: name.bytes.span).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
