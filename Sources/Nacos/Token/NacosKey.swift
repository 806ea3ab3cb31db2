// SPDX-License-Identifier: MIT

public import Bytes

/// The key that tokens are signed with: at least 32 bytes, configured as standard Base64.
public struct NacosKey: Hashable, Sendable {
  public static let shortest = 32

  public let bytes: [UInt8]
  /// The algorithm that the length of the key selects.
  public let algorithm: NacosAlgorithm

  public init(_ bytes: [UInt8]) throws(Refusal) {
    guard let algorithm = NacosAlgorithm(keyLength: bytes.count) else {
      throw Refusal(
        .policy, .secretLength, field: "secret",
        "\(bytes.count) bytes, at least \(Self.shortest) are expected")
    }
    (self.bytes, self.algorithm) = (bytes, algorithm)
  }

  /// Reads the text of the property `nacos.core.auth.plugin.nacos.token.secret.key`.
  public init(configured text: Text) throws(Refusal) {
    try self.init(Self.decode(text))
  }

  private static func decode(_ text: Text) throws(Refusal) -> [UInt8] {
    do throws(FormatError) {
      return try Base64.standard.decode(text.bytes.span, field: "secret")
    } catch {
      throw Refusal(
        .encoding, .secretBase64, field: error.field, offset: error.offset, error.detail)
    }
  }
}
