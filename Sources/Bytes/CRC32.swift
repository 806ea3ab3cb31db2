// SPDX-License-Identifier: MIT

/// CRC-32 as in IEEE 802.3 and zlib: reflected, polynomial 0xEDB88320.
public enum CRC32 {
  private static let table = [256 of UInt32] { index in
    var value = UInt32(index)
    for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    return value
  }

  public static func checksum(_ bytes: Span<UInt8>) -> UInt32 {
    var value = UInt32.max
    for index in bytes.indices {
      value = table[Int((value ^ UInt32(bytes[index])) & 0xFF)] ^ value >> 8
    }
    return ~value
  }
}
