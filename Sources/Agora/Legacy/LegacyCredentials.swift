// SPDX-License-Identifier: MIT

public import Bytes

/// The app id and its certificate, 32 hexadecimal digits each.
public struct LegacyCredentials: Equatable, Sendable {
  public static let length = 32

  public let appID: Text
  let certificate: Text

  public init(appID: Text, certificate: Text) throws(Refusal) {
    try Self.check(appID, .appID, field: "app-id")
    try Self.check(certificate, .certificate, field: "certificate")
    self.appID = appID
    self.certificate = certificate
  }

  /// The 16 bytes that the digits of the app id stand for.
  var rawAppID: [UInt8] { Self.raw(appID) }
  var rawCertificate: [UInt8] { Self.raw(certificate) }

  private static func raw(_ text: Text) -> [UInt8] { (try? Hex.decode(text.bytes.span)) ?? [] }

  private static func check(
    _ text: Text, _ reason: LegacyReason, field: String
  ) throws(Refusal) {
    guard text.bytes.count == length, text.bytes.allSatisfy({ Hex.value(of: $0) != nil }) else {
      throw Refusal(
        .policy, legacy: reason, field: field,
        "\(text.bytes.count) bytes, 32 hexadecimal digits are expected")
    }
  }
}
