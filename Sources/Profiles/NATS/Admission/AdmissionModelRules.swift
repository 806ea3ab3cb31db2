// SPDX-License-Identifier: MIT

internal import NATS

/// How a server is configured and admits; the initial values are the reference's.
struct AdmissionModelRules: Hashable, Sendable {
  var configuration = ConfRules()
  var admission = AdmissionRules()
  /// Whether its refusals have the words of nats-server, where no page gives any.
  var hasServerWords = false
}
