// SPDX-License-Identifier: MIT

/// What the server's own reader does not ask for.
struct NacosGaps: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  /// A token without `exp` ends now, whenever that is.
  static let endless = NacosGaps(rawValue: 1)
  /// A token without `sub` is nobody's.
  static let nameless = NacosGaps(rawValue: 2)
  /// Dots at the end are no parts.
  static let trailingDots = NacosGaps(rawValue: 4)
}
