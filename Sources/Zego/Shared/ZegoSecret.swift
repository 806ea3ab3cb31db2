// SPDX-License-Identifier: MIT

public import Bytes

/// The server secret: 32 bytes of text that are the AES key as they stand.
public struct ZegoSecret: Sendable {
  public static let length = 32

  let key: [UInt8]

  /// Takes the secret as text; it is not hexadecimal, even where it looks so.
  public init(_ text: Text) throws(Refusal) {
    guard text.bytes.count == Self.length else {
      throw Refusal(
        .policy, .secretLength, field: "secret",
        "the secret has \(text.bytes.count) bytes, \(Self.length) are expected")
    }
    key = text.bytes
  }
}
