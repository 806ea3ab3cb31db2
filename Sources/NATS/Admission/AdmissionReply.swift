// SPDX-License-Identifier: MIT

/// A line that a server answers with.
public enum AdmissionReply: String, Sendable, CaseIterable {
  case ok = "+OK"
  case pong = "PONG"
  case violation = "-ERR 'Authorization Violation'"
  case timeout = "-ERR 'Authentication Timeout'"
  case unknownOperation = "-ERR 'Unknown Protocol Operation'"
  case lineTooLong = "-ERR 'maximum control line exceeded'"
  case badProtocol = "-ERR 'invalid client protocol'"
  case headersMissing = "-ERR 'no responders requires headers support'"
  case parserError = "-ERR 'Parser Error'"

  /// What a client is told that is refused.
  init(_ reason: NATSReason?) {
    self = reason.flatMap { Self.words[$0] } ?? .parserError
  }

  private static let words: [NATSReason: AdmissionReply] = [
    .verb: .violation, .operation: .unknownOperation, .lineLength: .lineTooLong,
    .tokenMissing: .violation, .tokenMismatch: .violation, .account: .violation,
    .protocolVersion: .badProtocol, .headers: .headersMissing, .lineMissing: .timeout,
  ]
}
