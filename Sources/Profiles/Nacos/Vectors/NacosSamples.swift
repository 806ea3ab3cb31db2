// SPDX-License-Identifier: MIT

internal import Bytes

/// What the vectors of Nacos have in common.
enum NacosSamples {
  /// The second in which the recorded servers stood still.
  static let now: Int64 = 1_704_067_200
  static let lifetime: Int64 = 18_000
  static let user = "nacos"
  static let payload = payload(exp: "1704085200")
  static let unending: Int64 = 253_402_300_799

  /// The key of the documentation, of 32 bytes.
  static let key = Array("ThisIsMyCustomSecretKey012345678".utf8)
  static let defaultKey: Text =
    "SecretKey012345678901234567890123456789012345678901234567890123456789"

  /// A key of some bytes, each another one as far as that goes.
  static func key(_ length: Int) -> [UInt8] {
    length == key.count ? key : (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ length) }
  }

  static func configured(_ key: [UInt8]) -> Text { Text(Base64.standard.encode(key)) }

  static func payload(exp: String) -> String { #"{"sub":"\#(user)","exp":\#(exp)}"# }
  static func payload(sub: String) -> String { #"{"sub":\#(sub),"exp":1704085200}"# }
}
