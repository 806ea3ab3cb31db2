// SPDX-License-Identifier: MIT

internal import Bytes

/// Why a dynamic key or a signaling token, or a request for one, is refused.
public enum LegacyReason: String, Sendable, CaseIterable {
  case version
  case base64
  case hex
  case number
  case truncated
  case trailing
  case signatureLength = "signature.length"
  case appID = "app-id"
  case service
  case permission
  case signature
  case digest
  case expired
  case certificate
  case channel
  case uid
  case account
}

extension Refusal {
  init(
    _ stage: Stage, legacy reason: LegacyReason, field: String, offset: Int? = nil,
    _ detail: String
  ) {
    self.init(stage, reason.rawValue, field: field, offset: offset, detail)
  }

  /// A structure that does not hold, in the words of the format; `base` is where its bytes begin.
  init(legacy error: FormatError, base: Int = 0) {
    let reason: LegacyReason =
      switch error.code {
      case .truncated: .truncated
      case .trailing: .trailing
      case .value: .number
      case .alphabet, .length, .bits: error.field == "content" ? .base64 : .hex
      }
    self.init(
      reason == .truncated || reason == .trailing ? .structure : .encoding, legacy: reason,
      field: error.field, offset: base + error.offset, error.detail)
  }
}
