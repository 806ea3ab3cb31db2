// SPDX-License-Identifier: MIT

internal import Bytes

/// Why an Agora token, or a request for one, is refused.
public enum AgoraReason: String, Sendable, CaseIterable {
  case version
  case appID = "app-id"
  case base64
  case truncated
  case trailing
  case signatureLength = "signature.length"
  case privilegeCount = "privilege.count"
  case privilegeDuplicate = "privilege.duplicate"
  case signature
  case channelCRC = "channel.crc"
  case uidCRC = "uid.crc"
  case expired
  case privilegeExpired = "privilege.expired"
  case privilegeMissing = "privilege.missing"
  case certificate
  case channel
  case uid
}

extension Refusal {
  init(
    _ stage: Stage, _ reason: AgoraReason, field: String, offset: Int? = nil, _ detail: String
  ) {
    self.init(stage, reason.rawValue, field: field, offset: offset, detail)
  }

  /// A structure that does not hold, in the words of the format; `base` is where its bytes begin.
  init(_ error: FormatError, base: Int = 0) {
    let reason: AgoraReason =
      switch (error.code, error.field) {
      case (.truncated, _): .truncated
      case (.trailing, _): .trailing
      case (.value, "version"): .version
      case (.value, "privilege-count"): .privilegeCount
      default: .base64
      }
    let isText = reason == .base64 || reason == .version
    self.init(
      isText ? .encoding : .structure, reason, field: error.field, offset: base + error.offset,
      error.detail)
  }
}
