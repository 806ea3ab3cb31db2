// SPDX-License-Identifier: MIT

import Bytes

/// The bytes of hexadecimal text.
func hex(_ text: String) throws(FormatError) -> [UInt8] {
  let digits = Array(text.utf8)
  return try Hex.decode(digits.span)
}

/// Bytes that count up from 0.
func counting(_ count: Int) -> [UInt8] {
  (0..<count).map { UInt8(truncatingIfNeeded: $0) }
}
