// SPDX-License-Identifier: MIT

internal import Bytes

/// Why a ZEGO token, or a request for one, is refused.
public enum ZegoReason: String, Sendable, CaseIterable {
  case prefix
  case base64
  case truncated
  case ivLength = "iv.length"
  case ciphertextLength = "ciphertext.length"
  case mode
  case trailing
  case padding
  case tag
  case jsonSyntax = "json.syntax"
  case jsonText = "json.text"
  case memberMissing = "member.missing"
  case memberDuplicate = "member.duplicate"
  case memberUnknown = "member.unknown"
  case memberType = "member.type"
  case memberRange = "member.range"
  case expireMismatch = "expire.mismatch"
  case expired
  case appID = "app-id"
  case userID = "user-id"
  case roomID = "room-id"
  case privilege
  case streamIDs = "stream-ids"
  case secretLength = "secret.length"
}

extension Refusal {
  init(
    _ stage: Stage, _ reason: ZegoReason, field: String, offset: Int? = nil, _ detail: String
  ) {
    self.init(stage, reason.rawValue, field: field, offset: offset, detail)
  }

  /// A structure that does not hold, in the words of the format.
  init(_ error: FormatError) {
    let reason: ZegoReason =
      switch (error.code, error.field) {
      case (.truncated, _): .truncated
      case (.trailing, _): .trailing
      case (.value, "iv-length"): .ivLength
      case (.value, "ciphertext-length"): .ciphertextLength
      case (.value, "mode"): .mode
      default: .base64
      }
    self.init(
      reason == .base64 ? .encoding : .structure, reason, field: error.field,
      offset: error.offset, error.detail)
  }
}
