// SPDX-License-Identifier: MIT

internal import Bytes

/// Why a NATS server must refuse a client, or a client must not send what it was given.
public enum NATSReason: String, Sendable, CaseIterable {
  case verb
  case lineLength = "line.length"
  case lineTrailing = "line.trailing"
  case jsonSyntax = "json.syntax"
  case memberType = "member.type"
  case tokenMissing = "token.missing"
  case tokenMismatch = "token.mismatch"
  case tokenEmpty = "token.empty"
  case tokenText = "token.text"
  case urlScheme = "url.scheme"
  case urlCharacter = "url.character"
  case urlEscape = "url.escape"
  case urlUser = "url.user"
  case urlHost = "url.host"
  case urlPort = "url.port"
  case urlPath = "url.path"
  case operation
  case blank
  case lineEnd = "line.end"
  case lineMissing = "line.missing"
  case memberUnknown = "member.unknown"
  case memberDuplicate = "member.duplicate"
  case text
  case credentials
  case account
  case protocolVersion = "protocol.version"
  case headers
  case second
  /// No server answers where an address points.
  case unreachable
  case configuration
}

extension Refusal {
  init(
    _ stage: Stage, _ reason: NATSReason, field: String, offset: Int? = nil, _ detail: String
  ) {
    self.init(stage, reason.rawValue, field: field, offset: offset, detail)
  }
}
