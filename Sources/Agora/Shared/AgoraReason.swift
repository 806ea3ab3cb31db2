// SPDX-License-Identifier: MIT

internal import Bytes

/// Why an Agora token, or a request for one, is refused.
public enum AgoraReason: String, Sendable, CaseIterable {
  case version
  case appID = "app-id"
  case base64
  case zlib
  case zlibChecksum = "zlib.checksum"
  case zlibLimit = "zlib.limit"
  case truncated
  case trailing
  case signatureLength = "signature.length"
  case privilegeCount = "privilege.count"
  case privilegeDuplicate = "privilege.duplicate"
  case serviceCount = "service.count"
  case serviceType = "service.type"
  case permissionDuplicate = "permission.duplicate"
  case length
  case signature
  case channelCRC = "channel.crc"
  case uidCRC = "uid.crc"
  case notYet = "not-yet"
  case expired
  case privilegeExpired = "privilege.expired"
  case privilegeMissing = "privilege.missing"
  case service
  case certificate
  case channel
  case uid
  case range
  case role
  case call
}

extension Refusal {
  init(
    _ stage: Stage, _ reason: AgoraReason, field: String, offset: Int? = nil, _ detail: String
  ) {
    self.init(stage, reason.rawValue, field: field, offset: offset, detail)
  }

  /// Bytes that are not what the format says; `base` is where they begin.
  init(_ error: FormatError, base: Int = 0) {
    let reason = AgoraReason(error)
    let isText = ["version", "base64", "zlib", "zlib-checksum"].contains(error.field)
    self.init(
      isText ? .encoding : .structure, reason, field: error.field, offset: base + error.offset,
      error.detail)
  }
}

extension AgoraReason {
  /// What is wrong with bytes, in the words of the format.
  fileprivate init(_ error: FormatError) {
    switch (error.code, error.field) {
    case (.truncated, _): self = .truncated
    case (.trailing, _): self = .trailing
    case (.length, "zlib"): self = .zlibLimit
    case (.value, let field): self = Self.values[field] ?? .base64
    default: self = .base64
    }
  }

  /// What a whole field with a value that is not allowed breaks.
  private static let values: [String: AgoraReason] = [
    "version": .version, "app-id": .appID, "zlib": .zlib, "zlib-checksum": .zlibChecksum,
    "signature-length": .signatureLength, "privilege-count": .privilegeCount,
    "privilege": .privilegeDuplicate, "service-count": .serviceCount,
    "service-type": .serviceType, "resource-type": .permissionDuplicate,
    "permission": .permissionDuplicate,
  ]
}
