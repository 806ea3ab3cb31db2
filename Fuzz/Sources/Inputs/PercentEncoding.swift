// SPDX-License-Identifier: MIT

internal import Bytes

/// The bytes with `%` and two digits for each that is no letter or digit of ASCII.
public func percentEncoded(_ bytes: [UInt8], keeping kept: String = "") -> [UInt8] {
  bytes.flatMap { byte in
    isAlphanumeric(byte) || kept.utf8.contains(byte)
      ? [byte] : Array("%\(Hex.encode([byte]))".utf8)
  }
}

private func isAlphanumeric(_ byte: UInt8) -> Bool {
  let scalar = Unicode.Scalar(byte)
  return scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
}
