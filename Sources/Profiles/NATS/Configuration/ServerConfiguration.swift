// SPDX-License-Identifier: MIT

internal import NATS

/// What a server does by its configuration, as far as the admission of a client depends on it.
struct ServerConfiguration: Equatable, Sendable {
  var gate = AdmissionGate()
  var longestLine = 4096
  /// How long a client may wait with its CONNECT, in seconds; without patience it is too late at
  /// once.
  var patience = Self.usualPatience
  var hasHeaders = true
  /// The option that is not known here.
  var unknown: String?

  static let usualPatience = 2.0
}
