// SPDX-License-Identifier: MIT

/// The releases of Jackson that servers were built with, as far as their words differ.
enum JacksonVersion: Int, Hashable, Sendable, Comparable {
  case v2_12 = 12
  case v2_13 = 13
  case v2_18 = 18

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
