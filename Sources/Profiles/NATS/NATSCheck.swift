// SPDX-License-Identifier: MIT

internal import Bytes
internal import NATS

/// The checks of the reference by which the vectors of NATS are refused.
struct NATSCheck: Sendable {
  let check: Check

  init(_ stage: Stage, _ reason: NATSReason, _ field: String) {
    check = Check(stage, reason, field)
  }

  // MARK: - Reading an address

  static let scheme = NATSCheck(.structure, .urlScheme, "scheme")
  static let character = NATSCheck(.structure, .urlCharacter, "user part")
  static let user = NATSCheck(.structure, .urlUser, "user part")
  static let escape = NATSCheck(.structure, .urlEscape, "user part")
  static let host = NATSCheck(.structure, .urlHost, "host")
  static let port = NATSCheck(.structure, .urlPort, "port")
  static let path = NATSCheck(.structure, .urlPath, "path")

  // MARK: - Carrying

  static let tokenEmpty = NATSCheck(.policy, .tokenEmpty, "token")
  static let tokenText = NATSCheck(.policy, .tokenText, "token")
  static let optionType = NATSCheck(.claims, .memberType, "token")
  static let credentials = NATSCheck(.policy, .credentials, "options")
  static let lineTooLong = NATSCheck(.policy, .lineLength, "argument")

  // MARK: - Reading a line

  static let verb = NATSCheck(.structure, .verb, "verb")
  static let lineTrailing = NATSCheck(.structure, .lineTrailing, "line")
  static let argumentLength = NATSCheck(.structure, .lineLength, "argument")
  static let argumentSyntax = NATSCheck(.structure, .jsonSyntax, "argument")

  // MARK: - Admission

  static let configuration = NATSCheck(.structure, .configuration, "conf")
  static let operation = NATSCheck(.structure, .operation, "verb")
  static let blank = NATSCheck(.structure, .blank, "verb")
  static let lineEnd = NATSCheck(.structure, .lineEnd, "line")
  static let lineLength = NATSCheck(.structure, .lineLength, "line")
  static let lineMissing = NATSCheck(.structure, .lineMissing, "line")
  static let second = NATSCheck(.structure, .second, "verb")
  static let objectSyntax = NATSCheck(.encoding, .jsonSyntax, "connect")
  static let memberUnknown = NATSCheck(.structure, .memberUnknown, "connect")
  static let memberDuplicate = NATSCheck(.structure, .memberDuplicate, "connect")
  static let memberType = NATSCheck(.structure, .memberType, "connect")
  static let text = NATSCheck(.structure, .text, "connect")
  static let tokenMissing = NATSCheck(.policy, .tokenMissing, "auth_token")
  static let tokenMismatch = NATSCheck(.policy, .tokenMismatch, "auth_token")
  static let otherCredentials = NATSCheck(.policy, .credentials, "connect")
  static let account = NATSCheck(.policy, .account, "account")
  static let protocolVersion = NATSCheck(.policy, .protocolVersion, "protocol")
  static let headers = NATSCheck(.policy, .headers, "no_responders")
}
