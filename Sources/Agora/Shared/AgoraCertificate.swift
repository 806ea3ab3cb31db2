// SPDX-License-Identifier: MIT

public import Bytes

/// The app certificate: 32 hexadecimal digits that are the HMAC key as the text they stand in.
public struct AgoraCertificate: Sendable {
  public static let length = 32

  let key: [UInt8]

  public init(_ text: Text, checks: Checks = .all) throws(Refusal) {
    key = text.bytes
    if text.bytes.count == Self.length, text.bytes.span.isHex { return }
    try checks.refuse(
      Refusal(
        .policy, .certificate, field: "certificate",
        "the certificate has \(text.bytes.count) bytes, 32 hexadecimal digits are expected"))
  }
}

extension Span<UInt8> {
  /// Whether every byte is a hexadecimal digit.
  var isHex: Bool {
    var isHex = true
    for index in indices {
      let (digit, letter) = (
        self[index] &- UInt8(ascii: "0"), (self[index] | 0x20) &- UInt8(ascii: "a")
      )
      isHex = isHex && (digit < 10 || letter < 6)
    }
    return isHex
  }
}
