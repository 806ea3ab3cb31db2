// SPDX-License-Identifier: MIT

/// In what versions of the configuration language differ.
struct ConfRules: Hashable, Sendable {
  /// Whether a name without a value at the end is nothing.
  var losesLastName = false
  /// Whether a timeout in words is one second, whatever it says.
  var ignoresTimeoutText = false
}
