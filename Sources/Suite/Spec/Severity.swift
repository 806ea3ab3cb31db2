// SPDX-License-Identifier: MIT

/// How much a deviation matters, the worst last.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  /// The documentation leaves it open.
  case choice
  /// Nothing breaks, but it is not good.
  case quality
  /// Somebody else cannot work with it.
  case interop
  /// It helps an attacker, or puts a token into the wrong hands.
  case security

  public static func < (left: Self, right: Self) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}
