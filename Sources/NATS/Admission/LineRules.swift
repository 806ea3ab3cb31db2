// SPDX-License-Identifier: MIT

/// How a line is found in what was read.
public struct LineRules: Hashable, Sendable {
  /// Whether something must stand between CONNECT and its object.
  public var needsBlank = true
  /// Whether a line ends with CR LF and has no other CR; otherwise LF ends it, and where there is
  /// a CR in a read, the last byte of that read's part is dropped.
  public var needsCRLF = true

  public init() {}
}
