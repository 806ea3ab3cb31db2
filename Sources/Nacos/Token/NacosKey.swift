// SPDX-License-Identifier: MIT

public import Bytes

/// The key that tokens are signed with: at least 32 bytes, configured as standard Base64.
public struct NacosKey: Hashable, Sendable {
  public static let shortest = 32

  public let bytes: [UInt8]
  /// The algorithm that the length of the key selects.
  public let algorithm: NacosAlgorithm

  public init(_ bytes: [UInt8], checks: Checks = .all) throws(Refusal) {
    let algorithm = NacosAlgorithm(keyLength: bytes.count)
    if algorithm == nil {
      try checks.refuse(
        Refusal(
          .policy, .secretLength, field: "secret",
          "\(bytes.count) bytes, at least \(Self.shortest) are expected"))
    }
    (self.bytes, self.algorithm) = (bytes, algorithm ?? .hs256)
  }

  /// Reads the text of the property `nacos.core.auth.plugin.nacos.token.secret.key`.
  public init(configured text: Text, checks: Checks = .all) throws(Refusal) {
    try self.init(Self.decode(text, checks), checks: checks)
  }

  private static func decode(_ text: Text, _ checks: Checks) throws(Refusal) -> [UInt8] {
    do throws(FormatError) {
      return try Base64.standard.decode(text.bytes.span, field: "secret")
    } catch {
      try checks.refuse(
        Refusal(
          .encoding, .secretBase64, field: error.field, offset: error.offset, error.detail))
      return Base64.standard.decodeLoosely(text.bytes.span)
    }
  }
}
