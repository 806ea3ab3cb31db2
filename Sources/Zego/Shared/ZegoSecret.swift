// SPDX-License-Identifier: MIT

public import Bytes

/// The server secret: 32 bytes of text that are the AES key as they stand.
public struct ZegoSecret: Sendable {
  public static let length = 32

  let key: [UInt8]

  /// Takes the secret as text; it is not hexadecimal, even where it looks so.
  public init(_ text: Text, checks: Checks = .all) throws(Refusal) {
    if text.bytes.count != Self.length {
      try checks.refuse(
        Refusal(
          .policy, .secretLength, field: "secret",
          "the secret has \(text.bytes.count) bytes, \(Self.length) are expected"))
    }
    key = Array((text.bytes + [UInt8](zeros: Self.length)).prefix(Self.length))
  }
}
