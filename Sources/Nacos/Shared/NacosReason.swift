// SPDX-License-Identifier: MIT

internal import Bytes

/// Why a Nacos server must refuse a token, or a secret key.
public enum NacosReason: String, Sendable, CaseIterable {
  case blank
  case parts
  case base64
  case header
  case algorithm
  case signature
  case jsonSyntax = "json.syntax"
  case memberMissing = "member.missing"
  case memberDuplicate = "member.duplicate"
  case memberType = "member.type"
  case expired
  case secretBase64 = "secret.base64"
  case secretLength = "secret.length"
  case userText = "user.text"
  case lifetimeRange = "lifetime.range"
  case tokenMissing = "token.missing"
  case password
  case permission
}

extension Refusal {
  init(
    _ stage: Stage, _ reason: NacosReason, field: String, offset: Int? = nil, _ detail: String
  ) {
    self.init(stage, reason.rawValue, field: field, offset: offset, detail)
  }
}
